"""Find Chromium and Pango, for the tests that look at pages and PDFs; on Debian, as root, install them.

Called by `make test`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from ctypes.util import find_library

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")
PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""Debian's packages of these."""


def browser() -> str | None:
    """Return the program: the one CHROMIUM names, else one on the path, else where it is usually installed."""
    named = os.environ.get("CHROMIUM")
    candidates = [named] if named else [*NAMES, *APPLICATIONS]
    return next((found for name in candidates if (found := shutil.which(name))), None)


def typesetter() -> bool:
    """Tell whether WeasyPrint finds its libraries; on Windows it looks for them itself."""
    return os.name == "nt" or all(map(find_library, LIBRARIES))


def install(*packages: str) -> None:
    """Install packages of Debian; when that fails, they are simply not there afterwards."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (("update",), ("install", "--yes", "--no-install-recommends", *packages)):
        subprocess.run(["apt-get", "--quiet", *command], env=environment, stdout=subprocess.DEVNULL, check=False)


def main() -> str | None:
    """Return None when everything is there, else what to do, a line each."""
    wanted = ["chromium"] if not browser() and not os.environ.get("CHROMIUM") else []
    wanted += PANGO if not typesetter() else ()
    if wanted and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        install(*wanted)
    missing = []
    if not browser():
        missing.append("Chromium or Chrome: install it (Debian: apt install chromium), or name it with CHROMIUM=/path.")
    if not typesetter():
        missing.append(f"Pango: install it (Debian: apt install {' '.join(PANGO)}; macOS: brew install pango).")
    return "\n".join(f"The tests need {one}" for one in missing) or None


if __name__ == "__main__":
    sys.exit(main())
