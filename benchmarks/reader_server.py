"""Serves a built site as GitHub Pages does: below a base path, compressed, and tells what it sent."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

BASE_PATH = "/kennisbank/"

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
"""What is served as anything else than bytes; Pages compresses all of these but fonts and pictures."""

_PACKED = frozenset({".woff2", ".webp"})


def compressed(file: Path, data: bytes) -> bytes | None:
    """Return the bytes that travel instead of `data`, or None when a host leaves this kind of file as it is.

    Level 6, as hosts have it; no time stamp, so that the same bytes always count the same.
    """
    if file.suffix not in TYPES or file.suffix in _PACKED:
        return None
    return gzip.compress(data, 6, mtime=0)


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer: the address below the base path, the status, and the bytes of its body as it travelled."""

    address: str
    status: int
    size: int


@dataclass(slots=True)
class Served:
    """A site that is being served. `sent` grows with every answer."""

    site: Path
    url: str = ""
    sent: list[Sent] = field(default_factory=list)
    _packed: dict[Path, bytes] = field(default_factory=dict)

    def body(self, file: Path) -> tuple[bytes, bool]:
        """Return what travels for a file, and whether it is compressed."""
        if file not in self._packed:
            data = file.read_bytes()
            self._packed[file] = compressed(file, data) or data
        return self._packed[file], file.suffix in TYPES and file.suffix not in _PACKED


@contextmanager
def serving(site: Path) -> Iterator[Served]:
    """Serve `site` on a free port of this computer until the block ends."""
    served = Served(site)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, served)) as server:
        served.url = f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    """Answers with a file of the site, or with its own 404 page."""

    protocol_version = "HTTP/1.1"

    def __init__(self, served: Served, *arguments: Any) -> None:
        self._served = served
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Send a file, all of it."""
        path = unquote(urlsplit(self.path).path)
        below = path.removeprefix(BASE_PATH)
        site = self._served.site
        file = site / below / "index.html" if below == "" or below.endswith("/") else site / below
        found = path.startswith(BASE_PATH) and ".." not in below and file.is_file()
        self._send(below, file if found else site / "404.html", 200 if found else 404)

    def _send(self, address: str, file: Path, status: int) -> None:
        body, packed = self._served.body(file)
        self._served.sent.append(Sent(address, status, len(body)))
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing."""
