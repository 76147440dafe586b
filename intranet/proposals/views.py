"""The pages of proposals: those of every register, what a proposal saves while it is typed, what became of it."""

from typing import Any

from flask import Blueprint, flash, render_template, request, url_for
from flask_login import current_user
from sqlalchemy.orm import joinedload, selectinload

from intranet.accounts.permissions import may, requires
from intranet.kernel.page import go_to
from intranet.proposals import operations
from intranet.proposals.forms import FollowForm, ProposalForm, TakeBackForm, as_stored, proposal_form
from intranet.proposals.listing import LISTING, SHEET
from intranet.proposals.models import INPUTS, SIDES, Proposal
from intranet.proposals.workflow import FOLLOWING
from intranet.records.operations import check_version
from intranet.records.pages import hang, opened, show_page
from intranet.records.register import Register, RegisterWords

blueprint = Blueprint("proposals", __name__, url_prefix="/proposals")


def more(proposal: Proposal) -> dict[str, Any]:
    """What one dossier asks for, line by line, and the steps that are open to who looks."""
    burdens = [(label, *(getattr(proposal.burden(side), name) for side in SIDES)) for name, label in INPUTS.items()]
    steps = FOLLOWING.open_to(proposal.outcome, lambda right: may(current_user, right, proposal))
    shown = {step.action: form_of(step.action)(None) for step in steps} if proposal.is_approved else {}
    return {"burdens": burdens, "follow_steps": steps if shown else [], "follow_forms": shown}


def form_of(action: str) -> type[FollowForm | TakeBackForm]:
    return TakeBackForm if action == "take_back" else FollowForm


register = Register(
    folder="proposals",
    words=RegisterWords("Đơn giản hóa TTHC", "phương án", "phuong-an-don-gian-hoa", "Tên phương án, mã, tên thủ tục"),
    model=Proposal,
    listing=LISTING,
    sheet=SHEET,
    form=proposal_form,
    create=operations.create,
    change=operations.change,
    stored=as_stored,
    doubts=operations.doubts,
    more=more,
    whole=(selectinload(Proposal.amendments), joinedload(Proposal.labour_rate)),
    has_paper=True,
)
hang(blueprint, register)


@blueprint.post("/savings")
@requires("record.create")
def savings() -> Any:
    """What the numbers typed so far come to; nothing is kept."""
    form = ProposalForm()
    form.validate()
    return render_template("proposals/_savings.html", savings=form.savings)


@blueprint.post("/<int:record_id>/follow/<action>")
@requires("proposal.follow")
def follow(record_id: int, action: str) -> Any:
    proposal = opened(register, record_id)
    check_version(proposal, request.form.get("version", type=int))
    form = form_of(action)()
    if form.validate() and form.is_taken(lambda values: told(proposal, action, values)):
        flash("Đã ghi lại.")
        return go_to(url_for(".show", record_id=record_id, _anchor="follow"))
    proposal = opened(register, record_id)
    forms = more(proposal)["follow_forms"] | {action: form}
    return show_page(register, proposal, status=422, follow_forms=forms, chosen=action)


def told(proposal: Proposal, action: str, it: dict[str, Any]) -> None:
    if action == "take_back":
        operations.take_back(proposal, it["note"], current_user)
    else:
        operations.follow(proposal, action, it["document"], it["on"], it["note"], current_user)
