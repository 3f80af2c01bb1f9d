import csv
import io
import sys
from datetime import date

import openpyxl
import pyarrow.parquet
import pytest

from corpus.exports import FORMATS, ExportError, write
from corpus.exports.columns import columns, labels, row
from corpus.schema import Evidence, Record, Subject

NAMES = [column.name for column in columns()]
EVERY_FORMAT = pytest.mark.parametrize("format_", FORMATS)


def written(records, format_, **options):
    out = io.BytesIO()
    assert write(iter(records), format_, out, **options) == len(records)
    out.seek(0)
    return out


def sheet_of(out):
    return openpyxl.load_workbook(out).worksheets[0]


def with_name(full, name):
    return full.model_copy(update={"subject": Subject(id=None, name=name, mention=name, type="agency")})


def read_csv(out, encoding="utf-8"):
    return list(csv.DictReader(io.TextIOWrapper(out, encoding=encoding, newline="")))


def test_jsonl_round_trip(records):
    lines = written(records, "jsonl").read().decode().split("\n")
    assert lines.pop() == ""
    assert [Record.model_validate_json(line) for line in lines] == records
    assert "شرکت ملی گاز" in lines[0]


def test_csv_round_trip(records):
    rows = read_csv(written(records, "csv"))
    assert [list(row_) for row_ in rows] == [NAMES] * 3
    first, second, third = rows
    assert first["evidence.quote"] == records[0].evidence[0].quote
    assert (first["value.low"], first["confidence"], first["deadline.end"]) == ("13.5", "0.93", "2023-11-21")
    assert (third["value.low"], third["value.high"], third["confidence"]) == ("64000", "", "1")
    assert second["value.low"] == second["claimant.mention"] == ""


def test_csv_mark_for_excel(records):
    assert written(records, "csv", bom=True).read(3) == b"\xef\xbb\xbf"
    assert written(records, "csv").read(3) == b"id,"
    assert read_csv(written(records, "csv", bom=True), "utf-8-sig")[0]["id"] == "rec:000001"


@pytest.mark.parametrize("name", ["=1+1", "+98", "-5", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x.ir")'])
def test_text_is_never_a_formula(full, name):
    odd = with_name(full, name)
    assert read_csv(written([odd], "csv"))[0]["subject.name"] == f"'{name}"
    cell = sheet_of(written([odd], "xlsx")).cell(2, NAMES.index("subject.name") + 1)
    assert (cell.data_type, cell.value.replace("\r", "\n")) == ("s", name.replace("\r", "\n"))
    table = pyarrow.parquet.read_table(written([odd], "parquet"))
    assert table.to_pylist()[0]["subject.name"] == name


@pytest.mark.parametrize("name", ["سازمان = نمونه", "وزارت-خانه", "a@b.ir", "'نقل"])
def test_other_text_is_left_alone(full, name):
    assert read_csv(written([with_name(full, name)], "csv"))[0]["subject.name"] == name


def test_xlsx_round_trip(records):
    sheet = sheet_of(written(records, "xlsx"))
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "A2"
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == NAMES
    first = dict(zip(NAMES, rows[1], strict=True))
    assert first["value.low"] == 13.5
    assert first["deadline.end"].date() == date(2023, 11, 21)
    assert first["as_of.jalali"] == "--10-01"
    assert first["evidence.quote"] == records[0].evidence[0].quote
    assert dict(zip(NAMES, rows[2], strict=True))["value.low"] is None
    assert len(rows) == 4


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_persian_labels(records, format_):
    out = written(records, format_, persian_labels=True)
    if format_ == "csv":
        head = out.readline().decode().strip().split(",")
    else:
        head = [cell.value for cell in next(sheet_of(out).iter_rows())]
    assert head == list(labels().values())


def test_what_xlsx_cannot_hold(full):
    quote = "الف\x0bب" + "پ" * 40_000
    long = full.model_copy(update={"evidence": (Evidence(start=0, end=len(quote), quote=quote),)})
    cell = sheet_of(written([long], "xlsx")).cell(2, NAMES.index("evidence.quote") + 1)
    assert cell.value.startswith("الف\ufffdبپ")
    assert cell.value.endswith("پ…")
    assert len(cell.value) == 32_767
    assert read_csv(written([long], "csv"))[0]["evidence.quote"] == quote


def test_parquet_round_trip(records):
    table = pyarrow.parquet.read_table(written(records, "parquet"))
    types = {field.name: str(field.type) for field in table.schema}
    assert list(types) == NAMES
    assert (types["value.low"], types["evidence.start"], types["deadline.end"]) == ("double", "int64", "date32[day]")
    expected = [dict(zip(NAMES, row(record), strict=True)) for record in records]
    assert table.to_pylist() == expected


@EVERY_FORMAT
def test_no_records(format_):
    out = written([], format_)
    if format_ == "csv":
        assert read_csv(out) == []
    elif format_ == "xlsx":
        assert sheet_of(out).max_row == 1
    elif format_ == "parquet":
        assert pyarrow.parquet.read_table(out).num_rows == 0
    else:
        assert out.read() == b""


@EVERY_FORMAT
def test_an_open_file_stays_open_and_is_written_where_it_stands(records, format_):
    out = io.BytesIO()
    write(records, format_, out)
    assert out.tell() == len(out.getvalue()) > 0


@EVERY_FORMAT
def test_a_path_gets_the_same_as_a_file(tmp_path, records, format_):
    path = tmp_path / "records"
    assert write(records, format_, path) == 3
    assert [one.name for one in tmp_path.iterdir()] == ["records"]
    if format_ != "xlsx":  # which keeps the time of its making
        assert path.read_bytes() == written(records, format_).getvalue()


@EVERY_FORMAT
def test_a_failure_leaves_the_old_file(tmp_path, full, format_):
    def broken():
        yield full
        raise RuntimeError("the store went away")

    path = tmp_path / "records"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError, match="the store went away"):
        write(broken(), format_, path)
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["records"]


def test_an_unfinished_sheet_leaves_nothing_behind(tmp_path, monkeypatch, full):
    def broken():
        yield full
        raise RuntimeError("the store went away")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(RuntimeError):
        write(broken(), "xlsx", io.BytesIO())
    assert list(tmp_path.iterdir()) == []


def test_rights_and_links_are_kept(tmp_path, full):
    path, link = tmp_path / "records.jsonl", tmp_path / "latest"
    path.touch(mode=0o640)
    link.symlink_to(path)
    write([full], "jsonl", link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.stat().st_size > 0


def test_a_missing_folder_is_named(tmp_path, full):
    with pytest.raises(FileNotFoundError, match=r"no such folder: .*nowhere"):
        write([full], "csv", tmp_path / "nowhere" / "records.csv")


def test_an_unknown_format_is_refused(full):
    with pytest.raises(ExportError, match="'ods'; there are jsonl, csv, xlsx, parquet"):
        write([full], "ods", io.BytesIO())


@pytest.mark.parametrize(("format_", "package"), [("xlsx", "openpyxl"), ("parquet", "pyarrow")])
def test_a_missing_library_is_one_clear_line(tmp_path, monkeypatch, full, format_, package):
    monkeypatch.setitem(sys.modules, package, None)
    for name in [name for name in sys.modules if name.startswith(f"{package}.")]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ExportError, match=rf"^{format_} needs {package}: pip install 'dideban\[bulk\]'$"):
        write([full], format_, tmp_path / "records")
    assert list(tmp_path.iterdir()) == []
    assert write([full], "csv", tmp_path / "records") == 1


def test_too_many_records_for_a_sheet(monkeypatch, full):
    monkeypatch.setattr("corpus.exports.sheets._MOST_ROWS", 3)
    assert write([full] * 2, "xlsx", io.BytesIO()) == 2
    with pytest.raises(ExportError, match="at most 2 records"):
        write([full] * 3, "xlsx", io.BytesIO())
