"""The checklist as one inspects with it: nothing known yet but what is to be checked."""

from types import SimpleNamespace

from intranet.inspections.models import Checklist

BLANK = "…" * 16


def blank_inspection(checklist: Checklist) -> SimpleNamespace:
    """An inspection with all to be filled in by hand."""
    subject = checklist.name.removeprefix("Bảng kiểm").strip() or checklist.name
    return SimpleNamespace(
        title=subject[0].upper() + subject[1:],
        inspected_unit=SimpleNamespace(name=BLANK),
        started_on=None,
        ended_on=None,
        place="",
        items=checklist.items,
    )
