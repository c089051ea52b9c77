"""Publish: exactly the bytes that were verified, and nothing besides, to a branch of a git repository.

The branch gets one commit without a parent, so that what was withdrawn is not kept in its history. Who publishes, when
and on which machine stays out of it: author, message and date are the same for everybody. The commit is made in a
passing repository of its own, out of a stream, without the user's settings, hooks, templates or signature; only the
push itself uses the user's settings, because they hold the way in.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem
from proefpraktijk.publish.site.source_digest import digest_of_sources
from proefpraktijk.publish.site.verify import recorded
from proefpraktijk.publish.site.work_folders import WorkFolders
from proefpraktijk.runtime.file_trees import file_hash, listing

_WHO = "proefpraktijk <noreply@proefpraktijk.invalid> 0 +0000"
"""Author and time of every commit: a real date discloses when somebody was at work."""

_MESSAGE = "Kennisbank"
_REF = "refs/heads/site"
_OF_ONE_REPOSITORY = frozenset(
    {
        "GIT_DIR",
        "GIT_COMMON_DIR",
        "GIT_WORK_TREE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_PREFIX",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_QUARANTINE_PATH",
        "GIT_GRAFT_FILE",
        "GIT_SHALLOW_FILE",
        "GIT_REPLACE_REF_BASE",
        "GIT_NO_REPLACE_OBJECTS",
        "GIT_NAMESPACE",
    }
)
"""Variables that speak of one repository (`git rev-parse --local-env-vars`, and two more that git sets for its hooks),
but for those that hold settings: the push needs the user's."""

_ADDRESS = re.compile(r"[:/\\]|^\.")
_SECRET_IN_ADDRESS = re.compile(r"(?<=://)[^/\s]+@")
"""The user, and the password or token, in an address; a password may hold an `@` of its own."""


class _Refusal(Exception):  # noqa: N818 - no error
    def __init__(self, rule: str, message: Message, hint: Message | None = None) -> None:
        super().__init__(rule)
        self.problem = Problem(rule, Place(ContentPath("site")), message, hint)


def push_site(root: Path, remote: str, branch: str = "gh-pages") -> tuple[Problem, ...]:
    """Push `root/site` to `branch` of `remote`: an address, or the name of a remote of the repository at `root`.

    Return no problem when the branch is the site; else why nothing was pushed: among other things that the site was not
    verified, or that a byte of it or of what it was made from changed since.
    """
    folders = WorkFolders.at(root)
    try:
        files = _verified(root, folders)
        git = _Git.found(root)
        git.must_be_branch(branch)
        address = git.address(remote)
        git.must_not_hold_sources(address, branch)
        with tempfile.TemporaryDirectory(prefix="proefpraktijk-") as folder:
            repository = Path(folder) / "site.git"
            git.commit(repository, folders.site, files)
            git.push(repository, address, branch)
    except _Refusal as refusal:
        return (refusal.problem,)
    return ()


def _verified(root: Path, folders: WorkFolders) -> Mapping[str, str]:
    """Return the hash of each file of the site, as verified."""
    record = recorded(folders.record)
    if record is None or not record.searched or not folders.site.is_dir():
        raise _Refusal(
            "PP831",
            Message("this site has not been verified, so it is not published"),
            Message("run first: proefpraktijk build"),
        )
    if record.sources != digest_of_sources(root):
        raise _Refusal(
            "PP837",
            Message("content/ or the settings changed since the last build, so this site is not published"),
            Message("run again: proefpraktijk build"),
        )
    return record.files


@dataclass(frozen=True, slots=True)
class _Git:
    """The program git, for the site at `root`."""

    program: str
    root: Path

    @classmethod
    def found(cls, root: Path) -> _Git:
        """Return the git of this computer."""
        program = shutil.which("git")
        if program is None:
            raise _Refusal("PP830", Message("git is not installed"), Message("see https://git-scm.com/downloads"))
        return cls(program, root)

    def must_be_branch(self, branch: str) -> None:
        """Refuse what git does not take for the name of a branch."""
        if self._run("check-ref-format", "--branch", branch).returncode != 0:
            raise _Refusal("PP834", Message("{branch} cannot be the name of a branch", {"branch": branch}))

    def address(self, remote: str) -> str:
        """Return where `remote` is."""
        if not remote.startswith("-"):
            known = self._run("remote", "get-url", "--push", "--", remote)
            if known.returncode == 0:
                return known.stdout.strip()
            if _ADDRESS.search(remote):
                return remote
        raise _Refusal(
            "PP833",
            Message("there is no remote called {remote} here", {"remote": remote}),
            Message(
                "give the address of the repository, or add it with: git remote add {remote} ADDRESS",
                {"remote": remote},
            ),
        )

    def must_not_hold_sources(self, address: str, branch: str) -> None:
        """Refuse to overwrite the branch that is worked on here: it holds `content/`."""
        current = self._run("symbolic-ref", "--quiet", "--short", "HEAD").stdout.strip()
        names = self._run("remote").stdout.split()
        addresses = {self._run("remote", "get-url", "--push", "--", name).stdout.strip() for name in names}
        if branch == current and address in addresses:
            raise _Refusal(
                "PP835",
                Message(
                    "the branch {branch} of that repository holds the sources and would be overwritten",
                    {"branch": branch},
                ),
                Message("publish to another branch, such as gh-pages, or to another repository"),
            )

    def commit(self, repository: Path, site: Path, files: Mapping[str, str]) -> None:
        """Make the one commit, in a new bare repository."""
        self._must_succeed(
            self._run_without_settings("init", "--quiet", "--bare", "--template=", os.fspath(repository))
        )
        command = [self.program, f"--git-dir={repository}", "fast-import", "--quiet", "--done", "--date-format=raw"]
        with subprocess.Popen(  # noqa: S603 - git, with arguments of our own
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment_without_settings(),
        ) as process:
            assert process.stdin is not None  # noqa: S101 - it was asked for
            with suppress(BrokenPipeError):  # git stopped; there will be no commit, which is seen below
                _stream(process.stdin, site, files)
        self._must_succeed(self._run_without_settings(f"--git-dir={repository}", "rev-parse", "--verify", _REF))

    def push(self, repository: Path, address: str, branch: str) -> None:
        """Let `branch` at `address` be the commit, whatever it was before."""
        self._must_succeed(
            self._run(
                f"--git-dir={repository}",
                *("-c", f"core.hooksPath={os.devnull}", "-c", "push.gpgSign=false", "-c", "push.followTags=false"),
                *("push", "--quiet", "--force", "--no-verify", "--", address, f"{_REF}:refs/heads/{branch}"),
            )
        )

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run git in the site's root with the user's settings: how they prove who they are is among them."""
        return self._run_in(_environment(), arguments)

    def _run_without_settings(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run git in the site's root without anybody's settings: what it makes depends on its arguments alone."""
        return self._run_in(_environment_without_settings(), arguments)

    def _run_in(self, environment: Mapping[str, str], arguments: Iterable[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - git, with arguments that cannot pass for options
            [self.program, *arguments],
            cwd=self.root,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )

    def _must_succeed(self, run: subprocess.CompletedProcess[str]) -> None:
        if run.returncode != 0:
            output = " ".join(_SECRET_IN_ADDRESS.sub("", run.stderr).split())
            raise _Refusal(
                "PP836",
                Message("git says: {text}", {"text": output or "-"}),
                Message("nothing was published; check the address and whether you may write there"),
            )


def _environment() -> dict[str, str]:
    """Return the user's environment for git, without what points it to another repository."""
    kept = {key: value for key, value in os.environ.items() if key not in _OF_ONE_REPOSITORY}
    return {**kept, "LC_ALL": "C"}


def _environment_without_settings() -> dict[str, str]:
    """Return an environment for git without anybody's settings."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return {**kept, **nobody, "LC_ALL": "C"}


def _stream(target: IO[bytes], site: Path, files: Mapping[str, str]) -> None:
    """Write the commit for `git fast-import`; each file is read once, and what was read must be what was verified."""
    message = _MESSAGE.encode()
    target.write(f"commit {_REF}\nauthor {_WHO}\ncommitter {_WHO}\ndata {len(message)}\n".encode() + message + b"\n")
    seen = 0
    for path, entry in listing(site):
        data = b"" if entry.is_symlink() else Path(entry.path).read_bytes()
        if entry.is_symlink() or files.get(path) != file_hash(data):
            raise _changed()
        quoted = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        target.write(f'M 100644 inline "{quoted}"\ndata {len(data)}\n'.encode() + data + b"\n")
        seen += 1
    if seen != len(files):
        raise _changed()
    target.write(b"done\n")


def _changed() -> _Refusal:
    return _Refusal(
        "PP832",
        Message("the site was changed after it was verified, so it is not published"),
        Message("run again: proefpraktijk build"),
    )
