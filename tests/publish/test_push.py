"""Real pushes to a real bare repository."""

from __future__ import annotations

import os
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from proefpraktijk.model.problem import Problem
from proefpraktijk.publish.push import push_site
from proefpraktijk.publish.site.source_digest import digest_of_sources
from proefpraktijk.publish.site.verify import Record, contents
from publish.sites import tree


class Place:
    """A verified site and a bare repository to publish it to."""

    def __init__(self, folder: Path) -> None:
        """Lay both down in `folder`."""
        self.root, self.remote = folder / "hier", folder / "openbaar.git"
        self.site, self.record = self.root / "site", self.root / ".cache" / "site.json"
        self.site.mkdir(parents=True)
        (self.root / "mkdocs.yml").write_text("site_name: Kennisbank\n", encoding="utf-8")
        self.report = self.root / "content/reports/een.md"
        self.report.parent.mkdir(parents=True)
        self.report.write_text("Een verslag.\n", encoding="utf-8")
        git(folder, "init", "--quiet", "--bare", str(self.remote))
        self.write({"index.html": b"<p>Start</p>", "verslagen/een/index.html": b"Een\r\n\0", ".nojekyll": b""})
        self.verified()

    def write(self, files: dict[str, bytes]) -> None:
        """Write files into the site."""
        for path, data in files.items():
            (self.site / path).parent.mkdir(parents=True, exist_ok=True)
            (self.site / path).write_bytes(data)

    def verified(self) -> None:
        """Put on record that the site as it is was searched, and made from what there is."""
        Record(contents(self.site), searched="alles", sources=digest_of_sources(self.root)).save(self.record)

    def publish(self, remote: str | None = None, branch: str = "gh-pages") -> tuple[Problem, ...]:
        """Publish the site."""
        return push_site(self.root, remote or str(self.remote), branch)

    @property
    def commit(self) -> str:
        """The commit the branch holds."""
        return git(self.remote, "rev-parse", "gh-pages")

    def published(self, branch: str = "gh-pages") -> dict[str, bytes]:
        """Return the files of the branch, as somebody who clones it gets them."""
        clone = self.root.parent / f"kloon-{len(list(self.root.parent.iterdir()))}"
        git(
            self.root.parent,
            "clone",
            "--quiet",
            "-c",
            "core.autocrlf=false",
            "--branch",
            branch,
            str(self.remote),
            str(clone),
        )
        return {path: data for path, data in tree(clone).items() if not path.startswith(".git/")}


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Give a verified site with a remote."""
    return Place(tmp_path)


def test_exactly_the_verified_bytes_arrive(place: Place) -> None:
    """Every file as it is, line ends and zero bytes too, and nothing else."""
    assert place.publish() == ()
    assert place.published() == tree(place.site)


def test_the_branch_has_one_commit_that_discloses_nothing(place: Place) -> None:
    """No parent, a neutral author, the first second of 1970."""
    place.publish()
    commit = git(place.remote, "log", "--format=%H|%P|%an <%ae>|%cn|%at %ct|%B", "gh-pages")
    assert commit == f"{place.commit}||proefpraktijk <noreply@proefpraktijk.invalid>|proefpraktijk|0 0|Kennisbank"


def test_the_same_site_is_the_same_commit(place: Place, tmp_path: Path) -> None:
    """Whoever publishes, whenever, wherever."""
    (tmp_path / "daar").mkdir()
    other = Place(tmp_path / "daar")
    place.publish()
    other.publish()
    assert place.commit == other.commit
    assert place.publish() == ()
    assert place.commit == other.commit


def test_what_was_withdrawn_is_not_in_the_history(place: Place) -> None:
    """The next push replaces the commit; the branch leads to nothing old."""
    place.write({"verslagen/geheim/index.html": b"EENMALIG"})
    place.verified()
    place.publish()
    old = place.commit
    (place.site / "verslagen/geheim/index.html").unlink()
    place.verified()
    place.publish()
    assert git(place.remote, "rev-list", "--count", "--all") == "1"
    assert old not in git(place.remote, "rev-list", "--all")
    assert "geheim" not in git(place.remote, "log", "--name-only", "--all")


@pytest.mark.parametrize("how", ["no record", "hits found", "no site"])
def test_an_unverified_site_is_refused(place: Place, how: str) -> None:
    """No record, or a record that says something was found: nothing goes out."""
    if how == "no record":
        place.record.unlink()
    elif how == "hits found":
        Record(contents(place.site), searched="").save(place.record)
    else:
        place.site.rename(place.root / "elders")
    (problem,) = place.publish()
    assert problem.rule == "PP831"
    assert git(place.remote, "for-each-ref") == ""


@pytest.mark.parametrize("how", ["changed", "added", "removed", "link"])
def test_a_site_changed_since_is_refused(place: Place, how: str) -> None:
    """One byte is enough."""
    file = place.site / "index.html"
    if how == "changed":
        file.write_bytes(b"<p>start</p>")
    elif how == "added":
        (place.site / "z.html").write_text("x")
    else:
        file.unlink()
        if how == "link":
            file.symlink_to("/etc/hostname")
    (problem,) = place.publish()
    assert problem.rule == "PP832"
    assert git(place.remote, "for-each-ref") == ""


@pytest.mark.parametrize("how", ["edited", "removed", "renamed", "added", "settings", "templates", "picture"])
def test_a_site_of_other_sources_is_refused(place: Place, how: str) -> None:
    """A report withdrawn after the build must not go out with the site of before."""
    if how == "edited":
        place.report.write_text("Een verslaG.\n", encoding="utf-8")
    elif how == "removed":
        place.report.unlink()
    elif how == "renamed":
        place.report.rename(place.report.with_name("twee.md"))
    else:
        file = {
            "added": "content/decisions.yml",
            "settings": "mkdocs.yml",
            "templates": "templates/pages/base.j2",
            "picture": "content/media/bord.jpg",
        }[how]
        (place.root / file).parent.mkdir(parents=True, exist_ok=True)
        (place.root / file).write_bytes(b"anders")
    (problem,) = place.publish()
    assert problem.rule == "PP837"
    assert git(place.remote, "for-each-ref") == ""
    place.verified()
    assert place.publish() == ()


def test_touching_a_file_is_no_change(place: Place) -> None:
    """Only bytes count: a new clone, another date, an editor's backup make no difference."""
    os.utime(place.report, (0, 0))
    place.report.with_name(".een.md.swp").write_text("x")
    assert place.publish() == ()


def test_a_remote_by_its_name(place: Place) -> None:
    """The name of a remote of the repository the site stands in."""
    git(place.root, "init", "--quiet", "--initial-branch=main")
    git(place.root, "remote", "add", "openbaar", str(place.remote))
    assert place.publish("openbaar", "paginas") == ()
    assert place.published("paginas") == tree(place.site)


def test_an_address_relative_to_the_root(place: Place) -> None:
    """As git itself takes it."""
    assert place.publish("../openbaar.git") == ()


@pytest.mark.parametrize("remote", ["nergens", "--upload-pack=touch x", "-x"])
def test_an_unknown_remote(place: Place, remote: str) -> None:
    """A name that leads nowhere, or something that would pass for an option."""
    (problem,) = place.publish(remote)
    assert problem.rule == "PP833"


@pytest.mark.parametrize("branch", ["", "-x", "a..b", "a b"])
def test_no_name_of_a_branch(place: Place, branch: str) -> None:
    """What git would not take is refused before anything is done."""
    (problem,) = place.publish(branch=branch)
    assert problem.rule == "PP834"


def test_the_sources_are_not_overwritten(place: Place) -> None:
    """The branch that is worked on, in the repository it came from, holds `content/`."""
    git(place.root, "init", "--quiet", "--initial-branch=main")
    git(place.root, "remote", "add", "origin", str(place.remote))
    for remote in ("origin", str(place.remote)):
        (problem,) = place.publish(remote, "main")
        assert problem.rule == "PP835"
    assert place.publish("origin") == ()


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("https://gebruiker:GEHEIM@voorbeeld.invalid/x.git", "https://voorbeeld.invalid/x.git"),
        ("https://GEHEIM@voorbeeld.invalid/x.git", "https://voorbeeld.invalid/x.git"),
        ("https://gebruiker:p@GEHEIM@voorbeeld.invalid/x@y", "https://voorbeeld.invalid/x@y"),
        ("ssh://git:GEHEIM@voorbeeld.invalid:22/x.git, a@b", "ssh://voorbeeld.invalid:22/x.git, a@b"),
    ],
)
def test_a_push_that_fails_is_reported_without_secrets(place: Place, said: str, shown: str) -> None:
    """What git passes on, in one line; a password or token inside an address is not repeated."""
    hook = place.remote / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\necho 'niet naar {said}' >&2\necho 'en niet nu' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    (problem,) = place.publish()
    assert problem.rule == "PP836"
    text = str(problem.message.values["text"])
    assert f"niet naar {shown}" in text
    assert "en niet nu" in text
    assert "GEHEIM" not in text
    assert "\n" not in text


class _Closed(BaseHTTPRequestHandler):
    """A host that lets nobody in."""

    def do_GET(self) -> None:
        """Ask for a password."""
        self.send_response(401)
        self.send_header("WWW-Authenticate", "Basic")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_token_that_git_itself_repeats_is_not_shown(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for the password that goes with a user, git names the user, and a token stands in its place."""
    monkeypatch.setenv("GIT_TERMINAL_PROMPT", "0")
    for name in ("GIT_ASKPASS", "SSH_ASKPASS", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), _Closed) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        (problem,) = place.publish(f"http://GEHEIM@127.0.0.1:{host.server_port}/x.git")
        host.shutdown()
    text = str(problem.message.values["text"])
    assert f"could not read Password for 'http://127.0.0.1:{host.server_port}'" in text
    assert "GEHEIM" not in text


def test_without_git_that_is_what_is_said(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a traceback."""
    monkeypatch.setenv("PATH", "")
    (problem,) = place.publish()
    assert problem.rule == "PP830"


def test_the_users_settings_leave_no_trace(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name, signature, hooks, template, line ends and a borrowed repository of the user's make no difference."""
    place.publish()
    plain = place.commit
    home = tmp_path / "thuis"
    hooks = home / "hooks"
    hooks.mkdir(parents=True)
    for hook in ("pre-push", "post-commit"):
        (hooks / hook).write_text(f"#!/bin/sh\ntouch {home}/{hook}.ran\nexit 1\n")
        (hooks / hook).chmod(0o755)
    (home / ".gitconfig").write_text(
        f"[user]\nname = Sanne\nemail = s@x.nl\nsigningkey = 1\n[commit]\ngpgsign = true\n[push]\ngpgsign = true\n"
        f"[core]\nhooksPath = {hooks}\nautocrlf = true\n[init]\ntemplateDir = {home}\ndefaultObjectFormat = sha256\n"
    )
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Sanne")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-01-01T00:00:00Z")
    monkeypatch.setenv("GIT_DIR", str(home / "van-een-ander"))
    place.write({"index.html": b"anders\r\n"})
    place.verified()
    assert place.publish() == ()
    for name in ("HOME", "GIT_AUTHOR_NAME", "GIT_COMMITTER_DATE", "GIT_DIR"):
        monkeypatch.delenv(name)
    published = place.commit
    assert published != plain
    place.publish()
    assert place.commit == published
    assert place.published()["index.html"] == b"anders\r\n"
    assert not list(home.glob("*.ran"))
    assert "Sanne" not in git(place.remote, "log", "--format=%an%cn%B", "--all")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GIT_DIR", "{other}"),
        ("GIT_COMMON_DIR", "{other}"),
        ("GIT_OBJECT_DIRECTORY", "{other}/objects"),
        ("GIT_WORK_TREE", "{other}"),
        ("GIT_INDEX_FILE", "{other}/index"),
        ("GIT_NAMESPACE", "van-een-ander"),
        ("GIT_QUARANTINE_PATH", "{other}"),
        ("GIT_SHALLOW_FILE", "{other}/HEAD"),
        ("GIT_AUTHOR_NAME", "Sanne"),
        ("GIT_AUTHOR_EMAIL", "sanne@voorbeeld.invalid"),
        ("GIT_AUTHOR_DATE", "2026-01-01T00:00:00Z"),
        ("GIT_COMMITTER_NAME", "Sanne"),
        ("GIT_COMMITTER_DATE", "2026-01-01T00:00:00Z"),
        ("GIT_DEFAULT_HASH", "sha256"),
        ("GIT_TEMPLATE_DIR", "{other}"),
        ("GIT_CONFIG_GLOBAL", "{other}/settings"),
        ("GIT_CONFIG_SYSTEM", "{other}/settings"),
        ("GIT_CONFIG_PARAMETERS", "'fastimport.unpackLimit=kapot'"),
    ],
)
def test_no_variable_of_git_reaches_the_commit(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Set by the user, or by the hook of another repository this is run from: the same commit on the same branch."""
    place.publish()
    plain = place.commit
    git(place.remote, "update-ref", "-d", "refs/heads/gh-pages")
    other = tmp_path / "ander.git"
    git(tmp_path, "init", "--quiet", "--bare", str(other))
    (other / "settings").write_text("[fastimport]\nunpackLimit = kapot\n", encoding="utf-8")
    before = tree(other)
    monkeypatch.setenv(name, value.format(other=other))
    assert place.publish() == ()
    monkeypatch.delenv(name)
    assert git(place.remote, "for-each-ref", "--format=%(refname) %(objectname)") == f"refs/heads/gh-pages {plain}"
    assert tree(other) == before


def test_settings_handed_over_in_variables_do_not_reach_the_commit(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `git -c` hands them to whatever it runs."""
    for name, value in (("COUNT", "1"), ("KEY_0", "fastimport.unpackLimit"), ("VALUE_0", "kapot")):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    assert place.publish() == ()


def test_settings_in_the_home_folder_do_not_reach_the_commit(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A setting that stops git from making a commit at all, where git looks for it."""
    (tmp_path / "git").mkdir()
    for file in (tmp_path / ".gitconfig", tmp_path / "git" / "config"):
        file.write_text("[fastimport]\nunpackLimit = kapot\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert place.publish() == ()


def test_the_way_in_is_the_users(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The push itself heeds the user's settings: here, what an address is short for."""
    (tmp_path / ".gitconfig").write_text(f'[url "{place.remote}"]\ninsteadOf = kort:\n', encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert place.publish("kort:") == ()
    assert place.published() == tree(place.site)


def test_a_remote_of_another_repository_is_unknown_here(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run from a hook, git's variables name the repository of the hook; its remotes are not ours."""
    other = tmp_path / "ander.git"
    git(tmp_path, "init", "--quiet", "--bare", str(other))
    git(other, "remote", "add", "elders", str(place.remote))
    monkeypatch.setenv("GIT_DIR", str(other))
    (problem,) = place.publish("elders")
    assert problem.rule == "PP833"


def test_nothing_is_left_behind(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The passing repository goes; the site's root is untouched."""
    passing = tmp_path / "voorbijgaand"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    before = tree(place.root)
    place.publish()
    assert tree(place.root) == before
    assert list(passing.iterdir()) == []
