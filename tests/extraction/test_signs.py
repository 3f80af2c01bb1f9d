"""What the programmes' signs and tasks may name."""

import pytest

from corpus.registry import load
from extractor.claims.lexicon import cue_sources
from extractor.claims.standing_rules import status_rules

# Features that are no cue of their own; the programmes' files say what they mean.
DERIVED = {
    "own_window",
    "verbless",
    "done",
    "denied",
    "denominator",
    "band",
    "row",
    "column",
    "row_share",
    "here",
    "near",
    "document",
    "bound_ones",
}
LEVELS = {"here", "near", "at", "document", "sentence"}
PROGRAMMES = load().programmes
SUBJECTS = {
    *(one.id.removeprefix("platform:") for programme in PROGRAMMES for one in programme.platforms),
    *(name for programme in PROGRAMMES for name in programme.contexts),
}
SIGNS = [sign for programme in load().programmes for sign in programme.signs]
TASKS = [task for programme in load().programmes for task in programme.tasks]


def known(feature: str) -> bool:
    level, _, name = feature.rpartition(":")
    if not level:
        return name in DERIVED or name in cue_sources()
    return level in LEVELS and (name in SUBJECTS or name in cue_sources())


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.indicator)
def test_a_sign_names_cues_that_exist(sign):
    assert [one for one in sign.all | sign.any | sign.none if not known(one)] == []


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.indicator)
def test_a_sign_keeps_to_the_units_of_its_indicator(sign):
    """A count may stand for another («۷۴ هزار مجوز درخواستی» are requests); a percent or a rank for nothing else."""
    units = {one.code: set(one.units) for one in load().indicators}[sign.indicator]
    counts = units - {"percent", "rank"}
    assert sign.unit & {"percent", "rank"} <= units
    assert counts or not sign.unit - {"percent", "rank"}


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.indicator)
def test_a_task_names_cues_that_exist(task):
    assert [one for one in {*task.all, *filter(None, [task.whole])} if not known(one)] == []


def test_every_indicator_has_a_sign():
    assert {one.code for one in load().indicators} == {sign.indicator for sign in SIGNS}


@pytest.mark.parametrize("rule", status_rules(), ids=lambda rule: rule.status)
def test_a_standing_names_cues_and_indicators_that_exist(rule):
    assert [one for one in rule.unless if not known(one)] == []
