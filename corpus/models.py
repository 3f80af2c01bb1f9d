"""Database tables. Django names this module so; trained models live in the top-level `models/`, not here.

Only `corpus.store` reads and writes these tables. Articles and records are kept as the JSON of `corpus.schema`; the
other columns repeat parts of it to be searched and sorted by. Nothing stored is deleted: a changed article adds a
version, a record that the machine no longer finds is withdrawn.
"""

from django.db import models

# What is asked for is hardly ever withdrawn; an index of the rest alone serves the very words of that condition.
IN_FORCE = models.Q(withdrawn=False)


class Article(models.Model):
    """A news article, once for each document; its text and facts are in its versions."""

    key = models.CharField(max_length=64, unique=True)  # SHA-256 of document: an address can be too long for an index
    document = models.TextField()
    version = models.PositiveIntegerField(default=0)  # number of the version in force
    publisher = models.CharField(max_length=100, default="", db_index=True)
    title = models.TextField(default="")
    published = models.DateTimeField(null=True, db_index=True)
    stored = models.DateTimeField(auto_now_add=True)
    origin = models.CharField(max_length=100, default="")  # code of the newsroom that it names as its source
    # The one that this is a near-copy of; never a copy itself, so a copy is one step from its original.
    original = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="copies")
    compared = models.BooleanField(default=False)  # whether it was looked for among the others; not so before 0003

    class Meta:
        """Those still to be compared are few or none: their index is as small."""

        indexes = (models.Index(fields=("id",), name="article_uncompared", condition=models.Q(compared=False)),)


class Band(models.Model):
    """A key that an article in force shares with texts like it (`corpus.copies.bands`)."""

    # One index serves both to find by and to be unique: no other table grows as fast as this one.
    pk = models.CompositePrimaryKey("key", "article_id")
    key = models.IntegerField()
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="+", db_index=False)


class Version(models.Model):
    """An article as it was read at one time. `text` is exact; `facts` is the JSON of all its other fields."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    facts = models.TextField()
    stored = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        """A version's number is its own within the article."""

        constraints = (models.UniqueConstraint(fields=("article", "number"), name="version_once"),)


class Extraction(models.Model):
    """That a version of the extractor has read a version of an article, even where it found nothing."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="extractions")
    extractor = models.CharField(max_length=100)
    made = models.DateTimeField(auto_now=True)

    class Meta:
        """One extraction of a version by an extractor."""

        constraints = (models.UniqueConstraint(fields=("version", "extractor"), name="extraction_once"),)


class Record(models.Model):
    """A record that the machine found in one version of an article."""

    name = models.CharField(max_length=100)  # the record's own id
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="records")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="records")
    sequence = models.BigIntegerField(unique=True)  # grows with each change, in the order of commits
    withdrawn = models.BooleanField(default=False)
    kind = models.CharField(max_length=20)
    subject_id = models.CharField(max_length=200, null=True)
    subject_name = models.TextField()
    indicator = models.CharField(max_length=100, null=True)
    unit = models.CharField(max_length=20, null=True)
    status = models.CharField(max_length=20, null=True)
    deadline_end = models.DateField(null=True)
    as_of_start = models.DateField(null=True)
    published = models.DateTimeField(null=True)
    dated = models.DateTimeField()  # when the news is from, to sort by: published, else fetched, else stored
    place = models.PositiveIntegerField(default=0)  # among the records of its article, in the order of the text
    publisher = models.CharField(max_length=100, default="")
    confidence = models.FloatField()
    extractor = models.CharField(max_length=100)
    # The long ones come last: SQLite reads a row up to the last column asked for.
    subject_key = models.TextField()  # folded names of the subject, official and as mentioned
    words = models.TextField()  # folded text that a search reads
    json = models.TextField()

    class Meta:
        """A record's id is its own within the article; the rest is what the desk filters by."""

        constraints = (models.UniqueConstraint(fields=("article", "name"), name="record_once"),)
        indexes = (
            models.Index(fields=("name",), name="record_name"),
            models.Index(fields=("kind",), name="record_kind", condition=IN_FORCE),
            models.Index(fields=("subject_id",), name="record_subject", condition=IN_FORCE),
            models.Index(fields=("indicator",), name="record_indicator", condition=IN_FORCE),
            models.Index(fields=("status",), name="record_status", condition=IN_FORCE),
            models.Index(fields=("deadline_end",), name="record_deadline", condition=IN_FORCE),
            models.Index(fields=("as_of_start",), name="record_as_of", condition=IN_FORCE),
            models.Index(fields=("publisher",), name="record_publisher", condition=IN_FORCE),
            models.Index(fields=("published",), name="record_published", condition=IN_FORCE),
            models.Index(fields=("-dated", "-article", "place"), name="record_newest", condition=IN_FORCE),
        )


class Evidence(models.Model):
    """A passage that a record rests on: code points of the text of the record's version; end exclusive."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="evidence")
    position = models.PositiveIntegerField()  # its place in the record's list
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()

    class Meta:
        """A place in the list holds one passage."""

        constraints = (models.UniqueConstraint(fields=("record", "position"), name="evidence_once"),)


class Counter(models.Model):
    """The last number given out, by name. Locking the row makes numbers follow the order of commits."""

    name = models.CharField(max_length=50, primary_key=True)
    value = models.BigIntegerField(default=0)
