"""One row of an export as a dossier, or why it is none. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from intranet.dossiers.lateness import is_due_before_receipt
from intranet.dossiers.lists import DossierList
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.rows import DossierRowError, Doubt, ImportedRow
from intranet.dossiers.vocabulary import ENDED, Channel, ExportColumn, Status
from intranet.kernel.tables.cells import TO_DAYS_END, CellFault, Clock, day_of, is_whole_day, text_of

LONGEST_CODE = 100

NO_CODE = "Hãy ghi mã hồ sơ."
LONG_CODE = f"Mã hồ sơ dài quá {LONGEST_CODE} ký tự. Hãy kiểm tra lại cột mã hồ sơ."
NO_RECEIVED = "Hãy ghi ngày tiếp nhận."
NO_STATUS = "Hãy ghi trạng thái của hồ sơ."
UNKNOWN_STATUS = "Chưa rõ nghĩa của trạng thái này. Hãy chọn nghĩa trên trang nhập hồ sơ hoặc sửa lại trạng thái."
NO_FINISHED = "Hồ sơ đã kết thúc phải có ngày kết thúc. Hãy ghi ngày kết thúc hoặc sửa lại trạng thái."
DUE_FIRST = "Ngày hẹn trả đang trước ngày tiếp nhận. Hãy kiểm tra lại hai ngày này."
FINISHED_FIRST = "Ngày kết thúc đang trước ngày tiếp nhận. Hãy kiểm tra lại hai ngày này."
TOO_MANY_CELLS = "Dòng này có nhiều ô hơn dòng tiêu đề. Hãy đặt nội dung có dấu phân cách trong ngoặc kép."

UNKNOWN_CHANNEL = "Chưa rõ hình thức tiếp nhận này nên hồ sơ chưa được tính vào trực tuyến, trực tiếp hay BCCI."
STILL_OPEN = "Hồ sơ chưa kết thúc nên ngày kết thúc này không được tính."


class DossierRowReader:
    """Reads the rows of one list, one after the other; what rows repeat is understood once."""

    def __init__(
        self,
        at: Mapping[ExportColumn, int],
        of: DossierList,
        remembered: Remembered,
        last_year: int,
    ) -> None:
        self.sheet, self.headings, self.is_text = of.sheet, of.header.texts, of.is_text
        self.remembered = remembered
        # A position per column, -1 where there is none: every row ends with one empty cell more than it has.
        self.at = {column.value: at.get(column, -1) for column in ExportColumn}
        self.clock = Clock(last_year)
        self.texts: dict[Any, str] = {}
        self.statuses: dict[Any, Status | None] = {}
        self.channels: dict[Any, Channel | None] = {}
        self.row = 0
        self.cells: list[Any] = [""]
        self.errors: list[DossierRowError] = []
        self.doubts: list[Doubt] = []

    def read(self, row: int, cells: Sequence[Any]) -> ImportedRow | None:
        """The dossier of a row, or None; `errors` then tells why, and `doubts` what is odd in one that is taken."""
        self.row, self.cells = row, [*cells, *[""] * (len(self.headings) - len(cells)), ""]
        self.errors, self.doubts = [], []
        self.check_width(len(cells))
        code, status = self.code(), self.status()
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
        code = text_of(self.cells[self.at["code"]])
        if not code:
            self.refuse("code", NO_CODE)
        elif len(code) > LONGEST_CODE:
            self.refuse("code", LONG_CODE)
        return code

    def status(self) -> Status | None:
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
        received, due, paused, finished = map(self.moment, ("received_at", "due_at", "paused_at", "finished_at"))
        if self.is_empty("received_at"):
            self.refuse("received_at", NO_RECEIVED)
        if due and is_whole_day(due):
            due += TO_DAYS_END
        if received and finished and is_whole_day(finished) and day_of(finished) == day_of(received):
            finished = received
        if received and due and is_due_before_receipt(due, received):
            self.refuse("due_at", DUE_FIRST)
        if received and finished and finished < received:
            self.refuse("finished_at", FINISHED_FIRST)
        return received, due, paused, self.finished(status, finished)

    def finished(self, status: Status | None, finished: datetime | None) -> datetime | None:
        """The moment it ended, of one that has ended."""
        if status in ENDED:
            if self.is_empty("finished_at"):
                self.refuse("finished_at", NO_FINISHED)
            return finished
        if finished:
            self.doubt("finished_at", STILL_OPEN)
        return None

    def moment(self, column: str) -> datetime | None:
        cell = self.cells[self.at[column]]
        if cell == "":
            return None
        try:
            return self.clock.moment(cell)
        except ValueError as fault:
            self.refuse(column, str(fault))
            return None

    def is_empty(self, column: str) -> bool:
        cell = self.cells[self.at[column]]
        return not cell or (type(cell) is str and not text_of(cell))

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
