"""Which figure the words around a number tell. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from intranet.reading.dossier_words import BASE_OF, DOSSIER_BASES, DOSSIER_BUCKETS, DOSSIERS
from intranet.reading.vocabulary import BEFORE, DOMAINS, NOT, UNITS, Table

LATE = "overdue.late"
LABEL_WORDS = 7
# What divides a total in fewest words: "1.637 (kỳ trước 69 + mới 1.568)".
OF_TOTAL = (("opening", re.compile(BEFORE)), ("received", re.compile(r"(?<!\w)mới(?!\w)")))
NEW = re.compile(r"(?:tiếp nhận|nhận|phát sinh) mới|mới (?:tiếp nhận|nhận|phát sinh)")
RESULT = re.compile(r"kết quả (?:giải quyết|xử lý)\s*:\s*$")  # "Kết quả giải quyết: 500 hồ sơ"


@dataclass(frozen=True)
class Context:
    """What the words before have led to: the domain, the base, the mention that is being divided.

    `is_divided` after "trong đó" and the like; `is_whole_list` where the list claims to name all parts; `is_new` where
    the base is what was newly received, beside which stands what came over.
    """

    domain: str = ""
    base: str = ""
    mention: int | None = None
    is_divided: bool = False
    is_whole_list: bool = False
    is_part: bool = False
    is_new: bool = False


@dataclass(frozen=True)
class Name:
    """The figure's name, "" where the words do not tell; the base it belongs to, and whether it divides the context."""

    name: str
    base: str = ""
    is_child: bool = False
    is_new: bool = False


@lru_cache(maxsize=64)
def _pattern(table: Table) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<_{place}>(?<!\\w)(?:{words})(?!\\w))" for place, (_, words) in enumerate(table)))


def said(table: Table, words: str) -> Iterator[str]:
    """The leaves a text names, in order, each piece of it read once."""
    for match in _pattern(table).finditer(words) if table else ():
        yield table[int((match.lastgroup or "_0")[1:])][0]


def nearest(table: Table, left: str, right: str) -> str:
    """The last leaf named before a number, else the first after it."""
    before = [leaf for leaf in said(table, left) if leaf not in ("", NOT)]
    if before:
        return before[-1]
    return next((leaf for leaf in said(table, right) if leaf not in ("", NOT)), "")


UNIT = re.compile("|".join(f"(?P<{domain}>{words})" for domain, words in UNITS))


def unit_after(right: str) -> tuple[str, int]:
    """The domain of the counting word right after a number, and where that word ends; "" and 0 where there is none."""
    match = UNIT.match(right.lstrip())
    if match is None:
        return "", 0
    return match.lastgroup or "", len(right) - len(right.lstrip()) + match.end()


def half_label(piece: str) -> str:
    """The first half of "trực tiếp, bưu chính: 0 hồ sơ": a few words that name a figure; "" of any other words."""
    is_label = any(said(DOSSIER_BASES, piece)) or any(said(DOSSIER_BUCKETS, piece))
    return f"{piece}," if is_label and len(piece.split()) <= LABEL_WORDS else ""


def dossier(left: str, right: str, context: Context, follows: bool) -> Name:
    """A figure about dossiers; `follows` where it may divide what was told last."""
    base, bucket = nearest(DOSSIER_BASES, left, right), nearest(DOSSIER_BUCKETS, left, right)
    if not base and not bucket and RESULT.search(left):
        base = "resolved"
    within = context.domain == "dossiers" and (context.is_divided or follows)
    if not base and not bucket and context.is_divided and context.base in ("received", "total"):
        base = next((leaf for leaf, words in OF_TOTAL if words.search(left)), "")
    if base and not bucket:
        may_divide = within if base == "opening" else context.is_divided
        is_child = may_divide and base in ("opening", "received") and context.base in ("received", "total")
        is_new = base == "received" and bool(NEW.search(left))
        return Name(f"dossiers.{base}", base, is_child, is_new)
    if base:
        leaf = DOSSIERS.get((base, bucket), "")
        return Name(f"dossiers.{leaf}" if leaf else "", base, within and context.base == base)
    within = within or (context.domain == "dossiers" and BASE_OF.get(bucket) == context.base)
    if bucket and within and (context.base, bucket) in DOSSIERS:
        return Name(f"dossiers.{DOSSIERS[context.base, bucket]}", context.base, True)
    if bucket == "late":
        return Name(LATE)
    if bucket and not (within and context.base):
        base = BASE_OF[bucket]
        return Name(f"dossiers.{DOSSIERS[base, bucket]}", base)
    return Name("", context.base, within)


def other(domain: str, left: str, right: str, context: Context, follows: bool) -> Name:
    """A figure of any other domain: the special words first, the general ones where nothing else is said."""
    group, table = DOMAINS[domain]
    special, general = table[:-1], table[-1:]
    if NOT in said(special, f"{left} {right}"):
        return Name("")
    leaf = nearest(special, left, right)
    is_child = context.domain == domain and context.mention is not None and (context.is_divided or follows)
    if not leaf:
        leaf = general[0][0] if next(said(general, f"{left} {right}"), "") else ""
    if leaf == general[0][0] and context.is_divided and context.base == leaf and domain != "feedback":
        return Name("", "", is_child)  # a part of the total, told in the words of the total
    is_new = domain == "feedback" and "mới" in f"{left} {right}"  # 05 PAKN, trong đó tiếp nhận mới 04
    return Name(f"{group}.{leaf}" if leaf else "", leaf, is_child and (leaf != general[0][0] or is_new))
