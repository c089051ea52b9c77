"""What goes on paper: handouts for a team meeting, handles to cut out, a poster. HTML here, PDF in `publish/pdf_typesetting.py`.

Takes: the knowledge base and a choice.
Gives: a handout.

    handout = make_handout(kb, HandoutKind.THEME, "rustig-starten", settings)

Templates are those of `templates/print`, under the same rule as pages: they show safe text and our own words only.
"""

from .handout import HandoutKind, ids_of, make_handout, pictures_for
from .sheet import Handout, PaperSettings

__all__ = ["Handout", "HandoutKind", "PaperSettings", "ids_of", "make_handout", "pictures_for"]
