"""What may be typed about the figures of a period."""

from typing import Any

from wtforms import BooleanField, Field, IntegerField
from wtforms.validators import Optional
from wtforms.widgets import HiddenInput

from intranet.figures.fact import Window
from intranet.figures.parsing import parse_count
from intranet.figures.sheet import Sheet, SheetPart
from intranet.kernel.formats import number
from intranet.kernel.forms import BaseForm, day, line


class FigureField(Field):
    """A count, or nothing. What a page did not send at all keeps its stored value."""

    @property
    def shown(self) -> str:
        """What stands in the input: what was typed, as it was typed, else the count."""
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else number(self.data)

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            self.data = None
            self.data = parse_count(valuelist[0])


class FiguresForm(BaseForm):
    """The figures of one sheet; a field goes by the figure's name, or by what it says of a group."""

    sheet: Sheet
    seen = IntegerField("Bản đang mở", widget=HiddenInput(), validators=[Optional()])

    def validate(self, extra_validators: Any = None) -> bool:
        super().validate(extra_validators)
        for part in self.sheet.asking:
            if not self._says_something(part):
                self._refuse_what_belongs_to_nothing(part)
            if part.group.own_window:
                self._check_window(part)
        return not self.errors

    def _says_something(self, part: SheetPart) -> bool:
        typed = self.counts()
        return any(typed[figure.name] is not None or self[figure.name].errors for figure in part.inputs)

    def _refuse_what_belongs_to_nothing(self, part: SheetPart) -> None:
        """A window or a source is kept with figures: where there are none, it would be lost."""
        key = part.group.key
        if self[source(key)].data:
            self._refuse(source(key), "Hãy nhập ít nhất một số liệu của nhóm này, hoặc để trống nguồn.")
        if part.group.own_window and self[first(key)].data:
            self._refuse(first(key), "Hãy nhập ít nhất một số liệu của nhóm này, hoặc để trống khoảng tính.")

    def _check_window(self, part: SheetPart) -> None:
        since, until = self[first(part.group.key)], self[last(part.group.key)]
        if since.errors or until.errors:
            return
        if since.data and not until.data:
            self._refuse(until.name, "Hãy nhập ngày cuối của khoảng tính.")
        elif until.data and not since.data:
            self._refuse(since.name, "Hãy nhập ngày đầu của khoảng tính.")
        elif since.data and since.data > until.data:
            self._refuse(until.name, "Hãy nhập ngày cuối không sớm hơn ngày đầu.")

    def _refuse(self, name: str, sentence: str) -> None:
        self[name].errors = [*self[name].errors, sentence]

    def counts(self) -> dict[str, int | None]:
        """Every figure as typed; in a table of which it is said that empty cells are zeros, they are."""
        typed = {figure.name: self[figure.name].data for figure in self.sheet.inputs}
        for part in self.sheet.asking:
            if part.table and self[zeros(part.group.key)].data:
                names = [name for name in part.table.names if name in typed]
                empty = (name for name in names if typed[name] is None and not self[name].process_errors)
                typed |= dict.fromkeys(empty, 0)
        return typed

    def windows(self) -> dict[str, Window | None]:
        """The days each group was counted over, where they are its own."""
        keys = [part.group.key for part in self.sheet.asking if part.group.own_window]
        days = {key: (self[first(key)].data, self[last(key)].data) for key in keys}
        return {key: (since, until) if since and until else None for key, (since, until) in days.items()}

    def documents(self) -> dict[str, str]:
        return {part.group.key: self[source(part.group.key)].data or "" for part in self.sheet.asking}

    def unread(self) -> list[Field]:
        """The figures nobody can read."""
        return [self[figure.name] for figure in self.sheet.inputs if self[figure.name].process_errors]

    def keep_typed(self, names: set[str], sheet: Sheet) -> None:
        """Show what `sheet` holds by now, but for these figures what was typed. A second save is then deliberate."""
        open_groups = {sheet.definitions[name].group for name in names}
        for name, value in stored(sheet).items():
            group = name.split(".")[1] if name.startswith(("window.", "source.")) else ""
            if name not in names and group not in open_groups:
                self[name].data, self[name].raw_data = value, None


def figures_form(sheet: Sheet) -> FiguresForm:
    """The form of this sheet: what was sent, else what stands."""
    fields: dict[str, Any] = {}
    for part in sheet.asking:
        fields |= {figure.name: FigureField(figure.definition.label) for figure in part.inputs}
        fields |= fields_of(part)
    kind: type[FiguresForm] = type("FormOfSheet", (FiguresForm,), {"sheet": sheet, **fields})
    return kind(data=stored(sheet))


def fields_of(part: SheetPart) -> dict[str, Any]:
    """What is asked about a group as a whole."""
    key, fields = part.group.key, {}
    if part.group.own_window:
        fields[first(key)] = day("Tính từ ngày")
        fields[last(key)] = day("Tính đến hết ngày")
    if part.table:
        fields[zeros(key)] = BooleanField("Ô để trống trong bảng này là 0")
    fields[source(key)] = line("Nguồn số liệu", description="Văn bản, hệ thống hoặc sổ đã lấy số liệu.")
    return fields


def stored(sheet: Sheet) -> dict[str, Any]:
    """What stands, by field name."""
    data: dict[str, Any] = {"seen": sheet.last.id if sheet.last else 0}
    for part in sheet.asking:
        key = part.group.key
        data |= {figure.name: figure.typed for figure in part.inputs}
        data[source(key)] = part.document
        if part.group.own_window:
            data[first(key)], data[last(key)] = part.window or (None, None)
    return data


def first(key: str) -> str:
    return f"window.{key}.from"


def last(key: str) -> str:
    return f"window.{key}.to"


def source(key: str) -> str:
    return f"source.{key}"


def zeros(key: str) -> str:
    return f"zeros.{key}"
