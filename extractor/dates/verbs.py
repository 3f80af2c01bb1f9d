"""The forms of verbs that news tells what was and what will be with, each with the tense that it shows.

Kinds: past, elapsed («می‌شدند»: what was still ahead then), ahead («می‌شود»), will («خواهد شد»), future («شوند»); a
participle («ساخته») is past unless a verb follows it; "never" is a future denied.
"""

from collections.abc import Iterable, Iterator

_PERSONS = ("م", "یم", "ید", "ند")
_PERFECT = ("~است", "~اند", " بود", " بودند", "~ایم", "~ام")
_WISHED = ("باشد", "باشند", "باشیم")


def past_forms(stems: Iterable[str], nouns: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(phrase, kinds) of past stems, with `~` for a half-space; the bare stems of `nouns` are left out."""
    for stem in stems:
        denied = f"نیا{stem[1:]}" if stem[0] == "آ" else f"نی{stem}" if stem[0] == "ا" else f"ن{stem}"
        for form in (stem, denied):
            if form not in nouns:
                yield form, "past"
            yield from ((form + person, "past") for person in _PERSONS)
            yield f"{form}ه", "past participle"
            yield from ((f"{form}ه{more}", "past") for more in _PERFECT)
            yield from ((f"{form}ه {more}", "future") for more in _WISHED)
        for person in ("", *_PERSONS):
            yield f"می~{stem}{person}", "elapsed past"
            yield f"نمی~{stem}{person}", "elapsed past"
        yield f"خواهد {stem}", "will"


def present_forms(stems: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The same of present stems, and of the future's «خواهد»."""
    for stem in stems:
        glide = f"یا{stem[1:]}" if stem[0] == "آ" else f"ی{stem}" if stem[0] == "ا" else stem
        for person in ("د", *_PERSONS):
            yield f"می~{stem}{person}", "ahead"
            yield f"نمی~{stem}{person}", "ahead never"
            yield from ((form + person, "future") for form in (stem, f"ب{glide}", f"ن{glide}"))
    for form in ("خواهد", "خواهند", "خواهیم", "خواهم"):
        yield form, "will"
        yield f"ن{form}", "will never"
