"""Every enumeration speaks Vietnamese, and what is stored is English."""

import importlib
import pkgutil

import intranet
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
