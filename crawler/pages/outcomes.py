"""What a page can be when it is no article: outcomes with a name, so that a report can count them."""

from typing import Literal

Reason = Literal[
    "challenge",  # a guard in front of the site (ArvanCloud, Cloudflare)
    "captcha",
    "login",
    "not_found",  # a page that says so with status 200
    "photo",
    "video",
    "browser_only",  # a single-page app: the article comes by script, and the page as sent has none
    "no_title",
    "no_body",
    "undecodable",  # text in no encoding that Persian sites use
    "not_html",
    "other_page",  # a front page, a list
]


class NotAnArticle(Exception):  # noqa: N818 - an outcome of reading a page, not a fault of the program
    """The page was read and is no article. `reason` is one of `Reason`; `detail` says what showed it."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason: Reason = reason
        self.detail = detail


class UndecodablePage(ValueError):  # noqa: N818 - named for what it is about
    """The bytes are text in no encoding that Persian sites use."""
