"""The site under attack: its own few texts are beyond doubt, everything else in it is planted."""

from __future__ import annotations

import shutil
from pathlib import Path

from endtoend.running import run

from .planting import Planter

_OWN = {
    "content/community.yml": "naam: Vereniging Samen Leren\ntaal: nl\n",
    "content/decisions.yml": "- {besluit: vrijgeven, tekst: appeltaart, reden: gebak, door: begeleider, datum: 2025-10-08}\n",
    "content/roster.yml": "# Wie er zijn.\n",
    "content/themes/eerst-kijken.md": "---\nlabel: Eerst kijken\ndefinitie: Nog niets doen.\n---\n\nDat is alles.\n",
    "content/sessions/2025-2026-1.md": (
        "---\ntitel: Kijken naar de dag\nnummer: 1\nschooljaar: 2025-2026\ndatum: 2025-09-24\n---\n\nWe keken.\n"
    ),
    "content/pages/over.md": "---\ntitel: Over\n---\n\nDit is alles.\n",
    "content/reports/2025-2026-1/eerste.md": (
        "---\ntitel: Het eerste verslag\njaargroep: 3/4\nbijeenkomst: 2025-2026-1\nkwadrant: socialiseren\n"
        "membercheck: 2025-10-08\n---\n\n==Toen werd het rustig.=={.eerst-kijken}\n\n## Handvatten\n\n- Kijk eerst.\n"
    ),
}


def lay_out(root: Path, planter: Planter) -> None:
    """Write the site with all that was planted."""
    assert run("init", root).code == 0
    shutil.rmtree(root / "content")
    for path, text in _OWN.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / "content/media").mkdir()
    planter.write(root)
