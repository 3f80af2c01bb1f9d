"""Names of publishers for the desk, which may not import the crawler itself."""

import logging

_log = logging.getLogger(__name__)


def publisher_names() -> dict[str, str]:
    """Names by code; none where the crawler's part is not installed or does not start: editors work on without it."""
    try:
        from crawler.publishers import catalogue  # noqa: PLC0415 - the desk also runs without the crawler's packages

        return {code: publisher.name for code, publisher in catalogue().items()}
    except ImportError:
        return {}
    except Exception as fault:  # a publisher's module may do anything as it is imported
        _log.warning("publishers are shown by their codes: %s", fault)
        return {}


def newsroom_code(name: str) -> str:
    """The code of the newsroom called `name` («خبرگزاری ایرنا» is irna); empty where no crawler knows it."""
    try:
        from crawler.pages.origin import code_of  # noqa: PLC0415 - the store also works without the crawler's packages
    except ImportError:
        return ""
    return code_of(name) or ""
