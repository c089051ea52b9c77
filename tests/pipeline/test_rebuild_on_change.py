"""A real server on this computer, asked over HTTP as a browser would."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from proefpraktijk.pipeline.rebuild_on_change import RebuildOutcome, ServedFolder, live
from proefpraktijk.publish.preview_server import PortTakenError, listen

_PAGE = "<!doctype html><html><body><h1>{title}</h1></body></html>"
_PATIENCE = 10
"""Seconds after which a test gives up waiting; nothing waits that long when it works."""


class Running:
    """A server with a rebuild that writes, as the real one does, into the folders that are ours."""

    def __init__(self, root: Path, base_path: str = "/kennisbank/") -> None:
        """Start it, and wait until it says that it is ready."""
        for folder in ("content/reports", "templates/pages", "build", "site", ".cache/serve/site"):
            (root / folder).mkdir(parents=True)
        (root / "mkdocs.yml").write_text("site_name: x\n")
        self.root, self.site = root, root / ".cache" / "serve" / "site"
        self.outcome = RebuildOutcome(built=True)
        self.mistake: Exception | None = None
        self.calls: list[frozenset[Path]] = []
        self.called = threading.Condition()
        self.stop, self._ready, self.url = threading.Event(), threading.Event(), ""
        window = ServedFolder(self.site, base_path, port=8700)
        self._thread = threading.Thread(
            target=live, args=(root, self._rebuild, window, self._is_ready), kwargs={"stop": self.stop}
        )
        self._thread.start()
        assert self._ready.wait(_PATIENCE)

    def _is_ready(self, url: str) -> None:
        self.url = url
        self._ready.set()

    def _rebuild(self, changed: frozenset[Path]) -> RebuildOutcome:
        with self.called:
            self.calls.append(changed)
            for file in ("build/x.md", "site/x.html", ".cache/x.json"):
                (self.root / file).write_text(str(len(self.calls)))
            (self.site / "over").mkdir(exist_ok=True)
            (self.site / "index.html").write_text(_PAGE.format(title="Start"))
            (self.site / "over" / "index.html").write_text(_PAGE.format(title=f"Over {len(self.calls)}"))
            (self.site / "404.html").write_text(_PAGE.format(title="Weg"))
            self.called.notify_all()
        if self.mistake:
            raise self.mistake
        return self.outcome

    def wait_for_calls(self, number: int) -> None:
        """Wait until there were so many rebuilds."""
        with self.called:
            assert self.called.wait_for(lambda: len(self.calls) >= number, _PATIENCE)

    def get(self, path: str, **headers: str) -> tuple[int, str, str]:
        """Return status, address after redirects, and text."""
        request = urllib.request.Request(self.url + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
                return answer.status, answer.url, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.url, error.read().decode()

    def end(self) -> None:
        """Stop it, and see that it has stopped."""
        self.stop.set()
        self._thread.join(_PATIENCE)
        assert not self._thread.is_alive()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """Give a running server."""
    server = Running(tmp_path)
    yield server
    server.end()


class News:
    """A page that waits for news."""

    def __init__(self, running: Running) -> None:
        """Open the page."""
        self._answer = urllib.request.urlopen(running.url + "__proefpraktijk/news", timeout=_PATIENCE)

    def next(self) -> dict[str, Any]:
        """Return the next news."""
        while not (line := self._answer.readline()).startswith(b"data: "):
            assert line, "the server hung up"
        news: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
        return news

    def close(self) -> None:
        """Close the page."""
        self._answer.close()


@pytest.fixture
def news(running: Running) -> Iterator[News]:
    """News of the running server."""
    open_page = News(running)
    yield open_page
    open_page.close()


def test_the_site_is_served_under_its_base_path(running: Running) -> None:
    """`/kennisbank/over/` is the page; `/` and an address without its slash lead there; the rest is missing."""
    assert running.url.endswith("/kennisbank/")
    assert "Over 1" in running.get("over/")[2]
    assert running.get("over")[1] == running.url + "over/"
    with urllib.request.urlopen(running.url.removesuffix("kennisbank/"), timeout=_PATIENCE) as answer:
        assert answer.url == running.url
    assert running.get("niets/")[0] == 404
    assert "Weg" in running.get("niets/")[2]


def test_the_script_is_in_the_answer_never_in_the_file(running: Running) -> None:
    """Only what goes to the browser holds it."""
    text = running.get("over/")[2]
    tag = text[text.index("<script") : text.index("</script>")]
    assert tag.startswith('<script src="/kennisbank/__proefpraktijk/reload.js?state=')
    assert "EventSource" in running.get("__proefpraktijk/reload.js")[2]
    assert "script" not in (running.site / "over" / "index.html").read_text()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("over/", "text/html; charset=utf-8"),
        ("llms.txt", "text/plain; charset=utf-8"),
        ("over/index.md", "text/markdown; charset=utf-8"),
        ("kaart.json", "application/json; charset=utf-8"),
        ("beeld.png", "image/png"),
    ],
)
def test_a_browser_keeps_nothing_and_reads_every_text_as_utf8(running: Running, path: str, kind: str) -> None:
    """Not even a file that has not changed since it was asked for is answered with "not modified"."""
    for file in ("llms.txt", "over/index.md", "kaart.json", "beeld.png"):
        (running.site / file).write_text("ë", encoding="utf-8")
    request = urllib.request.Request(running.url + path, headers={"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"})
    with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Last-Modified"] is None


def test_a_folder_without_a_page_is_missing(running: Running) -> None:
    """No list of files is shown."""
    (running.site / "assets").mkdir()
    status, _, text = running.get("assets/")
    assert (status, "Weg" in text) == (404, True)


def test_head_is_get_without_the_body(running: Running) -> None:
    """The length is that of the page with the script."""
    with urllib.request.urlopen(running.url + "over/", timeout=_PATIENCE) as answer:
        page = answer.read()
    request = urllib.request.Request(running.url + "over/", method="HEAD")
    with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
        assert answer.headers["Content-Length"] == str(len(page))
        assert answer.read() == b""


def test_an_edit_reaches_the_open_page(running: Running, news: News) -> None:
    """The page hears that there is another build, and asking again gives it."""
    before = news.next()
    report = running.root / "content" / "reports" / "rustig.md"
    report.write_text("# Rustig")
    after = news.next()
    assert after["state"] != before["state"]
    assert running.calls == [frozenset(), frozenset({report})]
    assert str(after["state"]) in running.get("over/")[2]
    assert "Over 2" in running.get("over/")[2]


@pytest.mark.parametrize("file", ["mkdocs.yml", "templates/pages/report.md.j2"])
def test_settings_and_templates_are_watched(running: Running, file: str) -> None:
    """Also when an editor replaces the file instead of writing into it."""
    path = running.root / file
    path.with_name("anders.tmp").write_text("x: 1\n")
    path.with_name("anders.tmp").rename(path)
    running.wait_for_calls(2)
    assert path in frozenset().union(*running.calls)


def test_what_we_write_sets_nothing_off(running: Running, news: News) -> None:
    """A rebuild writes into build, site and .cache; after one edit there is one rebuild. Editors' own files do not count."""
    (running.root / "content" / "reports" / ".rustig.md.swp").write_text("x")
    (running.root / "content" / "reports" / "rustig.md~").write_text("x")
    (running.root / "content" / "een.md").write_text("x")
    running.wait_for_calls(2)
    (running.root / "content" / "twee.md").write_text("x")
    running.wait_for_calls(3)
    assert [sorted(path.name for path in call) for call in running.calls] == [[], ["een.md"], ["twee.md"]]


def test_trouble_is_shown_on_the_page_and_goes_away(running: Running, news: News) -> None:
    """The lines reach the open page as they are; the old site is still served; the next good build clears them."""
    news.next()
    running.outcome = RebuildOutcome(built=False, lines=("content/een.md:3:1: PP103 groep 9 bestaat niet",))
    (running.root / "content" / "een.md").write_text("x")
    trouble = news.next()
    assert trouble["lines"] == ["content/een.md:3:1: PP103 groep 9 bestaat niet"]
    assert str(trouble["state"]) in running.get("over/")[2]
    running.outcome = RebuildOutcome(built=True)
    (running.root / "content" / "een.md").write_text("y")
    assert news.next()["lines"] == []


def test_a_page_opened_during_trouble_hears_of_it(running: Running) -> None:
    """News that was posted before the page came is sent at once."""
    running.outcome = RebuildOutcome(built=False, lines=("fout",))
    (running.root / "content" / "een.md").write_text("x")
    first = News(running)
    while first.next()["lines"] != ["fout"]:
        pass
    second = News(running)
    assert second.next()["lines"] == ["fout"]
    first.close()
    second.close()


def test_a_mistake_of_ours_does_not_end_the_server(running: Running, news: News) -> None:
    """What is reported is the kind of mistake and where it is, not its message, which may hold a name."""
    news.next()
    running.mistake = RuntimeError("Sanne de Vries")
    (running.root / "content" / "een.md").write_text("x")
    (line,) = news.next()["lines"]
    assert line.startswith("RuntimeError (test_rebuild_on_change.py:")
    assert running.get("over/")[0] == 200


@pytest.mark.parametrize(
    "path", ["../../../mkdocs.yml", "%2e%2e/%2e%2e/mkdocs.yml", "..%2f..%2fx.json", "a\\..\\b", "%00"]
)
def test_no_address_leads_out_of_the_site(running: Running, path: str) -> None:
    """Drafts and the roster are on this computer too."""
    host, port = running.url.split("/")[2].split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=_PATIENCE)
    connection.putrequest("GET", f"/kennisbank/{path}", skip_host=False)
    connection.endheaders()
    answer = connection.getresponse()
    assert (answer.status, b"Weg" in answer.read()) == (404, True)
    connection.close()


def test_a_link_out_of_the_site_is_not_followed(running: Running) -> None:
    """Not even when somebody put it there."""
    (running.site / "uit.yml").symlink_to(running.root / "mkdocs.yml")
    assert running.get("uit.yml")[0] == 404


def test_another_name_for_this_computer_is_refused(running: Running) -> None:
    """A page elsewhere that lets its own name point here (DNS rebinding) cannot read drafts."""
    assert running.get("over/", Host="kwaad.example")[0] == 403
    assert running.get("over/", Host="localhost:8700")[0] == 200


def test_a_taken_port_gives_way_to_the_next(tmp_path: Path) -> None:
    """The first free port after it is used."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        server = listen("127.0.0.1", port, tmp_path, "/")
        assert server.server_port > port
        server.server_close()
        with pytest.raises(PortTakenError) as error:
            listen("127.0.0.1", port, tmp_path, "/", tries=1)
    assert error.value.message.values == {"first": port, "last": port}


def test_stopping_lets_go_of_everything(tmp_path: Path) -> None:
    """After the end the port is free and no thread is left, even with a page still waiting."""
    before = threading.active_count()
    running = Running(tmp_path)
    waiting = News(running)
    waiting.next()
    running.end()
    port = int(running.url.split("/")[2].split(":")[1])
    socket.create_server(("127.0.0.1", port)).close()
    waiting.close()
    assert threading.active_count() <= before + 1  # the waiting page's own thread may still be leaving


def test_without_a_site_the_page_still_hears_the_news(tmp_path: Path) -> None:
    """When the very first build fails there is nothing to serve but the reason."""
    server = listen("127.0.0.1", 8740, tmp_path / "niets", "/")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(server.url, timeout=_PATIENCE)
    with error.value as answer:
        assert b"reload.js" in answer.read()
    server.shutdown()
    server.server_close()
    thread.join()


def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    """No traceback, no process left."""
    code = """
import sys
from pathlib import Path
from typing import Any
from proefpraktijk.pipeline.rebuild_on_change import RebuildOutcome, ServedFolder, live
root = Path(sys.argv[1])
live(root, lambda _: RebuildOutcome(built=True), ServedFolder(root, port=8760), lambda url: print(url, flush=True))
print("tot ziens", flush=True)
"""
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert server.stdout.readline().startswith("http://127.0.0.1:")
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=_PATIENCE)
    assert (server.returncode, out, err) == (0, "tot ziens\n", "")
