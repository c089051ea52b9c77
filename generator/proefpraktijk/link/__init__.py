"""From safe documents to a knowledge base in which everything leads to something else."""

from .address_collisions import with_address
from .knowledge_base import weave
from .outline import outline
from .theme_vocabulary import Vocabulary

__all__ = ["Vocabulary", "outline", "weave", "with_address"]
