"""A small codebook for reading reports without a site around them."""

import datetime as dt

import pytest

from proefpraktijk.model.corpus import Codebook
from proefpraktijk.model.paths import ContentPath, ThemeId
from proefpraktijk.model.spiral import SchoolYear, SessionId
from proefpraktijk.model.text import RawText

PATHS = """content/community.yml content/reports/a.md content/reports/2025/b.md content/reports/rustig-starten.md
content/sessions/2025-2026-1.md content/themes/veiligheid.md content/findings/f.md content/pages/over.md
content/interviews/i.md content/media/plein.jpg"""


def make_codebook() -> Codebook:
    """Return a codebook with three themes, two sessions, two schools and a handful of files."""
    year = SchoolYear(2025)
    return Codebook(
        themes=frozenset(map(ThemeId, ("veiligheid", "vertrouwen", "samen-leren"))),
        sessions={SessionId(year, 1): dt.date(2025, 9, 24), SessionId(year, 2): dt.date(2025, 11, 5)},
        schools=(RawText("De Wilgenhof"), RawText("'t Startblok")),
        school_lines=(2, 3),
        year_groups=(1, 2, 3, 4, 5, 6, 7, 8),
        paths=frozenset(map(ContentPath, PATHS.split())),
    )


@pytest.fixture
def codebook() -> Codebook:
    """Return the small codebook."""
    return make_codebook()
