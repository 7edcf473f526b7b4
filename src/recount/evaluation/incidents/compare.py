"""The gold of a folder, everything that the product shows of it, and how the two align."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recount.evaluation.base import Options
from recount.evaluation.incidents.align import Alignment, align
from recount.evaluation.incidents.gold import Facts, load_facts
from recount.evaluation.incidents.score import FileTally
from recount.evaluation.incidents.shown import Shown, flatten
from recount.evaluation.product import Own, Reading, read_paths
from recount.model import UsageError

FOLDERS = ("documents", "reports")
GOLD = Path("gold") / "facts.json"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The gold, everything shown, how they align, and what the product left out."""

    facts: Facts
    shown: tuple[Shown, ...]
    tallies: tuple[FileTally, ...]
    alignment: Alignment
    skipped: tuple[str, ...] = ()


def compare(path: Path, options: Options) -> Comparison:
    """Run the product on the folder and align what it shows with the facts."""
    facts = load_facts(path / GOLD)
    own = Own(
        places=tuple(p for p in (path / "gazetteer.csv",) if p.is_file()),
        actors=tuple(p for p in (path / "actors.csv",) if p.is_file()),
    )
    reading = read_paths([documents_of(path)], own=own, link=options.link)
    return compare_reading(facts, reading)


def documents_of(path: Path) -> Path:
    """Return the folder of documents under a data folder.

    Raises:
        UsageError: there is none.
    """
    found = next((path / name for name in FOLDERS if (path / name).is_dir()), None)
    if found is None:
        raise UsageError(f"{path} has neither a folder documents/ nor reports/.")
    return found


def compare_reading(facts: Facts, reading: Reading) -> Comparison:
    """Align what was read and is shown by default with the facts."""
    shown = tuple(
        flatten(file_of(read.name), read, account)
        for read in reading.documents
        for account in read.shown()
    )
    tallies = tuple(
        FileTally(file_of(read.name), tally) for read in reading.documents for tally in read.tallies
    )
    return Comparison(facts, shown, tallies, align(facts, shown), reading.skipped)


def file_of(name: str) -> str:
    """Return the file that the gold names: entries of a feed stand under the feed's name.

    >>> file_of("reports/feed.xml!2")
    'feed.xml'
    """
    return Path(name.partition("!")[0]).name
