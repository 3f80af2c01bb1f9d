"""How sure a link is, by the way that the text names the body."""

from extractor.entities.index import Form

OFFICIAL = 1.0
ALIAS = 0.9
BARE = 0.8
CONTEXT = 0.7
ANAPHORA = 0.6
# A name outside the registry: an office or branch of a body that is in it, and any other.
PART = 0.5
UNKNOWN = 0.4
# A name that only the trained model found: this times the model's own confidence.
LEARNED = 0.35


def of_form(form: Form) -> float:
    """The score of a name that the registry has."""
    if form.later or form.context:
        return CONTEXT
    return OFFICIAL if form.text == form.entry.name else ALIAS
