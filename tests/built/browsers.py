"""The browsers that the interactive parts are driven in: which are here, and how to get the others.

Playwright drives Chromium, and the Firefox and the WebKit that it installs itself, or else the
machine's own Firefox. Selenium drives WebKitGTK, which is in Linux distributions.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pytest import MonkeyPatch
from runner.folders import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType, Playwright
    from selenium.webdriver import WebKitGTK

TITLES = {
    "chromium": "Chromium",
    "firefox": "Firefox",
    "webkit": "Playwright's WebKit",
    "webkitgtk": "WebKitGTK",
}
COMMANDS = {
    "chromium": ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"),
    "firefox": ("firefox-esr", "firefox"),
    "webkit": (),
    "webkitgtk": ("WebKitWebDriver",),
}
INSTALL = "{prefix}/bin/playwright install "
REMEDIES = {
    "chromium": f"apt-get install chromium, or {INSTALL}chromium",
    "firefox": f"apt-get install firefox-esr, or {INSTALL}firefox",
    "webkit": f"{INSTALL}webkit",
    "webkitgtk": "apt-get install webkit2gtk-driver xvfb",
}
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FIREFOX_SETTINGS: dict[str, str | float | bool] = {
    "layout.css.prefers-color-scheme.content-override": 1,  # light
}
OLDER_FIREFOX = Path(__file__).with_name("older_firefox.js")
DRIVEN = ["tests/test_drive.py"]  # by all; by what Playwright drives, these, too:
FILES = [f"tests/test_{part}.py" for part in ("quiz", "progress", "finder", "pairings")]
# Not what hangs on the page alone, nor what only Chromium lets a test do: DRIVEN does it otherwise.
NOT_DRIVEN = "accessible or without_javascript or cuda or discussion or copies or saved_deleted"
MORE = [*FILES, "-k", f"not ({NOT_DRIVEN})"]


def command(name: str) -> str | None:
    """Return the path of the machine's own browser, or of what drives it, if there is one."""
    return next(filter(None, map(shutil.which, COMMANDS[name])), None)


def installed(kind: "BrowserType") -> bool:
    """Say whether Playwright has installed a browser itself."""
    return Path(kind.executable_path).exists()


def fetch() -> None:
    """Let Playwright install Chromium where there is none; if it cannot, the tests say so."""
    if not command("chromium"):
        with playing("chromium") as playwright:
            here = installed(playwright.chromium)
        if not here:
            subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])


def remedy(name: str) -> str:
    """Say how to get a browser."""
    return REMEDIES[name].format(prefix=os.path.relpath(sys.prefix))


@contextmanager
def playing(name: str) -> Iterator["Playwright"]:
    """Start Playwright, for Firefox in a way in which it can drive the machine's own."""
    from playwright.sync_api import sync_playwright

    with MonkeyPatch.context() as environment:
        if name == "firefox":
            environment.setenv("NODE_OPTIONS", f'--require "{OLDER_FIREFOX}"')
        with sync_playwright() as playwright:
            yield playwright


def launch(playwright: "Playwright", name: str, downloads: Path | None = None) -> "Browser | None":
    """Start a browser that Playwright drives, if there is one."""
    own = command(name)
    kind: BrowserType | None = getattr(playwright, name, None)
    if kind is None:
        return None
    if name == "chromium" and (own or installed(kind)):
        return kind.launch(executable_path=own, args=CHROMIUM_ARGUMENTS, downloads_path=downloads)
    if installed(kind):
        return kind.launch(downloads_path=downloads)
    if name == "firefox" and own:
        return kind.launch(
            channel="moz-firefox",
            executable_path=own,
            firefox_user_prefs=FIREFOX_SETTINGS,
            downloads_path=downloads,
        )
    return None


def takes_touch(browser: "Browser") -> bool:
    """Say whether taps can be sent to a browser: Playwright has none for the machine's Firefox."""
    return browser.browser_type.name != "firefox" or installed(browser.browser_type)


@contextmanager
def webkitgtk(home: Path) -> Iterator["WebKitGTK | None"]:
    """Start WebKitGTK, if it is here, on a screen that nobody sees; it saves files in its home."""
    driver = command("webkitgtk")
    if not driver or not shutil.which("Xvfb"):
        yield None
        return
    from selenium.webdriver import WebKitGTK, WebKitGTKOptions
    from selenium.webdriver.webkitgtk.service import Service

    screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24"]
    with subprocess.Popen(screen, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        own = {"DISPLAY": f":{server.stdout.readline().strip()}", "HOME": str(home)}
        service = Service(driver, env=os.environ | own)
        try:
            browser = WebKitGTK(options=WebKitGTKOptions(), service=service)
            yield browser
            browser.quit()
        finally:
            server.terminate()


def version(name: str) -> str:
    """Start a browser and say which version it is, and what it lacks; nothing where it is not."""
    without_touch = ", without touch"
    if name == "webkitgtk":
        with TemporaryDirectory() as home, webkitgtk(Path(home)) as gtk:
            return gtk.capabilities["browserVersion"] + without_touch if gtk else ""
    with playing(name) as playwright:
        if browser := launch(playwright, name):
            return browser.version + (without_touch if not takes_touch(browser) else "")
    return ""


def drive(name: str, chosen: list[str]) -> tuple[str, bool | None]:
    """Drive the interactive parts in a browser; say what it was, and whether all is well."""
    found = version(name)
    if not found:
        return f"{TITLES[name]}: not driven, as it is not here. To have it: {remedy(name)}", None
    chosen = chosen or [*DRIVEN, *(MORE if name != "webkitgtk" else [])]
    run = [sys.executable, "-m", "pytest", f"--browser={name}", *chosen]
    well = subprocess.run(run, cwd=ROOT).returncode == 0
    return (
        f"{TITLES[name]} {found}: driven, and {'all is well' if well else 'something failed'}",
        well,
    )


def main(arguments: list[str]) -> int:
    """Drive the browsers that are named, which have to be here, or else those that are here."""
    named = [name for name in TITLES if name in arguments]
    chosen = [argument for argument in arguments if argument not in TITLES]
    said, well = zip(*(drive(name, chosen) for name in named or [*TITLES][1:]), strict=True)
    print("", *said, sep="\n")
    return 0 if all(well) or (not named and False not in well and any(well)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
