"""Files given to the command line, as Articles: .txt .html .jsonl .warc .warc.gz and folders of them.

Nothing here holds more than one article, save that a .txt file is one article whatever its size. What cannot be read
comes as `Unreadable`, one line each, and the rest goes on.
"""

import codecs
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.schema import Article
from crawler.pages.decode import decode
from crawler.pages.outcomes import UndecodablePage
from crawler.reading import UnreadableInput, read_path
from dideban.article_lines import LineFault, read_lines

ENDINGS = (".warc.gz", ".warc", ".jsonl", ".html", ".htm", ".txt")
_LARGEST_TEXT = 500_000_000  # bytes
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A part of the input that gave no article, and why: one line that names it."""

    message: str


def paths(given: Iterable[Path], besides: Path | None = None) -> Iterator[Path | Unreadable]:
    """The files meant by `given`: each file itself, each folder's files of a known ending, in order of their names.

    `besides` is left out of folders: the output of an earlier run is no input.
    """
    for path in given:
        try:
            mode = path.stat().st_mode
        except OSError as fault:
            yield Unreadable(_without_stdin(path) or f"{path}: {_reason(fault)}")
        else:
            if stat.S_ISDIR(mode):
                yield from _in_folder(path, besides and besides.resolve())
            else:
                yield path if ending(path) else Unreadable(f"{path}: not one of {' '.join(ENDINGS)}")


def _without_stdin(path: Path) -> str | None:
    return "-: standard input is not read: name a file, whose ending says how" if str(path) == "-" else None


def _reason(fault: OSError) -> str:
    if isinstance(fault, (FileNotFoundError, NotADirectoryError)):
        return "no such file or folder"
    return fault.strerror or str(fault)


def ending(path: Path) -> str | None:
    """The ending of `path` that says how to read it, or None."""
    return next((one for one in ENDINGS if path.name.lower().endswith(one)), None)


def articles(path: Path) -> Iterator[Article | Unreadable]:
    """The articles of one file."""
    try:
        match ending(path):
            case ".txt":
                yield _text(path)
            case ".jsonl":
                yield from map(_told, read_lines(path))
            case _:
                yield from read_path(path)
    except UnreadableInput as fault:
        yield Unreadable(str(fault))
    except OSError as fault:
        yield Unreadable(f"{path}: {_reason(fault)}")


def _in_folder(folder: Path, besides: Path | None) -> Iterator[Path | Unreadable]:
    faults: list[OSError] = []
    empty = True
    for parent, folders, files in folder.walk(on_error=faults.append):
        folders.sort()
        for path in (parent / name for name in sorted(files)):
            if ending(path) and path.resolve() != besides and (found := _file(path)):
                empty = False
                yield found
    yield from (Unreadable(f"{fault.filename}: {fault.strerror}") for fault in faults)
    if empty and not faults:
        yield Unreadable(f"{folder}: no file ending in {' '.join(ENDINGS)}")


def _file(path: Path) -> Path | Unreadable | None:
    """`path` if it is a file, a link to nothing named; one that may not be looked at says so when it is read."""
    try:
        return path if stat.S_ISREG(path.stat().st_mode) else None
    except FileNotFoundError as fault:
        return Unreadable(f"{path}: {_reason(fault)}")
    except OSError:
        return path


def _told(read: Article | LineFault) -> Article | Unreadable:
    return Unreadable(read.message) if isinstance(read, LineFault) else read


def _text(path: Path) -> Article:
    """A .txt file; its first non-empty line is its title. Line ends are read as newlines, as Python's text files are.

    A byte order mark of UTF-8 stays, so offsets are those of the file as other programs open it.
    """
    if path.stat().st_size > _LARGEST_TEXT:
        raise UnreadableInput(f"{path}: larger than {_LARGEST_TEXT // 1_000_000} MB, no article")
    raw = path.read_bytes()
    if not raw.strip():
        raise UnreadableInput(f"{path}: empty file")
    if b"\0" in raw and not raw.startswith(_UTF_16):
        raise UnreadableInput(f"{path}: binary data, no text")
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    try:
        text = mark.decode() + decode(raw.removeprefix(mark))
    except UndecodablePage as fault:
        raise UnreadableInput(f"{path}: {fault}") from fault
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    title = next((line for part in text.split("\n") if (line := part.strip("\ufeff \t\u200c"))), None)
    if title is None or "\0" in text:
        raise UnreadableInput(f"{path}: {'binary data, ' if title else ''}no text")
    # A name that is not UTF-8 stands in records with marks in place of what cannot be written.
    return Article(id=str(path).encode("utf-8", "replace").decode(), text=text, title=title)
