"""Draw one invented sentence with what the reader's heads tell of it.

    python tools/make_reading_picture.py [--check]

writes ``docs/images/reading.svg``. The sentence is marked in the form of the passages, so the
picture shows what the heads learn to say, not what a model said. With ``--check`` nothing is
written, and the exit code is 1 when the picture is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from recount.training.passage_form import Label, Mark, Passage
from recount.training.passages import parse_passages

PICTURE = Path(__file__).parent.parent / "docs" / "images" / "reading.svg"
PASSAGE = """## picture-1
style: agency
published: 2031-03-05
region: sahel
kind: several incidents

{A {roadside bomb|weapon a1} {exploded|trigger a1} in {Tamarou|place a1} on {Tuesday|time a1}, \
killing {at least 12 {soldiers|victim a1}|killed a1}|content s1}, {the army|source s1} \
{said|cue s1}; {hours later|time a2} {gunmen|perpetrator a2} {shot dead|trigger a2} \
{a {teacher|victim a2}|killed a2} in {Oulou|place a2}.

a1: Remote explosive/landmine/IED; actual; political; date 2031-03-04; place Tamarou; \
killed at_least 12
a2: Attack; actual; political; date 2031-03-04; place Oulou; killed 1
s1: asserted
"""
BY_RULES = {"at least 12": "number", "Tuesday": "date", "hours later": "date"}
"""Words that rules read, whatever the heads say."""

LEFT, STEP, SIZE = 128, 7.8, 13
"""Pixels before the sentence, of one character, and of its height."""
LANE, ROW = 33, 46
SMALL = 6.9
"""Most pixels of one character of a label."""
INK, SOFT, LINE = "#1f2933", "#52606d", "#9aa5b1"
COLOURS = {"trigger": "#b42318", "cue": "#6941c6", "source": "#6941c6", "content": "#6941c6"}
OTHERS = "#175cd3"
FIRST, SECOND, VOICE = "#b54708", "#067647", "#6941c6"


def text(x: float, y: float, words: str, **style: str) -> str:
    """Return a text in the middle of ``x`` unless its style says otherwise."""
    told = {"text-anchor": "middle", "fill": INK, "font-size": "12"}
    told |= {name.replace("_", "-"): value for name, value in style.items()}
    inner = " ".join(f'{name}="{value}"' for name, value in told.items())
    return f'<text x="{x:.1f}" y="{y:.1f}" {inner}>{escape(words)}</text>'


def line(x1: float, x2: float, y: float, colour: str, width: float = 1.5) -> str:
    """Return a level line."""
    return (
        f'<line x1="{x1:.1f}" x2="{x2:.1f}" y1="{y:.1f}" y2="{y:.1f}" '
        f'stroke="{colour}" stroke-width="{width}"/>'
    )


def box(x: float, y: float, width: float, height: float, fill: str, edge: str) -> str:
    """Return a box with round corners."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="4" '
        f'fill="{fill}" stroke="{edge}"/>'
    )


def left(offset: int) -> float:
    """Return where the character at an offset begins."""
    return LEFT + STEP * offset


def middle(mark: Mark) -> float:
    """Return the middle of a mark's words."""
    return (left(mark.start) + left(mark.end)) / 2


def named(y: float, words: str, below: str = "") -> Iterator[str]:
    """Yield the name of a row."""
    yield text(12, y, words, text_anchor="start", font_weight="600")
    if below:
        yield text(12, y + 15, below, text_anchor="start", fill=SOFT, font_size="11")


def lanes(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Return the marks in lanes in which neither words nor labels touch; inner marks first."""
    made: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda m: (m.end - m.start, m.start)):
        for lane in made:
            if all(_reach(mark)[0] > _reach(o)[1] or _reach(o)[0] > _reach(mark)[1] for o in lane):
                lane.append(mark)
                break
        else:
            made.append([mark])
    return made


def _reach(mark: Mark) -> tuple[float, float]:
    half = max(STEP * (mark.end - mark.start), SMALL * len(mark.label.value)) / 2 + 3
    return middle(mark) - half, middle(mark) + half


def mentions(passage: Passage, y: float) -> tuple[list[str], float]:
    """Return the mentions as bars below the sentence, and where the next row begins."""
    parts = list(named(y + 8, "mentions", "may nest"))
    for at, lane in enumerate(lanes(passage.marks)):
        top = y + LANE * at
        for mark in lane:
            colour = COLOURS.get(mark.label.value, OTHERS)
            parts.append(line(left(mark.start) + 1, left(mark.end) - 1, top, colour, 4))
            parts.append(text(middle(mark), top + 15, mark.label.value, fill=colour))
    return parts, y + LANE * len(lanes(passage.marks))


def links(passage: Passage, y: float) -> tuple[list[str], float]:
    """Return a row for each trigger and cue with the mentions that belong to it."""
    parts = list(named(y + 4, "links", "of each trigger, cue"))
    hubs = [m for m in passage.marks if m.label in {Label.TRIGGER, Label.CUE}]
    for at, (hub, colour) in enumerate(zip(hubs, (FIRST, VOICE, SECOND), strict=True)):
        top = y + ROW * at
        own = [m for m in passage.marks if set(m.ids) & set(hub.ids) and m is not hub]
        ends = [middle(m) for m in (hub, *own)]
        parts.append(line(min(ends), max(ends), top, colour))
        parts.extend(
            f'<circle cx="{middle(mark):.1f}" cy="{top:.1f}" r="3" fill="{colour}"/>'
            for mark in own
        )
        parts.append(
            f'<rect x="{middle(hub) - 5:.1f}" y="{top - 5:.1f}" width="10" height="10" '
            f'fill="{colour}"/>'
        )
        above = {Label.VICTIM}  # stands in or on a figure's words: its label goes above the line
        for mark in (hub, *own):
            label_y = top - 8 if mark.label in above else top + 18
            parts.append(text(middle(mark), label_y, mark.label.value, fill=colour))
    return parts, y + ROW * len(hubs)


def same_account(passage: Passage, y: float) -> tuple[list[str], float]:
    """Return what is said of the pair of triggers."""
    one, other = (m for m in passage.marks if m.label is Label.TRIGGER)
    parts = list(named(y + 4, "same account", "of two triggers"))
    parts.append(
        f'<line x1="{middle(one):.1f}" x2="{middle(other):.1f}" y1="{y}" y2="{y}" '
        f'stroke="{LINE}" stroke-width="1.5" stroke-dasharray="5 4"/>'
    )
    for mark, colour in ((one, FIRST), (other, SECOND)):
        parts.append(
            f'<rect x="{middle(mark) - 5:.1f}" y="{y - 5}" width="10" height="10" fill="{colour}"/>'
        )
    parts.append(text((middle(one) + middle(other)) / 2, y + 18, "no: two accounts", fill=SOFT))
    return parts, y + ROW


def classes(passage: Passage, y: float) -> tuple[list[str], float]:
    """Return the classes of the triggers, the figure and the cue, below each."""
    parts = list(named(y, "classes", "of the words above"))
    for mark in passage.marks:
        told: tuple[str, ...] = ()
        if mark.label is Label.TRIGGER:
            account = next(one for one in passage.accounts if one.id in mark.ids)
            told = (
                f"type: {account.type.value}",
                f"realis: {account.realis.value}",
                f"scope: {account.scope.value}",
            )
        elif mark.label is Label.CUE:
            told = (f"stance: {passage.attributions[0].stance.value}",)
        elif mark.label is Label.KILLED:
            told = ("figure: whole",)
        # The second figure and trigger are neighbours: the figure's class goes below.
        shift = 51 if mark.label is Label.KILLED and "a2" in mark.ids else 0
        for at, words in enumerate(told):
            parts.append(text(middle(mark), y + 17 * at + shift, words, fill=INK))
    return parts, y + 82


def rules(passage: Passage, y: float) -> tuple[list[str], float]:
    """Return what rules read in the same words."""
    parts = list(named(y, "rules", "numbers, dates …"))
    for words, kind in BY_RULES.items():
        start = passage.text.index(words)
        x1, x2 = left(start), left(start + len(words))
        parts.append(line(x1 + 1, x2 - 1, y - 6, SOFT, 4))
        parts.append(text((x1 + x2) / 2, y + 10, kind, fill=SOFT))
    for mark in passage.marks:
        if mark.label is Label.PLACE:
            parts.append(line(left(mark.start) + 1, left(mark.end) - 1, y - 6, SOFT, 4))
            parts.append(text(middle(mark), y + 10, "gazetteer", fill=SOFT))
    return parts, y + ROW


def accounts(passage: Passage, y: float, width: float) -> tuple[list[str], float]:
    """Return the accounts that decoding makes."""
    parts = list(named(y + 20, "accounts", "words, no values"))
    each = (width - LEFT - 20) / len(passage.accounts)
    (content,) = (m for m in passage.marks if m.label is Label.CONTENT)
    voice = [m for m in passage.marks if m.label in {Label.SOURCE, Label.CUE}]
    by = " ".join(passage.text[m.start : m.end] for m in voice)

    def said(mark: Mark) -> str:
        inside = content.start <= mark.start and mark.end <= content.end
        return f" ({by})" if inside and mark.label is Label.KILLED else ""

    height = 0.0
    for at, (account, colour) in enumerate(zip(passage.accounts, (FIRST, SECOND), strict=True)):
        rows = [(account.type.value, f"{account.realis.value}, {account.scope.value}")]
        for label in (
            Label.TRIGGER,
            Label.TIME,
            Label.PLACE,
            Label.KILLED,
            Label.PERPETRATOR,
            Label.VICTIM,
            Label.WEAPON,
        ):
            found = [m for m in passage.marks if m.label is label and account.id in m.ids]
            rows.extend((label.value, passage.text[m.start : m.end] + said(m)) for m in found)
        x = LEFT + each * at
        height = max(height, 20 + 19 * len(rows))
        parts.append(box(x, y, each - 20, 20 + 19 * len(rows), "#ffffff", colour))
        for row, (name, value) in enumerate(rows):
            weight = "600" if row == 0 else "400"
            parts.append(
                text(
                    x + 14,
                    y + 24 + 19 * row,
                    name,
                    text_anchor="start",
                    fill=colour,
                    font_weight=weight,
                )
            )
            parts.append(text(x + 240, y + 24 + 19 * row, value, text_anchor="start"))
    return parts, y + height


def draw() -> str:
    """Return the picture."""
    (passage,) = parse_passages(PASSAGE, "picture")
    width = round(left(len(passage.text)) + 24)
    parts = [
        text(
            LEFT,
            34,
            passage.text,
            text_anchor="start",
            font_family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace",
            font_size=str(SIZE),
            textLength=f"{STEP * len(passage.text):.1f}",
            lengthAdjust="spacingAndGlyphs",
        ),
        *named(34, "sentence"),
    ]
    y = 52.0
    for row, gap in (
        (mentions, 22.0),
        (links, 6.0),
        (same_account, 4.0),
        (classes, 8.0),
        (rules, 0.0),
    ):
        made, after = row(passage, y)
        parts.extend(made)
        y = after + gap
    made, y = accounts(passage, y - 12, width)
    parts.extend(made)
    height = round(y + 16)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" '
        "font-family=\"'DejaVu Sans', Verdana, Arial, sans-serif\">"
    )
    return "\n".join(
        [
            head,
            "<title>An invented sentence and what each head tells of it</title>",
            f'<rect width="{width}" height="{height}" fill="#fbfcfd"/>',
            *parts,
            "</svg>\n",
        ]
    )


def main() -> int:
    """Write the picture, or say whether it is stale."""
    made = draw()
    if "--check" in sys.argv[1:]:
        return 0 if PICTURE.exists() and PICTURE.read_text(encoding="utf-8") == made else 1
    PICTURE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
