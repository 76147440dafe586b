"""What a person may type about an overdue case."""

from datetime import date
from typing import Any

from flask import request
from flask_login import current_user
from sqlalchemy import select
from wtforms import SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from intranet.accounts.permissions import may
from intranet.accounts.units import units_to_choose
from intranet.categories.families import Family
from intranet.categories.models import FigureCategory
from intranet.dossiers.codes import compared
from intranet.dossiers.models import Dossier
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.forms import EntityField, clean, day, line, text
from intranet.kernel.versioned import VersionedForm
from intranet.overdue.known import known_dossier, of_dossier
from intranet.overdue.models import OverdueCase

LABELS = OverdueCase.labels


class CausesField(SelectMultipleField):
    """Several causes, each a box to tick; `offer` sets which. The data are the causes themselves."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, **options: Any):
        super().__init__(label, choices=[], **options)

    def process_data(self, value: Any) -> None:
        self.data = list(value or ())

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = valuelist

    def offer(self, causes: list[FigureCategory]) -> None:
        """What was ticked and is none of these is left out."""
        ticked = {cause if isinstance(cause, str) else str(cause.id) for cause in self.data}
        self.data = [cause for cause in causes if str(cause.id) in ticked]
        self.choices = [(str(cause.id), str(cause)) for cause in causes]

    def iter_choices(self) -> Any:
        ticked = {str(cause.id) for cause in self.data}
        return ((value, label, value in ticked, {}) for value, label in self.choices)

    def pre_validate(self, form: Any) -> None:
        """`offer` has seen to it."""


class CaseForm(VersionedForm):
    code = line(
        LABELS["code"],
        "Hãy nhập mã hồ sơ.",
        longest=100,
        description="Ghi như trên phiếu tiếp nhận.",
        filters=[compared],
    )
    procedure_name = line(LABELS["procedure_name"], "Hãy nhập tên thủ tục.")
    unit = EntityField(LABELS["unit"], "Hãy chọn đơn vị giải quyết.")
    received_on = day(LABELS["received_on"], "Hãy nhập ngày tiếp nhận.")
    due_on = day(LABELS["due_on"], "Hãy nhập ngày hẹn trả.")
    finished_on = day(LABELS["finished_on"], description="Để trống nếu chưa giải quyết xong.")
    main_cause = EntityField(LABELS["main_cause"], blank="— Chưa xác định —")
    contributing = CausesField(LABELS["contributing"])
    cause_text = line(LABELS["cause_text"], longest=500)
    regulation_procedure = line(LABELS["regulation_procedure"])
    regulation_text = line(LABELS["regulation_text"], longest=500)
    regulation_obstacle = text(LABELS["regulation_obstacle"], longest=3000, render_kw={"rows": 2})
    explanation = text(LABELS["explanation"], longest=3000, render_kw={"rows": 4})
    remedy = text(LABELS["remedy"], longest=3000, render_kw={"rows": 3})
    prevention = text(LABELS["prevention"], longest=3000, render_kw={"rows": 3})
    apology_number = line(LABELS["apology_number"], longest=60, description="Ví dụ: 12/PXL.")
    apology_on = day(LABELS["apology_on"])
    rescheduled_to = day(LABELS["rescheduled_to"])
    rescheduled_again_to = day(LABELS["rescheduled_again_to"], description="Chỉ ghi khi đã hẹn lại hai lần.")

    looked_up: bool | None = None

    @property
    def looks_up(self) -> bool:
        """Whether somebody only asked for what the data know of the code."""
        return "look_up" in request.form

    def validate_on_submit(self, extra_validators: Any = None) -> bool:
        return not self.looks_up and super().validate_on_submit(extra_validators)

    def take(self, dossier: Dossier | None) -> None:
        """Fill what is still empty from the dossier; `looked_up` says whether there is one."""
        self.looked_up = dossier is not None
        for name, value in (of_dossier(dossier) | {"unit": dossier.unit} if dossier else {}).items():
            field = self[name]
            if not field.data and value:
                field.data, field.raw_data, field.process_errors = value, None, []

    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        apology, first = (self.apology_number, self.apology_on), self.rescheduled_to
        twice, again = self.main_cause.data in self.contributing.data, self.rescheduled_again_to.data
        checks = (
            (self.contributing, twice, "Nguyên nhân chính không ghi lại ở đây. Hãy bỏ dấu."),
            (apology[0], apology[1].data and not apology[0].data, "Đã có ngày thư xin lỗi. Hãy nhập cả số."),
            (apology[1], apology[0].data and not apology[1].data, "Đã có số thư xin lỗi. Hãy nhập cả ngày."),
            (first, again and not first.data, "Đã hẹn lại lần hai. Hãy nhập ngày hẹn lại lần đầu."),
        )
        for field, is_wrong, sentence in checks:
            if is_wrong and not field.errors:
                field.errors = [sentence]
                valid = False
        return valid


def case_form(stored: Any) -> CaseForm:
    """Over a case, or for a new one. The controller may choose any unit; an officer's cases are the own unit's."""
    form = CaseForm(obj=stored)
    causes = causes_in_use(today(), [*stored.causes] if stored else [])
    form.main_cause.offer(causes)
    form.contributing.offer(causes)
    if may(current_user, "reference.edit"):
        form.unit.offer(units_to_choose(*([stored.unit] if stored else [])))
    else:
        form.unit.offer([stored.unit if stored else current_user.unit])
        if not (stored or form.is_submitted()):
            form.unit.data = current_user.unit
    code = request.args.get("code") if not (stored or form.is_submitted()) else None
    if code:
        form.code.data = clean(code)
    if code or form.looks_up:
        form.take(known_dossier(form.code.data or "", current_user))
    return form


def causes_in_use(on: date, named: list[FigureCategory]) -> list[FigureCategory]:
    """Causes of the catalogue in use on a day, and those a case names already; internal ones first."""
    causes = select(FigureCategory).where(FigureCategory.family == Family.CAUSE)
    in_order = db.session.scalars(causes.order_by(FigureCategory.position, FigureCategory.id))
    return [cause for cause in in_order if cause.is_in_use(on) or cause in named]
