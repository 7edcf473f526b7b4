"""Make the generated pages of docs/reference, or check that they are up to date.

python tools/make_reference.py           write them
python tools/make_reference.py --check   exit with 1 when one is stale
"""

from __future__ import annotations

import importlib.resources
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from recount import model
from recount.cli.app import app

DOCS = Path(__file__).parent.parent / "docs" / "reference"
HEAD = "<!-- made by tools/make_reference.py; do not edit -->\n\n"


def commands() -> str:
    """Every command with its help, as the program prints it."""
    lines = [HEAD + "# Commands\n", "Every command of `recount` with its options.\n"]
    lines.append(_help([]))
    lines.extend(f"## recount {' '.join(name)}\n\n{_help(name)}" for name in _names())
    lines.append(EXIT_CODES)
    return "\n".join(lines)


def _names() -> list[list[str]]:
    names = [[str(command.name)] for command in app.registered_commands]
    for group in app.registered_groups:
        children = [] if group.typer_instance is None else group.typer_instance.registered_commands
        names.extend([str(group.name), str(child.name)] for child in children)
    return names


def _help(arguments: list[str]) -> str:
    environment = {"COLUMNS": "88", "TERMINAL_WIDTH": "88", "NO_COLOR": "1"}
    done = CliRunner().invoke(app, [*arguments, "--help"], prog_name="recount", env=environment)
    plain = "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())
    return f"```text\n{plain}\n```\n"


EXIT_CODES = """## Exit codes

| code | means |
|---|---|
| 0 | done; skipped and unread documents are listed |
| 1 | nothing could be done, or a check failed |
| 2 | the call itself is wrong |
| 3 | done, but damaged or hostile input was left out |
"""


VOCABULARIES = (
    ("Incident types", model.IncidentType),
    ("Event types", model.EventType),
    ("Realis", model.Realis),
    ("Scope", model.Scope),
    ("Stance", model.Stance),
    ("Qualifiers of figures", model.Qualifier),
    ("Precision of dates", model.DatePrecision),
    ("Precision of places", model.PlacePrecision),
    ("Kinds of actors", model.ActorKind),
    ("Properties of statements", model.Property),
    ("Measures of tallies", model.Measure),
    ("Kinds of segments", model.SegmentKind),
    ("Roles of spans", model.SpanRole),
    ("Bases of a publication date", model.PublicationBasis),
    ("Status of a finding", model.FindingStatus),
    ("Verdicts of a judgement", model.Verdict),
)


def vocabulary() -> str:
    """Every closed vocabulary with its values."""
    lines = [HEAD + "# Vocabulary\n", "The closed lists of values, as exports write them.\n"]
    for title, vocabulary_class in VOCABULARIES:
        lines.append(f"## {title}\n\n{_first_line(vocabulary_class)}\n")
        lines.extend(_value_line(member) for member in vocabulary_class)
        lines.append("")
    return "\n".join(lines)


def _first_line(vocabulary_class: type[StrEnum]) -> str:
    return (vocabulary_class.__doc__ or "").strip().splitlines()[0]


def _value_line(member: StrEnum) -> str:
    if isinstance(member, model.IncidentType):
        return f"- `{member.value}` ({model.event_type(member).value})"
    return f"- `{member.value}`"


def formats() -> str:
    """Every exported row with its fields, from the shipped JSON Schemas."""
    lines = [HEAD + "# Formats\n", FORMATS_TEXT]
    folder = importlib.resources.files("recount.publish") / "schemas"
    entries = sorted(folder.iterdir(), key=lambda item: item.name)
    lines.extend(
        _schema_section(json.loads(entry.read_text(encoding="utf-8")), entry.name)
        for entry in entries
        if entry.name.endswith(".json")
    )
    return "\n".join(lines)


FORMATS_TEXT = """Exports are made by `recount export`. Every row is checked against its JSON Schema
before the file appears; the schemas are shipped with the package under `publish/schemas/`.

| format | holds |
|---|---|
| `jsonl` | one JSON object a line, nested as below |
| `csv` | one row each, nested fields as JSON; formula-like cells begin with a quote mark |
| `geojson` | incidents; a place known only as an area is a polygon, never its centre |
| `parquet` | the same rows with typed columns |
"""


def _schema_section(schema: dict[str, Any], name: str) -> str:
    what = name.split(".", maxsplit=1)[0]
    definitions = schema.get("$defs", {})
    lines = [f"## {what}\n", "| field | type |", "|---|---|"]
    row = _resolve(schema, definitions)
    for field, kind in row.get("properties", {}).items():
        lines.append(f"| `{field}` | {_kind(kind, definitions)} |")
    return "\n".join([*lines, ""])


def _resolve(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema and "properties" not in schema:
        schema = definitions[schema["$ref"].rsplit("/", 1)[-1]]
    return schema


def _kind(schema: dict[str, Any], definitions: dict[str, Any]) -> str:
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[-1]
    for joint in ("anyOf", "oneOf"):
        if joint in schema:
            return " or ".join(_kind(part, definitions) for part in schema[joint])
    if "enum" in schema:
        return "one of its vocabulary"
    if "const" in schema:
        return f"`{schema['const']}`"
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}), definitions)}"
    kind = schema.get("type", "any")
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


PAGES = {"commands.md": commands, "vocabulary.md": vocabulary, "formats.md": formats}


def main() -> int:
    """Write the pages, or say which are stale."""
    check = "--check" in sys.argv[1:]
    DOCS.mkdir(parents=True, exist_ok=True)
    stale: list[str] = []
    for name, make in PAGES.items():
        path = DOCS / name
        text = make().rstrip() + "\n"
        if check:
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"Stale: {', '.join(stale)}. Run python tools/make_reference.py.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
