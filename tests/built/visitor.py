"""A reader at a page, whoever drives the browser: taps, types, and sees what it says.

A place is a CSS selector of what is there once; a button is named by its words.
"""

import json
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select

PATIENCE = 10  # seconds that a page may take to say something


class Visitor(ABC):
    """What a reader does, and sees."""

    def __init__(self, downloads: Path) -> None:
        self.downloads = downloads

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to a page, or read it anew."""

    @abstractmethod
    def tap(self, place: str) -> None:
        """Touch a place with a finger, or click it where there is none."""

    @abstractmethod
    def write(self, place: str, words: str) -> None: ...

    @abstractmethod
    def paste(self, place: str) -> None:
        """Put in a field what was copied."""

    @abstractmethod
    def choose(self, place: str, option: str) -> None: ...

    @abstractmethod
    def hand_in(self, place: str, file: Path) -> None:
        """Give a file to the page."""

    @abstractmethod
    def value(self, expression: str) -> Any:
        """Return what an expression of JavaScript is in the page."""

    def save(self, place: str) -> str:
        """Tap what saves a file, and return what is in it."""
        for file in self.saved():
            file.unlink()
        self.tap(place)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for file in self.saved():
                if text := file.read_text("utf-8"):
                    return text
            time.sleep(0.05)
        raise AssertionError(f"no file was saved in {PATIENCE} s")

    def saved(self) -> list[Path]:
        """Return the files that the browser has saved."""
        return [path for path in self.downloads.glob("*") if path.is_file()]

    def words(self, place: str) -> str:
        """Return what can be read at a place; nothing where it is not."""
        found: str = self.value(f"document.querySelector({json.dumps(place)})?.innerText ?? ''")
        return found

    def sees(self, place: str, words: str) -> bool:
        """Say whether words are to be read at a place, now or soon."""
        return self.becomes(
            f"document.querySelector({json.dumps(place)})?.innerText.includes({json.dumps(words)})"
        )

    def becomes(self, expression: str) -> bool:
        """Say whether an expression of JavaScript is true, now or soon."""
        end = time.monotonic() + PATIENCE
        while not (true := bool(self.value(expression))) and time.monotonic() < end:
            time.sleep(0.05)
        return true


def button(words: str) -> str:
    """Return the place of a button that can be seen."""
    return f"//button[normalize-space()={words!r} and not(@hidden)]"


class ByPlaywright(Visitor):
    def __init__(self, page: Page, touch: bool, downloads: Path) -> None:
        super().__init__(downloads)
        self.page, self.touch = page, touch

    def open(self, address: str) -> None:
        self.page.goto(address)

    def tap(self, place: str) -> None:
        found = self.page.locator(place).locator("visible=true").first
        if self.touch:
            found.tap()
        else:
            found.click()

    def write(self, place: str, words: str) -> None:
        self.page.locator(place).press_sequentially(words)

    def paste(self, place: str) -> None:
        self.page.locator(place).press("ControlOrMeta+v")

    def choose(self, place: str, option: str) -> None:
        self.page.locator(place).select_option(option)

    def hand_in(self, place: str, file: Path) -> None:
        self.page.locator(place).set_input_files(file)

    def value(self, expression: str) -> Any:
        try:
            return self.page.evaluate(expression)
        except Error as error:
            if "navigation" not in str(error):
                raise
            self.page.wait_for_load_state()  # of the page that a tap has led to
            return self.page.evaluate(expression)


class BySelenium(Visitor):
    def __init__(self, browser: WebKitGTK, downloads: Path) -> None:
        super().__init__(downloads)
        self.browser = browser
        browser.implicitly_wait(PATIENCE)

    def start_anew(self, address: str, width: int, height: int) -> None:
        """Be a reader who was never here, with a window of about this size."""
        self.browser.set_window_size(width, height)
        self.open(address)
        self.value("localStorage.clear()")

    def find(self, place: str) -> WebElement:
        by = By.XPATH if place.startswith("//") else By.CSS_SELECTOR
        found = self.browser.find_elements(by, place)
        return next((one for one in found if one.is_displayed()), found[0])

    def open(self, address: str) -> None:
        self.browser.get(address)

    def tap(self, place: str) -> None:
        self.find(place).click()

    def write(self, place: str, words: str) -> None:
        self.find(place).send_keys(words)

    def paste(self, place: str) -> None:
        self.find(place).send_keys(Keys.CONTROL, "v")

    def choose(self, place: str, option: str) -> None:
        Select(self.find(place)).select_by_visible_text(option)

    def hand_in(self, place: str, file: Path) -> None:
        self.find(place).send_keys(str(file))

    def value(self, expression: str) -> Any:
        return self.browser.execute_script(f"return {expression}")
