"""Finds a Chromium for the browser tests, or gets one: Debian's package as root, else Playwright's download.

`python tests/browser/get_chromium.py` never fails: where none can be had, the tests that need one say so.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of a Chromium: of the variable CHROMIUM, on the PATH, or as Playwright downloaded it."""
    named = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES)]
    return next((path for path in named if path and Path(path).exists()), None) or _playwrights()


def _playwrights() -> str | None:
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    patterns = (
        "chromium-*/chrome-linux*/chrome",
        "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
        "chromium-*/*/chrome.exe",
    )
    return next((str(path) for pattern in patterns for path in sorted(cache.glob(pattern))), None)


def get() -> None:
    """Install one, by the first way that this machine has."""
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _run(["apt-get", "update", "-qq"], quiet)
        _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet)
    if not find():
        _run([sys.executable, "-m", "playwright", "install", "chromium"], None)


def _run(command: list[str], environment: dict[str, str] | None) -> None:
    subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    if not find():
        print("No Chromium here: getting one for the browser tests …", flush=True)
        get()
    print(f"Chromium: {find() or 'NONE. The browser tests will not run.'}")
