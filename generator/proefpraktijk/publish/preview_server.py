"""A small web server for one's own computer, which makes open pages load again when the site was built anew.

It serves a folder under the site's base path. A line of script is put into pages on their way out, never into a file;
the script waits for news (server-sent events) and loads the page again, or shows what is wrong on top of it.
"""

from __future__ import annotations

import json
import mimetypes
import os
import posixpath
import secrets
import threading
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from proefpraktijk.model.problem import Message

_OURS = "__proefpraktijk/"
_HEARTBEAT = 10.0
"""Seconds after which a waiting page hears that the server is alive; so the server learns that the page is gone."""

_SCRIPT = """\
"use strict";
(() => {
  const own = document.currentScript.src;
  const seen = new URL(own).searchParams.get("state");
  const news = new EventSource(new URL("news", own));
  const show = (lines) => {
    document.getElementById("__proefpraktijk")?.remove();
    if (!lines.length) return;
    const box = document.createElement("pre");
    box.id = "__proefpraktijk";
    box.setAttribute("role", "alert");
    box.textContent = lines.join("\\n");
    Object.assign(box.style, {
      position: "fixed", inset: "auto 0 0 0", zIndex: 2147483647, margin: 0, padding: "1rem", maxHeight: "60vh",
      overflow: "auto", background: "#3b0d0c", color: "#fff", font: "14px/1.5 monospace", whiteSpace: "pre-wrap",
    });
    document.body.append(box);
  };
  news.onmessage = (event) => {
    const now = JSON.parse(event.data);
    if (now.state !== seen) location.reload();
    else show(now.lines);
  };
})();
"""

_EMPTY = b"<!doctype html><html lang=nl><meta charset=utf-8><title>proefpraktijk</title><body></body></html>"


class ReloadNotices:
    """What open pages must know: which build they should show, and what is wrong with the latest one."""

    def __init__(self) -> None:
        """Start with a state no page has seen."""
        self._condition = threading.Condition()
        self._run = secrets.token_hex(4)  # a page of an earlier server must load again
        self._built = self._posted = 0
        self._lines: tuple[str, ...] = ()
        self._closed = False

    def built(self) -> None:
        """Post that there is a new site: every open page loads again."""
        with self._condition:
            self._built += 1
        self._post(())

    def failed(self, lines: tuple[str, ...]) -> None:
        """Post that there is no new site, and why: `lines` are shown on every open page."""
        self._post(lines)

    def close(self) -> None:
        """End every open connection."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()

    def _post(self, lines: tuple[str, ...]) -> None:
        with self._condition:
            self._lines = lines
            self._posted += 1
            self._condition.notify_all()

    @property
    def state(self) -> str:
        """The build that is served now."""
        return f"{self._run}-{self._built}"

    def next(self, after: int) -> tuple[int, str] | None:
        """Wait for the posting that follows number `after`, at most a heartbeat; None: the server is closing.

        Return its number and its text; the text is empty when nothing new was posted.
        """
        with self._condition:
            self._condition.wait_for(lambda: self._closed or self._posted > after, _HEARTBEAT)
            if self._closed:
                return None
            if self._posted <= after:
                return after, ""
            return self._posted, json.dumps({"state": self.state, "lines": self._lines})


Later = Mapping[str, Callable[[], Path]]
"""Folders of the site that are made when they are asked for, by name: what is called returns where one is."""


class Server(ThreadingHTTPServer):
    """Serves `site` under `base_path`, which has a slash at both ends."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere it would let two servers share a port

    def __init__(self, address: tuple[str, int], site: Path, base_path: str, later: Later | None = None) -> None:
        """Take the address at once.

        Raises:
            OSError: the address is taken.
        """
        self.host, self.site, self.base_path, self.notices = address[0], site, base_path, ReloadNotices()
        self.later = later or {}
        super().__init__(address, _Handler)

    @property
    def url(self) -> str:
        """Where the site is."""
        return f"http://{self.host}:{self.server_port}{self.base_path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that hangs up is no fault."""


class PortTakenError(Exception):
    """No free port was found; `message` says so to people."""

    def __init__(self, first: int, last: int) -> None:
        """Keep the message."""
        self.message = Message("the ports {first} to {last} are all in use", {"first": first, "last": last})
        super().__init__("ports in use")


def listen(host: str, port: int, site: Path, base_path: str, later: Later | None = None, *, tries: int = 20) -> Server:
    """Return a server on `port`, or on the first free one of the `tries` ports that begin there.

    Raises:
        PortTakenError: none of them is free.
    """
    for candidate in range(port, port + tries):
        try:
            return Server((host, candidate), site, base_path, later)
        except OSError:
            continue
    raise PortTakenError(port, port + tries - 1)


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    server_version = "proefpraktijk"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer with the page, the news, or a redirect to the site."""
        path = unquote(urlsplit(self.path).path)
        base = self.server.base_path
        if not self._for_us():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"")
        elif path == f"{base}{_OURS}reload.js":
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", _SCRIPT.encode())
        elif path == f"{base}{_OURS}news":
            self._news()
        elif path.startswith(base):
            self._file(path.removeprefix(base))
        elif path in {"/", base.rstrip("/")}:
            self._redirect(base)
        else:
            self._missing()

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def _for_us(self) -> bool:
        """Return whether the request names this computer: another site must not read drafts by way of its own name."""
        name = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        return name in {"localhost", "127.0.0.1", "::1", self.server.host}

    def _file(self, path: str) -> None:
        file = self._inside(path)
        if file is None:
            self._missing()
        elif file.is_dir():
            if path and not path.endswith("/"):
                self._redirect(f"{self.server.base_path}{path}/")
            else:
                self._page_or_missing(file / "index.html", HTTPStatus.OK)
        else:
            self._page_or_missing(file, HTTPStatus.OK)

    def _inside(self, path: str) -> Path | None:
        """Return the file of the site; None for a path that leads out of it."""
        plain = posixpath.normpath(f"/{path}").lstrip("/")
        if "\0" in path or "\\" in path or ".." in path.split("/"):
            return None
        top, _, rest = plain.partition("/")
        folder = self.server.later[top]() if top in self.server.later else self.server.site
        file, site = folder / (rest if top in self.server.later else plain), os.path.realpath(folder)
        real = os.path.realpath(file)
        return file if real == site or real.startswith(f"{site}{os.sep}") else None

    def _page_or_missing(self, file: Path, status: HTTPStatus) -> None:
        state = self.server.notices.state  # before reading: a page must not pass for newer than it is
        try:
            data = file.read_bytes()
        except OSError:
            if status is HTTPStatus.NOT_FOUND:
                self._send(status, "text/html; charset=utf-8", self._with_script(_EMPTY, state))
            else:
                self._missing()
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if kind == "text/html":
            data = self._with_script(data, state)
        text = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        self._send(status, f"{kind}; charset=utf-8" if text else kind, data)

    def _missing(self) -> None:
        self._page_or_missing(self.server.site / "404.html", HTTPStatus.NOT_FOUND)

    def _with_script(self, page: bytes, state: str) -> bytes:
        tag = f'<script src="{self.server.base_path}{_OURS}reload.js?state={state}"></script>'.encode()
        before, end, after = page.rpartition(b"</body>")
        return before + tag + end + after if end else page + tag

    def _news(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        number = -1
        while (posted := self.server.notices.next(number)) is not None:
            number, text = posted
            self.wfile.write(f"data: {text}\n\n".encode() if text else b":\n\n")
            self.wfile.flush()

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", "/" + path.lstrip("/"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        """Say nothing: addresses of drafts do not belong in a terminal's history."""
