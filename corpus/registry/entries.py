"""What the registry's files may say: bodies, groups, platforms, laws and programmes, as frozen pydantic models."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from corpus.schema import Kind, Status, Unit

Slug = Annotated[str, StringConstraints(pattern=r"^(?:org|group|platform|law):[a-z0-9]+(?:-[a-z0-9]+)*$")]
# YYYY or YYYY-MM-DD, Jalali.
JalaliDay = Annotated[str, StringConstraints(pattern=r"^\d{4}(?:-\d{2}-\d{2})?$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2)]
BodyKind = Literal[
    "ministry",
    "vice_presidency",
    "organization",
    "company",
    "bank",
    "insurer",
    "fund",
    "research",
    "university",
    "medical_university",
    "province",
    "municipality",
    "council",
    "oversight",
    "foundation",
]


class Entry(BaseModel):
    """Base of all: unknown fields are refused, values never change once made."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Alias(Entry):
    """Another name. `context`: counts only where one of these words stands near it in the text."""

    text: Text
    context: tuple[Text, ...] = ()


class Named(Entry):
    """A thing that articles name.

    `aliases` count everywhere. `bare` count only after a head word of the kind («نیرو» in «وزارت دادگستری و نیرو»); the
    part of a name behind its head word is bare by itself and need not be written. `later` count only in a text that
    names the thing in full elsewhere («گمرک», «پنجره»).
    """

    id: Slug
    name: Text
    english: Text | None = None
    aliases: tuple[Alias, ...] = ()
    bare: tuple[Text, ...] = ()
    later: tuple[Text, ...] = ()

    @field_validator("aliases", mode="before")
    @classmethod
    def _plain_aliases(cls, value: object) -> object:
        if not isinstance(value, list | tuple):
            return value
        return [{"text": one} if isinstance(one, str) else one for one in value]


class FormerName(Entry):
    """A name that the body bore until the Jalali day `until`; articles of that time, and later ones, still use it."""

    name: Text
    until: JalaliDay | None = None


class Body(Named):
    """A public body. `valid_from` and `valid_to` are Jalali; `valid_to` marks one that is no more.

    `successor` is the id of the body that took over the duties of one that ended; its names still mean itself.
    `unit` marks an office inside its parent with no services of its own: its people's «ما» is the parent.
    """

    kind: BodyKind
    parent: Slug | None = None
    unit: bool = False
    valid_from: JalaliDay | None = None
    valid_to: JalaliDay | None = None
    successor: Slug | None = None
    former: tuple[FormerName, ...] = ()


class Group(Named):
    """Bodies taken together («دستگاه‌های اجرایی»).

    `never_after`: words before a form that make it mean another thing («این دستگاه‌ها»). `linked`: whether articles are
    searched for its names; one that is not only stands in where nobody is named.
    """

    kind: Literal["group"] = "group"
    linked: bool = True
    never_after: tuple[Text, ...] = ()


class Platform(Named):
    """A national service platform; `sites` are its addresses.

    `never_before`: words behind a form that counts under a condition that make it mean another thing («پنجره خود»).
    """

    kind: Literal["platform"] = "platform"
    owner: Slug | None = None
    never_before: tuple[Text, ...] = ()
    sites: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+\.[a-z]{2,}$")], ...] = ()


class Law(Entry):
    """A law that articles cite. `year`: Jalali year, for the laws that come every year."""

    id: Slug
    name: Text
    aliases: tuple[Text, ...] = ()
    year: int | None = Field(default=None, ge=1285, le=1500)


class Sign(Entry):
    """How a figure is known to be of an indicator; see the programmes' files."""

    indicator: str
    unit: frozenset[Unit] = Field(min_length=1)
    of: frozenset[str] = frozenset()
    all: frozenset[str] = frozenset()
    any: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()
    share: float = Field(gt=0, le=1)


class Task(Entry):
    """How a duty or promise without a figure is known to be of an indicator; `bound`: on whom, where none is named."""

    indicator: str
    all: frozenset[str] = Field(min_length=1)
    whole: str | None = None
    bound: Slug | None = None


class Indicator(Entry):
    """Something a programme measures. `units` are the units its figures may have.

    `subject`: whom its figures are about: a body; all agencies together; the platform itself; or a body where one is
    named, else the platform. `otherwise`: the group that they are about where the text names nobody. `banded`: its
    figures count those in a score band.
    """

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z_]+$")]
    label: Text
    units: tuple[Unit, ...] = Field(min_length=1)
    description: Text
    subject: Literal["body", "agencies", "platform", "body_or_platform"] = "body"
    otherwise: Slug | None = None
    banded: bool = False


class Target(Entry):
    """The figure that an obligation asks for."""

    comparator: Literal["eq", "ge", "le"] = "ge"
    value: float
    unit: Unit


class Obligation(Entry):
    """A duty set by law: who is bound, to what target, by which Jalali day."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    law: Slug
    indicator: str
    bound: Slug
    target: Target | None = None
    deadline: JalaliDay | None = None
    description: Text
    kind: Kind = "obligation"


class Relation(Entry):
    """How figures of one subject and time go together, for the checks of an article's arithmetic.

    `share`: its percents are its counts as part of the counts of `of`. `parts`: indicators that make up `whole`, in
    counts and in percents. `growth`: its percents are what the figures of `of` grew by from one time to the next.
    """

    share: str | None = None
    growth: str | None = None
    of: str | None = None
    whole: str | None = None
    parts: tuple[str, ...] = ()


class Programme(Entry):
    """What is watched: platforms, indicators and obligations, and how news speaks of them.

    An article that has none of the words of `topic` and names no platform is not read at all; `groups`, and `names`,
    short names of bodies by their ids, count only in an article that has one of them. `units` are nouns by unit: of a
    unit of the schema further ones, of any other code a new unit. `cues` are words by category, beside those of
    extractor/claims/cues.yml; `things` the categories that a percent can be a share of, the particular before the
    general; `contexts` name what an article is about that has cues of all the categories given; `standings` the
    indicator that each status without a figure is about.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]+$")]
    name: Text
    description: Text
    topic: tuple[Text, ...] = ()
    units: dict[Unit, Annotated[tuple[Text, ...], Field(min_length=1)]] = {}
    groups: tuple[Group, ...] = ()
    names: dict[Slug, Annotated[tuple[Text, ...], Field(min_length=1)]] = {}
    laws: tuple[Law, ...] = ()
    platforms: tuple[Platform, ...] = ()
    indicators: tuple[Indicator, ...] = Field(min_length=1)
    obligations: tuple[Obligation, ...] = ()
    cues: dict[str, tuple[Text, ...]] = {}
    things: tuple[str, ...] = ()
    contexts: dict[str, frozenset[str]] = {}
    standings: dict[Status, str] = {}
    relations: tuple[Relation, ...] = ()
    signs: tuple[Sign, ...] = ()
    tasks: tuple[Task, ...] = ()


class Head(Entry):
    """Words that stand before the names of one kind of body; `plural` ones open a list («وزارتخانه‌های کشور و نفت»)."""

    kind: BodyKind
    singular: tuple[Text, ...] = Field(min_length=1)
    plural: tuple[Text, ...] = ()
