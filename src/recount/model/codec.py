"""Plain (JSON-ready) forms of the nouns and back, without loss, driven by their type hints.

The ledger and the pack format store these forms. ``from_plain(cls, to_plain(x)) == x``
for every dataclass of the model.
"""

from __future__ import annotations

import dataclasses
import types
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

_TYPE_KEY = "$type"


def to_plain(value: Any) -> Any:
    """Return the plain form of a noun: dicts, lists, strings, numbers, booleans, ``None``.

    A dataclass carries its class name under ``$type``, so a union can be read back.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain: dict[str, Any] = {_TYPE_KEY: type(value).__name__}
        for item in dataclasses.fields(value):
            if item.init:
                plain[item.name] = to_plain(getattr(value, item.name))
        return plain
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


def from_plain(cls: type[T], plain: Any) -> T:
    """Return the noun of class ``cls`` with this plain form.

    Raises:
        ValueError: the plain form is not one of this class.
    """
    return cast("T", _decode(cls, plain))


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _decode(hint: Any, plain: Any) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _decode_union(get_args(hint), plain)
    if origin is tuple:
        return _decode_tuple(get_args(hint), plain)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _decode_dataclass(hint, plain)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(plain)
    if hint is date:
        return date.fromisoformat(plain)
    if hint is float and isinstance(plain, int):
        return float(plain)
    return plain


def _decode_union(members: tuple[Any, ...], plain: Any) -> Any:
    if plain is None:
        return None
    candidates = [member for member in members if member is not type(None)]
    if isinstance(plain, dict):
        for member in candidates:
            name = getattr(get_origin(member) or member, "__name__", "")
            if name == plain.get(_TYPE_KEY):
                return _decode(member, plain)
        message = f"no member of the union is called {plain.get(_TYPE_KEY)}"
        raise ValueError(message)
    return _decode(candidates[0], plain)


def _decode_tuple(members: tuple[Any, ...], plain: Any) -> tuple[Any, ...]:
    if len(members) == 2 and members[1] is Ellipsis:
        return tuple(_decode(members[0], item) for item in plain)
    return tuple(_decode(member, item) for member, item in zip(members, plain, strict=True))


def _decode_dataclass(cls: type, plain: Any) -> Any:
    if not isinstance(plain, dict) or plain.get(_TYPE_KEY) != cls.__name__:
        message = f"not the plain form of a {cls.__name__}"
        raise ValueError(message)
    hints = _hints(cls)
    values = {
        item.name: _decode(hints[item.name], plain[item.name])
        for item in dataclasses.fields(cls)
        if item.init and item.name in plain
    }
    return cls(**values)
