"""Find Chromium for the tests that look at pages; on Debian, as root, install it. Called by `make test`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def browser() -> str | None:
    """Return the program: the one CHROMIUM names, else one on the path, else where it is usually installed."""
    named = os.environ.get("CHROMIUM")
    candidates = [named] if named else [*NAMES, *APPLICATIONS]
    return next((found for name in candidates if (found := shutil.which(name))), None)


def install() -> None:
    """Install Debian's Chromium; when that fails, there is simply no browser afterwards."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in ("update", "install --yes --no-install-recommends chromium"):
        subprocess.run(
            ["apt-get", "--quiet", *command.split()], env=environment, stdout=subprocess.DEVNULL, check=False
        )


def main() -> str | None:
    """Return None when there is a browser, else one line on what to do."""
    if browser():
        return None
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0 and not os.environ.get("CHROMIUM"):
        install()
    if browser():
        return None
    return (
        "The tests need Chromium or Chrome: install it (Debian: apt install chromium), or name it with CHROMIUM=/path."
    )


if __name__ == "__main__":
    sys.exit(main())
