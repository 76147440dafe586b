"""Enumerations that carry their Vietnamese label. Pure."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """Stored in English, shown in Vietnamese: NAME = "value", "Nhãn"."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
