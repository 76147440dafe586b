"""The verbs of a proposal: drafted and changed; once approved, sent on and answered."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from intranet.accounts.models import User
from intranet.accounts.permissions import rights_over
from intranet.kernel.clock import VIETNAM, today
from intranet.kernel.formats import date_text, shown
from intranet.kernel.workflow import Reason, Refused, Transition
from intranet.proposals import rates
from intranet.proposals.costs import NOTHING, Burden, Savings, savings
from intranet.proposals.models import INPUTS, SIDES, Proposal
from intranet.proposals.workflow import FOLLOWING, Measure, Outcome, contradicted, rises
from intranet.records import operations as records

NOTHING_AFTER = {f"{name}_after": getattr(NOTHING, name) for name in INPUTS}
SENDING = {"sent_document": "Văn bản gửi", "sent_on": "Ngày gửi"}
ANSWER = {"outcome_document": "Văn bản trả lời", "outcome_on": "Ngày trả lời", "outcome_note": "Ý kiến của cấp trên"}
EMPTY = {name: None if name.endswith("_on") else "" for name in SENDING | ANSWER}


def create(values: dict[str, Any], actor: User) -> Proposal:
    """A new draft of the actor's unit. `values`: the fields of the form; costs follow from them."""
    return records.create(Proposal(unit=actor.unit, occurs_on=today(), **reckoned(values)), actor)


def change(proposal: Proposal, values: dict[str, Any], actor: User) -> None:
    """Set fields; costs are reckoned anew, by the hourly rate of today."""
    records.refuse_locked(proposal)
    told = reckoned(values)
    for name in ("annual_cost_before", "annual_cost_after"):
        setattr(proposal, name, told.pop(name))
    records.change(proposal, told, actor)


def reckoned(values: dict[str, Any]) -> dict[str, Any]:
    """What was typed with the costs that follow; what is abolished asks for nothing any more."""
    rate = rates.in_force(today())
    if values["measure"] is Measure.ABOLISH:
        values = values | NOTHING_AFTER
    found = savings_of(values, rate.rate)
    costs = {"annual_cost_before": found.before, "annual_cost_after": found.after}
    return values | costs | {"labour_rate": rate}


def savings_of(values: dict[str, Any], rate: int) -> Savings:
    before, after = (Burden(**{name: values[f"{name}_{side}"] for name in INPUTS}) for side in SIDES)
    return savings(before, after, rate)


def doubts(it: Any) -> tuple[Reason, ...]:
    """What is odd about a proposal, or about what was typed of one."""
    found = typed_savings(it) if isinstance(it, SimpleNamespace) else it.savings
    if found is None:
        return ()
    return (*rises(found), *contradicted(found, it.proposal, it.reason))


def typed_savings(it: SimpleNamespace) -> Savings | None:
    """By the rate of today; None where there is none yet, of which saving tells."""
    try:
        return savings_of(vars(it), rates.in_force(today()).rate)
    except Refused:
        return None


def follow(proposal: Proposal, action: str, document: str, day: date, note: str, actor: User) -> None:
    """Say that an approved proposal was sent on, or what came of it above: by which document, on which day."""
    step = check(proposal, action, actor, note)
    refuse_disorder(proposal, action, day)
    told = (document, day) if action == "send" else (document, day, note)
    values = dict(zip(SENDING if action == "send" else ANSWER, told, strict=True))
    move(proposal, step, values, actor, f"{step.done}: {document}, ngày {date_text(day)}", note)


def take_back(proposal: Proposal, note: str, actor: User) -> None:
    """Undo what was last written of an approved proposal's way above; `note` says why."""
    step = check(proposal, "take_back", actor, note)
    last = SENDING if proposal.outcome is Outcome.SENT else ANSWER
    done = f"{step.done}: {proposal.outcome.label.lower()}"
    move(proposal, step, {name: EMPTY[name] for name in last}, actor, done, note)


def check(proposal: Proposal, action: str, actor: User, note: str) -> Transition:
    if not proposal.is_approved:
        raise Refused("Phương án phải được phê duyệt trước khi gửi cấp trên.")
    return FOLLOWING.check(proposal, proposal.outcome, action, rights_over(actor, proposal), note)


def move(proposal: Proposal, step: Transition, values: dict[str, Any], actor: User, done: str, note: str) -> None:
    """Set what is told of this step, and write it down, old → new."""
    labels = SENDING | ANSWER
    changes = [
        [labels[name], shown(getattr(proposal, name)), shown(value)]
        for name, value in values.items()
        if getattr(proposal, name) != value
    ]
    for name, value in values.items():
        setattr(proposal, name, value)
    proposal.outcome = Outcome(step.target)
    records.note_down(proposal, actor, step.action, done, note, changes=changes)


def refuse_disorder(proposal: Proposal, action: str, day: date) -> None:
    if day > today():
        raise Refused(Reason("Ngày này ở sau hôm nay. Hãy nhập lại ngày.", "on"))
    approved_on = proposal.approved_at.astimezone(VIETNAM).date() if proposal.approved_at else day
    if action == "send" and day < approved_on:
        approved = date_text(approved_on)
        raise Refused(Reason(f"Phương án được duyệt ngày {approved}. Hãy nhập ngày đó hoặc sau đó.", "on"))
    if action != "send" and proposal.sent_on and day < proposal.sent_on:
        sent = date_text(proposal.sent_on)
        raise Refused(Reason(f"Ngày trả lời trước ngày gửi ({sent}). Hãy nhập lại ngày.", "on"))
