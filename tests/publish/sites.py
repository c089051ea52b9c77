"""A small site to stage and build: a navigation of three pages, reports outside it, a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from proefpraktijk.model.paths import DocPath
from proefpraktijk.model.problem import Problem
from proefpraktijk.publish.engines import Engine
from proefpraktijk.publish.engines.mkdocs_family import Classic
from proefpraktijk.publish.site.make_site import SiteRequest, SiteResult, make_site
from proefpraktijk.publish.site.work_folders import WorkFolders
from proefpraktijk.publish.staging.stage import Staged, stage
from proefpraktijk.runtime.build_lock import locked
from proefpraktijk.wording import Wording

SETTINGS = """\
site_name: Kennisbank
site_url: https://vereniging.example/kennisbank/
docs_dir: build/docs
site_dir: site
theme:
  name: material
  custom_dir: build/theme
  language: nl
  font: false
plugins: []
markdown_extensions: [attr_list]
nav:
  - Start: index.md
  - "Thema's": themas/index.md
  - Over: over.md
not_in_nav: |
  /verslagen/
"""


@dataclass(frozen=True)
class Text:
    """A planned page of a given text."""

    text: str

    @property
    def digest(self) -> str:
        """Hash the text."""
        return blake2b(self.text.encode(), digest_size=16).hexdigest()

    def make(self) -> bytes:
        """Return the text as bytes."""
        return self.text.encode()


@dataclass(frozen=True)
class Found:
    """A hit of `Search`."""

    rule: str


@dataclass(frozen=True)
class Search:
    """Finds strings as they stand."""

    strings: Mapping[bytes, str] = field(default_factory=dict)

    def hits(self, _name: str, data: bytes) -> list[Found]:
        """Return the rule of every string in `data`."""
        return [Found(rule) for string, rule in self.strings.items() if string in data]


def page(title: str, text: str) -> Text:
    """Plan a page as the generator writes it: front matter, a heading, escaped HTML."""
    return Text(f'---\ntitle: "{title}"\n---\n\n# {title} {{ #boven }}\n\n<p>{text}</p>\n')


@dataclass
class Site:
    """A site's root with what is planned for it."""

    root: Path
    plan: dict[DocPath, Text]
    assets: dict[str, bytes] = field(default_factory=lambda: {"beeld/beeld-1.svg": b"<svg/>"})
    theme: dict[str, bytes] = field(default_factory=lambda: {"main.html": b'{% extends "base.html" %}'})
    search: Search = field(default_factory=Search)
    secrets_digest: str = "niets"

    @property
    def folders(self) -> WorkFolders:
        """Where it is made."""
        return WorkFolders.at(self.root)

    def stage(self) -> Staged:
        """Stage what is planned."""
        return stage(self.plan, self.assets, self.theme, self.root / "build", self.root / ".cache" / "staged.json")

    def make(self, engine: Engine) -> SiteResult:
        """Stage and build."""
        with locked(self.folders.lock):
            return make_site(self.folders, SiteRequest(self.stage(), engine, self.search, self.secrets_digest))

    def bytes(self) -> dict[str, bytes]:
        """Return every file of the site in place."""
        return tree(self.folders.site)


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def reported(problems: tuple[Problem, ...]) -> list[str]:
    """Return the problems as people read them in English."""
    wording = Wording("en")
    return [f"{problem.place.path}: {problem.rule} {wording.say(problem.message)}" for problem in problems]


ONE_PROCESS = Classic("mkdocs", most_shards=1)
TWO_PROCESSES = Classic("mkdocs", most_shards=2, pages_worth_a_shard=2)


def small_site(root: Path, reports: int = 5) -> Site:
    """Lay down `mkdocs.yml` and plan a few pages."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    plan = {
        DocPath("index.md"): page("Start", '<a href="verslagen/verslag-0/">Het eerste verslag</a>'),
        DocPath("themas/index.md"): page("Thema's", "Veiligheid"),
        DocPath("over.md"): page("Over", "Wie wij zijn"),
    }
    plan |= {
        DocPath(f"verslagen/verslag-{n}.md"): page(f"Verslag {n}", f"Rustig starten, poging {n}.")
        for n in range(reports)
    }
    return Site(root, plan)
