"""Building: inputs in, a ledger out; what is known is not read again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from recount.ledger import Ledger, Writer
from recount.model import ReadError, Sighting, Skipped, UsageError
from recount.pipeline.collecting import few_collections
from recount.pipeline.documents import (
    Begun,
    Outcome,
    StageFaultError,
    Tools,
    begin,
    fault,
    refresh,
)
from recount.pipeline.known import known_documents
from recount.pipeline.relink import Linked, relink
from recount.pipeline.report import (
    BuildOptions,
    BuildReport,
    Callback,
    NothingDoneError,
    Progress,
)
from recount.pipeline.stages import Item, ReadsAhead, Stages, real_stages
from recount.pipeline.supplied import load_resources, supply
from recount.pipeline.waiting import Waiting

AHEAD = 2
"""Documents begun and not finished at most: the encoder has the next one at hand, and memory
stays bounded."""


def _silent(progress: Progress) -> None:
    """Take no notice of progress."""


def build(
    paths: Sequence[Path],
    ledger: str | Path,
    *,
    options: BuildOptions | None = None,
    progress: Callback | None = None,
    stages: Stages | None = None,
) -> BuildReport:
    """Read files, folders, feeds and archives into a ledger, and link what they tell.

    Each document is stored in one transaction, so a build that is stopped at any moment
    leaves a whole ledger, and the next one goes on from there.

    Args:
        paths: what to read.
        ledger: file of the ledger, or URL of a PostgreSQL database; made when missing.
        options: extractor, rule, places, actors, clock.
        progress: called before each step.
        stages: for tests; default: Recount's own.

    Raises:
        UsageError: an option or a path makes no sense.
        NothingDoneError: no input gave a document.
        LedgerError: the ledger cannot be opened or written.
    """
    chosen = BuildOptions() if options is None else options
    line = real_stages(chosen.folder) if stages is None else stages
    if chosen.extractor not in line.extractors:
        known = ", ".join(sorted(line.extractors))
        raise UsageError(f"there is no extractor {chosen.extractor}; there are {known}")
    with few_collections(), Ledger.open(ledger, create=True) as opened:
        started = {"command": chosen.command, "started": chosen.started}
        with opened.writer(**started) as writer:
            return _Build(opened, writer, line, chosen, progress or _silent).run(paths)


@dataclass(slots=True)
class _Counts:
    new: int = 0
    known: int = 0
    read: int = 0
    extracted: int = 0
    resolved: int = 0
    withheld: int = 0

    def add(self, outcome: Outcome, *, met: bool) -> None:
        self.new += outcome.new
        self.known += met and not outcome.new
        self.read += outcome.read
        self.extracted += outcome.extracted
        self.resolved += outcome.resolved


class _Build:
    """One build; its state is what it has counted so far."""

    def __init__(
        self,
        ledger: Ledger,
        writer: Writer,
        stages: Stages,
        options: BuildOptions,
        progress: Callback,
    ) -> None:
        self._view = ledger.view()
        name = Path(ledger.label).name
        self._own_files = {f"{name}{end}" for end in ("", "-wal", "-shm", "-journal")}
        self._writer = writer
        self._stages = stages
        self._options = options
        self._progress = progress
        self._skipped: list[Skipped] = []
        self._counts = _Counts()
        self._met: set[str] = set()

    def run(self, paths: Sequence[Path]) -> BuildReport:
        supply(self._writer, self._options, self._view.guard())
        tools = self._tools()
        self._read_inputs(tools, paths)
        self._read_stored(tools)
        if not self._met and self._counts.withheld == 0:
            self._writer.finish("nothing")
            raise self._nothing(paths)
        linked = relink(
            self._view,
            self._writer,
            stages=self._stages,
            rule=self._options.rule,
            progress=self._progress,
        )
        return self._report(linked)

    def _tools(self) -> Tools:
        resources = load_resources(self._view, self._stages)
        return Tools(
            stages=self._stages,
            extractor=self._stages.extractors[self._options.extractor](resources),
            resources=resources,
            guard=self._view.guard(),
            view=self._view,
            writer=self._writer,
            today=self._options.today,
            progress=self._progress,
            known=known_documents(self._view),
        )

    def _read_inputs(self, tools: Tools, paths: Sequence[Path]) -> None:
        sources = self._stages.sources(paths)
        for problem in sources.problems:
            self._skip(tools, problem)
        waiting = Waiting(AHEAD if isinstance(tools.extractor, ReadsAhead) else 0)
        for found in self._stages.find(paths):
            if isinstance(found, Skipped):
                if Path(found.path).name not in self._own_files:
                    waiting.add("", partial(self._skip, tools, found))
                continue
            item: Item = found
            if tools.guard.keeps_out(item.sha256):
                self._counts.withheld += 1
                continue
            waiting.finish(item.document_id)  # what it is begun with must be stored by then
            rest = self._begin(tools, item, sources.sighting(item), len(self._met) + len(waiting))
            waiting.add(item.document_id, rest)
        waiting.finish()

    def _begin(self, tools: Tools, item: Item, met: Sighting, done: int) -> Callable[[], None]:
        """Begin with an input; return what must be done when its turn comes."""
        try:
            begun = begin(tools, item, met, done)
        except ReadError as error:
            return partial(self._skip, tools, self._stages.trouble(met.path, error))
        except StageFaultError as error:
            return partial(self._skip, tools, fault(met.path, error))
        return partial(self._finish, tools, begun, item.document_id, met.path)

    def _finish(self, tools: Tools, begun: Begun, document: str, path: str) -> None:
        try:
            outcome = begun.finish()
        except ReadError as error:
            self._skip(tools, self._stages.trouble(path, error))
        except StageFaultError as error:
            self._skip(tools, fault(path, error))
        else:
            first = document not in self._met
            self._met.add(document)
            self._counts.add(outcome, met=first)

    def _read_stored(self, tools: Tools) -> None:
        """Bring documents up to date that were not given, after a change of version or places."""
        for document in sorted(set(tools.known) - self._met):
            try:
                outcome = refresh(tools, tools.known[document], len(self._met))
            except StageFaultError as error:
                self._skip(tools, fault(document, error))
            else:
                self._counts.add(outcome, met=False)

    def _skip(self, tools: Tools, skipped: Skipped) -> None:
        told = tools.guard.skipped(skipped)
        self._skipped.append(told)
        self._writer.skip((told,))

    def _nothing(self, paths: Sequence[Path]) -> NothingDoneError:
        skipped = tuple(self._skipped)
        if not skipped:
            named = ", ".join(str(path) for path in paths)
            return NothingDoneError(f"there is nothing to read in {named}")
        first = skipped[0]
        more = "" if len(skipped) == 1 else f" (and {len(skipped) - 1} more)"
        message = f"nothing could be read: {first.path}: {first.message}{more}"
        return NothingDoneError(message, skipped)

    def _report(self, linked: Linked) -> BuildReport:
        counts = self._counts
        report = BuildReport(
            run=self._writer.run,
            new=counts.new,
            known=counts.known,
            read=counts.read,
            extracted=counts.extracted,
            resolved=counts.resolved,
            withheld=counts.withheld,
            documents=linked.documents,
            accounts=linked.accounts,
            incidents=linked.incidents,
            skipped=tuple(self._skipped),
            unread=self._view.unread_languages(),
        )
        self._writer.finish(json.dumps([report.new, report.known, report.incidents]))
        return report
