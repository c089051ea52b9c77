"""What goes out as it was written because somebody chose so: the community's own words, and a public expert's name."""

from __future__ import annotations

from collections.abc import Collection

from proefpraktijk.model.corpus import CommunityMatter
from proefpraktijk.model.safe import SafeCommunity
from proefpraktijk.model.text import SEAL, RawText, SafeText

_EXPERT = "[expert]"


def safe_community(matter: CommunityMatter) -> SafeCommunity:
    """Return what the community declares of itself; `Airlock.problems` reports a name in it."""
    contact = SafeText(matter.contact.value, SEAL) if matter.contact else None
    return SafeCommunity(SafeText(matter.name.value, SEAL), matter.language, matter.k, matter.bands, contact)


def expert_shown(name: RawText, public: Collection[str]) -> SafeText:
    """Return the name of a session's expert if it is one of the `public` names as it stands, else the descriptor."""
    return SafeText(name.value if name.value in public else _EXPERT, SEAL)
