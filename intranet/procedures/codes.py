"""Codes of procedures as they are published, and as spreadsheets spoil them. Pure."""

import re

WHOLE = re.compile(r"[0-9]\.[0-9]{6}")
WITH_OFFICE = re.compile(r"([0-9]\.[0-9]{6})\.[0-9A-Z][0-9A-Z.]*")  # 1.001193.000.00.00.H37: who it was published for
WITHOUT_POINT = re.compile(r"([0-9])([0-9]{6})")  # 1001193, where the point was taken for one of thousands
WITHOUT_ZEROS = re.compile(r"([0-9])[.,]([0-9]{1,6})")  # 1.0001, where the code was taken for a number


def is_published(code: str) -> bool:
    """Whether it is whole, with or without the office it was published for."""
    return WHOLE.fullmatch(code) is not None or WITH_OFFICE.fullmatch(code) is not None


def without_number_format(code: str) -> str | None:
    """The code as it was before a spreadsheet took it for a number; None of one that is whole, or is no such code."""
    match = WITHOUT_POINT.fullmatch(code) or WITHOUT_ZEROS.fullmatch(code)
    whole = f"{match[1]}.{match[2]:0<6}" if match else None
    return whole if whole != code else None


def mended(code: str) -> str | None:
    """The code that the catalogue may have: whole, and without the office it was published for."""
    match = WITH_OFFICE.fullmatch(code)
    return match[1] if match else without_number_format(code)
