"""Searching the site in a real browser: what is found, where it leads, and what happens when nothing is."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from endtoend.running import built, change, run
from endtoend.serving import serving

DIALOG = "dialog.find"
PHONE = "content/reports/2025-2026-1/de-telefoon-in-de-la.md"
GIVEN_UP = "content/reports/2025-2026-6/de-grote-oversteek.md"
FIRST_ANSWER = 330_000
"""Bytes that a first answer may cost, all taken together (issue 4)."""


@pytest.fixture(scope="module")
def root(demo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the demo with a theme about care, a compound, somebody's role in full, and a report that was given up."""
    copy = tmp_path_factory.mktemp("zoeken") / "demo"
    shutil.copytree(demo_root, copy)
    theme = 'label: Zorgteam\naliases: ["consultatieve leerlingbegeleiding"]\ndefinition: "Wie er meekijkt."'
    (copy / "content/themes/zorgteam.md").write_text(f"---\n{theme}\n---\n\nIedereen kijkt mee.\n", encoding="utf-8")
    change(
        copy / PHONE,
        "## Herkenning\n",
        "## Herkenning\n\n==Wij schreven een telefoonbeleid met de intern begeleider.=={.begrijpen} Het zorgteam las mee.\n",
    )
    change(copy / GIVEN_UP, "---\n", "---\nwithdrawn: true\n")
    built(copy)
    return copy


@pytest.fixture(scope="module")
def url(root: Path) -> Iterator[str]:
    """Serve that site below the base path."""
    with serving(root / "site") as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a browser that remembers nothing."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    yield made
    made.close()


def search(page: Page, text: str) -> None:
    """Open the dialog if need be, type `text`, and wait for the answer to it, not to what was asked before.

    A dialog that is opened asks by itself what was asked last; its answer is waited for, and rubbed out.
    """
    answered, status = re.compile(r"gevonden|lukt"), page.locator(f"{DIALOG} [role=status]")
    if not page.locator(f"{DIALOG}[open]").count():
        again = page.evaluate("sessionStorage.getItem('gezocht')")
        page.keyboard.press("/")
        if again:
            expect(status).to_have_text(answered)
    status.evaluate("one => { one.textContent = ''; }")
    page.locator(f"{DIALOG} input").fill(text)
    expect(status).to_have_text(answered)


def found(page: Page, text: str) -> dict[str, str]:
    """Search, and return the address of each result by its title."""
    search(page, text)
    expect(page.locator(f"{DIALOG} [data-on]")).to_have_attribute("href", re.compile(r"\?q="))
    links = page.locator(f"{DIALOG} ol a")
    return {link.inner_text(): link.get_attribute("href") or "" for link in links.all()}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("beleid", "telefoonbeleid"),
        ("telefoonbeleid", "telefoonbeleid"),
        ("intern begeleider telefoonbeleid", "intern begeleider"),
        ("telefoonbeleiden", "telefoonbeleid"),
        ("TELEFOONBELEID", "telefoonbeleid"),
    ],
)
def test_what_finds_a_text(context: BrowserContext, url: str, text: str, marked: str) -> None:
    """The end of a compound, a role in short, a plural: all lead to the passage, which is marked in the excerpt."""
    page = context.new_page()
    page.goto(url)
    results = found(page, text)
    title = next(name for name in results if name.startswith("Onrust na de telefoon"))
    assert next(iter(results)) == title
    assert re.search(r"/kennisbank/verslagen/[^/]+/#p\d$", results[title])
    item = page.locator(f"{DIALOG} ol li", has_text=title)
    assert marked in item.locator("mark").all_inner_texts()
    assert item.locator(".kicker").inner_text() == "Verslag"


@pytest.mark.parametrize("text", ["ib'er", "ib’er", "intern begeleider", "consultatieve leerlingbegeleiding"])
def test_other_names(context: BrowserContext, url: str, text: str) -> None:
    """Short and in full, and all names of a theme: each finds the report that says another."""
    page = context.new_page()
    page.goto(f"{url}ontdek/")
    numbers = page.evaluate(
        """async (text) => {
            const { search } = await import(new URL("../assets/js/search.js", document.baseURI));
            const hits = await search(text);
            const titles = await Promise.all(hits.map(async (hit) => (await hit.data()).title));
            return Object.fromEntries(titles.map((title, place) => [title, hits[place].number]));
        }""",
        text,
    )
    assert next(number for title, number in numbers.items() if title.startswith("Onrust na de telefoon")) is not None


def test_plural_and_singular(context: BrowserContext, url: str) -> None:
    """Inflected forms find each other."""
    page = context.new_page()
    page.goto(url)
    assert found(page, "gesprek").keys() & found(page, "gesprekken").keys()


def test_a_result_leads_to_its_passage(context: BrowserContext, url: str) -> None:
    """Following a result lands on the passage, in sight; going back, the search stands ready."""
    page = context.new_page()
    page.goto(f"{url}over/")
    search(page, "telefoonbeleid")
    page.locator(f"{DIALOG} ol a").first.click()
    page.wait_for_url(re.compile(r"/verslagen/.*#p\d$"))
    passage = page.locator(f"#{page.url.partition('#')[2]}")
    expect(passage).to_be_in_viewport()
    assert "telefoonbeleid" in passage.inner_text()
    expect(page.locator(f"{DIALOG}[open]")).to_have_count(0)

    page.go_back()
    if page.locator(f"{DIALOG}[open]").count() == 0:
        page.keyboard.press("Control+k")
    expect(page.locator(f"{DIALOG} input")).to_have_value("telefoonbeleid")
    expect(page.locator(f"{DIALOG} ol a").first).to_be_visible()
    assert found(page, "gesprek")


def test_a_result_on_the_same_page_closes_the_dialog(context: BrowserContext, url: str) -> None:
    """A result on the page that is open already leads to its place."""
    page = context.new_page()
    page.goto(url)
    addresses = found(page, "telefoonbeleid")
    page.goto(next(iter(addresses.values())).partition("#")[0])
    search(page, "telefoonbeleid")
    page.locator(f"{DIALOG} ol a").first.click()
    expect(page.locator(DIALOG)).to_be_hidden()
    assert page.url.endswith("#p3") or "#p" in page.url


def test_a_miss_offers_near_themes(context: BrowserContext, url: str) -> None:
    """What is nowhere gives no far-fetched results, but the themes that are near and the way to Discover."""
    page = context.new_page()
    page.goto(f"{url}over/privacy/")
    assert not found(page, "afstaming")
    expect(page.locator(f"{DIALOG} [role=status]")).to_have_text("Niets gevonden voor ‘afstaming’.")
    near = page.locator(f"{DIALOG} section a")
    assert near.first.inner_text() == "Afstemming en wisselwerking"
    on = page.locator(f"{DIALOG} [data-on]")
    assert (on.get_attribute("href") or "").endswith("/kennisbank/ontdek/?q=afstaming")
    assert not found(page, "dyslexie")
    expect(page.locator(f"{DIALOG} section")).to_be_hidden()
    search(page, "afstaming")
    near.first.click()
    page.wait_for_url(f"{url}themas/afstemming/")


def test_a_slip_is_a_miss_and_a_long_question_is_not_repeated(context: BrowserContext, url: str) -> None:
    """Two letters swapped give no far-fetched result but the theme that was meant; of 300 letters the answer says few."""
    page = context.new_page()
    page.goto(url)
    assert not found(page, "rekne")
    assert "Rekenen" in page.locator(f"{DIALOG} section a").all_inner_texts()
    assert not found(page, "q" * 300)
    assert len(page.locator(f"{DIALOG} [role=status]").inner_text()) < 100


def test_a_known_phrase_is_matched_as_one(context: BrowserContext, url: str) -> None:
    """A role in full finds those who say it in short, and marks neither a part of it nor another word."""
    page = context.new_page()
    page.goto(url)
    assert found(page, "intern begeleider")
    marks = page.locator(f"{DIALOG} ol mark").all_inner_texts()
    assert marks
    assert {re.sub(r"\W", "", mark.lower()) for mark in marks} <= {"iber", "internbegeleider"}


def test_small_words_are_not_marked(context: BrowserContext, url: str) -> None:
    """Of "tafels van 7" the tables and the number are looked for."""
    page = context.new_page()
    page.goto(url)
    assert found(page, "tafels van 7")
    assert "van" not in page.locator(f"{DIALOG} ol mark").all_inner_texts()


def test_enter_goes_to_discover(context: BrowserContext, url: str) -> None:
    """Enter takes the words to Discover."""
    page = context.new_page()
    page.goto(f"{url}themas/")
    search(page, "telefoon & zo")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(f"{url}ontdek/?q=telefoon+%26+zo")))


def test_keys(context: BrowserContext, url: str) -> None:
    """The dialog opens by "/", Ctrl-K and the button; arrows walk the results; Escape closes, and focus goes back."""
    page = context.new_page()
    page.goto(url)
    button, dialog = page.locator("[data-search]"), page.locator(DIALOG)
    for press in ("/", "Control+k", "Meta+k"):
        page.keyboard.press(press)
        expect(page.locator(f"{DIALOG} input")).to_be_focused()
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
    button.focus()
    page.keyboard.press("Space")
    search(page, "gesprek")
    expect(page.locator(f"{DIALOG} ol li")).to_have_count(8)
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{DIALOG} ol a").nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{DIALOG} ol a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(f"{DIALOG} input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_keys_belong_to_who_is_typing(context: BrowserContext, url: str) -> None:
    """In a field, "/" is a letter; Ctrl-K opens the dialog from there too, and closing it goes back."""
    page = context.new_page()
    page.goto(url)
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    field = page.locator("main textarea")
    field.focus()
    page.keyboard.type("groep 5/6")
    expect(field).to_have_value("groep 5/6")
    assert page.locator(f"{DIALOG}[open]").count() == 0
    page.keyboard.press("Control+k")
    expect(page.locator(f"{DIALOG} input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dialog_on_a_phone(browser: Browser, url: str, scheme: str) -> None:
    """On a narrow phone the dialog fills the screen in the colours of the page, and nothing scrolls sideways."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url)
    page.locator("[data-search]").click()
    search(page, "gesprek")
    width, inner, ground = page.locator(DIALOG).evaluate(
        "d => [d.clientWidth, d.scrollWidth, getComputedStyle(d).backgroundColor]"
    )
    assert (width, inner) == (320, 320)
    dark = sum(map(int, re.findall(r"\d+", ground)[:3])) < 300
    assert dark == (scheme == "dark")
    context.close()


def test_without_scripts(browser: Browser, url: str) -> None:
    """Without JavaScript the button is a link to Discover."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}themas/")
    page.locator("[data-search]").click()
    page.wait_for_url(f"{url}ontdek/")
    context.close()


def test_without_an_index(context: BrowserContext, url: str) -> None:
    """When the index is not there, the dialog says so and offers Discover and the themes; later it works again."""
    page = context.new_page()

    def missing(route: Route) -> None:
        route.fulfill(status=404, body="")

    page.route("**/pagefind/*.pf_meta*", missing)
    page.route("**/pagefind/wasm*", missing)
    page.goto(url)
    search(page, "telefoon")
    expect(page.locator(f"{DIALOG} [role=status]")).to_contain_text("Zoeken lukt op dit moment niet.")
    links = [str(link.evaluate("one => one.href")) for link in page.locator(f"{DIALOG} .on a").all()]
    assert [link.partition("/kennisbank/")[2] for link in links] == ["ontdek/?q=telefoon", "themas/"]

    page.unroute_all()
    page.reload()
    assert found(page, "telefoon")


def test_nothing_is_loaded_before_the_first_search(context: BrowserContext, url: str) -> None:
    """Index and program are fetched when somebody searches, from this site alone, within the budget."""
    page = context.new_page()
    asked: list[str] = []
    size: list[int] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: size.append(_served(response.url, response.body())))
    page.goto(url, wait_until="networkidle")
    assert not [address for address in asked if "pagefind" in address or "search-dialog" in address]
    size.clear()
    assert found(page, "telefoon")
    assert all(address.startswith((url, "data:")) for address in asked)
    assert sum(size) <= FIRST_ANSWER


def _served(url: str, body: bytes) -> int:
    """Return how many bytes travel when text is compressed as a web server does it."""
    return len(gzip.compress(body)) if re.search(r"\.(?:js|json|html?)(?:\?|$)|/$", url) else len(body)


def kept(site: Path) -> dict[str, dict[str, str]]:
    """Return what the index keeps of each text, by its id."""
    return {
        file.name.partition(".")[0]: json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        for file in (site / "pagefind/fragment").iterdir()
    }


def address(fragment: dict[str, str]) -> str:
    """Return the address of a text's page, from the root of the site."""
    return fragment["url"].lstrip("/").removesuffix(".html") + "/"


def fragments(site: Path) -> dict[str, str]:
    """Return the address of each text in the index by its id."""
    return {name: address(fragment) for name, fragment in kept(site).items()}


def texts(site: Path) -> list[tuple[str, str]]:
    """Return the address of each text in the index, and the text."""
    return [(address(fragment), fragment["content"]) for fragment in kept(site).values()]


def test_texts_only(demo_site: Path) -> None:
    """All reports, findings, sessions, themes and free pages are in the index, each once, and no list."""
    pages = {
        f"{file.parent.relative_to(demo_site).as_posix()}/"
        for folder in ("verslagen", "bevindingen", "bijeenkomsten", "themas")
        for file in demo_site.glob(f"{folder}/*/index.html")
        if file.parent.name != "pagina"
    }
    listed = list(fragments(demo_site).values())
    assert pages <= set(listed)
    assert {address.split("/")[0] for address in set(listed) - pages} == {"over"}
    assert len(listed) == len(set(listed))


def test_numbers_are_in_the_order_of_discover(demo_site: Path) -> None:
    """Numbers go by reports, then findings, then sessions, all of them, each once."""
    address_of = fragments(demo_site)
    numbered = [address_of[name] for name in json.loads((demo_site / "pagefind/numbers.json").read_text())]
    kinds = [one.split("/")[0] for one in numbered]
    assert kinds == sorted(kinds, key=["verslagen", "bevindingen", "bijeenkomsten"].index)
    counts = {kind: len([*demo_site.glob(f"{kind}/*/index.html")]) for kind in dict.fromkeys(kinds)}
    assert {kind: kinds.count(kind) for kind in counts} == counts


def test_a_withdrawn_report_leaves_no_byte(root: Path, demo_site: Path) -> None:
    """Not one sentence of a report that was given up is left in the site, also not in the packed index."""
    (text,) = (text for url, text in texts(demo_site) if url.startswith("verslagen/de-grote-oversteek"))
    sentences = [sentence.encode() for sentence in re.findall(r"[^.!?\[\]]{40,}[.!?]", text)]
    assert len(sentences) > 5
    for file in (root / "site").rglob("*"):
        data = file.read_bytes() if file.is_file() else b""
        plain = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        assert not [sentence for sentence in sentences if sentence in plain], file.name


def test_no_search_of_the_theme(demo_site: Path) -> None:
    """The theme's own index is not there."""
    assert not (demo_site / "search").exists()
    assert not [*demo_site.rglob("search_index.json"), *demo_site.glob("search.json")]


def test_an_empty_community(tmp_path: Path) -> None:
    """A community that has just begun has a site, with an index of what there is."""
    assert run("init", tmp_path / "nieuw").code == 0
    site = built(tmp_path / "nieuw")
    assert (site / "pagefind/pagefind.js").exists()
