"""How a page is cited: the community as author, no persons, in the order of APA 7 (10.16, pages on a website).

The name of the site and the page's address follow in the frame around the page, which knows them.
"""

from __future__ import annotations

from proefpraktijk.model.text import SafeText

from .markup import SafeMarkup, fill
from .names import Words
from .views import Head


def citation(head: Head, community: SafeText, words: Words) -> SafeMarkup:
    """Return `De Leerkring. (2025, 24 september). Rustig starten [verslag, groep 5].` for the page with this head."""
    when = head.dated or words.t("n.d.")
    if head.work is None:
        return fill(words.t("{author}. ({date}). {title}."), author=community, date=when, title=head.title)
    sentence = words.t("{author}. ({date}). {title} [{work}].")
    return fill(sentence, author=community, date=when, title=head.title, work=head.work)
