"""What detection costs: a fresh process that looks at every document once, and says what it took.

`python benchmarks/leaks_speed.py` reads a JSON object from standard input (`roster`: a file or null, `texts`) and
writes one to standard output; `measured` runs that process.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_REPORT = 300
_TOKENS = re.compile(r"\w+|[^\w\s]")
_WARM = "De groep rekent."


@dataclass(frozen=True, slots=True)
class Speed:
    """What a process took.

    `start`: seconds of wall clock from its start until the first short text was looked at. `first` and `again`:
    milliseconds of CPU for 300 words, all documents for the first time and then once more. `tokens`: the same for a
    regular expression that cuts the same text in words, for comparison. `memory`: the process's own peak, in MB; None
    where the system does not tell.
    """

    start: float
    first: float
    again: float
    tokens: float
    memory: float | None


def measured(roster: Path | None, texts: Sequence[str]) -> Speed:
    """Measure in a fresh process."""
    order = json.dumps({"roster": roster and str(roster), "texts": texts, "since": time.time()})
    done = subprocess.run([sys.executable, __file__], input=order, capture_output=True, text=True, check=True)
    return Speed(**json.loads(done.stdout))


def main() -> None:
    """Do what the order on standard input says."""
    from leaks_gold import blocks_of  # noqa: PLC0415 - part of what is measured
    from proefpraktijk.model.corpus import Roster  # noqa: PLC0415
    from proefpraktijk.roster_file import airlock_for, read_roster  # noqa: PLC0415

    order = json.load(sys.stdin)
    roster = read_roster(Path(order["roster"])) if order["roster"] else Roster()
    assert isinstance(roster, Roster)
    airlock = airlock_for(roster)

    def look(text: str) -> None:
        airlock.scan(blocks_of(text))

    look(_WARM)
    start = time.time() - order["since"]
    texts = order["texts"]
    first, again = _cost(look, texts), _cost(look, texts)
    speed = {"start": start, "first": first, "again": again, "tokens": _cost(_TOKENS.findall, texts)}
    json.dump({**speed, "memory": _peak()}, sys.stdout)


def _cost(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return the milliseconds of CPU that `work` takes for 300 words."""
    begin = time.process_time()
    for text in texts:
        work(text)
    words = sum(text.count(" ") + 1 for text in texts)
    return 1000 * (time.process_time() - begin) * _REPORT / words


def _peak() -> float | None:
    """Return the highest resident memory of this process (VmHWM of proc(5)): since its own start, unlike getrusage."""
    try:
        found = re.search(r"^VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(), re.MULTILINE)
    except OSError:
        return None
    return int(found[1]) / 1024 if found else None


if __name__ == "__main__":
    main()
