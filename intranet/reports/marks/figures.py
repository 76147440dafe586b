"""How a text refers to a figure: {{name}}, {{name:chữ}} printed otherwise, {{name = 12 | lý do}} a one-off. Pure."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from intranet.categories.catalogue import CATALOGUE
from intranet.figures.comparing import present
from intranet.figures.fact import Fact, Origin, Value
from intranet.kernel.formats import UNKNOWN, money, number, rate
from intranet.kernel.numberwords import words
from intranet.reports.marks.suggestions import instead
from intranet.reports.wording import cell_text, figure_text

MARK = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
PARTS = re.compile(
    r"(?P<name>[^:=|]*?)\s*(?::\s*(?P<format>[^=|]*?)\s*)?(?:=\s*(?P<value>[^|]*?)\s*)?(?:\|\s*(?P<reason>.*))?",
    re.DOTALL,
)
COUNT = re.compile(r"\d{1,15}|\d{1,3}(\.\d{3}){1,4}")
SHARE = re.compile(r"\d{1,3}(,\d+)?")
LONGEST_REASON = 200


@dataclass(frozen=True)
class Reference:
    """A mark in its parts; `value` and `reason` are None where it has none, which is not an empty one."""

    name: str
    format: str | None = None
    value: str | None = None
    reason: str | None = None

    @property
    def is_one_off(self) -> bool:
        return self.value is not None


@dataclass(frozen=True)
class FigureFormat:
    """Another way to print a figure of some units."""

    label: str
    units: Callable[[str], bool]
    of: Callable[[Fact], str]


def is_rate(unit: str) -> bool:
    return unit == "%"


def is_money(unit: str) -> bool:
    return unit == "đồng"


def is_whole(unit: str) -> bool:
    return not is_rate(unit)


FORMATS: Mapping[str, FigureFormat] = {
    "chữ": FigureFormat("bằng chữ", is_whole, lambda fact: words(int(fact.value or 0))),
    "số": FigureFormat("số, không thêm 0 ở trước", is_whole, lambda fact: number(int(fact.value or 0))),
    "tỷ lệ": FigureFormat("tỷ lệ kèm dấu %", is_rate, lambda fact: f"{rate(Decimal(fact.value or 0))}%"),
    "tiền": FigureFormat("tiền kèm đơn vị", is_money, lambda fact: money(int(fact.value or 0))),
}


def reference(mark: str) -> Reference:
    """What stands between the braces, in its parts."""
    found = PARTS.fullmatch(mark)
    return Reference(**found.groupdict()) if found else Reference(mark)


def printed_figure(it: Reference, fact: Fact | None, in_table: bool = False) -> str:
    """The figure as the mark wants it; its one-off value where it has one, in the same format."""
    known = fact or Fact(it.name, None, it.name, unit_of(it.name), Origin.MISSING)
    if it.is_one_off:
        value = number_in(it.value or "", known.unit)
        known = replace(known, value=value, origin=Origin.MISSING if value is None else Origin.ENTERED)
    if known.value is None:
        return UNKNOWN
    if wanted := FORMATS.get(it.format or ""):
        return wanted.of(known) if wanted.units(known.unit) else UNKNOWN
    return cell_text(known) if in_table else figure_text(known)


def unit_of(name: str) -> str:
    """The unit by which a figure is written, also of one that stands in no catalogue."""
    if name.endswith("rate"):
        return "%"
    known = CATALOGUE.get(present(name))
    return known.unit if known else "hồ sơ"


def number_in(text: str, unit: str) -> Value:
    """The value somebody wrote: 12, 1.568, 18.025.000, and 99,1 where it is a percentage; None where it is none."""
    if is_rate(unit):
        return Decimal(text.replace(",", ".")) if SHARE.fullmatch(text) else None
    return int(text.replace(".", "")) if COUNT.fullmatch(text) else None


def wrong(it: Reference, known_names: Collection[str]) -> Iterator[str]:
    """A sentence for everything about a figure's mark that cannot be meant."""
    if it.name not in known_names:
        yield f"không có số liệu “{it.name}”. {instead(it.name, known_names)}"
        return
    unit = unit_of(it.name)
    if it.format is not None:
        fitting = [name for name, one in FORMATS.items() if one.units(unit)]
        if it.format not in fitting:
            yield f"số liệu “{it.name}” không in được theo cách “{it.format}”. {instead(it.format, fitting)}"
    if it.is_one_off or it.reason is not None:
        yield from wrong_one_off(it, unit)


def wrong_one_off(it: Reference, unit: str) -> Iterator[str]:
    example = "99,1" if is_rate(unit) else "12"
    whole = f"{{{{{it.name} = {it.value or example} | lý do}}}}"
    if not it.is_one_off or number_in(it.value or "", unit) is None:
        yield f"hãy viết giá trị ghi riêng của “{it.name}” bằng chữ số sau dấu =, ví dụ = {example}."
    if not it.reason:
        yield f"giá trị ghi riêng của “{it.name}” cần lý do. Hãy viết {whole}."
    elif len(it.reason) > LONGEST_REASON:
        yield f"lý do ghi riêng “{it.name}” dài quá. Hãy viết gọn trong {LONGEST_REASON} ký tự."
