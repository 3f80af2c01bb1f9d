"""Titles as people should read them."""

from threading import Thread


def display(text: str) -> str:
    """`text` with its half-spaces; as it is where the extractor, whose words are used, is not installed whole."""
    try:
        # Late: it loads hazm, which takes a second or more.
        from extractor.text.spelling import display as spelt  # noqa: PLC0415
    except ImportError:
        return text
    return spelt(text)


def prepare() -> None:
    """Load the words beside the first requests, so that none of them waits."""
    Thread(target=display, args=("",), daemon=True).start()
