"""Bodies that end, what follows them, and names that could mean two things: each fault is told with its place."""

import shutil
from pathlib import Path

import pytest

from corpus.registry import FOLDER, Body, RegistryError, load, read

END = ', valid_to: "1400"'
BODY = "  - {{id: org:{id}, name: سازمان {name}, english: {name} Organization{more}}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "registry"))


def _body(name: str, more: str = "") -> str:
    return BODY.format(id=f"new-{name}", name={"a": "نیلگون", "b": "فیروزه", "c": "زبرجد"}[name], more=more)


def _faults(folder: Path, text: str, file: str = "organizations.yml") -> tuple[int, list[str]]:
    """Where `text` begins when it is put behind the file of organizations, and the faults that it makes."""
    path = folder / "agencies" / file
    before = path.read_text("utf-8")
    path.write_text(before + text, "utf-8")
    with pytest.raises(RegistryError) as refused:
        read(folder)
    return before.count("\n") + 1, refused.value.faults


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (_body("a", ", successor: org:new-b" + END), "org:new-a has an unknown successor org:new-b"),
        (_body("a", ", successor: org:ito"), "org:new-a has a successor but no valid_to"),
        (_body("a", ", successor: org:new-a" + END), "org:new-a is its own successor: org:new-a"),
        (
            _body("a", ', valid_from: "1401-02-01"' + END),
            "org:new-a begins in 1401-02-01, after its end in 1400",
        ),
        (_body("a", ", parent: org:commerce"), "org:new-a goes on, but its parent org:commerce ended in 1390"),
        (
            _body("a", ', parent: org:commerce, valid_to: "1391"'),
            "org:new-a goes on, but its parent org:commerce ended in 1390",
        ),
        (
            _body("a", ", successor: org:commerce" + END),
            "the successor org:commerce of org:new-a ended before it, in 1390",
        ),
        ("  - {id: org:new, name: سازمان نیلگون}\n", "org:new has no English name"),
        (_body("a", ", bare: [بورس]"), "«بورس» of org:new-a is also the short name of org:stock in a list"),
        (_body("a", ", aliases: [شستا]"), "«شستا» of org:new-a is also a name of org:pharma-tpico"),
        (_body("a", ', former: [{name: "ناجا"}]'), "«ناجا» of org:new-a is also a name of org:police"),
    ],
)
def test_a_fault_is_named_by_file_and_line(folder: Path, text: str, fault: str) -> None:
    line, faults = _faults(folder, text)
    assert faults == [f"agencies/organizations.yml:{line}: {fault}"]


def test_successors_that_lead_back_are_told_for_each(folder: Path) -> None:
    text = "".join(
        _body(one, f", successor: org:new-{after}{END}") for one, after in (("a", "b"), ("b", "c"), ("c", "a"))
    )
    line, faults = _faults(folder, text)
    assert [fault.split(": ", 1)[0] for fault in faults] == [
        f"agencies/organizations.yml:{number}" for number in range(line, line + 3)
    ]
    assert faults[0].endswith("org:new-a is its own successor: org:new-a > org:new-b > org:new-c")


@pytest.mark.parametrize(
    "text",
    [
        _body("a", ", successor: org:ito" + END),
        _body("a", ', parent: org:commerce, valid_to: "1390-05-01"'),
        _body("a", ', valid_from: "1400-01-01"' + END),
        # Only the head word of its own kind makes what stands behind it a short name.
        _body("a", ", aliases: [صندوق بورس]"),
    ],
)
def test_what_is_no_fault(folder: Path, text: str) -> None:
    path = folder / "agencies" / "organizations.yml"
    path.write_text(path.read_text("utf-8") + text, "utf-8")
    assert read(folder).bodies


def test_a_former_ministry_leads_to_its_successor() -> None:
    commerce = load().get("org:commerce")
    assert isinstance(commerce, Body)
    assert commerce.successor == "org:industry"
    assert commerce.valid_to == "1390"


def test_every_body_has_an_english_name() -> None:
    assert all(one.english for one in load().bodies)
    assert len(load().bodies) >= 680
