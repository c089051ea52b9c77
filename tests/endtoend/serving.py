"""A built site, served as GitHub Pages serves a project: under a path, with its own 404 page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

BASE_PATH = "/kennisbank/"
_SECONDS_TO_END = 0.02
"""How often the server asks whether to end: each test that serves a site waits for it once."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve the folder of a site under /kennisbank/, and give the address; while it lasts."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_BelowBasePath, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": _SECONDS_TO_END}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
        server.shutdown()
        thread.join()


class _BelowBasePath(SimpleHTTPRequestHandler):
    """Serves a folder below the base path only, with its own 404 page, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"  # a browser keeps its connections
    disable_nagle_algorithm = True  # on a kept connection a body would wait for the head to be acknowledged

    def translate_path(self, path: str) -> str:
        """Return the file for an address."""
        below = path.removeprefix(BASE_PATH.rstrip("/"))
        return super().translate_path(below if below != path else "/does-not-exist")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's 404 page."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing."""
