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


def test_the_tests_of_a_folder_and_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mirrored place when there is one, else the nearest above; what stands over a room comes too."""
    for name in (
        "commands/test_help.py",
        "protect/test_cases.py",
        "protect/gate/test_labels.py",
        "protect/test_gate.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "protect/empty").mkdir()
    monkeypatch.setattr(room_tests, "TESTS", tmp_path)

    def names(places: list[Path]) -> list[str]:
        return [place.relative_to(tmp_path).as_posix() for place in places]

    assert names(room_tests.own("protect/gate")) == ["protect/gate", "protect/test_gate.py"]
    assert names(room_tests.own("protect/gate/labels")) == ["protect/gate/test_labels.py"]
    assert names(room_tests.own("protect/gate/signatures")) == ["protect/gate", "protect/test_gate.py"]
    assert names(room_tests.own("protect/empty/one")) == ["protect"]
    assert names(room_tests.own("commands/console")) == ["commands"]
    over = names(room_tests.tests_of("protect/gate/labels"))
    assert over[:3] == ["protect/gate/test_labels.py", "test_architecture.py", "protect/test_cases.py"]


def test_a_room_that_is_not_there_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    """With the names of those that are."""
    assert room_tests.main("protect/keuken") == 2
    assert "protect/leak_check" in capsys.readouterr().out
