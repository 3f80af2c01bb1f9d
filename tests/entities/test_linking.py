"""What the linker says of a mention beside its id: the body around it, its place, what it takes up, how sure it is."""

import time

import pytest

from extractor.annotations import Mention
from extractor.entities import find_bodies, read_bodies
from extractor.text.view import View


def _only(text: str) -> Mention:
    (found,) = find_bodies(View(text).folded)
    return found


@pytest.mark.parametrize(
    ("text", "parent", "place"),
    [
        ("شرکت گاز استان تهران قبض را اصلاح کرد", "org:nigc", "استان تهران"),
        ("اداره کل ثبت احوال استان فارس شناسنامه داد", "org:civil-registration", "استان فارس"),
        ("معاونت درمان وزارت بهداشت تعرفه را نوشت", "org:health", None),
        ("وزارت نفت عراق تولید را کم کرد", None, "عراق"),
        ("زیرمجموعه‌های وزارت نفت عقب‌اند", "org:petroleum", None),
        ("وزارت نفت تولید را کم کرد", None, None),
    ],
)
def test_offices_and_branches_name_the_body_around_them(text: str, parent: str | None, place: str | None) -> None:
    found = _only(text)
    assert (found.parent, found.place) == (parent, place)


def test_scores_fall_with_the_way_a_body_is_named() -> None:
    official = _only("وزارت ارتباطات و فناوری اطلاعات آمد")
    alias = _only("وزارت ارتباطات آمد")
    _, bare = find_bodies("وزارت دادگستری و نیرو")
    _, later = find_bodies("گمرک ایران آمد و گمرک رفت")
    _, anaphora = find_bodies("وزارت نیرو آمد. این وزارتخانه رفت")
    part = _only("معاونت درمان وزارت بهداشت آمد")
    unknown = _only("شرکت زرین‌بذر سپاهان را دیدم".replace("\u200c", " "))
    scores = [one.score for one in (official, alias, bare, later, anaphora, part, unknown)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1.0
    assert all(0 < one <= 1 for one in scores)


def test_claims_see_no_anaphora_and_the_body_behind_its_public_relations() -> None:
    found = read_bodies("روابط عمومی سازمان هواشناسی خبر داد و این سازمان پوزش خواست")
    assert [one.anaphora for one in found.all] == [False, True]
    assert [one.id for one in found.speaking] == ["org:weather"]


@pytest.mark.parametrize(
    "piece",
    [
        "وزارت نیرو این وزارتخانه ",
        "شرکت و شرکت های و ",
        "بانک ملی، ملت و ",
        "معاونت دفتر مرکز اداره کل ",
        "وزارت نیرو ۸۰، نفت ۴۰ و ",
        "((«سازمان",
        "الف" * 9,
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    def taken(times: int) -> float:
        text = View(piece * times).folded
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            find_bodies(text)
            best = min(best, time.process_time() - start)
        return best

    find_bodies(View(piece).folded)
    assert taken(3200) < 16 * taken(400) + 0.2
