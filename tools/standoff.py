"""Make stand-off files of annotated documents, and measure how two annotators agree.

    python tools/standoff.py [--draw DRAW.json] FOLDER TEXTS OUT.jsonl
    python tools/standoff.py --agreement A.jsonl B.jsonl

FOLDER holds one ``NN--SET.json`` a document, in which an annotator quotes the words that are
meant and says which occurrence; TEXTS holds the texts that ``tools/draw_exam.py`` (or
``tools/draw_training.py``) wrote. OUT
holds a line a document, with offsets (of characters, end outside) in place of the words.
Only the keys named here are carried over, so that no word of a text can slip through.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any

DRAW = Path(__file__).parent.parent / "corpora" / "standoff" / "draw.json"
ROLES = ("places", "perpetrators", "targets", "victims", "weapons")
FIGURE = ("low", "value", "high")
VOCABULARY = {
    "type": frozenset(
        (
            "Government regains territory",
            "Non-state actor overtakes territory",
            "Armed clash",
            "Excessive force against protesters",
            "Protest with intervention",
            "Peaceful protest",
            "Violent demonstration",
            "Mob violence",
            "Chemical weapon",
            "Air/drone strike",
            "Suicide bomb",
            "Shelling/artillery/missile attack",
            "Remote explosive/landmine/IED",
            "Grenade",
            "Sexual violence",
            "Attack",
            "Abduction/forced disappearance",
            "Agreement",
            "Arrests",
            "Change to group/activity",
            "Disrupted weapons use",
            "Headquarters or base established",
            "Looting/property destruction",
            "Non-violent transfer of territory",
            "Other",
        )
    ),
    "realis": frozenset(
        [
            "actual",
            "attempted",
            "foiled",
            "planned",
            "threatened",
            "hypothetical",
            "denied",
            "commemorated",
        ]
    ),
    "scope": frozenset(["political", "criminal", "accident", "unclear"]),
    "stance": frozenset(["claimed", "blamed", "suspected", "denied", "unclaimed", "asserted"]),
    "property": frozenset(
        ["killed", "wounded", "casualties", "missing", "abducted", "arrested", "displaced"]
    ),
    "qualifier": frozenset(
        [
            "exact",
            "at_least",
            "more_than",
            "about",
            "up_to",
            "nearly",
            "between",
            "a_couple",
            "multiple",
            "several",
            "dozens",
            "scores",
            "hundreds",
            "thousands",
        ]
    ),
    "measure": frozenset(
        [
            "attacks",
            "killed",
            "wounded",
            "killed_or_captured",
            "arrested",
            "fighters",
            "displaced",
            "funds",
            "other",
        ]
    ),
}

Row = dict[str, Any]
Span = list[int]


def chosen(row: Row, key: str) -> str:
    """Return a label of the row, which must be one of its closed vocabulary."""
    value = str(row[key])
    if value not in VOCABULARY[key]:
        raise ValueError(f"{value!r} is no {key}")
    return value


def span(text: str, quoted: Row) -> Span:
    """Return the offsets of the quoted words' ``nth`` occurrence in the text."""
    words = str(quoted["words"])
    start = -1
    for _ in range(int(quoted.get("nth", 1))):
        start = text.find(words, start + 1)
        if start < 0:
            raise ValueError(f"not in the text: {words!r}, {quoted.get('nth', 1)}")
    return [start, start + len(words)]


def maybe_span(text: str, quoted: Row | None) -> Span | None:
    """Return the offsets of the quoted words, if there are any."""
    return None if quoted is None else span(text, quoted)


def date(text: str, quoted: Row | None) -> Row | None:
    """Return a date's offsets and days."""
    if quoted is None:
        return None
    return {"at": span(text, quoted), "start": quoted.get("start"), "end": quoted.get("end")}


def count(text: str, quoted: Row) -> Row:
    """Return a figure of an account with its offsets."""
    return {
        "property": chosen(quoted, "property"),
        "at": span(text, quoted),
        **{key: quoted.get(key) for key in FIGURE},
        "qualifier": chosen(quoted, "qualifier"),
        "part": bool(quoted.get("part")),
        "primary": bool(quoted.get("primary")),
    }


def account(text: str, quoted: Row) -> Row:
    """Return an account with offsets in place of its words."""
    return {
        "id": str(quoted["id"]),
        **{key: chosen(quoted, key) for key in ("type", "realis", "scope")},
        "triggers": [span(text, one) for one in quoted["triggers"]],
        "date": date(text, quoted.get("date")),
        "site": maybe_span(text, quoted.get("site")),
        **{role: [span(text, one) for one in quoted.get(role, [])] for role in ROLES},
        "counts": [count(text, one) for one in quoted.get("counts", [])],
        "responsibility": [
            {
                "actor": maybe_span(text, one.get("actor")),
                "stance": chosen(one, "stance"),
                "by": maybe_span(text, one.get("by")),
            }
            for one in quoted.get("responsibility", [])
        ],
    }


def tally(text: str, quoted: Row) -> Row:
    """Return a figure about many incidents with its offsets."""
    return {
        "measure": chosen(quoted, "measure"),
        "at": span(text, quoted),
        **{key: quoted.get(key) for key in FIGURE},
    }


def document(drawn: Row, text: str, labels: Row, annotator: str) -> Row:
    """Return the stand-off line of a document."""
    return {
        "set": drawn["set"],
        "id": drawn["id"],
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "annotator": annotator,
        "accounts": [account(text, one) for one in labels["accounts"]],
        "tallies": [tally(text, one) for one in labels["tallies"]],
        "clutter": [span(text, one) for one in labels["clutter"]],
    }


def write(draw: Path, folder: Path, texts: Path, out: Path) -> int:
    """Write the stand-off lines of a folder of labels; return how many documents it holds."""
    documents = json.loads(draw.read_text(encoding="utf-8"))["documents"]
    lines = []
    for path in sorted(folder.glob("*.json")):
        drawn = documents[int(path.stem.split("--")[0])]
        if path.stem.split("--")[1] != drawn["set"]:
            raise ValueError(f"{path.name} is drawn from {drawn['set']}")
        text = (texts / f"{path.stem}.txt").read_bytes().decode()
        labels = json.loads(path.read_text(encoding="utf-8"))
        try:
            line = document(drawn, text, labels, folder.name)
        except (KeyError, ValueError) as error:
            raise ValueError(f"{path.name}: {error}") from error
        lines.append(json.dumps(line, separators=(",", ":")) + "\n")
    out.write_text("".join(lines), encoding="utf-8")
    return len(lines)


def overlap(one: Span | None, other: Span | None) -> bool:
    """Tell whether two spans share a character; two absent ones count as the same."""
    if one is None or other is None:
        return one is other
    return one[0] < other[1] and other[0] < one[1]


def pairs(
    ones: Sequence[Row], others: Sequence[Row], likeness: Callable[[Row, Row], float]
) -> list[tuple[Row, Row]]:
    """Pair rows one to one, the most alike first; those that are not alike stay alone."""
    ranked = sorted(
        (-likeness(one, other), here, there)
        for here, one in enumerate(ones)
        for there, other in enumerate(others)
        if likeness(one, other) > 0
    )
    paired: list[tuple[Row, Row]] = []
    used_here: set[int] = set()
    used_there: set[int] = set()
    for _, here, there in ranked:
        if here not in used_here and there not in used_there:
            used_here.add(here)
            used_there.add(there)
            paired.append((ones[here], others[there]))
    return paired


def trigger_likeness(one: Row, other: Row) -> float:
    """Return the share of both accounts' triggers that overlap with one of the other's."""
    mine, theirs = one["triggers"], other["triggers"]
    shared = sum(any(overlap(a, b) for b in theirs) for a in mine)
    shared += sum(any(overlap(a, b) for a in mine) for b in theirs)
    return shared / max(1, len(mine) + len(theirs))


def same_responsibility(one: Row, other: Row) -> float:
    """Return 1 if two statements have one stance on overlapping actors."""
    return float(one["stance"] == other["stance"] and overlap(one["actor"], other["actor"]))


def same_tally(one: Row, other: Row) -> float:
    """Return 1 if two tallies overlap and give one figure; the measure is left out."""
    figures = all(one[key] == other[key] for key in FIGURE)
    return float(figures and overlap(one["at"], other["at"]))


def f1(both: int, ones: int, others: int) -> float:
    """Return the F1 of what is shared; 1 where neither has anything."""
    return 2 * both / (ones + others) if ones + others else 1.0


def kappa(values: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Return Cohen's kappa of the paired labels."""
    total = len(values)
    if not total:
        return 1.0
    observed = sum(one == other for one, other in values) / total
    left = Counter(one for one, _ in values)
    right = Counter(other for _, other in values)
    chance = sum(left[label] * right[label] for label in left) / total**2
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def primary(row: Row, name: str) -> tuple[Any, ...] | None:
    """Return the account's own total of a property, if it has one."""
    for one in row["counts"]:
        if one["property"] == name and one["primary"]:
            return tuple(one[key] for key in FIGURE)
    return None


def days(row: Row) -> tuple[Any, Any]:
    """Return the account's first and last day, both absent without a date."""
    found = row["date"] or {}
    return found.get("start"), found.get("end")


def read(path: Path) -> dict[tuple[str, str], Row]:
    """Read a stand-off file by set and id."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {(row["set"], row["id"]): row for row in rows}


def f1_line(name: str, both: int, ones: int, others: int) -> str:
    """Return a line that gives an F1 and what it is made of."""
    return f"{name:<28} F1 {f1(both, ones, others):.3f}  ({both} shared of {ones} and {others})"


def share_line(name: str, values: Sequence[tuple[Any, Any]]) -> str:
    """Return a line that gives how many values are equal, and of those that either gives."""
    equal = sum(one == other for one, other in values)
    empty = (None, (None, None))
    given = [pair for pair in values if not all(value in empty for value in pair)]
    held = sum(one == other for one, other in given)
    share = equal / len(values) if values else 1.0
    return (
        f"{name:<28} {share:.3f}  ({equal} of {len(values)}; where given: {held} of {len(given)})"
    )


def agreement(first: Path, second: Path) -> list[str]:
    """Return the lines that tell how two stand-off files agree."""
    left, right = read(first), read(second)
    keys = sorted(left.keys() & right.keys())
    matched: list[tuple[Row, Row]] = []
    sizes: Counter[str] = Counter()
    for key in keys:
        one, other = left[key], right[key]
        if one["text_sha256"] != other["text_sha256"]:
            raise ValueError(f"different texts: {key}")
        found = pairs(one["accounts"], other["accounts"], trigger_likeness)
        matched.extend(found)
        for side, row in (("left", one), ("right", other)):
            sizes[f"accounts {side}"] += len(row["accounts"])
            sizes[f"tallies {side}"] += len(row["tallies"])
            sizes[f"said {side}"] += sum(len(item["responsibility"]) for item in row["accounts"])
        sizes["said"] += sum(
            len(pairs(a["responsibility"], b["responsibility"], same_responsibility))
            for a, b in found
        )
        sizes["tallies"] += len(pairs(one["tallies"], other["tallies"], same_tally))
    lines = [
        f"documents in both: {len(keys)} (of {len(left)} and {len(right)})",
        f1_line(
            "accounts (trigger overlap)",
            len(matched),
            sizes["accounts left"],
            sizes["accounts right"],
        ),
    ]
    for label in ("type", "realis", "scope"):
        values = [(one[label], other[label]) for one, other in matched]
        equal = sum(one == other for one, other in values)
        lines.append(
            f"{label:<28} kappa {kappa(values):.3f}  ({equal} of {len(values)} matched equal)"
        )
    for name in ("killed", "wounded"):
        values = [(primary(one, name), primary(other, name)) for one, other in matched]
        lines.append(share_line(f"primary {name} equal", values))
    lines.append(share_line("date equal", [(days(one), days(other)) for one, other in matched]))
    lines.append(f1_line("responsibility", sizes["said"], sizes["said left"], sizes["said right"]))
    lines.append(
        f1_line(
            "tallies (words and figure)",
            sizes["tallies"],
            sizes["tallies left"],
            sizes["tallies right"],
        )
    )
    return lines


def main() -> None:
    """Write stand-off lines, or print agreement."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--agreement", nargs=2, type=Path, metavar=("A", "B"))
    parser.add_argument("--draw", type=Path, default=DRAW)
    parser.add_argument("paths", nargs="*", type=Path, metavar="FOLDER TEXTS OUT")
    arguments = parser.parse_args()
    if arguments.agreement is not None:
        print("\n".join(agreement(*arguments.agreement)))
        return
    if len(arguments.paths) != 3:
        parser.error("give FOLDER TEXTS OUT.jsonl, or --agreement A.jsonl B.jsonl")
    try:
        print(write(arguments.draw, *arguments.paths), "documents")
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
