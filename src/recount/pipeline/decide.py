"""People's decisions: judging two accounts, withholding a document or a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from recount.ledger import Ledger, View, Withheld, Writer
from recount.model import Judgement, UsageError, Verdict
from recount.pipeline.relink import relink
from recount.pipeline.report import Progress
from recount.pipeline.stages import Stages, real_stages

_ID = re.compile(r"(?=.*[0-9])[0-9a-f]{6,}")
"""What can only be the beginning of an id: six hexadecimal digits, one of them a figure.

Anything shorter is too easily typed by mistake for what cannot be undone."""

_PATH = re.compile(r"[/\\]|\.[A-Za-z]\w{1,4}(?:!|$)")
"""What can only be a path: it has a slash, or ends like a file's name."""


@dataclass(frozen=True, slots=True)
class WithholdReport:
    """What withholding did; ``hash`` stays in the log."""

    person: bool
    documents: int
    rows: int
    hash: str

    @property
    def sentence(self) -> str:
        """What was done, in one sentence for a person."""
        kept = f"the log keeps the hash {self.hash[:16]}."
        if not self.person:
            return f"Withheld the document with all that was read from it; {kept}"
        if self.documents == 0:
            return "No document holds the name; it will be masked in documents read later."
        plural = "document" if self.documents == 1 else "documents"
        return f"Masked the name in {self.documents} {plural}; {kept}"


def judge(
    ledger: str | Path,
    left: str,
    right: str,
    verdict: Verdict,
    *,
    person: str,
    reason: str = "",
    now: datetime | None = None,
    stages: Stages | None = None,
) -> Judgement:
    """Keep a person's judgement on two accounts and form the incidents anew.

    Args:
        ledger: file or URL.
        left: an account id, or its first characters.
        right: the other account.
        verdict: same, different or unsure.
        person: who decides.
        reason: why.
        now: the caller's clock.
        stages: for tests.

    Raises:
        UsageError: no account is meant, more than one, or twice the same.
        LedgerError: the ledger cannot be opened or written.
    """
    with Ledger.open(ledger) as opened:
        view = opened.view()
        first, second = view.resolve_account(left), view.resolve_account(right)
        if first == second:
            raise UsageError(f"{left} and {right} are one account; name two")
        guard = view.guard()
        with opened.writer(command="judge", started=_iso(now)) as writer:
            made = writer.judge(
                first, second, verdict, person=guard.text(person), reason=guard.text(reason)
            )
            _link_anew(view, writer, stages)
            writer.finish("judge")
    return made


def withhold(
    ledger: str | Path,
    what: str,
    *,
    person: bool = False,
    now: datetime | None = None,
    stages: Stages | None = None,
) -> WithholdReport:
    """Remove a document, or mask a person's name, and form the incidents anew.

    Args:
        ledger: file or URL.
        what: a document's id, six characters or more of its beginning, or its path; else a
            person's name.
        person: take the words as a name in any case.
        now: the caller's clock.
        stages: for tests.

    Raises:
        UsageError: it looks like an id that the ledger does not have, or has no letters.
        LedgerError: the ledger cannot be opened or written.
    """
    with Ledger.open(ledger) as opened:
        view = opened.view()
        document = None if person else _document_meant(view, what)
        if document is None and not any(character.isalpha() for character in what):
            raise UsageError("name the person whose name is to be withheld")
        command = "withhold person" if document is None else "withhold document"
        with opened.writer(command=command, started=_iso(now)) as writer:
            if document is None:
                done = writer.withhold_person(what)
            else:
                done = writer.withhold_document(document)
            _link_anew(view, writer, stages)
            writer.finish("withhold")
    return _told(done, person=document is None)


def _told(done: Withheld, *, person: bool) -> WithholdReport:
    return WithholdReport(person, len(done.documents), done.rows, done.digest)


def _document_meant(view: View, what: str) -> str | None:
    """Return the id of a document meant by id or path, ``None`` when a name is meant."""
    if _ID.fullmatch(what):
        return view.resolve_document(what)
    try:
        found = view.resolve_document(what)
    except UsageError:
        if _PATH.search(what):
            raise
        return None
    return None if found.startswith(what) else found


def _iso(now: datetime | None) -> str:
    return "" if now is None else now.isoformat(timespec="seconds")


def _silent(progress: Progress) -> None:
    """Take no notice of progress."""


def _link_anew(view: View, writer: Writer, stages: Stages | None) -> None:
    line = real_stages() if stages is None else stages
    rule = view.rule() or "recount"
    relink(view, writer, stages=line, rule=rule, progress=_silent, always=True)
