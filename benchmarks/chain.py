"""Times the whole chain: reports of about 800 words into a fresh ledger.

    python benchmarks/chain.py --documents 200 --kind text --profile

Loading (imports, gazetteer, lexicons, model) is told apart and left out of the rate: two
reports of another seed are built first, and what the measured build loads again is taken off.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import Any, TypeVar

from synthetic import WORDS, Kind, pieces, reports

from recount.pipeline import BuildOptions, BuildReport, Stages, build, real_stages
from recount.pipeline.stages import ReadsAhead

T = TypeVar("T")

WARM_DOCUMENTS = 2
WARM_SEED = 7919
BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024
"""``ru_maxrss`` is in kilobytes, but on macOS in bytes."""

LOAD, INGEST, EXTRACT, RESOLVE, LINK, RECONCILE = (
    "load",
    "ingest",
    "extract",
    "resolve",
    "link",
    "reconcile",
)
STAGES = (INGEST, EXTRACT, RESOLVE, LINK, RECONCILE)


@dataclass(slots=True)
class Clock:
    """Seconds spent in each stage: on the clock, and of the processor by its own thread."""

    seconds: dict[str, float] = field(default_factory=dict)
    busy: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def on(self, stage: str) -> Iterator[None]:
        """Add what the block takes to the stage."""
        began, busy = perf_counter(), thread_time()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + perf_counter() - began
            self.busy[stage] = self.busy.get(stage, 0.0) + thread_time() - busy

    def timed(self, stage: str, function: Callable[..., T]) -> Callable[..., T]:
        """Return the function with its time added to the stage."""

        def run(*arguments: Any, **named: Any) -> T:
            with self.on(stage):
                return function(*arguments, **named)

        return run

    def timed_items(
        self, stage: str, function: Callable[..., Iterator[T]]
    ) -> Callable[..., Iterator[T]]:
        """Return the generator function with the time of each step added to the stage."""

        def run(*arguments: Any) -> Iterator[T]:
            items = function(*arguments)
            while True:
                with self.on(stage):
                    item = next(items, None)
                if item is None:
                    return
                yield item

        return run


class TimedExtractor:
    """An extractor whose time is added to the clock."""

    def __init__(self, inner: Any, clock: Clock) -> None:
        self.name = inner.name
        self.version = inner.version
        self.languages = inner.languages
        self.extract = clock.timed(EXTRACT, inner.extract)


class TimedAhead(TimedExtractor):
    """One that reads ahead: the time is that of beginning, waiting and decoding."""

    def __init__(self, inner: Any, clock: Clock) -> None:
        super().__init__(inner, clock)
        self._begin = clock.timed(EXTRACT, inner.begin)
        self._clock = clock

    def begin(self, document: Any) -> Callable[[], Any]:
        """Begin with a document; return what gives its extraction."""
        return self._clock.timed(EXTRACT, self._begin(document))


def timed_stages(stages: Stages, clock: Clock) -> Stages:
    """Return the stages with their time added to the clock."""

    def factory(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def run(resources: Any) -> TimedExtractor:
            with clock.on(LOAD):
                made = make(resources)
                kind = TimedAhead if isinstance(made, ReadsAhead) else TimedExtractor
                return kind(made, clock)

        return run

    return replace(
        stages,
        find=clock.timed_items(INGEST, stages.find),
        sources=clock.timed(INGEST, stages.sources),
        rendition=clock.timed(INGEST, stages.rendition),
        read=clock.timed(INGEST, stages.read),
        load=clock.timed(LOAD, stages.load),
        extractors={name: factory(make) for name, make in stages.extractors.items()},
        publication=clock.timed(RESOLVE, stages.publication),
        resolve=clock.timed(RESOLVE, stages.resolve),
        voices=clock.timed(LINK, stages.voices),
        judge=clock.timed(LINK, stages.judge),
        cluster=clock.timed(LINK, stages.cluster),
        reconcile=clock.timed(RECONCILE, stages.reconcile),
    )


@dataclass(frozen=True, slots=True)
class Measured:
    """One measured build: seconds in all and by stage (loading left out), and its report.

    ``busy`` is the time of the processor (all cores): on a machine that does other things
    too, it says more than the clock on the wall. ``busy_stages`` parts it: a stage holds what its
    own thread took, ``encoder`` what the threads took that read ahead beside all stages.
    """

    seconds: float
    busy: float
    load: float
    stages: dict[str, float]
    busy_stages: dict[str, float]
    report: BuildReport

    @property
    def rate(self) -> float:
        """Documents a second."""
        return self.report.documents / self.seconds


def measure(folder: Path, ledger: Path, extractor: str) -> Measured:
    """Build a fresh ledger of a folder and return what it took.

    Raises:
        RecountError: nothing could be built.
    """
    clock = Clock()
    stages = timed_stages(real_stages(), clock)
    began, busy, own = perf_counter(), process_time(), thread_time()
    report = build([folder], ledger, options=BuildOptions(extractor=extractor), stages=stages)
    load, load_busy = clock.seconds.pop(LOAD, 0.0), clock.busy.pop(LOAD, 0.0)
    seconds = perf_counter() - began - load
    busy = process_time() - busy - load
    own = thread_time() - own - load_busy
    by_stage = {stage: clock.seconds.get(stage, 0.0) for stage in STAGES}
    by_stage["write"] = seconds - sum(by_stage.values())
    busy_stages = {stage: clock.busy.get(stage, 0.0) for stage in STAGES}
    busy_stages["write"] = own - sum(busy_stages.values())
    busy_stages["encoder"] = busy - own
    return Measured(seconds, busy, load, by_stage, busy_stages, report)


def write_reports(folder: Path, number: int, kind: Kind, seed: int, words: int = WORDS) -> float:
    """Write made reports into a folder; return their mean size in kilobytes."""
    folder.mkdir(parents=True)
    size = 0
    for report in reports(number, kind, seed=seed, parts=pieces(), words=words):
        path = folder / report.name
        path.write_text(report.content, encoding="utf-8")
        size += path.stat().st_size
    return size / number / 1000


def run(
    reports: Path, described: str, *, kind: Kind, extractor: str, work: Path
) -> tuple[Measured, str]:
    """Warm up on made reports of a kind, measure a folder; return figures and a line on it."""
    write_reports(work / "warm", WARM_DOCUMENTS, kind, WARM_SEED)
    began = perf_counter()
    measure(work / "warm", work / "warm.db", extractor)
    first = perf_counter() - began
    found = measure(reports, work / "ledger.db", extractor)
    told = (
        f"{found.report.documents} reports ({described}), extractor {extractor}: "
        f"{found.report.accounts} accounts, {found.report.incidents} incidents; "
        f"first {WARM_DOCUMENTS} reports with all loading {first:.2f} s"
    )
    return found, told


def profile(found: Measured) -> Iterator[str]:
    """Yield a line for each stage: seconds and share of the clock, then of the processor."""
    number = found.report.documents
    yield f"  {'stage':<10} {'clock':>21}  {'processor':>21}  processor a document"
    for stage, busy in found.busy_stages.items():
        seconds = found.stages.get(stage)
        clock = "beside all others"
        if seconds is not None:
            clock = f"{seconds:8.2f} s  {100 * seconds / found.seconds:5.1f} %"
        share, each = 100 * busy / found.busy, 1000 * busy / number
        yield f"  {stage:<10} {clock:>21}  {busy:10.2f} s  {share:5.1f} %  {each:10.2f} ms"


def main() -> None:
    """Print rate, memory and, if asked, the time of each stage."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=200, metavar="N")
    parser.add_argument("--kind", type=Kind, choices=list(Kind), default=Kind.TEXT)
    parser.add_argument("--words", type=int, default=WORDS, metavar="N", help="of a report")
    parser.add_argument("--profile", action="store_true", help="print the time of each stage")
    parser.add_argument("--extractor", default=BuildOptions().extractor, metavar="NAME")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="measure these documents, not made ones")
    given = parser.parse_args()
    if given.documents < 1 or given.words < 1:
        parser.error("--documents and --words must be 1 or more")
    with tempfile.TemporaryDirectory(prefix="recount-benchmark-") as work:
        folder, described = given.folder, str(given.folder)
        if folder is None:
            folder = Path(work) / "reports"
            size = write_reports(folder, given.documents, given.kind, given.seed, given.words)
            described = f"{given.kind.value}, {size:.1f} kB each"
        found, told = run(
            folder, described, kind=given.kind, extractor=given.extractor, work=Path(work)
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_OF_MAXRSS / 1e6
    print(told)
    print(
        f"{found.rate:.2f} documents a second ({found.seconds:.2f} s without {found.load:.2f} s "
        f"of loading; {found.busy:.2f} s of processor time)"
    )
    print(f"{peak:.0f} MB at most in memory")
    if given.profile:
        print("\n".join(profile(found)))


if __name__ == "__main__":
    main()
