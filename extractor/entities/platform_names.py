"""Whether a text can name a platform at all: quicker to tell than which one, and where."""

from functools import cache

from ahocorasick_rs import BytesAhoCorasick

from corpus.folding import skeleton
from extractor.entities.codes import automaton
from extractor.entities.index import Form, index
from extractor.entities.skeletons import skeleton_of


def may_name_platform(folded: str) -> bool:
    """Whether the letters of any spelling of a platform stand in `folded`; where not, `find_bodies` finds none."""
    return bool(_spellings().find_matches_as_indexes(skeleton_of(folded).codes))


@cache
def _spellings() -> BytesAhoCorasick:
    forms = (one for some in index().patterns for one in some if isinstance(one, Form))
    return automaton({skeleton(one.text) for one in forms if one.type == "platform"})
