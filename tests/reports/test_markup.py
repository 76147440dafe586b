"""What officers write between figures, and how it is printed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quarter import CAUSES, facts_of, nothing_known, quarter

from intranet.kernel.period import Period
from intranet.reports.markup import Block, blocks, figures_in, missing, mistakes, printed, tables_in
from intranet.reports.pieces import text_of
from intranet.reports.plain_text import plain_text
from intranet.reports.sections.compose import Section
from intranet.reports.sections.resolution131 import r131_service
from intranet.reports.tables import TABLES


def told(text: str, **change) -> str:
    (block,) = blocks(text, quarter(**change))
    return block.text


def a_section(text: str, key: str = "text.a", level: int = 2) -> Section:
    return Section(key, "1", level, "Đề mục", text)


def test_a_line_is_a_paragraph_an_item_or_a_note():
    text = "Đoạn một.\n\n- ý một;\n  > Chú thích.\nĐoạn hai - vẫn là đoạn."
    assert [(block.kind, block.text) for block in blocks(text, quarter())] == [
        ("paragraph", "Đoạn một."),
        ("item", "ý một;"),
        ("note", "Chú thích."),
        ("paragraph", "Đoạn hai - vẫn là đoạn."),
    ]


@pytest.mark.parametrize(
    ("mark", "printed_as"),
    [
        ("{{dossiers.received}}", "1.568"),
        ("{{ procedures.on_site }}", "02"),
        ("{{impact.assessed}}", "00"),
        ("{{satisfaction.very_satisfied_rate}}", "99,1"),
        ("{{digitisation.rate}}", "100"),
        ("{{payments.amount}}", "18.025.000"),
        ("{{overdue.by_cause.CQ-04}}", "04"),
        ("{{dossiers.by_field.ho-tich.received}}", "433"),
        ("{{dossiers.unknown}}", "……"),
    ],
)
def test_a_figure_is_printed_as_the_office_writes_it(mark, printed_as):
    assert told(f"Có {mark} hồ sơ.") == f"Có {printed_as} hồ sơ."


def test_small_amounts_and_rates_have_no_leading_zero():
    facts = quarter({"payments.amount": 5, "payments.online_rate": 5})
    assert blocks("{{payments.amount}} đồng, {{payments.online_rate}}%", facts)[0].text == "5 đồng, 5%"


def test_a_missing_figure_is_a_blank():
    assert blocks("Có {{dossiers.received}} hồ sơ.", nothing_known())[0].text == "Có …… hồ sơ."


def test_words_for_the_period_follow_it():
    text = "[[kỳ]], từ [[từ ngày]] đến [[đến ngày]]; [[ kỳ tới ]]; [[khác]]"
    assert told(text) == "Quý I/2026, từ 15/12/2025 đến 14/03/2026; 9 tháng cuối năm 2026; [[khác]]"
    assert told("[[kỳ]]: [[kỳ tới]]", period=Period.parse("2026-Y")) == "Năm 2026: năm 2027"


def test_a_table_has_caption_columns_and_printed_cells():
    (table,) = blocks("{{table:dossiers}}", quarter())
    assert table.kind == "table"
    assert table.caption == "Kết quả giải quyết hồ sơ TTHC (Quý I/2026)"
    assert table.columns == ("STT", "Nội dung", "Số hồ sơ")
    assert ("2", "Tiếp nhận trong kỳ", "1.568") in table.rows
    assert ("", "Giải quyết đúng hạn", "0") in table.rows
    assert ("7", "Chuyển kỳ sau", "105") in table.rows


def test_the_table_of_fields_ends_with_the_totals():
    (table,) = blocks("{{table:dossiers_by_field}}", quarter())
    assert table.rows[0] == ("1", "Hộ tịch", "433", "407", "2", "99,5")
    assert table.rows[-1] == ("", "Tổng cộng", "1.568", "1.488", "11", "99,3")


def test_a_field_without_any_figure_has_no_row():
    hidden = {f"dossiers.by_field.ho-tich.{measure}": None for measure in ("received", "resolved", "resolved_late")}
    (table,) = blocks("{{table:dossiers_by_field}}", quarter(hidden))
    assert [row[1] for row in table.rows] == ["Chứng thực", "Hộ kinh doanh", "Tổng cộng"]


def test_a_field_that_resolved_nothing_has_no_rate():
    nothing = {f"dossiers.by_field.ho-tich.{measure}": 0 for measure in ("resolved", "resolved_late")}
    (table,) = blocks("{{table:dossiers_by_field}}", quarter(nothing | {"dossiers.by_field.ho-tich.received": 4}))
    assert table.rows[0] == ("1", "Hộ tịch", "4", "0", "0", "-")


def test_marks_in_the_names_of_fields_and_causes_are_words():
    odd = "Thi đua {{dossiers.received}} [[kỳ]]"
    facts = quarter(fields=(("ho-tich", odd),), causes=(replace(CAUSES[0], label=odd),))
    (of_fields,) = blocks("{{table:dossiers_by_field}}", facts)
    (of_causes,) = blocks("{{table:overdue_by_cause}}", facts)
    assert of_fields.rows[0][1] == of_causes.rows[1][1] == "Thi đua {dossiers.received} [kỳ]"
    assert "lĩnh vực Thi đua {dossiers.received} [kỳ] 99,5%" in told(r131_service(facts), fields=facts.fields)


def test_causes_that_did_not_occur_have_no_row():
    (table,) = blocks("{{table:overdue_by_cause}}", quarter())
    assert [row[2] for row in table.rows] == ["4", "4", "7", "7", "11"]


@pytest.mark.parametrize("name", ["dossiers", "dossiers_by_field", "overdue_by_cause", "procedures", "satisfaction"])
def test_every_figure_of_a_table_knows_its_fact(name):
    (table,) = blocks(f"{{{{table:{name}}}}}", quarter())
    columns = [place for place, column in enumerate(table.columns) if column != "STT"]
    told = [row[place] for row in table.cells for place in columns]
    counted = [cell for cell in told if text_of(cell)[:1].isdigit() and text_of(cell) != "100"]
    assert counted and all(piece.figure for cell in counted for piece in cell)


def test_the_table_of_satisfaction_gives_every_level_its_share():
    (table,) = blocks("{{table:satisfaction}}", quarter())
    assert table.rows[:3] == (("Rất hài lòng", "233", "99,1"), ("Hài lòng", "2", "0,9"), ("Bình thường", "0", "0"))
    assert table.rows[-1] == ("Tổng số", "235", "100")


def test_of_no_ratings_no_share_is_given():
    (table,) = blocks("{{table:satisfaction}}", quarter({"satisfaction.ratings": 0, "satisfaction.satisfied": None}))
    assert table.rows[1:] == (("Hài lòng", "……", "-"), *table.rows[2:-1], ("Tổng số", "0", "-"))


@pytest.mark.parametrize("name", ["dossiers_by_field", "overdue_by_cause"])
def test_a_table_without_rows_is_left_out(name):
    assert blocks(f"{{{{table:{name}}}}}", nothing_known()) == ()


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("facts", [quarter(), nothing_known(), facts_of({"satisfaction.ratings": 0})])
def test_every_row_of_a_table_has_a_cell_for_each_column(name, facts):
    for block in blocks(f"{{{{table:{name}}}}}", facts):
        assert {len(row) for row in block.rows} == {len(block.columns)}
        assert not any("{" in cell for row in block.rows for cell in row)


def test_the_names_in_a_text_are_told_once_in_order():
    text = "{{a.b}} và {{ c.d }}, {{a.b}}\n{{table:dossiers}}"
    assert figures_in(text) == ("a.b", "c.d")
    assert tables_in(text) == ("dossiers",)


def test_missing_figures_of_texts_and_tables_are_told_by_section():
    facts = quarter({"dossiers.paused": None, "impact.issued": None})
    sections = [
        a_section("{{impact.issued}} và {{impact.assessed}}", "impact_assessment"),
        a_section("{{table:dossiers}}", "dossiers"),
        a_section("{{dossiers.received}}", "online"),
    ]
    assert missing(sections, facts) == {
        "impact_assessment": ("impact.issued",),
        "dossiers": ("dossiers.paused", "dossiers.carried_over"),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Tốt.\nCó {{dossiers.receved}} hồ sơ.",
            "Dòng 2: không có số liệu “dossiers.receved”. Hãy viết “dossiers.received”.",
        ),
        ("{{xyz}}", "Dòng 1: không có số liệu “xyz”. Hãy chọn một tên trong danh sách."),
        ("{{table:dossier}}", "Dòng 1: không có bảng “dossier”. Hãy viết “dossiers”."),
        (
            "Xem {{table:dossiers}}",
            "Dòng 1: hãy đặt bảng trên một dòng riêng, không viết gì thêm trước và sau bảng.",
        ),
        ("[[kỳ sau]]", "Dòng 1: không có từ thay thế “[[kỳ sau]]”. Hãy chọn: kỳ, kỳ tới, từ ngày, đến ngày."),
        (
            "Có {{dossiers.received} hồ sơ",
            "Dòng 1: hãy đặt tên số liệu giữa hai ngoặc nhọn mở và hai ngoặc nhọn đóng, ví dụ {{dossiers.received}}.",
        ),
        (
            "Trong [[kỳ]",
            "Dòng 1: hãy đặt từ thay thế giữa hai ngoặc vuông mở và hai ngoặc vuông đóng, ví dụ [[kỳ]].",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_do(text, message):
    assert mistakes(text, quarter().figures) == [message]


def test_a_right_text_has_no_mistakes():
    text = "Có {{dossiers.received}} hồ sơ trong [[kỳ]].\n{{table:dossiers}}\n> [1] {chú thích}"
    assert mistakes(text, quarter().figures) == []


@given(st.text())
def test_any_text_can_be_printed(text):
    for block in blocks(text, quarter()):
        assert isinstance(block, Block)
        assert block.text or block.kind != "paragraph"


def test_plain_text_has_headings_items_notes_and_tables():
    sections = printed(
        [
            a_section("", level=1),
            a_section("Đoạn.\n- ý\n> ghi chú"),
            a_section("{{table:satisfaction}}\nHết."),
        ],
        quarter(),
    )
    lines = plain_text(sections).splitlines()
    assert lines[:6] == ["1. ĐỀ MỤC", "", "1. Đề mục", "Đoạn.", "- ý", "Chú thích: ghi chú"]
    assert "Rất hài lòng\t233\t99,1" in lines
    assert lines[-1] == "Hết./."


def test_a_report_without_sections_is_an_empty_text():
    assert plain_text(()) == ""
