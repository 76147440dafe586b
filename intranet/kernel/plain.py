"""Typed values as plain ones for a JSON column, and back, each checked against its type. Pure.

What older code stored is read: a field it did not know takes its default, one that is known no longer is left out.
"""

import json
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


class Unreadable(ValueError):
    """What was stored is not what it should be; says where, and what was expected there."""


def to_plain(thing: Any) -> Any:
    """Dataclasses as objects, tuples as lists, dates and decimals as text, words with a label as their value."""
    return json.loads(json.dumps(msgspec.to_builtins(thing), ensure_ascii=False))


def from_plain(plain: Any, kind: type[T]) -> T:
    """The value of that type that was stored; Unreadable where something needed is missing or of another type."""
    try:
        return msgspec.convert(plain, kind)
    except msgspec.ValidationError as error:
        raise Unreadable(f"{kind}: {error}") from error
