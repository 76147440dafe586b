"""Every enumeration speaks Vietnamese, and what is stored is English."""

import importlib
import pkgutil
from collections.abc import Iterator

from wtforms import IntegerField
from wtforms.fields.core import UnboundField

import intranet
from intranet.kernel.forms import BaseForm
from intranet.kernel.labels import Labelled


def every_enumeration() -> list[type[Labelled]]:
    for module in pkgutil.walk_packages(intranet.__path__, "intranet."):
        importlib.import_module(module.name)
    return Labelled.__subclasses__()


def test_members_have_a_label_and_an_english_value():
    kinds = every_enumeration()
    assert len(kinds) > 5
    for kind in kinds:
        for member in kind:
            assert member.label.strip() and member.label[0].isupper(), member
            assert member.value.isascii() and member.value == member.value.lower(), member
            assert len(member.value) <= 32, member


def test_labels_of_one_enumeration_differ():
    for kind in every_enumeration():
        labels = [member.label for member in kind]
        assert len(labels) == len(set(labels)), kind


def every_form(kind: type[BaseForm] = BaseForm) -> Iterator[type[BaseForm]]:
    for form in kind.__subclasses__():
        yield form
        yield from every_form(form)


def test_fields_that_may_be_told_of_have_a_label_of_their_own():
    """WTForms makes an English one of the field's name, and an error says it."""
    every_enumeration()
    without = [
        f"{form.__name__}.{name}"
        for form in every_form()
        for name, field in vars(form).items()
        if isinstance(field, UnboundField) and field.field_class is IntegerField
        if not field.args and "label" not in field.kwargs
    ]
    assert without == []
