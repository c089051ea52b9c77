"""The detector: its layers are ordered data, each with a name."""

from __future__ import annotations

from proefpraktijk.protect.detector import Detector
from protect.support import roster


def test_the_layers_in_their_order() -> None:
    """Decisions come first and the gate comes last; no two layers have one name."""
    assert [layer.name for layer in Detector(roster(), (), ()).layers] == [
        "redacted", "cleared", "descriptors", "contacts", "grammar", "roster_names", "phrases", "titled_names",
        "document_names", "broken_names", "gate",
    ]  # fmt: skip
