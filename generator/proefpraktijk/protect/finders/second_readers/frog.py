"""Frog, a second reader: persons, places and organisations by what it learnt from Dutch news.

Frog (van den Bosch et al. 2007; package `frog` of Debian) is a command. It takes seconds to start, so texts are read
many at a time (`ahead`) and what it says of a text is remembered under the text's digest. It runs in a folder of its
own that is gone afterwards, and nothing it prints is shown.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from proefpraktijk.model.problem import Message
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found

from .frog_lines import FrogLine, follow, lines_of
from .tags import ReaderError, Tag, doubts

_REASONS = {
    HoldKind.PERSON: Message("A second reader (Frog) takes this for a person."),
    HoldKind.PLACE: Message("A second reader (Frog) takes this for a place."),
    HoldKind.SCHOOL: Message("A second reader (Frog) takes this for an organisation."),
    HoldKind.UNKNOWN: Message("A second reader (Frog) could not be followed in this sentence."),
}
_INSTALL = Message(
    "install Frog with its data for Dutch (on Debian: apt install frog frogdata), or take frog out of second_readers"
)
_READ = ("frog", "--skip=mpacl", "-n", "-t", "in.txt", "-o", "out.txt")
"""One sentence a line, without multi-word units, parser, morphology, chunks and lemmas: names need none of these."""

_BATCH = 300
"""Sentences for one run: with more its memory grows without end."""

_TO_START = 120
"""Seconds for a start on a slow machine; a sentence more takes far less than a second."""


class FrogLayer:
    """Holds what Frog takes for a person, a place or an organisation.

    `known` maps the digest of a text to what Frog said of it; it grows, and may be kept between runs.
    """

    name = "frog"

    def __init__(self, known: MutableMapping[str, tuple[Tag, ...]]) -> None:
        """Find out which Frog is installed; raises ReaderError when none is."""
        with TemporaryDirectory() as folder:
            self.version = _call(Path(folder), "frog", "--version", patience=_TO_START).partition("\n")[0]
        self._known = known
        self._waiting: dict[str, str] | None = None

    @contextmanager
    def ahead(self) -> Iterator[None]:
        """Within this, texts are gathered instead of read and nothing is held; at its end Frog reads them all."""
        self._waiting = {}
        try:
            yield
            self._read(self._waiting)
        finally:
            self._waiting = None

    def find(self, state: DetectionState) -> Iterator[Found]:
        """Yield a hold for what Frog tags and nobody has explained; raises ReaderError when Frog fails."""
        text = state.view.text
        key = blake2b(f"{self.version}\0{text}".encode(), digest_size=16).hexdigest()
        if key not in self._known:
            if self._waiting is not None:
                self._waiting[key] = text
                return
            self._read({key: text})
        yield from doubts(state, self._known[key], "frog", _REASONS)

    def _read(self, texts: dict[str, str]) -> None:
        """Learn what Frog says of `texts`, by their digests."""
        found: dict[str, list[Tag]] = {key: [] for key in texts}
        lines = [(key, line) for key, text in texts.items() for line in lines_of(text)]
        for start in range(0, len(lines), _BATCH):
            batch = lines[start : start + _BATCH]
            for (key, _), tags in zip(batch, _read([line for _, line in batch]), strict=True):
                found[key].extend(tags)
        self._known.update((key, tuple(tags)) for key, tags in found.items())


def _read(lines: list[FrogLine]) -> list[list[Tag]]:
    """Return what one run of Frog tags in each of `lines`."""
    with TemporaryDirectory() as folder:
        Path(folder, "in.txt").write_text("".join(f"{line.text}\n" for line in lines), encoding="utf-8")
        _call(Path(folder), *_READ, patience=_TO_START + len(lines))
        try:
            said = Path(folder, "out.txt").read_text(encoding="utf-8", errors="replace")
        except OSError:
            raise ReaderError(_INSTALL) from None
    return follow(lines, said)


def _call(folder: Path, *command: str, patience: float) -> str:
    """Run a command in `folder`, whatever it says unseen, and return what it prints, here and there; raises ReaderError."""
    try:
        done = subprocess.run(  # noqa: S603 - the words of the command are ours
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=patience,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        raise ReaderError(_INSTALL) from None
    return done.stdout.decode(errors="replace")
