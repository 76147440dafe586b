"""One row of an export as a dossier, or why it is none. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from intranet.dossiers.code_days import carries
from intranet.dossiers.codes import compared
from intranet.dossiers.day_columns import ListDays
from intranet.dossiers.lateness import is_due_before_receipt, is_due_far_ahead
from intranet.dossiers.lists import DossierList
from intranet.dossiers.plausible import CONFIRMED, FAR_DUE, HAPPENED
from intranet.dossiers.remembered import Remembered, StatusMeaning
from intranet.dossiers.rows import DossierRowError, Doubt, ImportedRow
from intranet.dossiers.vocabulary import ENDED, HOURS, Channel, ExportColumn, NoDossier, Status
from intranet.kernel.formats import date_text
from intranet.kernel.tables.cells import TO_DAYS_END, CellFault, day_of, is_whole_day, text_of

LONGEST_CODE = 100
FIRST_ROUNDED = 10**15  # of numbers in a spreadsheet only 15 digits are kept
MOMENT_NAMES = tuple(column.value for column in HOURS)

NO_CODE = "Hãy ghi mã hồ sơ."
LONG_CODE = f"Mã hồ sơ dài quá {LONGEST_CODE} ký tự. Hãy kiểm tra lại cột mã hồ sơ."
ROUNDED_CODE = "Mã hồ sơ ở đây là số dài hơn 15 chữ số nên bảng tính đã làm tròn. Hãy kết xuất mã ở dạng văn bản."
NO_RECEIVED = "Hãy ghi ngày tiếp nhận."
NO_STATUS = "Hãy ghi trạng thái của hồ sơ."
UNKNOWN_STATUS = "Chưa rõ nghĩa của trạng thái này. Hãy chọn nghĩa trên trang nhập hồ sơ hoặc sửa lại trạng thái."
NO_FINISHED = "Hồ sơ đã kết thúc phải có ngày kết thúc. Hãy ghi ngày kết thúc hoặc sửa lại trạng thái."
DUE_FIRST = "Ngày hẹn trả đang trước ngày tiếp nhận. Hãy kiểm tra lại hai ngày này."
FINISHED_FIRST = "Ngày kết thúc đang trước ngày tiếp nhận. Hãy kiểm tra lại hai ngày này."
EXCHANGED = "Đã đổi lại ngày và tháng tiếp nhận theo mã hồ sơ. Hãy kiểm tra các ngày khác của những hồ sơ này."
TOO_MANY_CELLS = "Dòng này có nhiều ô hơn dòng tiêu đề. Hãy đặt nội dung có dấu phân cách trong ngoặc kép."

UNKNOWN_CHANNEL = "Chưa rõ hình thức tiếp nhận này nên hồ sơ chưa được tính vào trực tuyến, trực tiếp hay BCCI."
TWO_HOURS = "Giờ ở ô này khác giờ ghi cùng ngày. Hãy kiểm tra lại hai ô."
STILL_OPEN = "Hồ sơ chưa kết thúc nên ngày kết thúc này không được tính."


class DossierRowReader:
    """Reads the rows of one list, one after the other; what rows repeat is understood once."""

    def __init__(
        self,
        at: Mapping[ExportColumn, int],
        of: DossierList,
        remembered: Remembered,
        days: ListDays,
    ) -> None:
        self.sheet, self.headings, self.is_text = of.sheet, of.header.texts, of.is_text
        self.remembered = remembered
        # A position per column, -1 where there is none: every row ends with one empty cell more than it has.
        self.at = {column.value: at.get(column, -1) for column in ExportColumn}
        self.days, self.clocks, self.hours = days, days.clocks, days.hours
        self.too_late = days.bounds.next_midnight
        self.faulty: set[str] = set()
        self.texts: dict[Any, str] = {}
        self.statuses: dict[Any, StatusMeaning | None] = {}
        self.channels: dict[Any, Channel | None] = {}
        self.row = 0
        self.is_no_dossier = False
        self.cells: list[Any] = [""]
        self.errors: list[DossierRowError] = []
        self.doubts: list[Doubt] = []

    def read(self, row: int, cells: Sequence[Any]) -> ImportedRow | None:
        """The dossier of a row, or None; `errors` then tells why, and `doubts` what is odd in one that is taken.

        A row that tells of no dossier yet has no errors: `is_no_dossier`.
        """
        self.row, self.cells = row, [*cells, *[""] * (len(self.headings) - len(cells)), ""]
        self.errors, self.doubts = [], []
        self.faulty.clear()
        self.check_width(len(cells))
        code, status = self.code(), self.status()
        self.is_no_dossier = isinstance(status, NoDossier)
        if isinstance(status, NoDossier):
            self.errors = []
            return None
        received, due, paused, finished = self.moments(status)
        if self.errors or status is None or received is None:
            return None
        return ImportedRow(
            row=row,
            code=code,
            procedure_code=self.procedure_code(),
            procedure_name=self.text("procedure_name"),
            field=self.text("field"),
            unit=self.text("unit"),
            channel=self.channel(),
            status=status,
            received_at=received,
            due_at=due,
            paused_at=paused,
            finished_at=finished,
            applicant=self.text("applicant"),
            sheet=self.sheet,
        )

    def code(self) -> str:
        cell = self.cells[self.at["code"]]
        code = compared(cell)
        if isinstance(cell, int | float) and cell >= FIRST_ROUNDED:
            self.refuse("code", ROUNDED_CODE)
        elif not code:
            self.refuse("code", NO_CODE)
        elif len(code) > LONGEST_CODE:
            self.refuse("code", LONG_CODE)
        return code

    def status(self) -> StatusMeaning | None:
        cell = self.cells[self.at["status"]]
        if cell not in self.statuses:
            self.statuses[cell] = self.remembered.status(text_of(cell))
        status = self.statuses[cell]
        if status is None:
            self.refuse("status", UNKNOWN_STATUS if text_of(cell) else NO_STATUS)
        return status

    def channel(self) -> Channel | None:
        cell = self.cells[self.at["channel"]]
        if cell not in self.channels:
            self.channels[cell] = self.remembered.channel(text_of(cell))
        channel = self.channels[cell]
        if channel is None:
            self.doubt("channel", UNKNOWN_CHANNEL)
        return channel

    def procedure_code(self) -> str:
        """As the catalogue writes it: 1.0001, which a spreadsheet made of 1.000100, is mended."""
        cell = self.cells[self.at["procedure_code"]]
        if isinstance(cell, float) and not cell.is_integer():
            return f"{cell:.6f}"
        return self.text("procedure_code")

    def text(self, column: str) -> str:
        cell = self.cells[self.at[column]]
        text = self.texts.get(cell)
        if text is None:
            text = self.texts[cell] = text_of(cell)
        return text

    def moments(self, status: Status | None) -> tuple[datetime | None, ...]:
        """Received, due, paused, finished; each is refused once, for its first fault."""
        received, due, paused, finished = map(self.moment, MOMENT_NAMES)
        if received is None:
            self.refuse_moment("received_at", NO_RECEIVED)
        if due and is_whole_day(due):
            due += TO_DAYS_END
        if received and finished and is_whole_day(finished) and day_of(finished) == day_of(received):
            finished = received
        for column, moment in zip(HAPPENED, (received, paused, finished), strict=True):
            if moment and moment >= self.too_late:
                self.after_export(column, moment)
        if received and "received_at" not in self.faulty:
            self.compare(received, due, finished)
        return received, due, paused, self.finished(status, finished)

    def after_export(self, column: ExportColumn, moment: datetime) -> None:
        """Refuse what is said to have happened too late, but believe a receipt and its code rather than a title."""
        bounds = self.days.bounds
        is_receipt = column is ExportColumn.RECEIVED_AT and moment < bounds.last_confirmed
        if is_receipt and carries(text_of(self.cells[self.at["code"]]), day_of(moment)):
            self.doubts.append(Doubt(self.row, column.label, date_text(bounds.exported_on), CONFIRMED))
        else:
            self.refuse_moment(column, bounds.after_export(column, moment))

    def compare(self, received: datetime, due: datetime | None, finished: datetime | None) -> None:
        if due and is_due_before_receipt(due, received):
            self.refuse_moment("due_at", DUE_FIRST)
        elif due and is_due_far_ahead(due, received):
            self.doubt("due_at", FAR_DUE)
        if finished and finished < received:
            self.refuse_moment("finished_at", FINISHED_FIRST)

    def finished(self, status: Status | None, finished: datetime | None) -> datetime | None:
        """The moment it ended, of one that has ended."""
        if status in ENDED:
            if finished is None:
                self.refuse_moment("finished_at", NO_FINISHED)
            return finished
        if finished:
            self.doubt("finished_at", STILL_OPEN)
        return None

    def moment(self, column: str) -> datetime | None:
        cell = self.cells[self.at[column]]
        if cell == "":
            return None
        try:
            moment = self.clocks[column].moment(cell)
        except ValueError as fault:
            self.refuse_moment(column, str(fault))
            return None
        if moment and self.days.exchanged and column == "received_at":
            moment = self.as_meant(moment)
        return self.with_hour(column, moment) if moment and column in self.hours else moment

    def as_meant(self, received: datetime) -> datetime:
        """A receipt with its day and month exchanged, where somebody said so; the row's other days may be, too."""
        meant = self.days.exchanged.get((text_of(self.cells[self.at["code"]]), received))
        if meant is None:
            return received
        self.doubts.append(Doubt(self.row, self.told("received_at")[0], "", EXCHANGED))
        return meant

    def with_hour(self, column: str, moment: datetime) -> datetime | None:
        """A moment whose hour stands in a column of its own."""
        place = self.hours[column]
        cell = self.cells[place]
        try:
            hour = self.days.hour_reader.hour(cell)
            if hour is None:
                return moment
            if is_whole_day(moment):
                return moment + hour
            if is_whole_day(moment - hour):
                return moment
            raise ValueError(TWO_HOURS)
        except ValueError as fault:
            self.faulty.add(column)
            told = (self.headings[place], text_of(cell))
            self.errors.append(DossierRowError(self.row, *told, str(fault), self.sheet))
            return None

    def refuse_moment(self, column: str, message: str) -> None:
        """Refuse a moment for its first fault; of a column in which nothing can be read, it is the column's."""
        if column in self.faulty:
            return
        self.faulty.add(column)
        if fault := self.days.unreadable.get(column):
            self.errors.append(fault)
        else:
            self.refuse(column, message)

    def check_width(self, width: int) -> None:
        """A separator inside a text moves all that follows: what lies beyond the headings shows it."""
        if self.is_text and width > len(self.headings):
            beyond = [text for cell in self.cells[len(self.headings) :] if (text := text_of(cell))]
            if beyond:
                self.errors.append(DossierRowError(self.row, "", " ".join(beyond), TOO_MANY_CELLS, self.sheet))

    def refuse(self, column: str, message: str) -> None:
        cell = self.cells[self.at[column]]
        message = cell.message if isinstance(cell, CellFault) else message
        self.errors.append(DossierRowError(self.row, *self.told(column), message, self.sheet))

    def doubt(self, column: str, message: str) -> None:
        self.doubts.append(Doubt(self.row, *self.told(column), message))

    def told(self, column: str) -> tuple[str, str]:
        """The heading and what stands under it; the office's own word where the table has no such column."""
        at = self.at[column]
        return (self.headings[at] if at >= 0 else ExportColumn(column).label), text_of(self.cells[at])
