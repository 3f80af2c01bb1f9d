import pytest

from corpus.store.wanted import wanted


@pytest.mark.parametrize(
    ("spellings", "words"),
    [
        (["دستگاه ها", "دستگاه‌ها", "دستگاهها"], ["دستگاهها"]),
        (["دستگاه هاي اجرايي", "دستگاه‌های اجرایی", "دستگاههای اجرایی"], ["دستگاههای", "اجرایی"]),
        (["سریع تر شد", "سریع‌تر شد"], ["سریعتر", "شد"]),
        (["می شود", "می‌شود", "ميشود"], ["میشود"]),
        (["شده اند", "شده‌اند"], ["شدهاند"]),
        (["گاز پنجره"], ["گاز", "پنجره"]),
        (["ها"], ["ها"]),
        (["می"], ["می"]),
        (["گاز « ها", "گاز‌ها"], ["گازها"]),
        (["«»", "%", "_ …", ""], []),
    ],
)
def test_one_word_however_it_is_spelled(spellings, words):
    assert [wanted(text) for text in spellings] == [words] * len(spellings)
