"""What a person may type about a training."""

from types import SimpleNamespace
from typing import Any

from intranet.accounts.units import units_to_choose
from intranet.kernel.forms import EntityField, EnumField, day, line, text, whole_number
from intranet.kernel.rows import RowForm, RowsField
from intranet.kernel.versioned import VersionedForm
from intranet.trainings.models import Attendee, Training, name_key
from intranet.trainings.workflow import Mode

LABELS = Training.labels
MOST_HOURS, MOST_PEOPLE = 1000, 1000


class AttendeeForm(RowForm):
    full_name = line("Họ tên", longest=100, description="Để trống nếu chỉ ghi số người.")
    unit = EntityField("Đơn vị", "Hãy chọn đơn vị.")
    headcount = whole_number("Số người", description="Chỉ ghi khi không có họ tên.")
    result = line("Kết quả", longest=200)

    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        name, count = self.full_name.data, self.headcount.data
        if self.headcount.errors:
            return False
        if not name and count is None:
            self.full_name.errors = ["Hãy ghi họ tên, hoặc ghi số người."]
        elif count is not None and not 1 <= count <= MOST_PEOPLE:
            self.headcount.errors = [f"Hãy nhập số người từ 1 đến {MOST_PEOPLE}."]
        elif name and count not in (None, 1):
            self.headcount.errors = ["Dòng có họ tên là một người. Hãy để trống số người, hoặc ghi nhóm ở dòng khác."]
        else:
            return valid
        return False


class TrainingForm(VersionedForm):
    title = line(LABELS["title"], "Hãy nhập chủ đề tập huấn.")
    organiser = line(LABELS["organiser"], "Hãy nhập đơn vị tổ chức.")
    mode = EnumField(LABELS["mode"], Mode, "Hãy chọn hình thức.")
    started_on = day(LABELS["started_on"], "Hãy nhập ngày đầu.")
    ended_on = day(LABELS["ended_on"], "Hãy nhập ngày cuối.")
    hours = whole_number(LABELS["hours"], "Hãy nhập số giờ của khóa.")
    place = line(LABELS["place"])
    sending_document = line(LABELS["sending_document"], description="Số, ngày, cơ quan ban hành.")
    result = text(LABELS["result"], longest=3000, render_kw={"rows": 3})
    attendees = RowsField(AttendeeForm, LABELS["attendees"], spare=5)

    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        hours, first, last = self.hours, self.started_on.data, self.ended_on.data
        if not hours.errors and not 1 <= hours.data <= MOST_HOURS:
            hours.errors = [f"Hãy nhập số giờ từ 1 đến {MOST_HOURS}."]
        if first and last and last < first:
            self.ended_on.errors = [*self.ended_on.errors, "Ngày cuối trước ngày đầu. Hãy nhập lại một trong hai ngày."]
        self._refuse_twice()
        return valid and not self.errors

    def _refuse_twice(self) -> None:
        """Nobody takes part twice in one course: said at the line that repeats an earlier one."""
        first: dict[tuple[str, Any], int] = {}
        for number, row in enumerate(self.attendees.rows, 1):
            who = (name_key(row.full_name.data or ""), row.unit.data)
            if not all(who) or first.setdefault(who, number) == number:
                continue
            row.full_name.errors = [f"“{row.full_name.data}” đã có ở dòng {first[who]}. Hãy bỏ một trong hai dòng."]
            self.attendees.errors = [*self.attendees.errors, f"Dòng {number}: {row.full_name.errors[0]}"]

    def values(self) -> dict[str, Any]:
        values = super().values()
        return values | {"attendees": [attendee(row) for row in values["attendees"]]}


def attendee(row: dict[str, Any]) -> Attendee:
    """A line as the training takes it; a name is one person."""
    return Attendee(row["unit"], row["full_name"], row["headcount"] or 1, row["result"])


def training_form(stored: Any) -> TrainingForm:
    """Over what `as_stored` gave, or for a new training."""
    form = TrainingForm(obj=stored.lines if stored else None)
    units = units_to_choose(*(attendee.unit for attendee in stored.attendees) if stored else ())
    for row in form.attendees.rows:
        row.unit.offer(units)
    return form


def as_stored(training: Training) -> SimpleNamespace:
    """What the form compares with; `lines` is the same as it is shown."""
    values = {name: getattr(training, name) for name in (*LABELS, "version")}
    shown = [
        {**attendee._asdict(), "headcount": None if attendee.full_name else attendee.headcount}
        for attendee in training.attendees
    ]
    return SimpleNamespace(**values, lines=SimpleNamespace(**values | {"attendees": shown}))
