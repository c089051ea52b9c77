"""Code in a text is text: templates, HTML, scripts and Markdown extensions are shown as they were written, never run.

On MkDocs, with Jinja2, and on Zensical, with MiniJinja; ProperDocs runs the code of MkDocs.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from endtoend.pages import html_files, parsed
from endtoend.running import built, change
from endtoend.serving import serving

HOSTILE = [
    "{{ 7 * 7 }}",
    "{{ config }}",
    "{% include 'main.html' %}",
    "{% raw %}",
    "{# weg #}",
    "${7 * 7}",
    "<%= 7 * 7 %>",
    "<script>window.fout = 1</script>",
    "<img src=x onerror=window.fout=1>",
    "<svg onload=window.fout=1></svg>",
    "<details open ontoggle=window.fout=1>",
    "</p></main></body><script>window.fout = 1</script>",
    "<!-- ",
    '"><script>window.fout = 1</script>',
    "' onmouseover='window.fout = 1",
    '--8<-- "mkdocs.yml"',
    "::: main",
    "!!! note",
    "[TOC]",
    "{: onclick=window.fout=1 }",
    "&lt;script&gt;",
    "\\<b>",
    "$$x$$",
    "[[weg]]",
    "]]>",
]
"""Each is one line of text to a reader."""

WORDS = """config include main raw script window fout img src onerror svg onload details open ontoggle body html
onmouseover mkdocs yml note onclick TOC lt gt""".split()  # noqa: SIM905
"""What a reviewer must clear first, or the reports are held."""

_MARKUP = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]<>#+-!|&$"})


def markdown(line: str) -> str:
    """Return Markdown that says exactly this line; what is HTML or Jinja stays as it is when Markdown lets it be."""
    return line.translate(_MARKUP)


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def site(request: pytest.FixtureRequest, scaffold: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site whose report, theme, page, finding and session are full of code."""
    root = tmp_path_factory.mktemp(request.param) / "kennisbank"
    shutil.copytree(scaffold, root)
    content = root / "content"
    decisions = yaml.safe_load((content / "decisions.yml").read_text(encoding="utf-8"))
    cleared = [{**decisions[0], "tekst": word} for word in WORDS]
    (content / "decisions.yml").write_text(json.dumps(decisions + cleared, default=str), encoding="utf-8")
    bare = "\n\n".join(f"Regel {number}: {line}" for number, line in enumerate(HOSTILE) if line != "<!-- ")
    escaped = "\n".join(f"- Teken {number}: {markdown(line)}" for number, line in enumerate(HOSTILE))
    code = "\n".join(HOSTILE)
    text = f"{bare}\n\n```\n{code}\n```\n\n{escaped}\n"
    report = content / "reports/2025-2026-1/rustig-binnenkomen.md"
    change(
        report, "Rustig binnenkomen met een taak op het bord", "'Rustig: {{ 7 * 7 }} <script>window.fout = 1</script>'"
    )
    change(report, "## Aanpak\n", f"{text}\n## Aanpak\n")
    change(report, "## Handvatten\n\n", "## Handvatten\n\n- Schrijf {{ 7 * 7 }} <script>window.fout = 1</script> op.\n")
    change(report, "## Vragen\n", "## Vragen {{ 7 * 7 }} <script>window.fout = 1</script>\n")
    change(
        content / "themes/rustig-starten.md",
        "label: Rustig starten",
        "label: 'Rustig {{ 7 * 7 }} <script>window.fout = 1</script>'",
    )
    change(
        content / "findings/een-vast-begin-geeft-rust.md",
        "vraag: Wat",
        "vraag: '{{ 7 * 7 }} <script>window.fout = 1</script> wat",
    )
    change(content / "findings/een-vast-begin-geeft-rust.md", "beginnen?\n", "beginnen?'\n")
    change(
        content / "sessions/2025-2026-1.md",
        "titel: Kijken",
        "titel: '{{ 7 * 7 }} <script>window.fout = 1</script>' # Kijken",
    )
    (content / "pages/code.md").write_text(
        f"---\ntitel: '{{{{ 7 * 7 }}}} <script>window.fout = 1</script>'\n---\n\n{text}", encoding="utf-8"
    )
    return built(root, "--engine", request.param)


@pytest.fixture(scope="module")
def url(site: Path) -> Iterator[str]:
    """Serve the site."""
    with serving(site) as address:
        yield address


def test_code_is_shown_as_written(site: Path) -> None:
    """Every line can be read on the page, in running text, in a list and in a code block."""
    page = parsed((site / "over/code/index.html").read_text(encoding="utf-8")).whole
    for number, line in enumerate(HOSTILE):
        shown = " ".join(line.split())
        assert f"Teken {number}: {shown}" in page
        assert page.count(shown) >= 2, shown
    assert "Regel 0: {{ 7 * 7 }}" in page
    assert "Regel 7: <script>window.fout = 1</script>" in page


def test_titles_are_shown_as_written(site: Path) -> None:
    """Titles, labels, headings and takeaways, also on the pages that list them."""
    shown = "{{ 7 * 7 }} <script>window.fout = 1</script>"
    for address in ("bijeenkomsten/", "themas/", "bevindingen/", "handvatten/", "themas/rustig-starten/", "over/code/"):
        assert shown in parsed((site / address / "index.html").read_text(encoding="utf-8")).whole, address


def test_no_template_was_filled_in(site: Path) -> None:
    """Seven times seven is nowhere, and the settings are in no page."""
    for address, file in html_files(site).items():
        text = parsed(file.read_text(encoding="utf-8")).whole
        assert "49" not in text, address
        assert "docs_dir" not in text, address


def test_no_script_ran(site: Path, url: str, browser: Browser) -> None:
    """Real Chromium opens every page that holds code: nothing of it runs, and no element was made of it."""
    context = browser.new_context()
    page = context.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    opened = [address for address, file in html_files(site).items() if b"window.fout" in file.read_bytes()]
    for address in opened:
        page.goto(url + address, wait_until="load")
        assert page.evaluate("window.fout") is None, address
        assert (
            page.locator("[onerror]:not(script[src]), [onload], [ontoggle], [onclick], [onmouseover]").count() == 0
        ), address
        assert page.locator("main script:has-text('fout')").count() == 0, address
    context.close()
    assert len(opened) > 6
    assert not dialogs
