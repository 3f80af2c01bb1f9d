"""Offices named by the bare name of their body: «اداره کل بنادر و دریانوردی هرمزگان», «سازمان صمت کرمانشاه»."""

from extractor.annotations import Mention
from extractor.entities.lists import bare_name
from extractor.entities.placing import place_end
from extractor.entities.scores import PART

# Heads of offices, and whether the office is one only with a place behind the bare name.
_HEADS = {"ادارهکل": False, "اداره": False, "سازمان": True, "مدیریت": True, "معاونت": True}
_KINDS = ("organization", "ministry", "vice_presidency", "company", "foundation")


def office(folded: str, start: int, at: int, head: str) -> Mention | None:
    """The office whose head word ends at `at`, with its province or town; `parent` is the body whose office it is."""
    if head not in _HEADS or folded[at : at + 1] != " ":
        return None
    bodies = [bare_name(folded, at + 1, kind) for kind in _KINDS]
    body = max((one for one in bodies if one), key=lambda one: one.end, default=None)
    if body is None:
        return None
    end = place_end(folded, body.end, town=True)
    place = folded[body.end : end].strip() or None
    if place is None and (_HEADS[head] or head == "اداره"):
        return None
    return Mention(start, end, None, folded[start:end], "agency", parent=body.id, place=place, score=PART)
