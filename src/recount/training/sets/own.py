"""The project's own corpora: passages with inline marks, and stand-off labels of real texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from recount.model import COUNT_PROPERTIES
from recount.resources.encoder.labels import FIGURES, MEASURES, REALIS, SCOPES, STANCES, TYPES
from recount.training.example import Example, Marked
from recount.training.passage_form import FIGURE_FLAGS, Label, Mark, Passage
from recount.training.passages import read_folder
from recount.training.sets import muc4
from recount.training.sets.files import digest_of, read_rows

COUNTS = frozenset(name.value for name in COUNT_PROPERTIES)
ROLES = frozenset({"perpetrator", "target", "victim", "place", "site", "time", "weapon"})
INCIDENT = frozenset({"trigger", "clutter", "tally"}) | COUNTS | ROLES
VOICES = frozenset({"source", "cue", "content"})
ROUNDS = frozenset({"trigger", "place", "time"}) | COUNTS
_CLASSES = frozenset({"type", "realis", "scope", "stance", "figure", "measure"})
_TRIGGER = (("trigger", COUNTS | ROLES),)
_CUE = (("cue", frozenset({"source", "content"})),)


def passages(folder: Path) -> Iterator[Example]:
    """Yield the passages written for the project, with all that they mark."""
    for passage in read_folder(folder).passages:
        yield Example(
            "passages",
            passage.text,
            tuple(_marked(passage, mark) for mark in passage.marks),
            INCIDENT | VOICES,
            hubs=_TRIGGER + _CUE,
            peers=frozenset({"trigger"}),
            classes=_CLASSES,
        )


def rounds(folder: Path) -> Iterator[Example]:
    """Yield the reports of several incidents, which mark triggers, places, times and counts alone.

    Of all other kinds of mention nothing is said there, so that nothing is learned from them.
    """
    for report in read_folder(folder).passages:
        yield Example(
            "rounds",
            report.text,
            tuple(_marked(report, mark) for mark in report.marks),
            ROUNDS,
            hubs=(("trigger", ROUNDS - {"trigger"}),),
            peers=frozenset({"trigger"}),
            classes=_CLASSES - {"stance", "measure"},
        )


def _marked(passage: Passage, mark: Mark) -> Marked:
    return Marked(
        mark.label.value,
        mark.start,
        mark.end,
        frozenset(mark.ids),
        tuple(_passage_classes(passage, mark)),
    )


def _passage_classes(passage: Passage, mark: Mark) -> Iterator[tuple[str, frozenset[int]]]:
    accounts = [account for account in passage.accounts if account.id in mark.ids]
    if len(accounts) > 0 and mark.label not in {Label.PLACE, Label.TIME}:
        yield "type", frozenset(TYPES.index(account.type) for account in accounts)
        yield "realis", frozenset(REALIS.index(account.realis) for account in accounts)
        yield "scope", frozenset(SCOPES.index(account.scope) for account in accounts)
    if mark.label is Label.PERPETRATOR:
        stance = mark.flag.value if mark.flag is not None else "asserted"
        yield "stance", frozenset({_stance(stance)})
    if mark.label is Label.CUE:
        said = [one.stance for one in passage.attributions if one.id in mark.ids]
        yield "stance", frozenset(STANCES.index(stance) for stance in said)
    if mark.label.value in COUNTS:
        flag = mark.flag if mark.flag in FIGURE_FLAGS else None
        yield "figure", frozenset({FIGURES.index("whole" if flag is None else flag.value)})
    if mark.label is Label.TALLY:
        told = [one.measure for one in passage.tallies if one.id in mark.ids]
        yield "measure", frozenset(MEASURES.index(measure) for measure in told)


def _stance(word: str) -> int:
    return [stance.value for stance in STANCES].index(word)


def standoff(
    path: Path, texts: Mapping[str, str], keys: Mapping[str, Example] | None = None
) -> Iterator[Example]:
    """Yield the real documents of a stand-off file.

    Args:
        path: a file as ``tools/standoff.py`` writes it.
        texts: the texts of the shared data by their SHA-256.
        keys: what MUC-4's answer keys say of a text, by its SHA-256.
    """
    known = {} if keys is None else keys
    for row in read_rows(path):
        text = texts.get(row["text_sha256"])
        if text is None:
            continue
        marks: dict[tuple[str, int, int], Marked] = {}
        key_of = known.get(row["text_sha256"])
        for account in row["accounts"]:
            for mark in (*_account_marks(account), *_told_by_keys(account, key_of)):
                key = (mark.tag, mark.start, mark.end)
                marks[key] = mark if key not in marks else _joined(marks[key], mark)
        for tally in row["tallies"]:
            measure = [one.value for one in MEASURES].index(tally["measure"])
            mark = _at("tally", tally["at"], classes=(("measure", frozenset({measure})),))
            marks["tally", mark.start, mark.end] = mark
        for start, end in row["clutter"]:
            marks["clutter", start, end] = Marked("clutter", start, end)
        yield Example(
            "standoff",
            text,
            tuple(marks.values()),
            INCIDENT - {"clutter"},
            hubs=_TRIGGER,
            peers=frozenset({"trigger"}),
            classes=_CLASSES,
        )


_MEANT = {True: ("part",), False: ("whole", "more")}
RESPONSIBLE = "responsible"
"""No tag of the network: marks that only carry the stance on who is named."""
TELLING = "telling"
"""No tag of the network: marks that only say whether MUC-4's keys have the incident."""


def _told_by_keys(account: Mapping[str, Any], key: Example | None) -> Iterator[Marked]:
    """Yield whether MUC-4's keys have an incident: a filler stands in one of its roles."""
    if key is None:
        return
    roles = ("perpetrators", "targets", "victims", "weapons")
    spans = [span for role in roles for span in account[role]]
    spans += [account["site"]] if account["site"] is not None else []
    kind = [one.value for one in TYPES].index(account["type"])
    kept = any(
        start < mark.end and mark.start < end and kind in dict(mark.classes)["type"]
        for start, end in spans
        for mark in key.marks
        if mark.tag in muc4.TAGS
    )
    for start, end in account["triggers"]:
        yield Marked(TELLING, start, end, classes=(("terror", frozenset({int(kept)})),))


def _account_marks(account: Mapping[str, Any]) -> Iterator[Marked]:
    group = frozenset({account["id"]})
    told = (
        ("type", frozenset({[kind.value for kind in TYPES].index(account["type"])})),
        ("realis", frozenset({[kind.value for kind in REALIS].index(account["realis"])})),
        ("scope", frozenset({[kind.value for kind in SCOPES].index(account["scope"])})),
    )
    for start, end in account["triggers"]:
        yield Marked("trigger", start, end, group, told)
    for role in ("perpetrator", "target", "victim", "weapon"):
        for start, end in account[f"{role}s"]:
            yield Marked(role, start, end, group, told)
    yield from _told_by_outlet(account)
    for start, end in account["places"]:
        yield Marked("place", start, end, group)
    if account["site"] is not None:
        yield _at("site", account["site"], group, told)
    if account["date"] is not None:
        yield _at("time", account["date"]["at"], group)
    for count in account["counts"]:
        # Stand-off labels do not tell a figure on top of another from a whole one.
        meant = frozenset(FIGURES.index(one) for one in _MEANT[bool(count["part"])])
        yield _at(count["property"], count["at"], group, (*told, ("figure", meant)))
    for one in account["responsibility"]:
        if one["actor"] is not None:
            stance = frozenset({_stance(one["stance"])})
            yield _at(RESPONSIBLE, one["actor"], classes=(("stance", stance),))


def _told_by_outlet(account: Mapping[str, Any]) -> Iterator[Marked]:
    """Yield the perpetrators on whom nobody takes a position: the outlet itself names them."""
    held = [one["actor"] for one in account["responsibility"] if one["actor"] is not None]
    outlet = (("stance", frozenset({_stance("asserted")})),)
    for start, end in account["perpetrators"]:
        if not any(first < end and start < last for first, last in held):
            yield Marked(RESPONSIBLE, start, end, classes=outlet)


def _at(
    tag: str,
    span: Sequence[int],
    groups: frozenset[str] = frozenset(),
    classes: tuple[tuple[str, frozenset[int]], ...] = (),
) -> Marked:
    start, end = span
    return Marked(tag, start, end, groups, classes)


def _joined(one: Marked, other: Marked) -> Marked:
    """Return a mark of both incidents; a class that either has may be right."""
    left, right = dict(one.classes), dict(other.classes)
    classes = tuple((name, left[name] | right.get(name, left[name])) for name in left)
    return Marked(one.tag, one.start, one.end, one.groups | other.groups, classes)


def texts_by_digest(data: Path) -> dict[str, str]:
    """Return the texts of the shared sets that stand-off labels are drawn from, by SHA-256."""
    files = (
        "muc4/train.jsonl",
        "muc4/dev.jsonl",
        "gun_violence/articles.jsonl.gz",
        "re3d/documents.jsonl",
        "geoparsing/lgl.jsonl",
        "geoparsing/geovirus.jsonl",
    )
    return {digest_of(row["text"]): row["text"] for name in files for row in read_rows(data / name)}
