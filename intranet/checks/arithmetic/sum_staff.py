"""The people of the one-stop desk are those named by their task. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from intranet.checks.arithmetic.sums import FEWEST, shown, spot
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found


def sum_staff(paper: Paper) -> Iterator[Problem]:
    """A number of people that a list of all of them does not add up to, or that a part of them exceeds."""
    for place, total in enumerate(paper.mentions):
        if total.name != "staff.total":
            continue
        people = [one for one in paper.mentions[place + 1 :] if one.parent == place and (one.is_unit_told or one.name)]
        added = sum((one.value for one in people), Decimal(0))
        is_list = len(people) >= FEWEST and all(one.is_listed for one in people)
        is_named = {"staff.leaders", "staff.controllers", "staff.desk"} <= {one.name for one in people}
        if added > total.value or (added < total.value and (is_list or is_named)):
            told = " + ".join(shown(one.value) for one in people)
            message = (
                f"Tổng số {shown(total.value)} người, nhưng các số thành phần cộng lại {told} = {shown(added)}. "
                "Hãy đối chiếu lại."
            )
            others = tuple(spot(one) for one in people)
            names = ("staff.total", *dict.fromkeys(one.name for one in people if one.name))
            yield found(
                "sum-staff", Level.ERROR, message, paper.paragraph(total), total.start, total.end, others, names
            )
