"""`--rules-alone`: reading by the programmes' signs and the rules, without what was trained."""

import click

import extractor
from corpus.schema import Article, Record

rules_alone_option = click.option(
    "--rules-alone",
    is_flag=True,
    help="Without the trained reader and weights: what the programmes' signs do by themselves.",
)


def records(article: Article, *, rules_alone: bool) -> list[Record]:
    """The records of `article`."""
    from extractor.claims.learned.trained import RULES_ALONE, SHIPPED  # noqa: PLC0415 - `--help` need not load spaCy

    return extractor.extract(article, trained=RULES_ALONE if rules_alone else SHIPPED)
