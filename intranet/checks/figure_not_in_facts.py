"""A figure in prose comes from the facts or from a record they tell. Pure."""

from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from intranet.checks.arithmetic.sums import shown
from intranet.checks.figure_contradicts import SUMS, values
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.figures.comparing import present
from intranet.figures.facts import Facts
from intranet.reading.mentions import Mention

AROUND = 12  # characters on either side by which a number is found again in a record's own words
GROUPS = {"findings": "inspections", "participants": "trainings", "apologies": "overdue", "staff": "staff"}


def figure_not_in_facts(paper: Paper) -> Iterator[Problem]:
    """A count that equals no fact of what it counts, and stands in no record the report tells."""
    if paper.facts is None:
        return
    said = "\n".join(_texts(paper.facts))
    for mention in paper.mentions:
        if mention.figure or mention.is_claim or not mention.domain or not (mention.is_unit_told or mention.name):
            continue
        if mention.is_whole and mention.name and values(paper.facts, mention.name):
            continue  # figure-contradicts tells of it
        if not _is_known(paper, paper.facts, mention, said):
            message = (
                f"Không có số liệu nào của kỳ bằng {shown(mention.value)} cho nội dung này. "
                "Hãy chọn số liệu từ danh sách, hoặc ghi rõ nguồn của con số."
            )
            paragraph = paper.paragraph(mention)
            yield found("figure-not-in-facts", Level.WARNING, message, paragraph, mention.start, mention.end)


def _is_known(paper: Paper, facts: Facts, mention: Mention, said: str) -> bool:
    group = GROUPS.get(mention.domain, mention.domain)
    groups = (f"{group}.", "overdue.") if group == "dossiers" else (f"{group}.",)
    is_money = group == "payments"
    known = {
        Decimal(fact.value)
        for name, fact in facts.figures.items()
        if fact.value is not None and (present(name).startswith(groups) or (is_money and fact.unit == "đồng"))
    }
    known |= {value for name in SUMS if name.startswith(groups) for value in values(facts, name)}
    return mention.value in known | _amounts(facts) or _in_a_record(paper, mention, said)


def _amounts(facts: Facts) -> set[Decimal]:
    """What the proposals cost and save, in đồng, and how many took part in each course."""
    costs = (
        amount
        for note in facts.proposals
        for amount in (note.cost_before, note.cost_after, note.cost_before - note.cost_after)
    )
    return {Decimal(amount) for amount in (*costs, *(note.participants or 0 for note in facts.trainings))}


def _in_a_record(paper: Paper, mention: Mention, said: str) -> bool:
    text = paper.paragraph(mention).text
    return (
        text[max(mention.start - AROUND, 0) : mention.end] in said or text[mention.start : mention.end + AROUND] in said
    )


def _texts(facts: Facts) -> Iterator[str]:
    """Every word of the records the facts tell one by one."""
    for notes in (
        facts.inspections,
        facts.documents,
        facts.trainings,
        facts.proposals,
        facts.procedures,
        facts.overdue,
    ):
        for note in notes:
            yield from _strings(asdict(note))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)
