"""Every room of the program has tests that `make test-room` finds."""

from __future__ import annotations

from pathlib import Path

import pytest

import room_tests


@pytest.mark.parametrize("room", room_tests.rooms())
def test_a_room_has_tests_of_its_own(room: str) -> None:
    """A folder or module leads to files or folders that hold tests, and never to the suite as a whole."""
    found = room_tests.own(room)
    assert found
    assert room_tests.TESTS not in found
    assert all(place.is_file() or any(place.rglob("test_*.py")) for place in room_tests.tests_of(room))


def test_each_table_names_rooms_that_are_there() -> None:
    """A room that is moved takes its entries with it."""
    assert not {*room_tests.ELSEWHERE, *room_tests.ALSO} - {"", "locale", "scaffold", *room_tests.rooms()}


def test_the_tests_of_a_folder_and_a_file() -> None:
    """The mirrored place when there is one, else the nearest above; what stands over a room comes too."""

    def names(places: list[Path]) -> list[str]:
        return [place.relative_to(room_tests.TESTS).as_posix() for place in places]

    assert names(room_tests.own("protect/leak_check/byte_search")) == ["protect/leak_check/test_byte_search.py"]
    assert names(room_tests.own("protect/leak_check/unpacking")) == ["protect/leak_check"]
    assert names(room_tests.own("commands/console")) == ["cli"]
    assert "protect/test_cases.py" in names(room_tests.tests_of("protect/finders/gate"))
    assert "test_architecture.py" in names(room_tests.tests_of("runtime/cache"))


def test_a_room_that_is_not_there_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    """With the names of those that are."""
    assert room_tests.main("protect/keuken") == 2
    assert "protect/leak_check" in capsys.readouterr().out
