"""What is written in the place of a name: bracketed descriptors, the same for the same person within one document.

"[leerling A]" always has a letter, other roles only when a document has more than one of them. Letters go by order of
appearance and mean nothing across documents. Two people who cannot be told apart share one descriptor; nobody is given
somebody else's.
"""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Collection, Iterator

from proefpraktijk.model.safe import HoldKind

from .scene import Scene
from .sentences import begins_sentence
from .spans import Found

ENGLISH = {
    "leerling": "pupil", "leerkracht": "teacher", "ib'er": "care coordinator", "directeur": "head teacher",
    "ouder": "parent", "expert": "expert", "begeleider": "facilitator", "collega": "colleague", "persoon": "person", "school": "school",
    "plaats": "place", "datum": "date", "telefoonnummer": "telephone number", "e-mailadres": "e-mail address",
    "rekeningnummer": "account number", "burgerservicenummer": "citizen service number", "postcode": "postcode",
    "adres": "address", "straat": "street", "account": "account", "nummer": "number", "weggelaten": "left out",
}  # fmt: skip
"""Every descriptor in Dutch and in English."""

_ALWAYS_LETTERED = frozenset(("leerling",))
_KNOWN = re.compile(
    r"\[(" + "|".join(re.escape(noun) for noun in (*ENGLISH, *ENGLISH.values())) + r")(?: ([A-Z]{1,2}))?\]",
    re.IGNORECASE,
)

Identity = frozenset[int]


class DescriptorLayer:
    """Descriptors that stand in the text already: they are kept, and their letters are not given to anybody else."""

    def find(self, scene: Scene) -> Iterator[Found]:
        """Yield the descriptors in the document."""
        if "[" not in scene.view.text:
            return
        for match in _KNOWN.finditer(scene.view.text):
            scene.used_letters.setdefault(match[1].lower(), set()).add(match[2] or "")
            yield Found(match.start(), match.end(), "keep", HoldKind.PERSON, "descriptors")


def descriptors(scene: Scene, replaced: list[Found], language: str, rare: Collection[str] = ()) -> list[str]:
    """Return the descriptor for each find of `replaced`, which are in order of appearance.

    `rare` are the roles that too few people have to be told: whoever has one is a "collega".
    """
    identities = _identities(scene, [found for found in replaced if found.who])
    labels = _labels(scene, list(identities.values()), language, rare)
    texts: list[str] = []
    for found in replaced:
        label = labels[identities[found.who]] if found.who else _worded(found.noun, language)
        if begins_sentence(scene.view.text, found.start):
            label = label[:1].upper() + label[1:]
        texts.append(f"[{label}]" + ("'s" if found.possessive else ""))
    return texts


def _worded(noun: str, language: str) -> str:
    return ENGLISH.get(noun, noun) if language == "en" else noun


def _identities(scene: Scene, found: list[Found]) -> dict[frozenset[int], Identity]:
    """Return who each set of candidates is, as far as the document tells; in order of appearance.

    Evidence is: named without doubt elsewhere in the document, or among its authors and participants; then: the only
    candidate of one of the document's schools. Without any the candidates stay together.
    """
    certain = frozenset[int]().union(scene.context.present, *(f.who for f in found if len(f.who) == 1))
    known: dict[frozenset[int], Identity] = {}
    for find in found:
        if find.who in known:
            continue
        who = find.who
        if len(who) > 1 and len(who & certain) == 1:
            who = who & certain
        elif len(who) > 1:
            near = frozenset(w for w in who if scene.entities[w].school in scene.context.schools)
            who = near if len(near) == 1 else who
        known[find.who] = who
    return known


def _labels(scene: Scene, order: list[Identity], language: str, rare: Collection[str]) -> dict[Identity, str]:
    by_noun: dict[str, list[Identity]] = {}
    for identity in order:
        nouns = {"collega" if (noun := scene.entities[w].noun) in rare else noun for w in identity}
        noun = nouns.pop() if len(nouns) == 1 else "persoon"
        group = by_noun.setdefault(noun, [])
        if identity not in group:
            group.append(identity)
    labels: dict[Identity, str] = {}
    for noun, group in by_noun.items():
        word = _worded(noun, language)
        used = scene.used_letters.get(word, set())
        letters = _letters(used)
        for identity in group:
            lettered = noun in _ALWAYS_LETTERED or len(group) > 1 or used
            labels[identity] = f"{word} {next(letters)}" if lettered else word
    return labels


def _letters(used: set[str]) -> Iterator[str]:
    """Yield A, B, … Z, AA, AB, … ZZ, but for those in use."""
    for length in itertools.count(1):
        for letters in itertools.product(string.ascii_uppercase, repeat=length):
            if (name := "".join(letters)) not in used:
                yield name
