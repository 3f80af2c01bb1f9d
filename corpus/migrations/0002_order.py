"""Records of one article get their place in the order of its text, so that every page lists them alike."""

import json
from itertools import groupby

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

CHUNK = 500


def number_records(apps: Apps, schema_editor: BaseDatabaseSchemaEditor | None) -> None:
    record = apps.get_model("corpus", "Record")
    rows = record.objects.order_by("article_id").only("article_id", "json").iterator(chunk_size=CHUNK)
    waiting = []
    for _, of_article in groupby(rows, lambda row: row.article_id):
        for place, row in enumerate(sorted(of_article, key=_order)):
            row.place = place
            waiting.append(row)
        if len(waiting) >= CHUNK:
            record.objects.bulk_update(waiting, ["place"])
            waiting = []
    record.objects.bulk_update(waiting, ["place"])


def _order(row: models.Model) -> tuple[int, int, str]:
    """As the store itself ordered when this was written: a record stands where its own words stand."""
    stored = json.loads(row.json)
    passages = stored["evidence"]
    for name in ("value", "status", "subject"):
        own = [passage["fields"][name][0] for passage in passages if name in passage["fields"]]
        if own:
            return min(own), passages[0]["start"], stored["id"]
    return min(passage["start"] for passage in passages), passages[0]["start"], stored["id"]


class Migration(migrations.Migration):
    dependencies = [("corpus", "0001_begin")]

    operations = [
        migrations.RemoveIndex(model_name="record", name="record_newest"),
        migrations.AddField(model_name="record", name="place", field=models.PositiveIntegerField(default=0)),
        migrations.AddIndex(
            model_name="record",
            index=models.Index(
                condition=models.Q(("withdrawn", False)), fields=["-dated", "-article", "place"], name="record_newest"
            ),
        ),
        migrations.RunPython(number_records, migrations.RunPython.noop, elidable=True),
    ]
