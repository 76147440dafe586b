"""One explanation for several late dossiers: each gets its case, or none does."""

from collections.abc import Iterable, Mapping
from typing import Any

from intranet.accounts.models import User
from intranet.accounts.permissions import may
from intranet.dossiers.models import Dossier
from intranet.kernel.workflow import Reason, Refused
from intranet.overdue import operations
from intranet.overdue.known import of_dossier
from intranet.overdue.late_list import LateDossier
from intranet.overdue.models import OverdueCase

# What the form of a case holds, and what of it an explanation fills.
OF_CASE = tuple(name for name in OverdueCase.labels if name != "title")


def told_already(chosen: Iterable[LateDossier], actor: User) -> tuple[Reason, ...]:
    """Why some of them cannot be explained here any more, or not by this person."""
    reasons = []
    for it in chosen:
        if not it.can_be_explained:
            words = "đã bị hủy trong sổ. Hãy nhờ khôi phục" if it.case and it.case.is_cancelled else "đã có giải trình"
            reasons.append(Reason(f"Hồ sơ {it.dossier.code} {words}. Hãy bỏ dấu ở hồ sơ đó rồi lưu lại.", "chosen"))
        elif it.case is not None and not may(actor, "record.edit", it.case):
            words = f"Hồ sơ {it.dossier.code} đã được {it.case.unit.name} đưa vào sổ và do đơn vị đó giải trình."
            reasons.append(Reason(f"{words} Hãy bỏ dấu ở hồ sơ đó rồi lưu lại.", "chosen"))
    return tuple(reasons)


def explain(chosen: Iterable[LateDossier], values: Mapping[str, Any], actor: User) -> int:
    """Give each dossier a case with this explanation, or fill the case it has; all of them or, if refused, none.

    `values`: the cause and the explanation as a case has them; `unit` for dossiers whose unit nobody knows.
    """
    lines = list(chosen)
    if not lines:
        raise Refused(Reason("Chưa đánh dấu hồ sơ nào. Hãy đánh dấu ít nhất một hồ sơ.", "chosen"))
    if reasons := told_already(lines, actor):
        raise Refused(*reasons)
    told = {name: value for name, value in values.items() if name != "unit"}
    for line in lines:
        if line.case is None:
            own = of_dossier(line.dossier) | {"due_on": line.due_on, "unit": line.unit or values["unit"]}
            operations.create(own | told, actor)
        else:
            operations.change(line.case, filled(line.case, line.dossier, told), actor)
    return len(lines)


def filled(case: OverdueCase, dossier: Dossier, told: Mapping[str, Any]) -> dict[str, Any]:
    """The case's values: what somebody wrote stays, what is empty is filled."""
    own = {name: getattr(case, name) for name in OF_CASE}
    return {name: value or told.get(name, value) for name, value in own.items()} | {
        "finished_on": case.finished_on or dossier.finished_on
    }
