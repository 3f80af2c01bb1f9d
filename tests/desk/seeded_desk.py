"""A desk in a process of its own: stores what standard input holds, says its address, serves until it is ended.

Standard input: one JSON array a line, an article and its records.
"""

import json
import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "dideban.settings"
django.setup()

from corpus import store  # noqa: E402 - the tables exist once Django is set up
from corpus.schema import Article, Record  # noqa: E402
from desk.server import serve  # noqa: E402

store.migrate()
for line in sys.stdin:
    article, *records = json.loads(line)
    store.save_article(Article.model_validate(article))
    made = [Record.model_validate(record) for record in records]
    store.save_records(made[0].document, made, "0.1.0")


def tell(address: str) -> None:
    sys.stdout.write(address + "\n")
    sys.stdout.flush()


serve("127.0.0.1", 0, on_ready=tell)
