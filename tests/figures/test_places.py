"""What does not add up says where to look."""

from intranet.categories.catalogue import definitions
from intranet.categories.families import Category, Family
from intranet.figures.places import Place, clashes

FIELDS = [Category(Family.FIELD, code, code) for code in ("ho-tich", "dat-dai", "y-te", "van-hoa")]
KNOWN = definitions(FIELDS)


def by_field(measure: str, *counts: int) -> dict[str, int]:
    return {f"dossiers.by_field.{one.code}.{measure}": count for one, count in zip(FIELDS, counts, strict=True)}


def test_what_adds_up_or_is_not_all_there_says_nothing():
    assert clashes({"staff.total": 6, "staff.leaders": 1, "staff.controllers": 1, "staff.desk": 4}, KNOWN) == ()
    assert clashes({"staff.total": 6, "staff.leaders": 1, "staff.controllers": 1, "staff.desk": None}, KNOWN) == ()


def test_each_figure_of_a_broken_sum_is_a_place_to_look():
    values = {"dossiers.opening": 69, "dossiers.received": 1568, "dossiers.resolved": 1488}
    (clash,) = clashes(values | {"dossiers.pending": 41, "dossiers.rejected": 44, "dossiers.paused": 0}, KNOWN)
    assert "= 1.637" in clash.message and "= 1.573: thiếu 64." in clash.message
    assert [place.anchor for place in clash.places] == [
        *("dossiers.opening", "dossiers.received", "dossiers.resolved"),
        *("dossiers.pending", "dossiers.rejected", "dossiers.paused"),
    ]
    assert clash.places[0].label == "Kỳ trước chuyển qua"


def test_a_whole_family_is_one_place_its_table():
    (clash,) = clashes({"dossiers.received": 12} | by_field("received", 1, 2, 3, 4), KNOWN)
    assert clash.places == (
        Place("dossiers.received", "Tiếp nhận"),
        Place("table-dossiers-by-field", "Bảng “Hồ sơ theo lĩnh vực”"),
    )


def test_one_odd_row_of_a_family_is_named_cell_by_cell():
    values = by_field("resolved", 5, 5, 5, 5) | by_field("resolved_late", 0, 0, 9, 0)
    (clash,) = clashes(values, KNOWN)
    assert {place.anchor for place in clash.places} == {
        "dossiers.by_field.y-te.resolved_late",
        "dossiers.by_field.y-te.resolved",
    }
