"""From safe documents to a knowledge base in which everything leads to something else."""

from .collisions import with_address
from .outlines import outline
from .vocabulary import Vocabulary
from .weaving import weave

__all__ = ["Vocabulary", "outline", "weave", "with_address"]
