"""The monitors: Spidermon's, run over our own report of one publisher.

Spidermon's Scrapy extension is not used: it judges Scrapy's statistics of a whole spider at its end, and one crawl of
ours is of many publishers. Each monitor compares figures with limits and fails with those that do not hold.
"""

from collections.abc import Callable

from spidermon import Monitor, MonitorSuite  # type: ignore[import-untyped]

from crawler.health.limits import Share
from crawler.health.seen import Figure
from crawler.health.usual import Case

_UNREAD = frozenset({"not_an_article:no_body", "not_an_article:no_title", "not_an_article:undecodable"})
_LISTS_READ = frozenset({"list read", "list unchanged", "list damaged"})
_ANSWERED = ("stored", "known", "unchanged", "not_an_article:")
_FAILED = ("failed:", "http_error:")
_Fits = Callable[[str], bool]


class _HealthMonitor(Monitor):  # type: ignore[misc]  # Spidermon has no types
    """Compares figures of a case; all of them reach the report, whether they hold or not."""

    @property
    def case(self) -> Case:
        case: Case = self.data.case
        return case

    def least(self, what: str, value: float, limit: float) -> None:
        """Compare: `value` is to be `limit` or more."""
        self._told().append(Figure(what, round(value, 3), "at least", round(limit, 3)))

    def most(self, what: str, value: float, limit: float) -> None:
        """Compare: `value` is to be `limit` or less."""
        self._told().append(Figure(what, round(value, 3), "at most", round(limit, 3)))

    def conclude(self, skipped: str) -> None:
        """Fail with the figures that do not hold; where nothing was compared, skip for the reason given."""
        if not self._told():
            self.skipTest(skipped)
        broken = [str(figure) for figure in self._told() if not figure.holds]
        if broken:
            self.fail("; ".join(broken))

    def _told(self) -> list[Figure]:
        told: list[Figure] = self.data.told.setdefault(self.method_name, [])
        return told

    def share(self, what: str, counted: _Fits, among: _Fits, limit: Share, most: float | None = None) -> None:
        """Compare the share of outcomes that are `counted` with the limit, or `most`, and conclude."""
        outcomes = self.case.counts.outcomes
        asked = sum(count for outcome, count in outcomes.items() if among(outcome))
        if asked >= limit.asked:
            found = sum(count for outcome, count in outcomes.items() if counted(outcome))
            self.most(what, found / asked, limit.share if most is None else most)
        self.conclude(f"{asked} asked for")


class ArticlesMonitor(_HealthMonitor):
    """What came in, and how whole it is."""

    def test_items(self) -> None:
        """New articles against what is usual at this time of the day and week."""
        if judged := self.case.new():
            found, expected = judged
            self.least("new articles", found, self.case.limits.items.least * expected)
        self.conclude("nothing is usual yet, or next to nothing was to be expected")

    def test_fields(self) -> None:
        """Share of articles that have title, text, date, and the usual others."""
        seen, usual = self.case.articles("fields")
        asked = self.case.limits.fields
        if seen.articles >= self.case.limits.fewest_articles:
            for name, least in asked.least.items():
                self.least(name, seen.share(name), least)
            for name, drop in asked.drop.items() if usual else ():
                if usual and (limit := usual.share(name) - drop) > 0:
                    self.least(name, seen.share(name), limit)
        self.conclude(f"{seen.articles} articles")

    def test_sources(self) -> None:
        """Drift: what usually gives a field gives it no more, and something further back serves in its place."""
        seen, usual = self.case.articles("sources")
        enough = usual and seen.articles >= self.case.limits.fewest_articles
        for name in self.case.limits.sources.fields if enough else ():
            of_field = usual.sources.get(name) if usual else None
            if of_field and seen.fields.get(name):
                source, times = max(of_field.items(), key=lambda one: one[1])
                limit = times / sum(of_field.values()) - self.case.limits.sources.drop
                share = seen.sources.get(name, {}).get(source, 0) / seen.fields[name]
                if limit > 0:
                    self.least(f"{name} by {source or 'no named source'}", share, limit)
        self.conclude("nothing is usual yet" if usual is None else f"{seen.articles} articles")

    def test_dates(self) -> None:
        """Articles without a date, dated ahead, changed before they were published, or with machine dates overruled."""
        seen, usual = self.case.articles("dates")
        limits = self.case.limits.dates
        if seen.articles >= self.case.limits.fewest_articles:
            for sign in ("missing", "future", "backwards"):
                self.most(sign, seen.dates.get(sign, 0) / seen.articles, getattr(limits, sign))
            if usual:
                limit = usual.dates.get("printed", 0) / usual.articles + limits.printed_rise
                self.most("printed", seen.dates.get("printed", 0) / seen.articles, limit)
        self.conclude(f"{seen.articles} articles")


class AnswersMonitor(_HealthMonitor):
    """How the site answered."""

    def test_blocked(self) -> None:
        """Refusals and guards among all requests; a publisher that is left alone for them."""
        if self.case.counts.paused:
            self.most("left alone", 1, 0)
        self.share("blocked", _is_refusal, lambda outcome: outcome != "off_topic", self.case.limits.blocked)

    def test_failed(self) -> None:
        """Pages that failed: timeouts, broken connections, errors of the server."""
        self.share("failed", lambda outcome: outcome.startswith(_FAILED), _is_page, self.case.limits.failed)

    def test_unread(self) -> None:
        """Pages that answered and in which no layout found a title or a body: a redesign."""
        self.share(
            "unread", _UNREAD.__contains__, lambda outcome: outcome.startswith(_ANSWERED), self.case.limits.unread
        )

    def test_lists(self) -> None:
        """Feeds, sitemaps and archive pages that could not be read; some sites never have all that are asked for."""
        limit = self.case.limits.lists
        usual = self.case.share("lists", _is_failed_list, _is_list)
        most = None if usual is None else min(limit.share, usual + limit.rise)
        self.share("lists failed", _is_failed_list, _is_list, limit, most)

    def test_latency(self) -> None:
        """The 95th percentile of the times of answers, in seconds."""
        seen, limits = self.case.counts.seen, self.case.limits.latency
        if seen.answers >= limits.answers:
            usual = self.case.p95()
            relative = max(limits.seconds, usual * limits.times) if usual is not None else limits.longest
            self.most("p95", seen.latency["p95"], min(relative, limits.longest))
        self.conclude(f"{seen.answers} answers")


class HealthSuite(MonitorSuite):  # type: ignore[misc]  # Spidermon has no types
    """All monitors of one publisher."""

    monitors = (ArticlesMonitor, AnswersMonitor)


def _is_list(outcome: str) -> bool:
    return outcome.startswith("list ")


def _is_failed_list(outcome: str) -> bool:
    return _is_list(outcome) and outcome not in _LISTS_READ


def _is_page(outcome: str) -> bool:
    return not _is_list(outcome) and outcome != "off_topic"


def _is_refusal(outcome: str) -> bool:
    return outcome.removeprefix("list ").startswith("blocked")
