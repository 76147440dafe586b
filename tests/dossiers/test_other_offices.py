"""Our own names raise no doubt; another office's dossiers are asked about once, and the answer holds."""

from dataclasses import replace

import pytest

from intranet.dossiers.gathering import UNKNOWN_UNIT
from intranet.dossiers.importing import read_file
from intranet.dossiers.offices import OwnNames, commune_of
from intranet.dossiers.questions import remembered_of

OWN = OwnNames.of(["ỦY BAN NHÂN DÂN XÃ AN PHÚ", "UBND xã An Phú"], ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"], "Xã")


@pytest.mark.parametrize(
    "name",
    [
        *("UBND xã", "UBND Xã An Phú", "Ủy ban nhân dân xã An Phú, tỉnh Lào Cai", "Phòng Văn hóa – Xã hội"),
        *("Trung tâm Phục vụ hành chính công xã An Phú", "Trung tâm Phục vụ hành chính công", "Bộ phận Một cửa"),
        *("Phòng Kinh tế xã An Phú", "Xã An Phú", "An Phú", "UBND", "UBND xã An Phú - Phòng Kinh tế"),
    ],
)
def test_our_own_names_are_known(name):
    assert OWN.are_ours(name) and not OWN.other_commune(name)


@pytest.mark.parametrize(
    ("name", "commune"),
    [
        ("UBND xã Bình Minh", "xa binh minh"),
        ("UBND phường An Phú", "phuong an phu"),
        ("Trung tâm Phục vụ hành chính công phường Lê Lợi", "phuong le loi"),
        ("Công an xã Bình Minh", "xa binh minh"),
        *((name, "") for name in ("Sở Tư pháp", "Phòng Y tế", "Hợp tác xã Bình Minh", "Phòng Văn hóa - Xã hội", "")),
    ],
)
def test_another_communes_office_is_told_by_its_name(name, commune):
    assert OWN.other_commune(name) == commune


def test_nobody_is_another_office_while_the_settings_do_not_say_who_we_are():
    assert OwnNames().other_commune("UBND xã Bình Minh") == "" and commune_of("UBND xã Bình Minh") == "xa binh minh"
    assert OwnNames().are_ours("UBND phường")


@pytest.fixture
def imported(xlsx, headings, right, known):
    """What is read of rows that each have a code and a unit."""

    office = replace(known, own_names=OWN, units={"phong kinh te"})

    def run(*rows, known=office):
        lines = [[*right(code=code), unit] for code, unit in rows]
        return read_file(xlsx([[*headings, "Đơn vị xử lý"], *lines]), "20260318.xlsx", known)

    return run


def answered(found, value, known):
    """The office that gave every question this answer."""
    answers = remembered_of(found.questions, {question.name: value for question in found.questions})
    return replace(known, remembered=known.remembered.with_answers(answers))


OURS = [(f"H57.132-260205-{number:04}", "Phòng Kinh tế") for number in range(1, 6)]
BY_NAME = ("H57.132-260205-0010", "UBND xã Bình Minh")
BY_CODE = ("H57.145-260205-0011", "")


def test_no_doubt_is_raised_about_our_own_name(imported):
    found = imported(*OURS, ("H57.132-260205-0007", "UBND xã"), ("H57.132-260205-0008", "Xã An Phú"))
    assert not [doubt for doubt in found.warnings if doubt.message == UNKNOWN_UNIT] and found.is_sure


@pytest.mark.parametrize("other", [BY_NAME, BY_CODE], ids=["by its name", "by its codes"])
def test_another_office_is_asked_about_once_and_the_answer_holds(imported, known, other):
    office = replace(known, own_names=OWN, units={"phong kinh te"})
    found = imported(*OURS, other)
    (question,) = found.undecided
    assert "1 hồ sơ" in question.text and "cơ quan" in question.text
    left_out = imported(*OURS, other, known=answered(found, "leave_out", office))
    assert len(left_out.rows) == 5 and left_out.totals.other_offices == 1 and left_out.is_sure
    counted = imported(*OURS, other, known=answered(found, "count", office))
    assert len(counted.rows) == 6 and counted.totals.other_offices == 1 and counted.is_sure


def test_a_unit_of_ours_goes_before_a_code_of_elsewhere(imported):
    assert imported(*OURS, ("H57.145-260205-0011", "Phòng Kinh tế")).is_sure


def test_both_shapes_of_our_numbers_are_ours(imported):
    assert imported(*OURS, ("000.57.132-260205-0011", ""), ("000.00.132.H57-260205-0012", "")).is_sure


def test_whose_numbers_the_imported_dossiers_have_goes_before_what_most_rows_of_a_file_have(imported, known):
    office = replace(known, own_names=OWN, units=set(), numberings={("57", "132")})
    rows = [(f"H57.145-260205-{number:04}", "") for number in range(1, 6)]
    (question,) = imported(*rows, known=office).undecided
    assert "5 hồ sơ" in question.text and "H57.145" in question.text


def test_where_no_numbers_are_most_nobody_is_asked(imported):
    assert imported(("H57.132-260205-0001", ""), BY_CODE).is_sure
