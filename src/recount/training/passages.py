"""The passages written for training: a strict parser, a renderer back to the same text, counts.

``docs/annotation.md`` says what is marked and how. ``python -m recount.training.passages
corpora/passages`` prints what a folder of passages holds and every problem in it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from recount.model import (
    COUNT_PROPERTIES,
    IncidentType,
    Measure,
    Qualifier,
    ReadError,
    Realis,
    Scope,
    Stance,
)
from recount.training.passage_checks import problems_of
from recount.training.passage_form import (
    Account,
    Attribution,
    Facts,
    Figure,
    Flag,
    Kind,
    Label,
    Mark,
    Passage,
    Region,
    Style,
    TallyLine,
)


class PassageError(ReadError):
    """A file of passages does not keep the form; the text names file and line."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The passages of a folder, and every problem as ``file:line: what``."""

    passages: tuple[Passage, ...]
    problems: tuple[str, ...]


_DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_WHEN = re.compile(rf"unknown|{_DATE}(?:/{_DATE})?")
_SPEC = re.compile(r"([a-z]+)(?: ([ast]\d+(?:,[ast]\d+)*))?(?: ([a-z]+))?")
_FIGURE = re.compile(r"(?:(at_least|more_than|about|up_to|nearly) )?(\d+)|between (\d+) (\d+)")
_LINE = re.compile(r"([ast]\d+): (.+)")
_HEADING = re.compile(r"## ([a-z0-9-]+)")
_VAGUE = frozenset({"dozens", "several", "scores", "hundreds", "thousands", "multiple", "a_couple"})
_SHOWN = 30
"""Characters of the text that an error shows, enough to find the place."""

_Word = TypeVar("_Word", bound=StrEnum)


class _Form(Exception):  # noqa: N818 - it never leaves this file
    """What does not keep the form, and on which line of the passage, counted from 0."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line


def _word(kind: type[_Word], word: str, line: int) -> _Word:
    try:
        return kind(word)
    except ValueError:
        raise _Form(line, f"{word!r} is no {kind.__name__.lower()}") from None


def _day(text: str, line: int) -> date:
    """Return the first day of a date written as a day, a month or a year."""
    try:
        return date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        raise _Form(line, f"{text!r} is no date") from None


def _when(text: str, line: int) -> str:
    if _WHEN.fullmatch(text) is None:
        raise _Form(line, f"{text!r} is no date, range or unknown")
    if text != "unknown":
        days = [_day(part, line) for part in text.split("/")]
        if days[0] > days[-1]:
            raise _Form(line, f"the range {text} runs backwards")
    return text


def _figure(text: str, line: int) -> Figure:
    if text in _VAGUE:
        return Figure(Qualifier(text))
    match = _FIGURE.fullmatch(text)
    if match is None:
        raise _Form(line, f"{text!r} is no figure")
    if match[3] is not None:
        return Figure(Qualifier.BETWEEN, int(match[3]), int(match[4]))
    return Figure(Qualifier(match[1] or "exact"), int(match[2]))


def _facts(lines: Sequence[str], first: int) -> Facts:
    found: dict[str, str] = {}
    for line, text in enumerate(lines, first):
        name, colon, value = text.partition(": ")
        if not colon or name not in {"style", "published", "region", "kind"} or name in found:
            raise _Form(line, f"{text!r} is no fact, or stands twice")
        found[name] = value
    missing = {"style", "region", "kind"} - set(found)
    if missing:
        raise _Form(first, f"facts lack {', '.join(sorted(missing))}")
    published = found.get("published")
    if published is not None and len(published) < len("2031-03-05"):
        raise _Form(first, f"published {published!r} is no day")
    return Facts(
        style=_word(Style, found["style"], first),
        published=None if published is None else _day(published, first),
        region=_word(Region, found["region"], first),
        kinds=tuple(_word(Kind, kind, first) for kind in found["kind"].split(", ")),
    )


def _mark(start: int, end: int, spec: str, line: int) -> Mark:
    match = _SPEC.fullmatch(spec)
    if match is None:
        raise _Form(line, f"{spec!r} is no label with ids")
    ids = () if match[2] is None else tuple(match[2].split(","))
    flag = None if match[3] is None else _word(Flag, match[3], line)
    return Mark(start, end, _word(Label, match[1], line), ids, flag)


def _marked_text(source: str, first: int) -> tuple[str, tuple[Mark, ...]]:
    """Return the words without marks, and the marks in order of their opening."""
    text: list[str] = []
    marks: list[Mark | None] = []
    open_marks: list[tuple[int, int]] = []
    at = 0
    while at < len(source):
        line = first + source.count("\n", 0, at)
        character = source[at]
        if character == "\\":
            at += 1
            text.append(source[at : at + 1])
        elif character == "{":
            open_marks.append((len(marks), len(text)))
            marks.append(None)
        elif character == "|":
            close = source.find("}", at)
            if not open_marks or close < 0:
                what = "a bar stands outside a mark, or a mark is never closed"
                raise _Form(line, f"{what}, at {source[max(at - _SHOWN, 0) : at + 1]!r}")
            number, start = open_marks.pop()
            marks[number] = _mark(start, len(text), source[at + 1 : close], line)
            at = close
        elif character == "}":
            what = "a mark closes without a label, or was never opened"
            raise _Form(line, f"{what}, at {source[max(at - _SHOWN, 0) : at + 1]!r}")
        else:
            text.append(character)
        at += 1
    if open_marks:
        words = "".join(text[open_marks[-1][1] :])[:_SHOWN]
        raise _Form(first, f"a mark is never closed, at {words!r}")
    return "".join(text), tuple(mark for mark in marks if mark is not None)


def _account(id_: str, parts: Sequence[str], line: int) -> Account:
    if len(parts) < 4:
        raise _Form(line, "an account needs type, realis, scope and date")
    values = dict(part.partition(" ")[::2] for part in parts[3:])
    order = ["date", "place", *(name.value for name in COUNT_PROPERTIES)]
    names = [part.partition(" ")[0] for part in parts[3:]]
    if names[0] != "date" or names != [name for name in order if name in values]:
        raise _Form(line, f"values stand once each, in this order: {', '.join(order)}")
    counts = tuple(
        (name, _figure(values[name], line)) for name in COUNT_PROPERTIES if name in values
    )
    return Account(
        id_,
        _word(IncidentType, parts[0], line),
        _word(Realis, parts[1], line),
        _word(Scope, parts[2], line),
        _when(values["date"], line),
        values.get("place"),
        counts,
    )


def _described(
    lines: Sequence[str], first: int
) -> tuple[tuple[Account, ...], tuple[Attribution, ...], tuple[TallyLine, ...]]:
    accounts: list[Account] = []
    attributions: list[Attribution] = []
    tallies: list[TallyLine] = []
    for line, text in enumerate(lines, first):
        match = _LINE.fullmatch(text)
        if match is None:
            raise _Form(line, f"{text!r} describes no id")
        id_, parts = match[1], match[2].split("; ")
        if id_[0] == "a":
            accounts.append(_account(id_, parts, line))
        elif id_[0] == "s":
            attributions.append(Attribution(id_, _word(Stance, match[2], line)))
        elif len(parts) == 3:
            measure, figure = _word(Measure, parts[0], line), _figure(parts[1], line)
            tallies.append(TallyLine(id_, measure, figure, _when(parts[2], line)))
        else:
            raise _Form(line, "a tally needs measure, figure and period")
    ids = [item.id for item in accounts]
    ids += [item.id for item in attributions]
    ids += [item.id for item in tallies]
    if len(set(ids)) < len(ids):
        raise _Form(first, "an id is described twice")
    if [text.partition(":")[0] for text in lines] != ids:
        raise _Form(first, "accounts come first, then attributions, then tallies")
    return tuple(accounts), tuple(attributions), tuple(tallies)


def _passage(lines: Sequence[str]) -> Passage:
    """Read one passage from its heading on, without the empty line that ends it."""
    heading = _HEADING.fullmatch(lines[0])
    if heading is None:
        raise _Form(0, f"{lines[0]!r} is no heading")
    if "" not in lines:
        raise _Form(0, "an empty line must follow the facts")
    body = lines.index("") + 1
    end = len(lines)
    while end > body and _LINE.fullmatch(lines[end - 1]) is not None:
        end -= 1
    described = lines[end:]
    if described and lines[end - 1] != "":
        raise _Form(end, "an empty line must stand before the accounts")
    source = "\n".join(lines[body : end - 1 if described else end])
    text, marks = _marked_text(source, body)
    return Passage(
        heading[1], _facts(lines[1 : body - 1], 1), text, marks, *_described(described, end)
    )


def _sections(source: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each passage's first line, counted from 1, and its lines."""
    lines = source.split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    if not starts or starts[0] != 0:
        yield 1, [lines[0]]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        section = lines[start:end]
        yield start + 1, section[:-1] if section[-1] == "" else section


def parse_passages(source: str, name: str) -> tuple[Passage, ...]:
    """Read the passages of a file's text.

    Raises:
        PassageError: the text does not keep the form; says where, with ``name`` as the file.
    """
    found: list[Passage] = []
    for start, lines in _sections(source):
        try:
            found.append(_passage(lines))
        except _Form as error:
            raise PassageError(f"{name}:{start + error.line}: {error}") from None
    return tuple(found)


def _figure_text(figure: Figure) -> str:
    if figure.qualifier is Qualifier.BETWEEN:
        return f"between {figure.value} {figure.high}"
    if figure.value is None:
        return figure.qualifier.value
    if figure.qualifier is Qualifier.EXACT:
        return str(figure.value)
    return f"{figure.qualifier.value} {figure.value}"


def _spec(mark: Mark) -> str:
    parts = [mark.label.value, ",".join(mark.ids), "" if mark.flag is None else mark.flag.value]
    return " ".join(part for part in parts if part)


def _inline(passage: Passage) -> str:
    """Write the text with its marks.

    Marks must nest; of marks on the same words the first holds the others.
    """
    opening = Counter(mark.start for mark in passage.marks)
    closing: dict[int, list[Mark]] = {}
    for mark in passage.marks:
        closing.setdefault(mark.end, []).append(mark)
    pieces: list[str] = []
    for at in range(len(passage.text) + 1):
        pieces.extend(f"|{_spec(mark)}}}" for mark in reversed(closing.get(at, [])))
        pieces.append("{" * opening[at])
        if at < len(passage.text):
            character = passage.text[at]
            pieces.append("\\" + character if character in "{}|\\" else character)
    return "".join(pieces)


def _account_line(account: Account) -> str:
    parts = [account.type.value, account.realis.value, account.scope.value, f"date {account.when}"]
    if account.place is not None:
        parts.append(f"place {account.place}")
    parts.extend(f"{name.value} {_figure_text(figure)}" for name, figure in account.counts)
    return f"{account.id}: {'; '.join(parts)}"


def _render(passage: Passage) -> str:
    facts = passage.facts
    lines = [f"## {passage.id}", f"style: {facts.style.value}"]
    if facts.published is not None:
        lines.append(f"published: {facts.published.isoformat()}")
    lines.append(f"region: {facts.region.value}")
    lines.append(f"kind: {', '.join(kind.value for kind in facts.kinds)}")
    lines.extend(["", _inline(passage)])
    described = [_account_line(account) for account in passage.accounts]
    described.extend(f"{item.id}: {item.stance.value}" for item in passage.attributions)
    described.extend(
        f"{item.id}: {item.measure.value}; {_figure_text(item.figure)}; {item.period}"
        for item in passage.tallies
    )
    if described:
        lines.extend(["", *described])
    return "\n".join(lines) + "\n"


def render_passages(passages: Iterable[Passage]) -> str:
    """Write passages in their form; parsing it gives the same passages."""
    return "\n".join(_render(passage) for passage in passages)


def read_folder(folder: Path) -> Reading:
    """Read every passage below a folder, and find what is wrong with each.

    A file that does not keep the form is one problem; its passages are left out.
    """
    passages: list[Passage] = []
    problems: list[str] = []
    seen: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.txt")):
        source = path.read_text(encoding="utf-8")
        try:
            found = parse_passages(source, str(path))
        except PassageError as error:
            problems.append(str(error))
            continue
        passages.extend(found)
        if render_passages(found) != source:
            problems.append(f"{path}:1: the file is not as it would be written again")
        for passage, (line, _) in zip(found, _sections(source), strict=True):
            wrong = list(problems_of(passage))
            if passage.id in seen:
                wrong.append(f"the id stands in {seen[passage.id]} already")
            seen[passage.id] = path
            problems.extend(f"{path}:{line}: {passage.id}: {what}" for what in wrong)
    return Reading(tuple(passages), tuple(problems))


def _table(title: str, words: Iterable[StrEnum], every: type[StrEnum]) -> str:
    counts = Counter(words)
    rows = sorted(every, key=lambda word: -counts[word])
    return "\n".join([title, *(f"{counts[word]:6} {word.value}" for word in rows), ""])


def summary(passages: Sequence[Passage]) -> str:
    """Return the counts of passages and accounts as a text."""
    accounts = [account for passage in passages for account in passage.accounts]
    sizes = Counter(len(passage.accounts) for passage in passages)
    marks = [mark for passage in passages for mark in passage.marks]
    tallies = sum(len(passage.tallies) for passage in passages)
    same = sum(
        len({account.type for account in passage.accounts}) < len(passage.accounts)
        for passage in passages
    )
    kinds = [kind for passage in passages for kind in passage.facts.kinds]
    voices = [item.stance for passage in passages for item in passage.attributions]
    sized = ", ".join(f"{count} with {size}" for size, count in sorted(sizes.items()))
    return "\n".join(
        [
            f"{len(passages)} passages, {len(accounts)} accounts, {tallies} tallies",
            f"accounts a passage: {sized}; {same} with two or more of one type",
            "",
            _table("type", (account.type for account in accounts), IncidentType),
            _table("realis", (account.realis for account in accounts), Realis),
            _table("scope", (account.scope for account in accounts), Scope),
            _table("style", (passage.facts.style for passage in passages), Style),
            _table("region", (passage.facts.region for passage in passages), Region),
            _table("kind", kinds, Kind),
            _table("stance", voices, Stance),
            _table("label", (mark.label for mark in marks), Label),
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what a folder of passages holds; return 1 when there are problems."""
    parser = argparse.ArgumentParser(description="Count and check the passages of a folder.")
    parser.add_argument("folder", type=Path, help="a folder of passage files (*.txt)")
    reading = read_folder(parser.parse_args(arguments).folder)
    sys.stdout.write(summary(reading.passages))
    sys.stdout.write(f"\n{len(reading.problems)} problems\n")
    sys.stdout.writelines(f"{problem}\n" for problem in reading.problems)
    return 1 if reading.problems else 0


if __name__ == "__main__":
    sys.exit(main())
