"""The names among the data: how they are made of Deduce's lists, and what must be in them."""

from __future__ import annotations

import gzip
from pathlib import Path

from build_name_words import TARGET, classes


def test_the_class_of_a_word_follows_from_the_lists_it_is_in(tmp_path: Path) -> None:
    """A word gathers what it is from all lists, exceptions and longer names included; small words count alone only."""
    lists = {
        "names/lst_first_name/items.txt": "Roos\nJurre\n",
        "names/lst_first_name/exceptions.txt": "Wil\n",
        "names/lst_surname/items.txt": "Roos\nGroot Koerhuis\n",
        "names/lst_interfix_surname/items.txt": "Velde\n",
        "names/lst_interfix/items.txt": "op de\n",
        "locations/lst_placename/lst_residence/items.txt": "Roos (Gld)\nOp De Kamp\n",
        "whitelist/lst_stop_word/items.txt": "de\nop\n",
    }
    for name, text in lists.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert classes(tmp_path) == {
        "roos": "fsp",
        "jurre": "f",
        "wil": "f",
        "groot": "w",
        "koerhuis": "w",
        "velde": "s",
        "kamp": "w",
    }


def test_the_file_is_sorted_and_tells_where_it_is_from() -> None:
    """Heading first, then words in order, each with its classes; words that are names as well are among them."""
    lines = gzip.decompress(TARGET.read_bytes()).decode().splitlines()
    heading = [line for line in lines if line.startswith("#")]
    assert lines[: len(heading)] == heading
    assert "Deduce" in heading[0]
    words = [line.split(" ") for line in lines[len(heading) :]]
    assert [word for word, _ in words] == sorted(word for word, _ in words)
    assert {kind for _, kinds in words for kind in kinds} == set("fspw")
    known = dict(map(tuple, words))
    assert "f" in known["wil"]
    assert "s" in known["bakker"]
    assert "p" in known["ede"]
