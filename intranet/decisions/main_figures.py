"""The figures a report is known by, beside those of the period before, for who decides on it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from intranet.figures.comparing import PREVIOUS
from intranet.figures.fact import Value
from intranet.figures.facts import Facts
from intranet.kernel.formats import number, percent, rate, signed
from intranet.kernel.period import Period

MISSING = "chưa có số liệu"
ONLINE, RECEIVED = "dossiers.received_online", "dossiers.received"
SHARE_ONLINE = "share of the dossiers received on line"  # no figure of the catalogue: what two of them give
GROUPS: dict[str, tuple[str, ...]] = {
    "Hồ sơ": (
        *("dossiers.opening", RECEIVED, SHARE_ONLINE, "dossiers.resolved", "dossiers.resolved_late"),
        *("dossiers.pending", "dossiers.pending_late", "dossiers.carried_over"),
    ),
    "Quá hạn": ("overdue.late", "overdue.explained", "overdue.unexplained", "overdue.apologies"),
    "Phản ánh, kiến nghị": ("feedback.received", "feedback.handled", "feedback.pending"),
    "Kiểm tra, rà soát": (
        *("inspections.done", "inspections.findings", "inspections.findings_closed"),
        *("proposals.made", "proposals.approved", "trainings.courses"),
    ),
    "Sự hài lòng": ("satisfaction.ratings", "satisfaction.very_satisfied_rate"),
    "Số hóa, thanh toán": ("digitisation.rate", "payments.online_rate"),
}


@dataclass(frozen=True)
class MainFigure:
    """A figure now and in the period before; `name` is "" where no page tells of it by itself."""

    name: str
    label: str
    unit: str
    now: Value
    before: Value

    @property
    def now_text(self) -> str:
        return self._text(self.now)

    @property
    def before_text(self) -> str:
        return self._text(self.before)

    @property
    def change_text(self) -> str:
        """+120 (+8,3%), −0,4 điểm %; "" where one of the two is not known."""
        if self.now is None or self.before is None:
            return ""
        difference = self.now - self.before
        if self.unit == "%":
            return f"{_signed_rate(Decimal(difference))} điểm %" if difference else "0"
        share = percent(int(difference), int(self.before))
        return signed(int(difference)) + (f" ({_signed_rate(share)}%)" if share else "")

    def _text(self, value: Value) -> str:
        if value is None:
            return MISSING
        return f"{rate(Decimal(value))}%" if self.unit == "%" else number(int(value))


@dataclass(frozen=True)
class FigureGroupBeside:
    heading: str
    figures: tuple[MainFigure, ...]


def main_figures(facts: Facts) -> tuple[FigureGroupBeside, ...]:
    """By subject, those that the facts know of; one nobody filled in is among them."""
    return tuple(_groups(facts))


def compared_with(facts: Facts) -> Period | None:
    """The period before, where it is as long and told anything."""
    before = facts.earlier.get(PREVIOUS)
    return before if before is not None and before.months == facts.period.months else None


def _groups(facts: Facts) -> Iterator[FigureGroupBeside]:
    for heading, names in GROUPS.items():
        if figures := tuple(it for name in names if (it := _figure(facts, name)) is not None):
            yield FigureGroupBeside(heading, figures)


def _figure(facts: Facts, name: str) -> MainFigure | None:
    if name == SHARE_ONLINE:
        now, before = (_share_online(facts, side) for side in ("", f"{PREVIOUS}."))
        return MainFigure("", "Tỷ lệ nộp trực tuyến", "%", now, before)
    fact = facts.figures.get(name)
    if fact is None:
        return None
    return MainFigure(name, fact.label, fact.unit, fact.value, facts.value(f"{PREVIOUS}.{name}"))


def _share_online(facts: Facts, side: str) -> Decimal | None:
    return percent(facts.value(f"{side}{ONLINE}"), facts.value(f"{side}{RECEIVED}"))


def _signed_rate(value: Decimal) -> str:
    return f"{'+' if value > 0 else '−'}{rate(abs(value))}"
