"""Which forms a person lets a report carry."""

from wtforms import SelectMultipleField

from intranet.kernel.versioned import VersionedForm


class AnnexesForm(VersionedForm):
    """The codes of the forms ticked."""

    annexes = SelectMultipleField("Biểu kèm theo", validate_choice=False, choices=[])
