"""Runs MkDocs (or its fork ProperDocs) on one docs folder.

As a program it stands alone, so that a process starts with nothing but the engine: it reads one JSON request from
standard input, writes what the engine logs as JSON lines to standard output, and ends at once when standard
input closes, which is how it learns that whoever started it is gone.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import sys
import threading
from collections.abc import Callable
from typing import Any, TypedDict


class Request(TypedDict):
    """One build. `docs`, `theme` (unless empty) and `site` take the place of what the file `config` says."""

    engine: str
    config: str
    docs: str
    theme: str
    site: str


Say = Callable[[str, str], None]
"""Takes the level (`WARNING`, `ERROR`) and the text of a message of the engine."""


class LogCapture(logging.Handler):
    """Passes on what the engine logs, from warnings up."""

    def __init__(self, say: Say) -> None:
        """Pass everything on to `say`."""
        super().__init__(logging.WARNING)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        """Pass one record on."""
        self._say("ERROR" if record.levelno >= logging.ERROR else "WARNING", record.getMessage())


def load_config(request: Request) -> Any:
    """Return the engine's own configuration object for the request; what the engine raises passes through."""
    engine = request["engine"]
    if engine == "properdocs":
        importlib.import_module("properdocs.replacement")  # lets themes and extensions import it as `mkdocs`
    config: Any = importlib.import_module(f"{engine}.config").load_config(
        config_file=request["config"], docs_dir=request["docs"], site_dir=request["site"]
    )
    if request["theme"]:
        config.theme.dirs[config.theme.dirs.index(config.theme.custom_dir)] = request["theme"]
    return config


def build_shard(request: Request, config: Any, say: Say) -> bool:
    """Build what the request asks for with a loaded `config`; pass each warning to `say`, return whether a site was made."""
    commands = importlib.import_module(f"{request['engine']}.commands.build")
    return with_log(request["engine"], say, lambda: commands.build(config))


def with_log(engine: str, say: Say, action: Callable[[], object]) -> bool:
    """Do something with the engine and pass its log to `say`; return False, with an ERROR as last message, when it raises."""
    logger, capture = logging.getLogger(engine), LogCapture(say)
    level, passes_on = logger.level, logger.propagate
    logger.addHandler(capture)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        action()
    except Exception as error:  # noqa: BLE001 - whatever goes wrong inside an engine is reported, not thrown
        say("ERROR", f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)
        return False
    else:
        return True
    finally:
        logger.removeHandler(capture)
        logger.setLevel(level)
        logger.propagate = passes_on


def main() -> int:
    """Serve one request."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # what the engine or an extension prints must not mix with the answers

    def say(level: str, text: str) -> None:
        answers.write(json.dumps([level, text]) + "\n")

    engine = sys.argv[1]
    ready = with_log(engine, say, lambda: importlib.import_module(f"{engine}.commands.build"))
    line = sys.stdin.readline()
    if not line or not ready:
        return 1
    request: Request = json.loads(line)
    threading.Thread(target=_end_with_the_caller, daemon=True).start()
    configs: list[Any] = []
    ready = with_log(engine, say, lambda: configs.append(load_config(request))) and build_shard(
        request, configs[0], say
    )
    return 0 if ready else 1


def _end_with_the_caller() -> None:
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
