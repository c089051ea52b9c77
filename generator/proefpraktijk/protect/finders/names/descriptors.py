"""What is written in the place of a name: bracketed descriptors, the same for the same person within one document.

"[leerling A]" always has a letter, other roles only when a document has more than one of them. Letters go by order of
appearance and mean nothing across documents. Two people who cannot be distinguished share one descriptor, "[leerling A of
B]" when each of them is named elsewhere; nobody is given somebody else's.
"""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Collection, Iterator

from proefpraktijk.dutch.sentence_starts import begins_sentence
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found

ENGLISH = {
    "leerling": "pupil", "leerkracht": "teacher", "ib'er": "care coordinator", "directeur": "head teacher",
    "ouder": "parent", "expert": "expert", "begeleider": "facilitator", "collega": "colleague", "persoon": "person", "school": "school",
    "plaats": "place", "datum": "date", "telefoonnummer": "telephone number", "e-mailadres": "e-mail address",
    "rekeningnummer": "account number", "burgerservicenummer": "citizen service number", "postcode": "postcode",
    "adres": "address", "straat": "street", "account": "account", "nummer": "number", "weggelaten": "left out",
    "leerlingen": "pupils", "leerkrachten": "teachers", "ouders": "parents", "personen": "people",
    "moeder": "mother", "vader": "father", "mama": "mum", "papa": "dad", "mam": "mum", "pap": "dad", "oma": "grandma",
    "opa": "grandpa", "oom": "uncle", "ome": "uncle", "tante": "aunt", "familie": "family", "gezin": "family", "tweeling": "twins",
    "drieling": "triplets", "stiefmoeder": "stepmother", "stiefvader": "stepfather", "pleegmoeder": "foster mother",
    "pleegvader": "foster father", "pleegouders": "foster parents", "pleeggezin": "foster family",
    "grootouders": "grandparents", "verzorgers": "carers", "zus": "sister", "zusje": "little sister", "zussen": "sisters",
    "zusjes": "little sisters", "broer": "brother", "broertje": "little brother", "broers": "brothers",
    "broertjes": "little brothers", "tweelingzus": "twin sister", "tweelingbroer": "twin brother",
    "halfzus": "half-sister", "halfbroer": "half-brother", "neef": "cousin", "neefje": "little cousin", "nicht": "cousin",
    "nichtje": "little cousin", "vriend": "friend", "vriendin": "friend", "vriendje": "friend", "vriendinnetje": "friend",
    "buurjongen": "boy next door", "buurmeisje": "girl next door", "buurvrouw": "neighbour", "buurman": "neighbour",
    "oppas": "babysitter",
}  # fmt: skip
"""Every descriptor in Dutch and in English."""

_ALWAYS_LETTERED = frozenset(("leerling",))
_OF_PUPILS = {"persoon": "ouder", "personen": "ouders"}
"""What a grown-up is who is addressed by the surname of a pupil in the document."""
_NOUN = (
    "(?:" + "|".join(sorted({re.escape(noun) for noun in (*ENGLISH, *ENGLISH.values())}, key=len, reverse=True)) + ")"
)
_NOUNS = rf"{_NOUN}(?: (?:en|and) {_NOUN})?"
_LETTERS = "[A-Z]{1,2}(?: (?:of|or) [A-Z]{1,2})*"
_KNOWN = re.compile(rf"\[(?:{_NOUNS} (?:van|of) )?({_NOUNS})(?: ({_LETTERS}))?\]", re.IGNORECASE)

Identity = frozenset[int]


class DescriptorLayer:
    """Descriptors that stand in the text already: they are kept, and their letters are not given to anybody else."""

    name = "descriptors"

    def find(self, state: DetectionState) -> Iterator[Found]:
        """Yield the descriptors in the document."""
        if "[" not in state.view.text:
            return
        for match in _KNOWN.finditer(state.view.text):
            letters = re.findall("[A-Z]+", match[2] or "") or [""]
            state.used_letters.setdefault(match[1].lower(), set()).update(letters)
            yield Found(match.start(), match.end(), "keep", HoldKind.PERSON, "descriptors")


def descriptors(state: DetectionState, replaced: list[Found], language: str, rare: Collection[str] = ()) -> list[str]:
    """Return the descriptor for each find of `replaced`, which are in order of appearance.

    `rare` are the roles that too few people have to be published: whoever has one is a "collega".
    """
    found = [find for find in replaced if find.who]
    certain = frozenset[int]().union(state.context.present, *(find.who for find in found if len(find.who) == 1))
    identities = _identities(state, found, certain)
    labels = _labels(state, list(identities.values()), certain, language, rare)
    texts: list[str] = []
    for find in replaced:
        label = labels[identities[find.who]] if find.who else _worded(find.noun, language)
        if begins_sentence(state.view.text, find.start):
            label = label[:1].upper() + label[1:]
        texts.append(f"[{label}]" + ("'s" if find.possessive else ""))
    return texts


def _worded(noun: str, language: str) -> str:
    """Return a descriptor in the language of the community; that of a pair is two nouns, "opa en oma"."""
    if language != "en":
        return noun
    return " and ".join(ENGLISH.get(one, one) for one in noun.split(" en "))


def _identities(state: DetectionState, found: list[Found], certain: Identity) -> dict[frozenset[int], Identity]:
    """Return who each set of candidates is, as far as the document shows; in order of appearance.

    Evidence is: named without doubt elsewhere in the document, or among its authors and participants (`certain`); then:
    the only candidate of one of the document's schools. Without any the candidates stay together.
    """
    known: dict[frozenset[int], Identity] = {}
    for find in found:
        if find.who in known:
            continue
        who = find.who
        if len(who) > 1 and len(who & certain) == 1:
            who = who & certain
        elif len(who) > 1:
            near = frozenset(w for w in who if state.entities[w].school in state.context.schools)
            who = near if len(near) == 1 else who
        known[find.who] = who
    return known


def _labels(
    state: DetectionState, order: list[Identity], certain: Identity, language: str, rare: Collection[str]
) -> dict[Identity, str]:
    relatives = {identity: relation for identity in order if (relation := _relative(state, identity, certain))}
    by_noun: dict[str, list[Identity]] = {}
    either = [identity for identity in order if len(identity) > 1 and all(frozenset((w,)) in order for w in identity)]
    for identity in order:
        if identity in either:
            continue
        noun, pupil = relatives.get(identity, ("", identity))
        group = by_noun.setdefault(_noun(state, pupil, rare) if pupil else noun, [])
        if (pupil or identity) not in group:
            group.append(pupil or identity)
    labels: dict[Identity, str] = {}
    for noun, group in by_noun.items():
        word = _worded(noun, language)
        used = state.used_letters.get(word, set())
        letters = _letters(used)
        for identity in group:
            lettered = noun in _ALWAYS_LETTERED or len(group) > 1 or used
            labels[identity] = f"{word} {next(letters)}" if lettered else word
    for identity in either:
        labels[identity] = _either([labels[frozenset((w,))] for w in identity], language)
    of = "of" if language == "en" else "van"
    for identity, (noun, pupil) in relatives.items():
        if pupil:
            labels[identity] = f"{_worded(noun, language)} {of} {labels[pupil]}"
    return labels


def _either(labels: list[str], language: str) -> str:
    """Return "leerling A of B" for "leerling A" and "leerling B"; of different nouns each is written in full."""
    first, *others = sorted(labels, key=lambda label: (len(label), label))
    word = first.rpartition(" ")[0] + " "
    rest = [label.removeprefix(word) for label in others]
    return (" or " if language == "en" else " of ").join((first, *rest))


def _noun(state: DetectionState, identity: Identity, rare: Collection[str]) -> str:
    nouns = {"collega" if (noun := state.entities[w].noun) in rare else noun for w in identity}
    return nouns.pop() if len(nouns) == 1 else "persoon"


def _relative(state: DetectionState, identity: Identity, certain: Identity) -> tuple[str, Identity] | None:
    """Return the relation of somebody known through a pupil, and that pupil when the document leaves no doubt whose it is.

    The only pupil of that surname is meant by "moeder Terlouw"; "mevrouw Terlouw" is a parent only beside a pupil who
    is named.
    """
    (entity,) = (state.entities[w] for w in identity) if len(identity) == 1 else (None,)
    if entity is None or not entity.pupils:
        return None
    named = entity.pupils & certain
    if entity.noun in _OF_PUPILS:
        return (_OF_PUPILS[entity.noun], named if len(named) == 1 else frozenset()) if named else None
    only = named or entity.pupils
    return entity.noun, only if len(only) == 1 else frozenset()


def _letters(used: set[str]) -> Iterator[str]:
    """Yield A, B, … Z, AA, AB, … ZZ, but for those in use."""
    for length in itertools.count(1):
        for letters in itertools.product(string.ascii_uppercase, repeat=length):
            if (name := "".join(letters)) not in used:
                yield name
