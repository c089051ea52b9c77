"""The site engines: each builds a site from the same staging folder and the same `mkdocs.yml`.

Takes: the staging folder.
Gives: a folder of HTML, or problems.
"""

from .engine import Engine, Job
from .mkdocs_family import InProcess, MkDocs, ProperDocs
from .settings import EngineSettings, read_settings
from .zensical import Zensical

_ALL: tuple[Engine, ...] = (
    MkDocs,
    Zensical(),
    ProperDocs,
)

ENGINES: dict[str, Engine] = {engine.name: engine for engine in _ALL}
"""Every engine by its name on the command line; the first is the default."""

__all__ = [
    "ENGINES",
    "Engine",
    "EngineSettings",
    "InProcess",
    "Job",
    "MkDocs",
    "ProperDocs",
    "Zensical",
    "read_settings",
]
