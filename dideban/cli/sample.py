"""Keeping the sample newsroom and real news apart: one state folder holds one of them."""

from pathlib import Path

from dideban.cli.faults import Fault

# In a state folder: all that it holds may be the sample newsroom's.
_MARK = "sample-newsroom"


def claim(home: Path) -> None:
    """Mark `home` as the sample newsroom's; the store must be open.

    Raises Fault where it holds articles already and no mark: sentences of ours must not stand among real news.
    """
    from corpus import store  # noqa: PLC0415 - its tables need Django set up

    if not is_sample(home) and store.counts().articles:
        raise Fault(f"{home} holds real news, the demo would mix with it: name another folder by DIDEBAN_HOME")
    (home / _MARK).touch()


def is_sample(home: Path) -> bool:
    """Whether the demo has been in this state folder."""
    return (home / _MARK).exists()
