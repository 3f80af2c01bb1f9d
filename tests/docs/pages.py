"""The pages of documentation and their blocks.

A block may be marked by a comment on the line before it:

    <!-- file: NAME -->  is written to NAME in the working folder
    <!-- run -->         is run (bash or python), in the order of the page; must end with 0
    <!-- output -->      is what the block run last prints
    <!-- shows -->       is JSON of which every member stands in one of the lines that the block run last prints
    <!-- json -->        is JSON
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>[^\n]+?) -->\n)?^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Block:
    mark: str
    language: str
    text: str
    line: int


def pages() -> list[Path]:
    folders = (ROOT, *(ROOT / one for one in ("docs", "models", "deploy", "corpus/gold", "corpus/newsroom")))
    return sorted(path for folder in folders for path in folder.glob("*.md"))


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(found["mark"] or "", found["language"], found["text"], text.count("\n", 0, found.start()) + 1)
        for found in _BLOCK.finditer(text)
    ]
