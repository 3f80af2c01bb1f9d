"""Near-copies are linked to their original. What is already stored is compared when the store is next opened."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("corpus", "0002_order")]

    operations = [
        migrations.CreateModel(
            name="Band",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "key", "article_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.IntegerField()),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="corpus.article",
                    ),
                ),
            ],
        ),
        migrations.AddField(model_name="article", name="compared", field=models.BooleanField(default=False)),
        migrations.AddField(model_name="article", name="origin", field=models.CharField(default="", max_length=100)),
        migrations.AddField(
            model_name="article",
            name="original",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="copies",
                to="corpus.article",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(condition=models.Q(("compared", False)), fields=["id"], name="article_uncompared"),
        ),
    ]
