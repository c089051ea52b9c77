"""What `mkdocs.yml` says, as far as we must know it; the engine itself reads it in full.

Tags of other programs (`!!python/name:`) are looked past, never acted on.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from proefpraktijk.model.paths import ContentPath, DocPath
from proefpraktijk.model.problem import Message, Place, Problem

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.\[\]:-]+(?:/[A-Za-z0-9/._~!$'()*+,;=:@%-]*)?")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Lenient(_Loader):  # type: ignore[misc]
    """Reads YAML and takes any value with a tag it does not know for nothing."""


_Lenient.add_multi_constructor("", lambda _loader, _suffix, _node: None)


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """The part of `mkdocs.yml` that decides how a site can be built.

    `nav` holds the pages in the navigation (None: the engine must make it up). `nav_titled` says whether the file
    gives each of them its title. `digest` changes with the file.
    """

    site_url: str
    directory_urls: bool
    nav: frozenset[DocPath] | None
    nav_titled: bool
    search: bool
    independent: bool
    """Pages outside the navigation do not depend on each other, so they may be built apart."""
    own_theme: bool
    """The theme's overrides are the staged ones, in `build/theme`."""
    digest: str

    @property
    def home(self) -> str:
        """The absolute address of the home page, with a slash at the end; empty when none is given that a link can hold."""
        return f"{self.site_url.rstrip('/')}/" if _ADDRESS.fullmatch(self.site_url) else ""

    @property
    def base_path(self) -> str:
        """The path below which the site is served, with a slash at both ends: `/kennisbank/`."""
        path = urlsplit(self.site_url).path.strip("/")
        return f"/{path}/" if path else "/"

    def destination(self, doc: DocPath) -> str:
        """Return the file of the site that the page `doc` becomes (the rule of MkDocs and its successors)."""
        if not doc.endswith(".md"):
            return doc
        stem = doc.removesuffix(".md")
        folder, _, name = stem.rpartition("/")
        if name in {"index", "README"}:
            return f"{folder}/index.html" if folder else "index.html"
        return f"{stem}/index.html" if self.directory_urls else f"{stem}.html"


def read_settings(config_file: Path) -> EngineSettings | Problem:
    """Read `mkdocs.yml`; a file that is missing or broken gives a Problem."""
    place = ContentPath(config_file.name)
    try:
        data = config_file.read_bytes()
    except OSError:
        return Problem(
            "PP801",
            Place(place),
            Message("there is no {file} here, or it cannot be read", {"file": config_file.name}),
            Message("run this in the folder of the site, or make a new one with: proefpraktijk init"),
        )
    try:
        found = yaml.load(data, Loader=_Lenient)  # noqa: S506 - _Lenient is a SafeLoader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        return Problem("PP802", Place(place, line, column), Message("this is not valid YAML"))
    if not isinstance(found, dict):
        return Problem("PP802", Place(place), Message("this is not valid YAML"))
    return _settings(found, data)


def _settings(found: dict[str, Any], data: bytes) -> EngineSettings:
    entries = None if found.get("nav") is None else list(_entries(found["nav"]))
    theme = found.get("theme")
    plugins = _names(found.get("plugins", ["search"]))
    whole = b"!ENV" not in data and not any(
        found.get(key) for key in ("INHERIT", "hooks", "extra_templates", "draft_docs")
    )
    return EngineSettings(
        site_url=str(found.get("site_url") or ""),
        directory_urls=found.get("use_directory_urls") is not False,
        nav=None if entries is None else frozenset(DocPath(path) for _, path in entries),
        nav_titled=entries is not None and all(title for title, _ in entries),
        search=any(name.rpartition("/")[2] == "search" for name in plugins),
        independent=whole and entries is not None and not plugins,
        own_theme=isinstance(theme, dict) and posixpath.normpath(str(theme.get("custom_dir"))) == "build/theme",
        digest=blake2b(data, digest_size=16).hexdigest(),
    )


def _names(plugins: Any) -> list[str]:
    """Return the names in a `plugins` setting, which may be a list of names and mappings, or a mapping."""
    if isinstance(plugins, dict):
        return [str(name) for name in plugins]
    if isinstance(plugins, list):
        return [str(next(iter(item), "")) if isinstance(item, dict) else str(item) for item in plugins]
    return [str(plugins)] if plugins else []


def _entries(nav: Any, title: str | None = None) -> Iterator[tuple[str | None, str]]:
    """Yield `(title, path)` of every page in a `nav` setting, at any depth; links to elsewhere are not pages."""
    if isinstance(nav, str):
        if nav.endswith(".md"):
            yield title, nav.lstrip("/")
    elif isinstance(nav, dict):
        for name, below in nav.items():
            yield from _entries(below, None if name is None else str(name))
    elif isinstance(nav, list):
        for item in nav:
            yield from _entries(item)
