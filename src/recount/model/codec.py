"""Plain (JSON-ready) forms of the nouns and back, without loss, driven by their type hints.

The ledger and the pack format store these forms. ``from_plain(cls, to_plain(x)) == x``
for every dataclass of the model.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache, partial
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

_TYPE_KEY = "$type"


def to_plain(value: Any) -> Any:
    """Return the plain form of a noun: dicts, lists, strings, numbers, booleans, ``None``.

    A dataclass carries its class name under ``$type``, so a union can be read back.
    """
    return _ENCODERS[type(value)](value)


def from_plain(cls: type[T], plain: Any) -> T:
    """Return the noun of class ``cls`` with this plain form.

    Raises:
        ValueError: the plain form is not one of this class.
    """
    return cast("T", _decoder(cls)(plain))


# What is to be done is found out once for each class and field, not for each value: a document
# has thousands of them.

_Coder = Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


class _Encoders(dict[type, _Coder]):
    """For each class, what turns values of exactly this class into their plain form."""

    def __missing__(self, cls: type) -> _Coder:
        self[cls] = found = _encoder(cls)
        return found


_ENCODERS = _Encoders()


def _encoder(cls: type) -> _Coder:
    if dataclasses.is_dataclass(cls):
        return _dataclass_encoder(cls)
    if issubclass(cls, Enum):
        return lambda value: value.value
    if issubclass(cls, date):
        return lambda value: value.isoformat()
    if issubclass(cls, tuple | list):
        return lambda value: [_ENCODERS[type(item)](item) for item in value]
    return _same


def _dataclass_encoder(cls: type) -> _Coder:
    names = tuple(item.name for item in dataclasses.fields(cls) if item.init)
    called = cls.__name__

    def encode(value: Any) -> dict[str, Any]:
        plain: dict[str, Any] = {_TYPE_KEY: called}
        for name in names:
            held = getattr(value, name)
            plain[name] = held if held is None else _ENCODERS[type(held)](held)
        return plain

    return encode


def _decoder(hint: Any) -> _Coder:
    """Return what turns plain forms into values of a type."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union_decoder(get_args(hint))
    if origin is tuple:
        return _tuple_decoder(get_args(hint))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return partial(_decode_dataclass, hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint is date:
        return date.fromisoformat
    if hint is float:
        return lambda plain: float(plain) if isinstance(plain, int) else plain
    return _same


def _union_decoder(members: tuple[Any, ...]) -> _Coder:
    candidates = [member for member in members if member is not type(None)]
    by_name: dict[str, _Coder] = {}
    for member in candidates:
        name = getattr(get_origin(member) or member, "__name__", "")
        by_name.setdefault(name, _decoder(member))
    otherwise = _decoder(candidates[0])

    def decode(plain: Any) -> Any:
        if plain is None:
            return None
        if not isinstance(plain, dict):
            return otherwise(plain)
        chosen = by_name.get(plain.get(_TYPE_KEY, ""))
        if chosen is None:
            message = f"no member of the union is called {plain.get(_TYPE_KEY)}"
            raise ValueError(message)
        return chosen(plain)

    return decode


def _tuple_decoder(members: tuple[Any, ...]) -> _Coder:
    if len(members) == 2 and members[1] is Ellipsis:
        one = _decoder(members[0])
        return lambda plain: tuple([one(item) for item in plain])
    each = [_decoder(member) for member in members]
    return lambda plain: tuple(one(item) for one, item in zip(each, plain, strict=True))


@cache
def _fields(cls: Any) -> tuple[tuple[str, _Coder], ...]:
    """Return the fields of a class with what reads them; asked late, as classes may nest."""
    hints = get_type_hints(cls)
    return tuple(
        (item.name, _decoder(hints[item.name])) for item in dataclasses.fields(cls) if item.init
    )


def _decode_dataclass(cls: type, plain: Any) -> Any:
    if not isinstance(plain, dict) or plain.get(_TYPE_KEY) != cls.__name__:
        message = f"not the plain form of a {cls.__name__}"
        raise ValueError(message)
    return cls(**{name: read(plain[name]) for name, read in _fields(cls) if name in plain})
