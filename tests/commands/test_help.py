"""Help and usage errors, in the language of whoever asks."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

COMMANDS = ("init", "new", "check", "scan", "build", "serve", "pdf", "publish", "stats")


@pytest.mark.parametrize(
    "command", [(), *((name,) for name in COMMANDS), ("new", "report"), ("new", "theme"), ("pdf", "poster")]
)
@pytest.mark.parametrize(("language", "example"), [("nl", "Voorbeeld"), ("en", "Example")])
def test_help_has_an_example(run, command, language: str, example: str) -> None:
    """Every command explains itself and shows how it is used."""
    shown = run(*command, "--help", language=language)
    assert shown.exit_code == 0
    assert example in shown.output
    assert f"proefpraktijk {' '.join(command)}".strip() in shown.output.split(example, 1)[1]


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_is_all_dutch(run, command) -> None:
    """No English line is left in the Dutch help."""
    dutch, english = (set(run(*command, "--help", language=language).output.splitlines()) for language in ("nl", "en"))
    neutral = re.compile(r"\s*(proefpraktijk .*|(--\w+ *)?[A-Z ]*\[.*\])?")
    assert not {line for line in dutch & english if not neutral.fullmatch(line)}


@pytest.mark.parametrize(
    ("arguments", "dutch", "english"),
    [
        (("buid",), "Onbekende opdracht", "No such command"),
        (("check", "--formaat", "json"), "Onbekende optie", "No such option"),
        (("check", "--format", "xml"), "Ongeldige waarde", "Invalid value"),
        (("scan",), "ontbreekt", "Missing argument"),
        (("publish",), "ontbreekt", "Missing option"),
    ],
)
def test_usage_errors(run, arguments, dutch: str, english: str) -> None:
    """A wrong call ends with 2 and says what was wrong, in the user's language."""
    for language, expected in (("nl", dutch), ("en", english)):
        result = run(*arguments, language=language)
        assert result.exit_code == 2
        assert expected in result.output


@pytest.mark.parametrize(("written", "meant"), [("biuld", "build"), ("Check", "check"), ("afdrukken", None)])
def test_a_command_with_a_slip_is_guessed(run, written: str, meant: str | None) -> None:
    """Whoever mistypes a command hears which one is like it, and nothing when none is."""
    result = run(written)
    assert result.exit_code == 2
    assert re.findall(r"Bedoelde u '(\w+)'\?", result.output) == ([meant] if meant else [])


def test_version(run) -> None:
    """The version is one line."""
    assert run("--version").output == "proefpraktijk 0.1.0\n"


@pytest.mark.parametrize(
    ("locale", "expected"), [("en_GB.UTF-8", "Usage:"), ("nl_NL.UTF-8", "Gebruik:"), ("C.UTF-8", "Gebruik:")]
)
def test_language_follows_the_locale(locale: str, expected: str) -> None:
    """A real process takes the language from its environment; Dutch when that says neither."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PROEF"))}
    run = subprocess.run(
        [sys.executable, "-m", "proefpraktijk", "--help"],
        env={**environment, "LANG": locale},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stdout.startswith(expected)
