"""The task ``gun-violence``: many articles per incident, with the recorded facts.

Dev is the fixed sample of the data README: all articles of one incident with facts in ten.
Every scope counts: shootings are crimes, which lists leave out by default.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from recount.evaluation.base import Options, Outcome, Score, Scores, is_dev, read_lines, share
from recount.evaluation.match import b_cubed
from recount.evaluation.product import ReadAccount, ReadDocument, Reading, Report, read_reports
from recount.model import AccountRecord, CountValue, Incident, IncidentType, Property
from recount.reconcile import reconcile

SAMPLE_MODULUS = 10
"""One incident in ten is in the fixed sample (data README)."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The final recorded figures of one incident."""

    incident: str
    killed: int
    injured: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article; ``key`` tells rows apart where one text stands under two incidents."""

    key: str
    incident: str
    report: Report


@dataclass(frozen=True, slots=True)
class Range:
    """What our incident says of a figure; ``stated`` is false when no source speaks of it."""

    low: int
    best: int
    high: int
    stated: bool = True


NOTHING = Range(0, 0, 0, stated=False)


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What was predicted for one article: our incident, and the article's own figures."""

    key: str
    incident: str | None
    killed: int | None
    injured: int | None

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        return {
            "article": self.key,
            "our_incident": self.incident,
            "killed": self.killed,
            "injured": self.injured,
        }


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """What our incident says where most articles of a gold incident stand."""

    incident: str
    ours: str | None
    killed: Range
    injured: Range

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        return {
            "incident": self.incident,
            "our_incident": self.ours,
            "killed": [self.killed.low, self.killed.best, self.killed.high],
            "injured": [self.injured.low, self.injured.best, self.injured.high],
        }


def load(path: Path, limit: int | None = None) -> tuple[tuple[Article, ...], tuple[Facts, ...]]:
    """Read the articles of the fixed sample and the facts of their incidents.

    Args:
        path: the folder with ``incidents.jsonl`` and ``articles.jsonl.gz``.
        limit: take the first articles only.

    Raises:
        UsageError: a file is missing.
    """
    recorded = {
        row["incident"]: Facts(row["incident"], row["killed"], row["injured"])
        for row in read_lines(path / "incidents.jsonl")
        if is_dev(row["incident"], SAMPLE_MODULUS)
    }
    zipped = path / "articles.jsonl.gz"
    rows = read_lines(zipped if zipped.exists() else path / "articles.jsonl")
    kept = [row for row in rows if row["incident"] in recorded][:limit]
    seen: Counter[str] = Counter()
    articles = []
    for row in kept:
        seen[row["id"]] += 1
        key = row["id"] if seen[row["id"]] == 1 else f"{row['id']}-{seen[row['id']]}"
        report = Report(key, row["text"], row["title"], row["published"], row["url"])
        articles.append(Article(key, row["incident"], report))
    told = {article.incident for article in articles}
    return tuple(articles), tuple(recorded[name] for name in sorted(told))


def run(path: Path, options: Options) -> Outcome:
    """Run the product on the sample and compare groups and figures with the facts."""
    articles, facts = load(path, options.limit)
    reading = read_reports([article.report for article in articles], link=options.link)
    rows = article_rows(articles, reading)
    incidents = incident_rows(articles, rows, reading.incidents)
    scores = (*score(articles, facts, rows, incidents), *grouped_scores(articles, facts, reading))
    told = tuple(errors(articles, facts, rows, incidents, reading))
    return Outcome(Scores("gun-violence", "dev", scores), (*rows, *incidents), told)


def article_rows(articles: Sequence[Article], reading: Reading) -> tuple[ArticleRow, ...]:
    """Return what each article's main account says."""
    named = reading.named()
    return tuple(_article_row(article.key, named.get(article.key)) for article in articles)


def _article_row(key: str, read: ReadDocument | None) -> ArticleRow:
    account = None if read is None else main_account(read)
    if account is None:
        return ArticleRow(key, None, None, None)
    return ArticleRow(
        key,
        account.incident,
        _own(account, Property.KILLED),
        _own(account, Property.WOUNDED),
    )


def main_account(read: ReadDocument) -> ReadAccount | None:
    """Return the account that the article tells most of: most statements, then the first.

    An arrest is what followed; it is chosen only when nothing else is told.
    """
    happened = [account for account in read.accounts if account.happened]
    return max(happened, key=_told_of, default=None)


def _told_of(account: ReadAccount) -> tuple[bool, int]:
    arrest = account.record.account.type is IncidentType.ARRESTS
    return not arrest, len(account.record.statements)


def _own(account: ReadAccount, prop: Property) -> int:
    """The account's own figure; an account that states none says that nobody was hit."""
    found = account.record.primary(prop)
    value = None if found is None else found.value
    if not isinstance(value, CountValue):
        return 0
    numbers = [n for n in (value.value, value.low, value.high) if n is not None]
    return numbers[0] if len(numbers) > 0 else 0


def incident_rows(
    articles: Sequence[Article], rows: Sequence[ArticleRow], incidents: Iterable[Incident]
) -> tuple[IncidentRow, ...]:
    """Return, for each gold incident, our incident with most of its articles, and its figures.

    Where articles stand in as many of ours each, that of the first one counts: which it is must
    not hang on ids, which change with every version.
    """
    known = {incident.id: incident for incident in incidents}
    votes: dict[str, Counter[str]] = {}
    for article, row in zip(articles, rows, strict=True):
        of_gold = votes.setdefault(article.incident, Counter())
        if row.incident is not None:
            of_gold[row.incident] += 1
    return tuple(_incident_row(name, votes[name], known) for name in sorted(votes))


def _incident_row(name: str, votes: Counter[str], known: Mapping[str, Incident]) -> IncidentRow:
    if len(votes) == 0:
        return IncidentRow(name, None, NOTHING, NOTHING)
    ours = max(votes, key=lambda incident: votes[incident])
    incident = known.get(ours)
    return IncidentRow(
        name, ours, _range(incident, Property.KILLED), _range(incident, Property.WOUNDED)
    )


def _range(incident: Incident | None, prop: Property) -> Range:
    finding = None if incident is None else incident.finding(prop)
    if finding is None or finding.low is finding.best is finding.high is None:
        return NOTHING
    numbers = [n for n in (finding.low, finding.best, finding.high) if n is not None]
    best = finding.best if finding.best is not None else numbers[0]
    low = finding.low if finding.low is not None else min(numbers)
    high = finding.high if finding.high is not None else max(numbers)
    return Range(low, best, high)


def score(
    articles: Sequence[Article],
    facts: Sequence[Facts],
    rows: Sequence[ArticleRow],
    incidents: Sequence[IncidentRow],
) -> tuple[Score, ...]:
    """Return the scores of the contract; an incident that we do not have at all is wrong."""
    gold = {article.key: article.incident for article in articles}
    ours = {row.key: row.incident for row in rows if row.incident is not None}
    grouped = b_cubed(ours, gold)
    recorded = {fact.incident: fact for fact in facts}
    pairs = [(recorded[row.incident], row) for row in incidents]
    widths = [row.killed.high - row.killed.low for row in incidents if row.killed.stated]
    return (
        Score("b3_f1", grouped.f1, len(gold)),
        _share("killed_exact", [_is(row, row.killed, f.killed) for f, row in pairs]),
        _share("injured_exact", [_is(row, row.injured, f.injured) for f, row in pairs]),
        _share("killed_covered", [_covers(row, f.killed) for f, row in pairs]),
        Score("killed_width", float(median(widths)) if widths else 0.0, len(widths), ceiling=True),
        _share(
            "article_killed_exact",
            [r.killed == recorded[a.incident].killed for a, r in zip(articles, rows, strict=True)],
        ),
        _share(
            "article_injured_exact",
            [
                r.injured == recorded[a.incident].injured
                for a, r in zip(articles, rows, strict=True)
            ],
        ),
        Score("b3_precision", grouped.precision, len(gold)),
        Score("b3_recall", grouped.recall, len(gold)),
        _share("articles_with_account", [row.incident is not None for row in rows]),
    )


def grouped_scores(
    articles: Sequence[Article], facts: Sequence[Facts], reading: Reading
) -> tuple[Score, ...]:
    """Return how good the figures are where the articles are grouped by the gold incident.

    The main accounts of an incident's articles are reconciled as one incident: linking has
    no part in these.
    """
    found = gold_ranges(articles, reading)
    pairs = [(found.get(fact.incident, (NOTHING, NOTHING)), fact) for fact in facts]
    widths = [killed.high - killed.low for (killed, _), _ in pairs if killed.stated]
    return (
        _share("gold_killed_exact", [killed.best == f.killed for (killed, _), f in pairs]),
        _share("gold_injured_exact", [injured.best == f.injured for (_, injured), f in pairs]),
        _share(
            "gold_killed_covered",
            [killed.low <= f.killed <= killed.high for (killed, _), f in pairs],
        ),
        Score(
            "gold_killed_width", float(median(widths)) if widths else 0.0, len(widths), ceiling=True
        ),
    )


def gold_ranges(articles: Sequence[Article], reading: Reading) -> dict[str, tuple[Range, Range]]:
    """Return killed and injured of each gold incident, of its articles' main accounts."""
    named = reading.named()
    infos = {info.id: info for info in reading.infos}
    groups: dict[str, list[AccountRecord]] = {}
    for article in articles:
        read = named.get(article.key)
        main = None if read is None else main_account(read)
        if main is not None:
            groups.setdefault(article.incident, []).append(main.record)
    made = {}
    for name, records in groups.items():
        told = {record.id: record for record in records}
        incident = reconcile(name, tuple(told.values()), infos, reading.voices)
        made[name] = (_range(incident, Property.KILLED), _range(incident, Property.WOUNDED))
    return made


def _share(name: str, rights: list[bool]) -> Score:
    return Score(name, share(sum(rights), len(rights)), len(rights))


def _is(row: IncidentRow, found: Range, truth: int) -> bool:
    return row.ours is not None and found.best == truth


def _covers(row: IncidentRow, truth: int) -> bool:
    return row.ours is not None and row.killed.low <= truth <= row.killed.high


def errors(
    articles: Sequence[Article],
    facts: Sequence[Facts],
    rows: Sequence[ArticleRow],
    incidents: Sequence[IncidentRow],
    reading: Reading,
) -> Iterator[str]:
    """Yield, incident by incident, what articles say wrongly and how they were grouped."""
    recorded = {fact.incident: fact for fact in facts}
    named = reading.named()
    for found in incidents:
        fact = recorded[found.incident]
        group = [
            (a, r) for a, r in zip(articles, rows, strict=True) if a.incident == found.incident
        ]
        ours = {row.incident for _, row in group}
        wrong = [(a, r) for a, r in group if (r.killed, r.injured) != (fact.killed, fact.injured)]
        if len(ours) == 1 and len(wrong) == 0:
            continue
        yield (
            f"== {found.incident}: killed {fact.killed}, injured {fact.injured}; "
            f"{len(group)} articles in {len(ours)} of ours"
        )
        for article, row in wrong:
            told = _figures(named.get(article.key))
            yield f"  {article.key}: killed {row.killed}, injured {row.injured} | {told}"


def _figures(read: ReadDocument | None) -> str:
    account = None if read is None else main_account(read)
    if read is None:
        return "not read"
    if account is None:
        return f"no account ({len(read.accounts)} not counted)"
    told = [
        f"{prop.value} {statement.original!r}{'' if statement.primary else ' (not its own)'}"
        for prop in (Property.KILLED, Property.WOUNDED)
        for statement in account.record.of(prop)
    ]
    trigger = read.document.words(account.record.account.triggers[0].span)
    return f"[{trigger}] {', '.join(told) or 'no figures'}"
