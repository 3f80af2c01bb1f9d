"""The desk in a real browser: what it asks for, what the keys do, whether it fits a small screen."""

import re
import shutil
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright", reason="playwright is not installed")
from playwright.sync_api import Page, expect, sync_playwright

FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
pytestmark = pytest.mark.browser
expect.set_options(timeout=15_000)


@pytest.fixture
def page(desk) -> Iterator[Page]:
    """A page on the desk's list. Afterwards: nothing was asked of other hosts, nothing failed, no error was logged."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium on this machine")
    asked, wrong = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        opened = browser.new_page(viewport={"width": 1200, "height": 800})
        opened.set_default_timeout(15_000)
        opened.on("request", lambda request: asked.append(request.url))
        opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.goto(desk)
        yield opened
        browser.close()
    assert {urlsplit(url).hostname for url in asked} == {"127.0.0.1"}
    assert any(url.endswith(".ttf") for url in asked)
    assert not wrong


def settled(page: Page, address: str) -> None:
    """Wait until the page at `address` has run its script: keys pressed before that reach nobody."""
    page.wait_for_url(address, wait_until="load")


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.textContent")


def test_the_keyboard_alone_is_enough(page):
    names = page.locator("tbody a.open").all_text_contents()
    assert len(names) == 4
    for key, place in (("j", 0), ("j", 1), ("ArrowDown", 2), ("k", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        assert focused(page) == names[place]
    page.keyboard.press("Enter")
    settled(page, "**/records/**")
    expect(page.locator("mark.subject").first).to_be_visible()
    first = page.url
    page.keyboard.press("k" if page.locator(".trail a[rel=prev]").count() else "j")
    expect(page).not_to_have_url(first)
    settled(page, "**/records/**")
    page.keyboard.press("u")
    expect(page.locator("tbody a.open")).to_have_count(4)
    page.keyboard.press("/")
    page.keyboard.type("jk/")
    assert page.locator("#text").input_value() == "jk/"


def test_an_editor_goes_on_where_the_list_was_left(page):
    """Back by a key from a record: the filters are in force and the record's row has the focus."""
    page.locator("#text").press_sequentially("گاز")
    expect(page.locator("tbody tr")).to_have_count(2)
    page.locator("tbody a.open", has_text="وزارت نیرو").click()
    settled(page, "**/records/**")
    page.keyboard.press("u")
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.locator("#text")).to_have_value("گاز")
    expect(page.locator(":focus")).to_have_text("وزارت نیرو")
    page.keyboard.press("k")
    assert focused(page) == "شرکت ملی گاز ایران"


def test_opening_the_first_row_begins_the_article(page):
    """The next key press shows the article's next record: list and record page count alike."""
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".trail a[rel=prev]")).to_have_count(0)


def test_print_keeps_the_table(page):
    """An A4 sheet is narrower than the width at which a screen gets cards."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})
    assert page.locator("tbody tr").first.evaluate("one => getComputedStyle(one).display") == "table-row"
    assert page.evaluate("document.documentElement.scrollWidth") <= 718


def test_numbers_of_a_list_stand_inside_its_card(page):
    page.locator("tbody a.open", has_text="گاز").click()
    page.locator("article a[href^='/article']").click()
    room = page.locator("ol.numbered").evaluate("one => parseFloat(getComputedStyle(one).paddingInlineStart)")
    wide = page.locator("ol.numbered").evaluate(
        "one => { const pen = document.createElement('canvas').getContext('2d');"
        " pen.font = getComputedStyle(one).font; return pen.measureText('۱۲۳. ').width; }"
    )
    assert room >= wide


def test_keys_work_on_a_persian_layout_too(page):
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {code: 'KeyJ', key: 'ت', bubbles: true}))")
    assert focused(page) == page.locator("tbody a.open").first.text_content()


def test_the_first_tab_skips_to_the_text(page):
    page.keyboard.press("Tab")
    assert focused(page) == "پرش به متن اصلی"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_results_follow_the_filters(page):
    page.locator("#text").press_sequentially("گاز")
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"/\?text=[^&]+$"))
    page.locator("#kind").select_option("obligation")
    expect(page.locator("tbody a.open")).to_have_text(["وزارت نیرو"])
    page.locator("#from").fill("دیروز")
    page.locator("#from").press("Tab")
    expect(page.locator("[role=alert]")).to_contain_text("نمی‌توان خواند")
    page.locator("#from").fill("")
    page.locator("#from").press("Tab")
    expect(page.locator("[role=alert]")).to_have_count(0)
    page.reload()
    expect(page.locator("#kind")).to_have_value("obligation")


def test_names_of_bodies_are_offered(page):
    page.locator("#body").press_sequentially("گاز")
    expect(page.locator("#bodies option")).to_have_count(1)
    assert page.locator("#bodies option").get_attribute("value") == "شرکت ملی گاز ایران"
    assert "bodies" not in page.url


def test_pages_fit_a_small_screen(page):
    page.set_viewport_size({"width": 360, "height": 740})
    addresses = [page.url, page.locator("tbody a.open").first.evaluate("one => one.href")]
    for address in addresses:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("article a[href^='/article']").click()
    expect(page.locator("ol.numbered li")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_evidence_is_told_apart_without_colour(page):
    page.locator("tbody a.open", has_text="گاز").click()
    styles = {
        name: page.locator(f"mark.{name}").first.evaluate(
            "one => [getComputedStyle(one).textDecorationStyle, getComputedStyle(one, '::before').content]"
        )
        for name in ("subject", "value", "deadline", "claimant")
    }
    assert styles == {
        "subject": ["solid", '"دستگاه"'],
        "value": ["double", '"مقدار"'],
        "deadline": ["wavy", '"مهلت"'],
        "claimant": ["dotted", '"گوینده"'],
    }
