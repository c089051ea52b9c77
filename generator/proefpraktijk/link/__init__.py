"""Links safe documents: each report gets an outline, and all outlines and shared documents become one `KnowledgeBase`."""

from .address_collisions import with_unique_address
from .knowledge_base import build_knowledge_base
from .outline import outline
from .theme_vocabulary import Vocabulary

__all__ = ["Vocabulary", "build_knowledge_base", "outline", "with_unique_address"]
