"""What the trained model adds to what registry and rules find: docs/entities.md, "Names that only the model finds"."""

import json
from pathlib import Path

import pytest

from corpus.schema import Article
from extractor.annotations import Mention, PersonMention, Span
from extractor.document import Document
from extractor.entities import find_bodies, find_people, learned
from extractor.entities.learned import Learned, read_learned, telling
from extractor.entities.scores import LEARNED, UNKNOWN
from extractor.pipeline import read
from extractor.text.view import View
from models.bodies import ModelError

SPECS = Path(__file__).parents[1] / "specs" / "bodies"
EMPTY = [
    case["input"]
    for path in sorted(SPECS.glob("*.json"))
    for case in json.loads(path.read_text("utf-8"))
    if not case["results"]
]
OURS = "خدمات در پنجره ملی خدمات دولت هوشمند عرضه می‌شود. "
PORT = "شرکت خدمات بندری موج‌آوران شمال"
WITH_FIGURE = f"{PORT} ۱۲ درصد خدمات خود را در این پنجره عرضه کرده است."


def _read(text: str, *, claims: bool = True) -> Document:
    ((_, document),) = read(Article(id="note", text=text), claims=claims)
    return document


def _added(document: Document) -> list[str]:
    return [document.words(one) for one in document.bodies if one.id is None and one.score < UNKNOWN]


def _everywhere(text: str) -> Learned:
    """What the model adds where every sentence is asked about."""
    folded = View(text).folded
    bodies = find_bodies(folded)
    return read_learned(folded, [Span(0, len(folded))], bodies, _known(folded, bodies), [])


def _known(folded: str, bodies: list[Mention]) -> list[PersonMention]:
    return [one for one in find_people(folded, bodies) if not one.anaphora]


def _name(text: str) -> tuple[str | None, str | None]:
    (person,) = _read(OURS + text).people
    return person.name, person.role


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (WITH_FIGURE, PORT),
        ("کمیته ملی آبیاری و زهکشی ایران باید خدمات خود را متصل کند.", "کمیته ملی آبیاری و زهکشی ایران"),
        ("فرمانداری ویژه مراغه تا پایان آبان ۱۴۰۲ مهلت دارد.", "فرمانداری ویژه مراغه"),
        ("فرمانداری ویژه مراغه موظف است خدمات خود را عرضه کند.", "فرمانداری ویژه مراغه"),
        ("دادسرای عمومی و انقلاب رشت ملزم است خدمات خود را عرضه کند.", "دادسرای عمومی و انقلاب رشت"),
    ],
)
def test_a_body_that_the_rules_miss_is_added_under_the_texts_own_words(sentence: str, name: str) -> None:
    document = _read(OURS + sentence)
    assert _added(document) == [name]
    (found,) = (one for one in document.named if one.score < UNKNOWN)
    assert (found.id, found.type) == (None, "agency")
    assert 0 < found.score <= LEARNED < UNKNOWN
    assert found in document.bodies


def test_it_becomes_the_subject_of_its_figure() -> None:
    (record,) = (one for one in _read(OURS + WITH_FIGURE).records if one.value)
    assert (record.subject.id, record.subject.name) == (None, PORT)
    start, end = record.evidence[0].fields["subject"]
    assert (OURS + WITH_FIGURE)[start:end] == PORT


@pytest.mark.parametrize("spell", [lambda text: text, lambda text: text.replace("ی", "ي").replace("ک", "ك")])
@pytest.mark.parametrize("before", ["", "  \r\n", "ـّ " * 5, "دیروز باران آمد.\n\n"])
def test_offsets_are_those_of_the_text(spell, before: str) -> None:
    text = spell(before + OURS + WITH_FIGURE)
    document = _read(text)
    (found,) = (one for one in document.bodies if one.score < UNKNOWN)
    start, end = document.view.to_raw(found.start, found.end)
    assert text[start:end] == spell(PORT)


@pytest.mark.parametrize("claims", [True, False])
def test_a_sentence_without_figure_deadline_or_duty_is_not_asked_about(claims: bool, monkeypatch) -> None:
    asked: list[str] = []
    real = learned.find_names

    def noted(text: str, **options):
        asked.extend(text[start:end] for start, end in options["within"])
        return real(text, **options)

    monkeypatch.setattr(learned, "find_names", noted)
    document = _read(f"{OURS}{PORT} را دیدم.\n{PORT} رفت.", claims=claims)
    assert (asked, _added(document)) == ([], [])
    _read(f"{OURS}\n{PORT} را دیدم.\n{WITH_FIGURE}\n{PORT} رفت.", claims=claims)
    assert asked == [View(WITH_FIGURE).folded]


def test_where_no_fact_of_ours_can_be_only_the_entities_are_asked_for() -> None:
    text = "کمیته ملی آبیاری و زهکشی ایران ۱۲ درصد کوچک‌تر شد."
    assert _added(_read(text)) == []
    assert _added(_read(text, claims=False)) == ["کمیته ملی آبیاری و زهکشی ایران"]


def test_what_tells_a_fact() -> None:
    folded = "او آمد. باید برود. 12 رفت. ملزم‌اند. نمی بایست.".replace("\u200c", " ")
    parts = [Span(start, folded.find(".", start) + 1) for start in (0, 8, 19, 27, 38)]
    figure = Span(19, 21)
    assert [folded[one.start : one.end] for one in telling(folded, parts, [figure])] == [
        folded[one.start : one.end] for one in parts[1:]
    ]


@pytest.mark.parametrize("text", EMPTY)
def test_where_no_body_is_none_is_added(text: str) -> None:
    assert _everywhere(text).bodies == []


@pytest.mark.parametrize(
    "text",
    [
        "کمیته نظارتی ۳۰ خدمت را دید.",
        "شبکه بیمارستان متصل ۳۰ خدمت دارد.",
        "نشست سازمان ملل، ایران و عراق ۳۰ بند داشت.",
        "سازمان مذکور پارسال ۳۰ خدمت داشت.",
        "نخستین بانک دیجیتال کشور ۳۰ خدمت دارد.",
        "قانون مدیریت خدمات کشوری در ماده ۳۷ تکلیف را روشن کرده است.",
        "هیئت تحقیق و تفحص ۳۰ روز مهلت گرفت.",
        "به گزارش خبرگزاری صداوسیمای مرکز سمنان، ۳۰ خدمت برخط شد.",
        "باشگاه خبرنگاران جوان ۳۰ درصد بازدید دارد.",
    ],
)
def test_kinds_media_and_international_bodies_are_not_added(text: str) -> None:
    assert _everywhere(text).bodies == []


def test_nothing_lies_over_what_is_known() -> None:
    text = f"وزارت نیرو، سازمان ثبت احوال کشور و {PORT} باید ۳۰ خدمت را متصل کنند."
    folded = View(text).folded
    known = find_bodies(folded)
    added = _everywhere(text).bodies
    assert [folded[one.start : one.end] for one in added] == [View(PORT).folded]
    assert not any(one.overlaps(other) for one in added for other in known)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("به گفته حجت عزیزپوریان، ۳۸ درصد خدمات برخط است.", "حجت عزیزپوریان", None),
        ("توماج آق‌قلایی گفت ۳۸ درصد خدمات برخط است.", "توماج آق قلایی", None),
        ("کامیاب رازیان، طراح محصول، گفت ۶۲ درصد خدمات برخط است.", "کامیاب رازیان", None),
        ("به گفته لنده‌ای، معاون سازمان فناوری اطلاعات ایران، ۴۰ درصد خدمات برخط است.", "لنده ای", "معاون"),
    ],
)
def test_speakers_whom_the_rules_miss_are_found(text: str, name: str, role: str | None) -> None:
    assert _name(text) == (name, role)


def test_who_does_not_speak_is_nobody() -> None:
    assert _read(OURS + "پرونده حجت عزیزپوریان ۳۸ درصد سنگین‌تر از بقیه شد.").people == []


def test_people_known_stay_as_they_are() -> None:
    text = "رضا احمدی، معاون وزیر نیرو، گفت ۳۸ درصد خدمات برخط است."
    folded = View(text).folded
    known = _known(folded, find_bodies(folded))
    assert known
    assert _everywhere(text).people == known


def test_without_the_model_extraction_goes_on(monkeypatch) -> None:
    def missing(*_, **__):
        raise ModelError("no model")

    monkeypatch.setattr(learned, "find_names", missing)
    document = _read(OURS + WITH_FIGURE + "\nوزارت نیرو ۴۰ درصد خدمات خود را در این پنجره عرضه کرده است.")
    assert _added(document) == []
    assert any(record.subject.id == "org:energy" for record in document.records)
