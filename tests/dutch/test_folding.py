"""One form for every way in which a word can be written, and the two comparisons built on it."""

import pytest

from proefpraktijk.dutch.folding import bare, clean, fold, is_plain, phrase_key, slug_of


@pytest.mark.parametrize(
    "written", ["Yıldırım", "YILDIRIM", "Yildirim", "yıld\u0131rim", "Yi\u00adldirim", "Y\u0456ldirim"]
)
def test_one_name_folds_to_one_form(written: str) -> None:
    """Case, accents, a dotless i, a soft hyphen and a Cyrillic letter make no other name."""
    assert fold(written) == "yildirim"


@pytest.mark.parametrize("written", ["Thema’s", "THEMA'S", "théma`s", " thema\u2018s "])
def test_keys_are_compared_without_case_accents_and_kind_of_quote(written: str) -> None:
    """What people write as a key or a value is one key in any spelling of it."""
    assert phrase_key(written) == "thema's"


@pytest.mark.parametrize(
    "written", ["member check", "Member-Check", "member_check", "member \u2013 check", "member\n check"]
)
def test_gaps_and_hyphens_are_one_space(written: str) -> None:
    """A hyphen, an underscore, a dash and a line break are gaps."""
    assert phrase_key(written) == "member check"


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Thema's van groep 5/6", "themas-van-groep-5-6"),
        ("’s Ochtends – één vraag", "s-ochtends-een-vraag"),
        ("Małgorzata & Øystein, Straße", "malgorzata-oystein-strasse"),
        ("ALLE KINDEREN", "alle-kinderen"),
        ("Правила", ""),
        ("Правила groep 3", "groep-3"),
        ("!?", ""),
    ],
)
def test_slugs(written: str, slug: str) -> None:
    """An address holds only a-z, 0-9 and single hyphens, and no half word of another script."""
    assert slug_of(written) == slug


@pytest.mark.parametrize(
    ("letters", "latin"),
    [
        ("łŁøØđĐðÐıŋħŧɑɡ", "lLoOdDdDinhtag"),
        ("ßæÆœŒþÞ", "ssaeAeoeOethTh"),
        ("АаВЕеЁёІіЇїЈјКкМмНОоРрСсТтУуХх", "AaBEeEeIiIiJjKkMmHOoPpCcTtYyXx"),
        ("ЅѕԁԛԝһӏΑαΒΕΖΗΙιΚκΜΝΟοΡρΤτΥυΧχν", "SsdqwhlAaBEZHIiKkMNOoPpTtYyXxv"),
    ],
)
def test_each_letter_that_hides_a_latin_one(letters: str, latin: str) -> None:
    """A name with one of them is found by the name in plain letters, and the case stays where case is asked for."""
    assert bare(letters) == latin
    assert fold(letters) == latin.lower()


@pytest.mark.parametrize(
    ("written", "cleaned", "origin"),
    [
        ("\u2460a\uff20b", "\u2460a@b", (0, 1, 2, 3, 4)),
        ("e\u0301a", "\u00e9a", (0, 2, 3)),
        ("a\u200db", "ab", (0, 2, 3)),
        ("\u200da", "a", (1, 2)),
        ("a \u200db", "a b", (0, 1, 3, 4)),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469", (0, 1, 2, 3)),
        ("a\U0001f468\u200d\U0001f469", "a\U0001f468\u200d\U0001f469", (0, 1, 2, 3, 4)),
        ("\u0663\uff01\uff5e", "3!~", (0, 1, 2, 3)),
    ],
)
def test_cleaned_text_and_where_each_character_came_from(written: str, cleaned: str, origin: tuple[int, ...]) -> None:
    """What cannot be seen goes, a joiner stays only behind an emoji, and the indices lead back."""
    assert clean(written) == (cleaned, origin)


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Daan", True), ("caf\u00e9", True), ("cafe\u0301", False), ("a\u200db", False), ("a\u00adb", False),
     ("\uff20", False), ("\u0663", False), ("3", True), ("3\u00e9", True), ("\u201cja\u201d", True), ("", True)],
)  # fmt: skip
def test_text_that_needs_no_cleaning(text: str, plain: bool) -> None:  # noqa: FBT001
    """Then cleaning changes nothing."""
    assert is_plain(text) is plain
    assert (clean(text)[0] == text) is plain
