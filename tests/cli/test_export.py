"""`dideban export`: which form, and the number to go on from."""

import json

import pytest

from corpus import exports, store
from dideban.cli import export


@pytest.fixture
def stored(make_article, make_record, monkeypatch):
    """An article with the records numbered 1 and 2."""
    monkeypatch.setattr(export, "open_store", lambda: None)
    article = make_article()
    store.save_article(article)
    records = [make_record(article, figure=figure) for figure in (13, 14)]
    store.save_records(article.document, records, "0.1.0")
    return article, records


def test_an_ending_that_is_no_form_is_wrong_usage(dideban, tmp_path):
    done = dideban("export", "-o", tmp_path / "records.foo")
    assert done.exit_code == 2
    assert ".foo is none of" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "options"), [("r.foo", ["--format", "jsonl"]), ("r", []), ("r.JSONL", [])])
def test_a_named_form_goes_before_the_ending_and_none_at_all_is_jsonl(dideban, stored, tmp_path, name, options):
    done = dideban("export", "-o", tmp_path / name, *options)
    assert done.exit_code == 0, done.stderr
    lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [record.id for record in stored[1]]


@pytest.mark.django_db
def test_it_goes_on_from_the_last_number_that_was_written(dideban, stored):
    article, (first, _) = stored
    store.save_records(article.document, [first], "0.1.0")  # the second is withdrawn, which takes a number too
    done = dideban("export")
    assert done.stderr == "1 records; go on with --since 1\n"
    assert dideban("export", "--since", 1).stderr == "0 records; go on with --since 1\n"


@pytest.mark.django_db
def test_what_changes_during_an_export_comes_once_and_in_the_next_one_again(dideban, stored, tmp_path, monkeypatch):
    article, (first, second) = stored
    real = exports.write

    def write(records, form, out):
        def meanwhile():
            for one in records:
                yield one
                changed = first.model_copy(update={"confidence": 0.5})
                store.save_records(article.document, [changed, second], "0.1.0")

        return real(meanwhile(), form, out)

    monkeypatch.setattr(exports, "write", write)
    assert dideban("export", "-o", tmp_path / "r.jsonl").stderr == "2 records; go on with --since 2\n"
    monkeypatch.undo()
    monkeypatch.setattr(export, "open_store", lambda: None)
    again = dideban("export", "--since", 2)
    assert [json.loads(line)["confidence"] for line in again.stdout.splitlines()] == [0.5]
