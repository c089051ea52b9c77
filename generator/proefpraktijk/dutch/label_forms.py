"""Forms a Dutch label takes in running text: plurals, the -e of adjectives, the verbs in -eren.

The rules are those of the Algemene Nederlandse Spraakkunst (3.5.2 plural, 6.4.1 adjective, 2.3 verb) and of Dutch
spelling (open and closed syllables, s/z and f/v). They generate *candidates*: a form that is no word never occurs in a
text and does no harm, so a rule need only be complete where it is right, and must not produce a different word
(`bom` → `bomen`). Libraries were looked at: stemmers join words of different meaning (`herkennen`, `herkenning`),
lemmatisers bring 30 MB or more of data, and the pluralisers need Hunspell installed.
"""

from __future__ import annotations

import re

_PREPOSITION = re.compile("aan|bij|binnen|buiten|door|in|met|na|naar|om|onder|op|over|te|tegen|tot|tussen|uit|van|voor")
_DETERMINERS = frozenset(("de", "een", "het"))
_VOICED = {"s": "z", "f": "v"}
_IRREGULAR = {
    "blad": ("bladen", "bladeren"),
    "dag": ("dagen",),
    "gebrek": ("gebreken",),
    "kind": ("kinderen",),
    "lid": ("leden",),
    "lied": ("liederen",),
    "slag": ("slagen",),
    "spel": ("spelen", "spellen"),
    "stad": ("steden",),
    "weg": ("wegen",),
}
"""Plurals whose vowel or ending changes, by the end of the word: `verslag`, `leerweg`, `kleuterspel`."""
_UNSTRESSED = ("el", "em", "en", "er", "ig", "ik", "or")
"""Endings before which the last syllable is unstressed, so that its consonant is not doubled: `middelen`."""
_ADJECTIVE = re.compile(r"(?:ig|lijk|isch|ief|vol|baar|zaam|loos|eel|ieel|gericht)$")
_SEPARABLE = re.compile(r"^(aan|achter|af|bij|door|in|mee|na|om|onder|op|over|samen|terug|toe|uit|voor|weg)(?=.{4})")


def variants(label: str) -> set[str]:
    """Return the forms of a label or alias, each as its lower-case words with a space between; itself among them.

    Hyphens and spaces both separate words. A label that joins words with `en`, or begins with an article, stands as it
    is; else its head inflects: the word before the first preposition (`gesprekken met de leerling`), or the last.
    """
    words = tuple(split(label))
    if not words or _is_adverbial(words):
        return set()
    found = {" ".join(words)}
    if "en" in words or words[0] in _DETERMINERS:
        return found
    head = next((i for i, word in enumerate(words) if i and _PREPOSITION.fullmatch(word)), len(words)) - 1
    found |= {" ".join((*words[:head], form, *words[head + 1 :])) for form in plurals(words[head])}
    return found | adjectives(words[0]) | verbs(words[0]) if len(words) == 1 else found


def split(label: str) -> list[str]:
    """Return the words of a label in lower case, with straight apostrophes."""
    return re.findall(r"\w+(?:'\w+)*'?", label.lower().replace("’", "'"))


def _is_adverbial(words: tuple[str, ...]) -> bool:
    """Return whether a label is an everyday phrase rather than a term, as `in de klas`: never looked for in a text."""
    return len(words) == 3 and bool(_PREPOSITION.fullmatch(words[0])) and words[1] in _DETERMINERS  # noqa: PLR2004


def plurals(word: str) -> set[str]:
    """Return the plurals `word` may have."""
    for ending, forms in _IRREGULAR.items():
        if word.endswith(ending):
            return {word[: -len(ending)] + form for form in forms}
    if re.search(r"heid$", word):
        return {word[:-4] + "heden"}
    if re.search(r"(?:ie|ee)$", word):
        return {word + "s", word + "ën", word[:-1] + "ën"}
    if re.search(r"(?:e|é|eau|ou)$", word):
        return {word + "s", word + "n"} if word[-1] == "e" else {word + "s"}
    if re.search(r"[aiouy]$", word):
        return {word + "'s"}
    return _with_en(word) | ({word + "s"} if word[-1] not in "sxz" else set())


def _with_en(word: str) -> set[str]:
    """Return `word` with the ending -en, in its spelling: a long vowel is written once, a short one doubles."""
    stem, last = word[:-1], word[-1]
    if re.search(r"(?<![aeiou])(aa|ee|oo|uu)$", stem):
        stem = stem[:-1]
        return {f"{stem}{_VOICED.get(last, last)}en", f"{stem}{last}en"}
    if re.search(r"(?:(?<![aeiou])|(?<=qu))[aeiou]$", stem) and last not in "wxj":
        doubled = {f"{word}{last}en"}
        return doubled | {f"{word}en"} if word.endswith(_UNSTRESSED) else doubled
    return {f"{stem}{_VOICED.get(last, last)}en", f"{word}en"}


def adjectives(word: str) -> set[str]:
    """Return the form with -e of an adjective that its ending shows to be one: `zinvolle`, `kwetsbare`, `actieve`."""
    if not _ADJECTIVE.search(word):
        return set()
    if word.endswith("vol"):
        return {word + "le"}
    if word.endswith(("baar", "zaam", "eel")):
        return {word[:-2] + word[-1] + "e"}
    if word.endswith("loos"):
        return {word[:-3] + "oze"}
    return {word[:-1] + "ve"} if word.endswith("ief") else {word + "e"}


def verbs(word: str) -> set[str]:
    """Return the forms of a verb in -eren, which are regular: `evalueert`, `geëvalueerd`, `uitgeprobeerd`, `uit te proberen`.

    Of a separable verb only the forms in which its parts stand together, or with `te` between them.
    """
    if not re.search(r"[^aeiou]eren$|[iu]eren$", word):
        return set()
    forms = _weak(word)
    if separable := _SEPARABLE.match(word):
        first, base = separable.group(), word[separable.end() :]
        forms |= {first + form for form in _weak(base)} | {f"{first} te {base}"}
    return forms


def _weak(infinitive: str) -> set[str]:
    """Return the forms of a weak verb in -eren: `realiseert`, `realiseerden`, `gerealiseerd`."""
    stem = infinitive[:-4] + "eer"
    participle = f"ge{_with_diaeresis(stem)}d"
    return {stem, stem + "t", stem + "de", stem + "den", participle, participle + "e"}


def _with_diaeresis(stem: str) -> str:
    """Return the stem as it is written after `ge-`: `geëvalueerd`, `geïnternaliseerd`."""
    return {"e": "ë", "i": "ï", "u": "ü"}.get(stem[0], stem[0]) + stem[1:]
