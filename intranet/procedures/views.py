"""The pages of quy trình nội bộ: those of every register, the running sum, revisions, the comparison of two."""

from typing import Any

from flask import Blueprint, abort, flash, render_template, request, url_for
from flask_login import current_user
from sqlalchemy.orm import joinedload, selectinload

from intranet.accounts.permissions import demand, requires
from intranet.kernel.formats import date_text
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Refused
from intranet.procedures import operations
from intranet.procedures.comparing import compare as beside
from intranet.procedures.comparing import pair_steps
from intranet.procedures.forms import EndForm, ProcedureForm, as_stored
from intranet.procedures.listing import LISTING, SHEET
from intranet.procedures.models import InternalProcedure
from intranet.procedures.workflow import doubts
from intranet.records.operations import check_version
from intranet.records.pages import hang, opened, show_page
from intranet.records.register import Register, RegisterWords

blueprint = Blueprint("internal_procedures", __name__, url_prefix="/internal-procedures")

LABELS = InternalProcedure.labels
TOLD = (
    *(LABELS["title"], LABELS["procedure_code"], "Tổng thời gian"),
    *(LABELS["effective_from"], LABELS["legal_basis"], LABELS["papers"]),
)


def procedure_form(stored: Any) -> ProcedureForm:
    """Where a code already ties several revisions together, it is shown and not asked for."""
    form = ProcedureForm(obj=stored)
    if stored and stored.has_others:
        del form.code
    return form


def more(procedure: InternalProcedure) -> dict[str, Any]:
    return {"end": EndForm(formdata=None, obj=procedure)}


register = Register(
    folder="internal_procedures",
    words=RegisterWords("Quy trình nội bộ", "quy trình nội bộ", "quy-trinh-noi-bo", "Tên TTHC, mã TTHC, ký hiệu"),
    model=InternalProcedure,
    listing=LISTING,
    sheet=SHEET,
    form=procedure_form,
    create=operations.create,
    change=operations.change,
    stored=as_stored,
    doubts=doubts,
    more=more,
    whole=(
        selectinload(InternalProcedure.steps),
        selectinload(InternalProcedure.revisions).joinedload(InternalProcedure.approved_by),
        joinedload(InternalProcedure.replaces),
    ),
    has_paper=True,
)
hang(blueprint, register)


@blueprint.post("/sum")
@requires("record.create")
def add_up() -> Any:
    """What the steps typed so far add up to, beside the whole time; nothing is kept."""
    return render_template("internal_procedures/_sum.html", sum=ProcedureForm().sum)


@blueprint.post("/<int:record_id>/revisions")
@requires("work.see")
def revise(record_id: int) -> Any:
    """A draft of the next revision, to be changed where it is to differ."""
    procedure = opened(register, record_id, "record.edit")
    try:
        draft = operations.revise(procedure, current_user)
    except Refused as refusal:
        return show_page(register, procedure, status=422, reasons=refusal.reasons)
    flash(f"Đã chép thành phiên bản {draft.revision:02}, chưa có ngày áp dụng. Hãy sửa những chỗ khác đi.")
    return go_to(url_for(".edit", record_id=draft.id))


@blueprint.post("/<int:record_id>/end")
@requires("work.see")
def end(record_id: int) -> Any:
    """Until when an approved revision applies, by whoever may approve it."""
    procedure = opened(register, record_id, "record.approve")
    check_version(procedure, request.form.get("version", type=int))
    form = EndForm()
    if form.validate() and form.is_taken(
        lambda values: operations.end(procedure, values["effective_to"], values["note"], current_user)
    ):
        flash("Đã lưu ngày ngừng áp dụng.")
        return go_to(url_for(".show", record_id=record_id))
    return show_page(register, procedure, status=422, end=form)


@blueprint.get("/<int:record_id>/compare")
@requires("work.see")
def compare(record_id: int) -> Any:
    """Two revisions of a code side by side, the older one on the left; by default this one and the one before."""
    one = opened(register, record_id)
    asked = request.args.get("with", type=int)
    other = next((it for it in one.others if it.id == asked), None) if asked else one.before
    if other is None:
        abort(404)
    demand("record.view", other)
    old, new = sorted((one, other), key=lambda it: it.revision)
    texts = [beside(label, *both) for label, *both in zip(TOLD, texts_of(old), texts_of(new), strict=True)]
    pairs = pair_steps(old.sequence, new.sequence)
    return page("internal_procedures/compare.html", record=one, old=old, new=new, texts=texts, pairs=pairs)


def texts_of(procedure: InternalProcedure) -> tuple[str, ...]:
    """What a revision says beside its steps, in the order of TOLD."""
    day = date_text(procedure.effective_from) if procedure.effective_from else ""
    return procedure.title, procedure.procedure_code, procedure.time_text, day, procedure.legal_basis, procedure.papers
