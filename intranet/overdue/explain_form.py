"""What a person may type to explain several late dossiers at once."""

from typing import Any

from intranet.accounts.units import units_to_choose
from intranet.kernel.clock import today
from intranet.kernel.forms import EntityField, text
from intranet.kernel.versioned import VersionedForm
from intranet.overdue.forms import LABELS, CaseForm, causes_in_use


class ExplainForm(VersionedForm):
    """The cause and the explanation, as the form of a case has them, and demanded here."""

    unit = EntityField(LABELS["unit"], "Có hồ sơ chưa rõ đơn vị. Hãy chọn đơn vị giải quyết các hồ sơ đó.")
    main_cause = EntityField(LABELS["main_cause"], "Hãy chọn nguyên nhân chính.")
    contributing = CaseForm.contributing
    cause_text = CaseForm.cause_text
    regulation_procedure = CaseForm.regulation_procedure
    regulation_text = CaseForm.regulation_text
    regulation_obstacle = CaseForm.regulation_obstacle
    explanation = text(LABELS["explanation"], "Hãy ghi giải trình.", longest=3000, render_kw={"rows": 4})
    remedy = CaseForm.remedy
    prevention = CaseForm.prevention

    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        if self.main_cause.data in self.contributing.data:
            self.contributing.errors = ["Nguyên nhân chính không ghi lại ở đây. Hãy bỏ dấu."]
            return False
        return valid


def explain_form(asks_unit: bool) -> ExplainForm:
    """`asks_unit`: whether the unit of one of the dossiers is not known."""
    form = ExplainForm()
    causes = causes_in_use(today(), [])
    form.main_cause.offer(causes)
    form.contributing.offer(causes)
    if asks_unit:
        form.unit.offer(units_to_choose())
    else:
        del form.unit
    return form
