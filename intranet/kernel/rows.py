"""Several lines of the same kind in one form, such as the steps of a procedure; without a script, too.

Some empty lines stand below those that are filled; a button asks for more of them, and nothing is saved yet.
"""

from typing import Any

from wtforms import FieldList, FormField
from wtforms.widgets import HiddenInput

from intranet.kernel.forms import BaseForm

SPARE = 3
MOST = 100


class RowForm(BaseForm):
    """One line; one in which nothing was filled in is left out."""

    class Meta(BaseForm.Meta):
        csrf = False

    @property
    def is_blank(self) -> bool:
        told = (field for field in self if not isinstance(field.widget, HiddenInput) and field.type != "BooleanField")
        return all(field.data in (None, "") and not any(field.raw_data or ()) for field in told)


class RowsField(FieldList):
    """The lines of a form. `data` is a dict for each line that is filled in; `errors` name the line they are in."""

    def __init__(self, form: type[RowForm], label: str, *, spare: int = SPARE, **options: Any):
        super().__init__(FormField(form, separator="-"), label, max_entries=MOST, **options)
        self.spare = spare

    def process(self, formdata: Any, data: Any = None, **more: Any) -> None:
        super().process(formdata, data or (), **more)
        if not formdata or self.more in formdata:
            for _ in range(min(self.spare, MOST - len(self.entries))):
                self.append_entry()

    @property
    def more(self) -> str:
        """What the button that asks for more lines is called."""
        return f"more-{self.name}"

    @property
    def is_full(self) -> bool:
        return len(self.entries) >= MOST

    @property
    def rows(self) -> list[RowForm]:
        return [entry.form for entry in self.entries]

    @property
    def data(self) -> list[dict[str, Any]]:
        return [row.values() for row in self.rows if not row.is_blank]

    def validate(self, form: Any, extra_validators: Any = ()) -> bool:
        self.errors = []
        for number, row in enumerate(self.rows, 1):
            if not row.is_blank and not row.validate():
                self.errors += [f"Dòng {number}: {error}" for errors in row.errors.values() for error in errors]
        self._run_validation_chain(form, [*self.validators, *extra_validators])
        return not self.errors

    def populate_obj(self, obj: Any, name: str) -> None:
        raise TypeError("lines are stored by the operation that takes the form's values")
