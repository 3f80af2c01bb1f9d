import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from corpus.newsroom.articles import NewsroomError, jalali_moment, load

FOLDER = Path(__file__).with_name("articles")


def test_oldest_first(articles):
    assert [article.id for article in articles] == ["4100000", "4100001", "3000001"]


def test_text_is_a_paragraph_a_line(by_id):
    assert by_id["4100001"].text.split("\n") == [
        "در گفت\u200cوگو با خبرنگار ما مطرح شد؛",
        "نیمی از خدمات سازمان آزمون برخط شد & ادامه دارد",
        "سخنگوی سازمان آزمون از پیشرفت <برنامه> خبر داد.",
        (
            "سخنگوی سازمان آزمون گفت دستگاه\u200cهای کشور تا پایان آبان ۱۴۰۲ مهلت دارند"
            " و نشانی کار https://my.gov.ir/fa/1402 است."
        ),
        "دستگاه | سهم",
        "سازمان آزمون | ۱۰.۷۰ درصد",
        "یک خدمت تازه",
        "دو خدمت کهنه",
        "به گفته وی، «کارها» به سامان می\u200cرسد.",
    ]


def test_text_follows_the_spelling(by_id):
    assert by_id["4100000"].text == "شركتهاي نمونه به درگاه پيوستند\nهشت شركت نمونه به درگاه پيوستند."
    assert "سه چهارم درخواست ها" in by_id["3000001"].text
    assert "یزد | 25" in by_id["3000001"].text


@pytest.mark.parametrize(
    ("printed", "utc", "offset"),
    [
        ("1402-10-01T11:31", "2023-12-22T08:01", 3.5),
        ("1401-05-02T09:05", "2022-07-24T04:35", 4.5),
        ("1402-05-02T09:05", "2023-07-24T05:35", 3.5),
        ("1403-12-30T00:00", "2025-03-19T20:30", 3.5),
    ],
)
def test_local_time(printed, utc, offset):
    moment = jalali_moment(printed)
    assert moment.utcoffset() == timedelta(hours=offset)
    assert (moment - moment.utcoffset()).replace(tzinfo=None).isoformat(timespec="minutes") == utc


@pytest.mark.parametrize(
    "wrong", ["1402-12-30T10:00", "1402-13-01T10:00", "1402-10-01T24:00", "1402-10-01", "۱۴۰۲-۱۰-۰۱T۱۱:۳۱"]
)
def test_no_such_time(wrong):
    with pytest.raises(ValueError, match=r"."):
        jalali_moment(wrong)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: 4100000", "id: 410000", "id"),
        ("publisher: irib", "publisher: nowhere", "publisher"),
        ("publisher: irib", "publisher: isna", "id 4100000 is not of the form"),
        ("section: سیاسی", "", "section: Field required"),
        ("section: سیاسی", "section: ' '", "section"),
        ("published: 1401-05-02T09:05", "published: 1401-07-31T09:05", "published"),
        ("title:", "titel:", "titel"),
        ("tags: []", "tags: [", "line"),
        ("halfspace: none", "halfspace: drop", "spelling.halfspace"),
    ],
)
def test_a_fault_names_file_and_field(tmp_path, old, new, fault):
    text = (FOLDER / "irib-summer.yml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "broken.yml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(NewsroomError, match=fault) as caught:
        load(tmp_path)
    assert str(caught.value).startswith(str(tmp_path / "broken.yml"))


def test_two_files_with_one_number(tmp_path):
    for name in ("a.yml", "b.yml"):
        shutil.copy(FOLDER / "irib-plain.yml", tmp_path / name)
    with pytest.raises(NewsroomError, match=r"b\.yml: a\.yml already has irib 4100001"):
        load(tmp_path)


def test_no_articles(tmp_path):
    assert load(tmp_path) == []


def test_the_shipped_articles_load():
    articles = load()
    assert {article.publisher for article in articles} == {"irib", "tasnim"}
    assert {article.spelling.halfspace for article in articles} == {"keep", "space", "none"}
