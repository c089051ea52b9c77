"""How a page is cited: the community as author, no persons, in the order of APA 7 (10.16, pages on a website).

The name of the site and the page's address follow in the frame around the page, which knows them.
"""

from __future__ import annotations

from proefpraktijk.model.text import SafeText, UiText

from .coordinate_names import Words
from .markup import SafeMarkup, fill
from .views import PageHead


def citation(head: PageHead, community: SafeText, words: Words) -> SafeMarkup:
    """Return `De Leerkring. (2025, 24 september). Rustig starten [verslag, groep 5].` for the page with this head."""
    when = head.dated or words.t("n.d.")
    work = head.work or _work(head, words)
    if work is None:
        return fill(words.t("{author}. ({date}). {title}."), author=community, date=when, title=head.title)
    sentence = words.t("{author}. ({date}). {title} [{work}].")
    return fill(sentence, author=community, date=when, title=head.title, work=work)


def _work(head: PageHead, words: Words) -> UiText | None:
    """Return what kind of text a page is, when its title alone does not say."""
    return {
        "thema": words.t("theme"),
        "bevinding": words.t("finding"),
        "bijeenkomst": words.t("session"),
        "kwadrant": words.t("quadrant of the knowledge spiral"),
    }.get(head.kind)
