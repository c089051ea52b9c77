"""From safe documents to one `KnowledgeBase`: themes, passages, related reports, counts, evidence.

Takes: safe documents.
Gives: outlines, and one `KnowledgeBase`.
"""

from .address_collisions import with_unique_address
from .knowledge_base import build_knowledge_base
from .outline import outline
from .theme_vocabulary import Vocabulary

__all__ = ["Vocabulary", "build_knowledge_base", "outline", "with_unique_address"]
