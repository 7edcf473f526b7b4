"""One reading of the type hints of rows: to JSON, from JSON, and as JSON Schema.

``decode(type(row), encode(row)) == row`` for every row of ``nouns`` and ``flat``.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from recount.model import (
    COUNT_PROPERTIES,
    ActorValue,
    CountValue,
    DateValue,
    PlaceValue,
    Property,
    ResponsibilityValue,
    TextValue,
    Unknown,
    Value,
    WeaponValue,
    value_from_plain,
)
from recount.publish.nouns import PublishedCounts, PublishedStatement

T = TypeVar("T")
Plain = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_UNION = (Union, types.UnionType)

_VALUE_MEMBERS = frozenset(get_args(Value))

_VALUE_SHAPE: tuple[tuple[type, tuple[Property, ...]], ...] = (
    (str, (Property.TYPE, Property.REALIS, Property.SCOPE, Property.SITE)),
    (DateValue, (Property.DATE,)),
    (PlaceValue, (Property.PLACE,)),
    (CountValue, COUNT_PROPERTIES),
    (ActorValue, (Property.PERPETRATOR, Property.TARGET, Property.VICTIM)),
    (ResponsibilityValue, (Property.RESPONSIBILITY,)),
    (WeaponValue, (Property.WEAPON,)),
)

_LIMITS: dict[str, Plain] = {
    "id": {"minLength": 1},
    "country": {"pattern": "^[A-Z]{2}$"},
    "lat": {"minimum": -90, "maximum": 90},
    "lon": {"minimum": -180, "maximum": 180},
    "radius_km": {"minimum": 0},
    "confidence": {"minimum": 0, "maximum": 1},
    "reliability": {"minimum": 0, "maximum": 1},
    "sha256": {"pattern": "^[0-9a-f]{64}$"},
    "text_sha256": {"pattern": "^[0-9a-f]{64}$"},
    "original": {"minLength": 1},
    "voices": {"minimum": 0},
}
"""Limits by field name; ``None`` stays allowed where the hint allows it."""

_COUNTED = ("low", "best", "high", "value", "start", "end", "mentions", "withheld", "size")
"""Whole numbers that are never negative."""


def encode(value: Any) -> Any:
    """Return the JSON form of a row or of a part of one."""
    match value:
        case TextValue(text):
            return text
        case Unknown(reason):
            return {"unknown": reason}
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case tuple() | list():
            return [encode(item) for item in value]
        case PublishedCounts():
            return {name: encode(count) for name, count in value.present()}
    if dataclasses.is_dataclass(value):
        return {name: encode(getattr(value, name)) for name in field_names(value.__class__)}
    return value


def decode(cls: type[T], plain: Any) -> T:
    """Return the row of class ``cls`` with this JSON form.

    Raises:
        ValueError, KeyError: it is not the form of such a row.
    """
    return cast("T", _decode(cls, plain))


def hints_of(cls: Any) -> Mapping[str, Any]:
    """Return field name to type hint, in the order of the fields."""
    return _hints(cls)


@cache
def _hints(cls: Any) -> Mapping[str, Any]:
    found = get_type_hints(cls)
    return {item.name: found[item.name] for item in dataclasses.fields(cls)}


def field_names(cls: Any) -> tuple[str, ...]:
    """Return the names of a dataclass's fields in order."""
    return tuple(_hints(cls))


def split_optional(hint: Any) -> tuple[Any, bool]:
    """Return the hint without ``None``, and whether ``None`` is allowed."""
    if get_origin(hint) not in _UNION:
        return hint, False
    members = [member for member in get_args(hint) if member is not type(None)]
    if len(members) == 1:
        return members[0], True
    return hint, False


def is_value(hint: Any) -> bool:
    """Return whether a hint is the union of all statement values."""
    return get_origin(hint) in _UNION and frozenset(get_args(hint)) == _VALUE_MEMBERS


def _decode(hint: Any, plain: Any) -> Any:
    if plain is None:
        return None
    hint, _ = split_optional(hint)
    if get_origin(hint) is tuple:
        return tuple(_decode(get_args(hint)[0], item) for item in plain)
    if dataclasses.is_dataclass(hint):
        return _decode_dataclass(hint, plain)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(plain)
    if hint is date:
        return plain if isinstance(plain, date) else date.fromisoformat(plain)
    if hint is float:
        return float(plain)
    return plain


def _decode_dataclass(cls: Any, plain: Mapping[str, Any]) -> Any:
    values: Plain = {}
    for name, hint in hints_of(cls).items():
        if is_value(hint):
            values[name] = value_from_plain(Property(plain["property"]), plain[name])
        else:
            values[name] = _decode(hint, plain.get(name))
    return cls(**values)


def schema_of(cls: type, title: str) -> Plain:
    """Return the JSON Schema (draft 2020-12) of a row class, closed and complete."""
    definitions: dict[str, Plain] = {}
    reference = _schema(cls, definitions)
    return {
        "$schema": DIALECT,
        "$id": f"urn:recount:schema:{title}",
        "title": title,
        **reference,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(hint: Any, definitions: dict[str, Plain], name: str = "") -> Plain:
    inner, optional = split_optional(hint)
    if optional:
        return _or_null(_schema(inner, definitions, name))
    if is_value(hint):
        return {}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0], definitions)}
    if dataclasses.is_dataclass(hint):
        return _reference(hint, definitions)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"type": "string", "enum": [member.value for member in hint]}
    return _scalar(hint, name)


def _or_null(plain: Plain) -> Plain:
    if isinstance(plain.get("type"), str) and "enum" not in plain:
        return {**plain, "type": [plain["type"], "null"]}
    return {"anyOf": [plain, {"type": "null"}]}


def _scalar(hint: Any, name: str) -> Plain:
    if hint is date:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    if hint is bool:
        return {"type": "boolean"}
    if hint is int:
        low = (
            {"minimum": 0} if name in _COUNTED or name.endswith(("_low", "_best", "_high")) else {}
        )
        return {"type": "integer", **low, **_LIMITS.get(name, {})}
    if hint is float:
        return {"type": "number", **_LIMITS.get(name, {})}
    return {"type": "string", **_LIMITS.get(name, {})}


def _reference(cls: Any, definitions: dict[str, Plain]) -> Plain:
    title = cls.__name__
    if title not in definitions:
        definitions[title] = {}
        definitions[title] = _object(cls, definitions)
    return {"$ref": f"#/$defs/{title}"}


def _object(cls: Any, definitions: dict[str, Plain]) -> Plain:
    hints = hints_of(cls)
    properties = {name: _schema(hint, definitions, name) for name, hint in hints.items()}
    plain: Plain = {"type": "object", "additionalProperties": False}
    if cls is PublishedCounts:
        counts = {name: prop["anyOf"][0] for name, prop in properties.items()}
        return {**plain, "properties": counts}
    plain["properties"] = properties
    plain["required"] = list(hints)
    if cls is PublishedStatement:
        plain["allOf"] = [_value_rule(kind, props, definitions) for kind, props in _VALUE_SHAPE]
    return plain


def _value_rule(kind: type, props: tuple[Property, ...], definitions: dict[str, Plain]) -> Plain:
    """Return the rule that ties the shape of ``value`` to the property."""
    shape = {"type": "string"} if kind is str else _reference(kind, definitions)
    unknown = {
        "type": "object",
        "properties": {"unknown": {"type": "string"}},
        "required": ["unknown"],
        "additionalProperties": False,
    }
    return {
        "if": {"properties": {"property": {"enum": [prop.value for prop in props]}}},
        "then": {"properties": {"value": {"anyOf": [shape, unknown]}}},
    }
