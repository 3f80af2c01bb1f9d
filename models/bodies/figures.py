"""The figures of the card: names found on dev and test, by label, spelling, and whether training saw the name."""

from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.annotated import Story
from corpus.folding import skeleton
from corpus.registry import load
from models.bodies.augment import respelled
from models.bodies.data import Part, Text, held_out, texts
from models.bodies.scoring import Score, Span, score
from models.bodies.tagger import LABELS, MODEL, find_names

type Told = dict[str, float]
type Figures = dict[str, dict[str, Told]]
type Finder = Callable[[str], set[Span]]
_ARABIC = str.maketrans("یک", "يك")
SPELLINGS: dict[str, Callable[[Text], Text]] = {
    "as written": lambda text: text,
    "half-spaces as spaces": lambda text: respelled(text, " "),
    "half-spaces dropped": lambda text: respelled(text, ""),
    "arabic letters": lambda text: Text(text.text.translate(_ARABIC), text.marks),
}


def known_names(stories: Sequence[Story]) -> frozenset[str]:
    """Skeletons of the names that training saw: of the train part, and of the registry but for what is held out."""
    bodies = (name for body in load().bodies for name in (body.name, *(alias.text for alias in body.aliases)))
    marked = (text.text[mark.start : mark.end] for text in texts(stories, "train") for mark in text.marks)
    return (frozenset(map(skeleton, bodies)) - held_out(stories)) | frozenset(map(skeleton, marked))


def finder(model: Path = MODEL, least: float = 0) -> Finder:
    """What a model finds in a text, of no less than that confidence."""

    def find(text: str) -> set[Span]:
        return {(one.start, one.end, one.label) for one in find_names(text, model) if one.confidence >= least}

    return find


def measure(stories: Sequence[Story], model: Path = MODEL) -> Figures:
    """Part and spelling (or least confidence), then label, then precision, recall, F1 and count of names.

    A label with «new» counts only names that training never saw, in the train part or the registry. No matcher helps:
    what the registry holds of the test stories' names is found by the model alone, or not.
    """
    find = finder(model)
    figures = {"dev, as written": part_figures(stories, "dev", find)}
    for name, spell in SPELLINGS.items():
        figures[f"test, {name}"] = part_figures(stories, "test", find, spell)
    for least in (0.6, 0.8, 0.9):
        figures[f"test, confidence from {least}"] = part_figures(stories, "test", finder(model, least))
    return figures


def part_figures(
    stories: Sequence[Story], part: Part, find: Finder, spell: Callable[[Text], Text] = SPELLINGS["as written"]
) -> dict[str, Told]:
    """The figures of one part as `find` finds its names, by label."""
    every = [spell(text) for text in texts(stories, part)]
    pairs = [({(mark.start, mark.end, mark.label) for mark in text.marks}, find(text.text)) for text in every]
    seen = known_names(stories)
    told: dict[str, Told] = {}
    for label in LABELS:

        def right_label(_: int, span: Span, label: str = label) -> bool:
            return span[2] == label

        def new(number: int, span: Span, label: str = label) -> bool:
            return span[2] == label and skeleton(every[number].text[span[0] : span[1]]) not in seen

        told[label] = _told(score(pairs, right_label))
        told[f"{label} new"] = _told(score(pairs, new))
    return told


def _told(one: Score) -> Told:
    return {
        "precision": round(one.precision, 4),
        "recall": round(one.recall, 4),
        "f1": round(one.f1, 4),
        "names": one.expected,
    }
