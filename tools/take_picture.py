"""Take the picture of the page for the README.

    python tools/take_picture.py output/graph.html docs/images/page.png [TARGET]

A maintainer's script; it wants Playwright and Chromium. TARGET is what is chosen on the page, as its address shows it
after "#".
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

TARGET = "treaty/convention-on-the-protection-of-submarine-cables"
WIDTH, HEIGHT = 1200, 700


def main() -> None:
    """Open the page, choose the target and write the picture."""
    page_file, picture, target = Path(sys.argv[1]), sys.argv[2], (*sys.argv[3:], TARGET)[0]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
        page.goto(f"{page_file.resolve().as_uri()}#{target}")
        page.wait_for_selector("html[data-ready]", state="attached")
        page.click("#filter-toggle")
        page.wait_for_timeout(2000)
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main()
