"""What came over and came in is what went out and what is left. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from intranet.checks.arithmetic.sums import shown, spot
from intranet.checks.paper import Paper, View
from intranet.checks.problem import Level, Problem, found

RULE = "sum-dossiers-balance"
LEFT = {"opening": "kỳ trước chuyển qua", "received": "tiếp nhận trong kỳ"}
RIGHT = {
    "resolved": "đã giải quyết",
    "pending": "đang giải quyết",
    "rejected": "không đủ điều kiện",
    "paused": "tạm dừng",
}
OPTIONAL = ("rejected", "paused")  # an office that has none does not name them


def sum_dossiers_balance(paper: Paper) -> Iterator[Problem]:
    """Opening and received against resolved, pending, rejected and paused; and what is carried over to the next period.

    Some offices count the paused among the pending, or the rejected among the resolved: that is right as well.
    """
    for view in paper.views:
        if "dossiers.resolved" in view.told or "dossiers.carried_over" in view.told:
            yield from _in_view(paper, view)


def _in_view(paper: Paper, view: View) -> Iterator[Problem]:
    """The figures of one place of the text; what it does not tell itself, the rest of the text may."""
    values = {name: _value(paper, view, name) for name in ("total", *LEFT, *RIGHT, "carried_over")}
    there = values["total"]
    if there is None and values["opening"] is not None and values["received"] is not None:
        there = values["opening"] + values["received"]
    if there is not None and values["resolved"] is not None and values["pending"] is not None:
        yield from _compared(paper, view, values, there)
    yield from _carried(paper, view, values)


def _value(paper: Paper, view: View, leaf: str) -> Decimal | None:
    """The one value the text gives; 0 where it says that there are none."""
    name = f"dossiers.{leaf}"
    if name in view.told:
        return view.value(name)
    if name in paper.told:
        return paper.one_value(name)
    is_none = any(one.is_claim and one.is_whole and one.name == name for one in paper.mentions)
    return Decimal(0) if is_none and leaf in LEFT else None


def _compared(paper: Paper, view: View, values: dict[str, Decimal | None], there: Decimal) -> Iterator[Problem]:
    if any(f"dossiers.{leaf}" in paper.told and values[leaf] is None for leaf in OPTIONAL):
        return  # told in two ways: another rule says so
    certain = (values["resolved"] or 0) + (values["pending"] or 0)
    rejected, paused = (values[leaf] or Decimal(0) for leaf in OPTIONAL)
    if there in {certain, certain + rejected, certain + paused, certain + rejected + paused}:
        return
    sides = [
        " + ".join(f"{words} {shown(value)}" for leaf, words in side.items() if (value := values[leaf]) is not None)
        for side in (LEFT, RIGHT)
    ]
    left = sides[0] if values["total"] is None or sides[0].count("+") else f"tổng số hồ sơ {shown(there)}"
    if left.count("+"):
        left = f"{left} = {shown(there)}"
    message = (
        f"Không cân đối: {left}, nhưng {sides[1]} = {shown(certain + rejected + paused)}. "
        "Hãy đối chiếu từng số với dữ liệu của hệ thống."
    )
    names = [f"dossiers.{leaf}" for leaf in (*LEFT, *RIGHT, "total") if f"dossiers.{leaf}" in paper.told]
    told = {name: (view.told.get(name) or paper.told[name])[0] for name in names}
    first = told.pop("dossiers.resolved")
    others = tuple(spot(one) for one in told.values())
    yield found(RULE, Level.ERROR, message, paper.paragraph(first), first.start, first.end, others, tuple(names))


def _carried(paper: Paper, view: View, values: dict[str, Decimal | None]) -> Iterator[Problem]:
    """What goes over to the next period is what is pending and paused."""
    over, pending = values["carried_over"], values["pending"]
    paused = values["paused"] or Decimal(0)
    if over is None or pending is None or over in {pending, pending + paused}:
        return
    first = (view.told.get("dossiers.carried_over") or paper.told["dossiers.carried_over"])[0]
    left = f"đang giải quyết {shown(pending)}" + (f" + tạm dừng {shown(paused)}" if paused else "")
    message = (
        f"Chuyển sang kỳ sau {shown(over)} hồ sơ, nhưng {left} = {shown(pending + paused)}. Hãy sửa số chuyển kỳ sau."
    )
    parts = [name for name in ("dossiers.pending", "dossiers.paused") if name in paper.told]
    others = tuple(spot((view.told.get(name) or paper.told[name])[0]) for name in parts)
    names = ("dossiers.carried_over", *parts)
    yield found(RULE, Level.ERROR, message, paper.paragraph(first), first.start, first.end, others, names)
