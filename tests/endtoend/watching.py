"""What a browser asks for and complains of while it is on the site."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Watched:
    """All that one page of a browser asked for, and what went wrong: requests, answers, errors and warnings."""

    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def elsewhere(self, site: str) -> list[str]:
        """Return what was asked of anything but the site at this address."""
        return [url for url in self.asked if not url.startswith((site, "data:", "blob:"))]


def watched(page: Page) -> Watched:
    """Watch a page from now on."""
    seen = Watched()
    page.on("request", lambda request: seen.asked.append(request.url))
    # A request that is given up because the next page is opened has not failed.
    page.on("requestfailed", lambda r: seen.wrong.append(r.url) if "ERR_ABORTED" not in (r.failure or "") else None)
    page.on("response", lambda answer: seen.wrong.append(answer.url) if answer.status >= 400 else None)
    page.on(
        "console",
        lambda said: seen.wrong.append(f"{page.url}: {said.text}") if said.type in {"error", "warning"} else None,
    )
    page.on("pageerror", lambda error: seen.wrong.append(f"{page.url}: {error}"))
    return seen
