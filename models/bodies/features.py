"""What the model sees of each token: the words around it, their kinds and shapes, and the head word before it."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from models.bodies.lexicon import told as speech
from models.bodies.tokens import Token
from models.bodies.words import kinds

_EDGE = "¦"
_REACH = 9
_STOPS = frozenset(".:؛!؟?«»()[]\"'%")


@lru_cache(maxsize=50_000)
def _own(word: str) -> tuple[str, ...]:
    """What a word tells by itself."""
    told = [f"w={word}", f"s={_shape(word)}"]
    if len(word) > 2:
        told += [f"<2={word[:2]}", f"<3={word[:3]}", f">2={word[-2:]}", f">3={word[-3:]}", f">4={word[-4:]}"]
    return tuple(told)


@lru_cache(maxsize=100_000)
def _speech(word: str) -> str:
    return speech(word) if word[0].isalpha() else _shape(word)


def _shape(word: str) -> str:
    if word[0].isdigit():
        return "9"
    if not word[0].isalpha():
        return word[0]
    if word[0] < "\u0600":
        return "A" if word.isupper() else "a"
    return str(min(len(word), 7))


@lru_cache(maxsize=100_000)
def _kind(word: str) -> str:
    """The lists that hold `word`; where none does, whether it is a word, a number or a sign."""
    if not word[0].isalpha():
        return _shape(word)
    return kinds().get(word) or ("-" if len(word) > 2 else "_")


@lru_cache(maxsize=100_000)
def _pair(word: str, following: str) -> str:
    """The lists that hold two words written as one («علی اکبر»)."""
    return kinds().get(word + following, "") if word[0].isalpha() and following[0].isalpha() else ""


def _kinds(words: Sequence[str]) -> list[str]:
    found = [_kind(word) for word in words]
    for at in range(len(words) - 1):
        pair = _pair(words[at], words[at + 1])
        if pair:
            found[at] += pair.upper()
            found[at + 1] += pair.upper()
    return found


def surnames(sentences: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Words of a text that stand behind a given name or a title somewhere in it: alone they may name a person."""
    found = set()
    for tokens in sentences:
        words = _words(tokens)
        known = _kinds(words)
        for at in range(1, len(words)):
            before = known[at - 1]
            if ("g" in before or "t" in before) and len(words[at]) > 2 and "g" not in known[at]:
                found.add(words[at])
    return frozenset(found)


def _words(tokens: Sequence[Token]) -> list[str]:
    return [token.word.replace("آ", "ا") for token in tokens]


def features(tokens: Sequence[Token], named: frozenset[str] = frozenset()) -> list[list[str]]:
    """For each token of a sentence the names of its features; `named` as `surnames` gives them for the whole text."""
    words = _words(tokens)
    known = _kinds(words)
    w = [_EDGE, _EDGE, *words, _EDGE, _EDGE]
    k = [_EDGE, _EDGE, *known, _EDGE, _EDGE]
    v = [_EDGE, _EDGE, *map(_speech, words), _EDGE, _EDGE]
    given = []
    head, since, joints = "", 0, 0
    for at in range(len(words)):
        i = at + 2
        word = w[i]
        told = [
            *_own(word),
            f"-1={w[i - 1]}",
            f"-2={w[i - 2]}",
            f"+1={w[i + 1]}",
            f"+2={w[i + 2]}",
            f"-1|0={w[i - 1]}|{word}",
            f"0|+1={word}|{w[i + 1]}",
            f"k={k[i]}",
            f"k-1={k[i - 1]}",
            f"k-2={k[i - 2]}",
            f"k+1={k[i + 1]}",
            f"k+2={k[i + 2]}",
            f"k-1|0={k[i - 1]}|{k[i]}",
            f"k0|+1={k[i]}|{k[i + 1]}",
            f"k-1|0|+1={k[i - 1]}|{k[i]}|{k[i + 1]}",
            f"v={v[i]}",
            f"v-1={v[i - 1]}",
            f"v+1={v[i + 1]}",
            f"v+2={v[i + 2]}",
            f"v0|+1={v[i]}|{v[i + 1]}",
            f"v-1|0={v[i - 1]}|{v[i]}",
            f"p={v[i][:-1]}",
            f"p0|+1={v[i][:-1]}|{v[i + 1][:-1]}",
            f"p0|+1|+2={v[i][:-1]}|{v[i + 1][:-1]}|{v[i + 2][:-1]}",
            f"+1|+2={w[i + 1]}|{w[i + 2]}",
            f"-2|-1={w[i - 2]}|{w[i - 1]}",
            f"k-2|-1={k[i - 2]}|{k[i - 1]}",
            f"w0|v+1={word}|{v[i + 1]}",
            f">-1={w[i - 1][-2:]}",
            f">+1={w[i + 1][-2:]}",
            f"w0|k+1={word}|{k[i + 1]}",
        ]
        if word in named:
            told.append("named")
        if word in "و،":
            told.append(f"join={w[i - 1]}|{w[i + 1]}")
            told.append(f"joink={k[i - 1]}|{word}|{k[i + 1]}|{k[i + 2]}")
        if head:
            told.append(f"h={head}")
            told.append(f"h|d={head}|{since}")
            told.append(f"d|j={since}|{joints}")
            told.append(f"h|w={head}|{word}")
        given.append(told)
        if "h" in k[i]:
            head, since, joints = word, 0, 0
        elif word in _STOPS or since > _REACH:
            head = ""
        since += 1
        joints += word in "و،"
    return given
