"""The gate: every measured score is pinned, and no change may fall below it.

``floors.json`` holds one pin per task, data and split, with a digest of the data. ``--update``
raises pins and adds new ones; it never lowers one. To lower a pin, edit the file by hand and
say why in the commit. Data that is absent (``../shared``) is said to be not run.

Processors round the encoder's floats differently, so that what stands at a threshold falls to
one side on one and to the other on another. The same commit may therefore lose one item of a
score on another processor, and win one of another score; the gate allows for that much.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from recount.evaluation.base import Options, Score, Scores
from recount.evaluation.pins import FLOORS, Pin, fill, read_pins, write_pins
from recount.evaluation.tasks import find_task
from recount.model import RecountError, UsageError

ALLOWED_ITEMS, ALLOWED_SHARE = 1.5, 0.005
"""What a score may lack on another processor: so many of the items that it was taken over, or so
much. Of 192 scores of one commit, pinned on one machine and measured on another (an AMD EPYC
without AVX-512), 36 were lower and 33 higher: by at most 1.25 items of those over less than 250
items, and by at most 0.004 of the others."""

EXAMPLES = "examples"
SHARED = "../shared"
PAGE = Path("docs") / "evaluation.md"


@dataclass(frozen=True, slots=True)
class Course:
    """One thing the gate runs: a task on data at a path below the root of the checkout.

    ``always`` courses need only what is in the repository. ``labels`` names a file of the
    checkout that holds the gold and the digests of all texts: its digest stands for the data.
    """

    task: str
    path: str
    split: str
    always: bool = False
    labels: str | None = None

    @property
    def name(self) -> str:
        """Task, data and split in one word for lines and options."""
        return f"{self.task}/{Path(self.path).name}/{self.split}"


COURSES: tuple[Course, ...] = (
    Course("incidents", EXAMPLES, "all", always=True),
    Course("incidents", f"{SHARED}/mission-documents", "all"),
    Course("maverick", f"{SHARED}/data/maverick", "dev"),
    Course("polnear", f"{SHARED}/data/polnear", "dev"),
    Course("geoparsing", f"{SHARED}/data/geoparsing", "dev"),
    Course("re3d", f"{SHARED}/data/re3d", "dev"),
    Course("wikievents", f"{SHARED}/data/wikievents", "dev"),
    Course("gvc", f"{SHARED}/data/gvc", "dev"),
    Course("isaf", f"{SHARED}/data/isaf", "dev"),
    Course("ecbplus", f"{SHARED}/data/ecbplus", "dev"),
    Course("muc4", f"{SHARED}/data/muc4", "dev"),
    Course("event-location", f"{SHARED}/data/event_location", "dev"),
    Course("gun-violence", f"{SHARED}/data/gun_violence", "dev"),
    Course("exam", f"{SHARED}/data", "exam", labels="corpora/standoff/exam.jsonl"),
    *(
        Course(task, f"{SHARED}/data", split, labels=f"corpora/{task}/{task}.jsonl")
        for task, split in (
            ("numbers", "sampled"),
            ("numbers", "made"),
            ("dates", "sampled"),
            ("dates", "made"),
            ("aliases", "made"),
        )
    ),
)
"""All that is gated."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a course gave, and on which data."""

    course: str
    digest: str
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says: problems stop it, ``not_run`` is told, ``pins`` is what to keep."""

    problems: tuple[str, ...]
    not_run: tuple[str, ...]
    notes: tuple[str, ...]
    pins: tuple[Pin, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing fell."""
        return len(self.problems) == 0


def gate(
    root: Path,
    pins: Sequence[Pin],
    *,
    courses: Sequence[Course] = COURSES,
    measure: Callable[[Course, Path], Scores] | None = None,
) -> Verdict:
    """Run every course whose data is there and compare with the pins.

    Args:
        root: the checkout; courses name paths below it.
        pins: what was pinned.
        courses: what to run.
        measure: how a course is measured; by default the product is run.
    """
    run = measure if measure is not None else _measure
    pinned = {pin.course: pin for pin in pins}
    problems: list[str] = []
    notes: list[str] = []
    not_run: list[str] = []
    made: dict[str, Pin] = dict(pinned)
    for course in courses:
        path = root / course.path
        if not path.exists():
            where = problems if course.always else not_run
            where.append(f"{course.name}: NOT RUN, there is no data at {course.path}")
            continue
        pinned_data = path if course.labels is None else root / course.labels
        measured = Measured(course.name, digest_of(pinned_data), run(course, path).scores)
        found = compare(measured, pinned.get(course.name))
        problems.extend(found.problems)
        notes.extend(found.notes)
        made.update({pin.course: pin for pin in found.pins})
    pins_made = tuple(made[name] for name in sorted(made))
    return Verdict(tuple(problems), tuple(not_run), tuple(notes), pins_made)


def _measure(course: Course, path: Path) -> Scores:
    return find_task(course.task).run(path, Options(split=course.split)).scores


def compare(measured: Measured, pin: Pin | None) -> Verdict:
    """Compare one measurement with its pin; the pin of the answer is never lower than before."""
    name = measured.course
    floors = tuple((s.name, s.value) for s in measured.scores if not s.ceiling)
    ceilings = tuple((s.name, s.value) for s in measured.scores if s.ceiling)
    fresh = Pin(name, measured.digest, floors, ceilings)
    if pin is None:
        return Verdict((f"{name}: not pinned yet; pin it with --update",), (), (), (fresh,))
    now = {s.name: s for s in measured.scores}
    problems = [
        f"{name}: {score} is {now[score].value if score in now else 'gone'}, pinned at {least}"
        for score, least in pin.floors
        if score not in now or now[score].value < least - allowance(now[score])
    ]
    problems += [
        f"{name}: {score} is {now[score].value if score in now else 'gone'}, "
        f"at most {most} is pinned"
        for score, most in pin.ceilings
        if score not in now or now[score].value > most + allowance(now[score])
    ]
    if len(problems) > 0:
        return Verdict(tuple(problems), (), (), (pin,))
    changed = pin.digest != measured.digest
    if changed:
        problems.append(f"{name}: the data are not those of the pin; pin them with --update")
    told = tuple(f"{name}: {line}" for line in _moved(pin, fresh))
    return Verdict(tuple(problems), (), told, (fresh if changed else _best(pin, fresh),))


def allowance(score: Score) -> float:
    """Return how much of a score another processor may cost.

    >>> allowance(Score("recall", 0.8, 30)), allowance(Score("f1", 0.8, 2000))
    (0.05, 0.005)
    """
    return max(ALLOWED_SHARE, ALLOWED_ITEMS / max(score.over, 1))


def _best(before: Pin, now: Pin) -> Pin:
    """Return the better of each score; those that are pinned anew come as they are."""
    least, most = dict(before.floors), dict(before.ceilings)
    return Pin(
        now.course,
        now.digest,
        tuple((score, max(value, least.get(score, value))) for score, value in now.floors),
        tuple((score, min(value, most.get(score, value))) for score, value in now.ceilings),
    )


def _moved(before: Pin, now: Pin) -> list[str]:
    best = _best(before, now)
    known = dict((*before.floors, *before.ceilings))
    kept = dict((*best.floors, *best.ceilings))
    return [
        f"{score} is {value}, better than the pinned {known[score]}; raise it with --update"
        if kept[score] == value
        else f"{score} is {value}, within what another processor may cost of {known[score]}"
        for score, value in (*now.floors, *now.ceilings)
        if score in known and known[score] != value
    ]


def digest_of(path: Path) -> str:
    """Return the SHA-256 over names and bytes of all files of a folder (or of one file)."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    digest = hashlib.sha256()
    for file in files:
        name = file.name if path.is_file() else file.relative_to(path).as_posix()
        data = file.read_bytes()
        digest.update(f"{len(name)}:{name}:{len(data)}:".encode())
        digest.update(data)
    return digest.hexdigest()


def update(pins: Sequence[Pin], verdict: Verdict) -> tuple[Pin, ...]:
    """Return the pins after a run: raised and new ones taken over, none lowered.

    Raises:
        UsageError: a pinned score fell, so there is nothing to take over.
    """
    before = {pin.course: pin for pin in pins}
    fallen = [line for line in verdict.problems if "pinned at" in line or "is pinned" in line]
    if len(fallen) > 0:
        told = "; ".join(fallen)
        raise UsageError(f"A floor is never lowered by --update: {told}.")
    after = {pin.course: pin for pin in verdict.pins}
    return tuple({**before, **after}[name] for name in sorted({**before, **after}))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; 0 when nothing fell, 1 when something did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the checkout")
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--update", action="store_true", help="raise pins, add new ones")
    parser.add_argument("--only", action="append", metavar="TASK", help="these tasks only")
    given = parser.parse_args(arguments)
    courses = [c for c in COURSES if given.only is None or c.task in given.only]
    try:
        pins = read_pins(given.floors)
        verdict = gate(given.root, pins, courses=courses)
        if given.update:
            after = update(pins, verdict)
            write_pins(given.floors, after, datetime.now(tz=UTC).date())
            _fill_page(given.root / PAGE, given.floors)
            verdict = gate_after(verdict)
    except RecountError as error:
        sys.stderr.write(f"gate: {error}\n")
        return 1
    for line in (*verdict.not_run, *verdict.notes, *verdict.problems):
        sys.stdout.write(f"gate: {line}\n")
    ran = len(courses) - len(verdict.not_run)
    told = "passed" if verdict.passed else "FAILED"
    sys.stdout.write(f"gate: {told}; {ran} of {len(courses)} courses run\n")
    return 0 if verdict.passed else 1


def _fill_page(page: Path, floors: Path) -> None:
    """Bring the figures of the documentation up to date, where it stands."""
    if page.is_file():
        page.write_text(fill(page.read_text(encoding="utf-8"), floors), encoding="utf-8")


def gate_after(verdict: Verdict) -> Verdict:
    """Return what is left to say once the pins were written."""
    told = [f"{line.partition(':')[0]}: pinned" for line in (*verdict.problems, *verdict.notes)]
    return Verdict((), verdict.not_run, tuple(dict.fromkeys(told)), verdict.pins)


if __name__ == "__main__":
    sys.exit(main())
