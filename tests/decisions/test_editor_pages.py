"""The editor without scripts: a list of what may be put into the text, narrowed by words, what was typed kept."""

import pytest
from factories import a_report, typed_figures

SECTION = "/reports/2026-Q1/sections/text.funding"


@pytest.fixture
def client(as_user, cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568, dossiers__resolved_late=3)
    a_report(cast("chi"))
    return as_user("chi")


def test_the_list_gives_each_figure_its_value_format_and_mark(client):
    page = client.get(SECTION).text
    row = page.split('<tr data-mark="{{dossiers.resolved_late}}"')[1].split("</tr>")[0]
    assert "<td>Giải quyết quá hạn</td><td>03 hồ sơ</td><td>số, dưới 10 viết hai chữ số</td>" in row
    assert "<code>{{dossiers.resolved_late}}</code>" in row
    assert "<code>{{dossiers.resolved_late:chữ}}</code>" in page and "<code>[[kỳ tới]]</code>" in page


def test_the_list_is_narrowed_and_what_was_typed_is_kept(client):
    typed = {"text": "Đang viết {{dossiers.received}}", "version": 0, "find": "qua han"}
    page = client.post(f"{SECTION}/preview", data=typed)
    assert page.status_code == 200 and "Đang viết {{dossiers.received}}</textarea>" in page.text
    assert "<code>{{dossiers.resolved_late}}</code>" in page.text and "<code>{{staff.total}}</code>" not in page.text
    assert '<details class="help offers" open>' in page.text


def test_words_that_find_nothing_are_told(client):
    page = client.post(f"{SECTION}/preview", data={"text": "", "version": 0, "find": "không có gì <như> thế"}).text
    assert "Không có mục nào chứa những chữ này" in page and "&lt;như&gt;" in page


def test_what_no_page_may_hold_is_left_out_of_what_is_sought(client):
    page = client.post(f"{SECTION}/preview", data={"text": "", "version": 0, "find": "qua\x00 han\x0b"})
    assert page.status_code == 200 and 'value="qua han"' in page.text


def test_the_first_button_of_the_form_is_not_the_one_that_saves(client):
    form = client.get(SECTION).text.split("data-guard")[1]
    assert form.index("Lọc danh sách") < form.index(">Lưu<")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{dossiers.received = 12}}", "cần lý do"),
        ("{{dossiers.received:vạn}}", "không in được theo cách"),
        ("{{khác:II.06b}}", "không có loại “khác”"),
    ],
)
def test_a_wrong_mark_is_refused_and_what_was_typed_is_kept(client, text, told):
    answer = client.post(SECTION, data={"text": text, "version": 0})
    assert answer.status_code == 422 and told in answer.text and f"{text}</textarea>" in answer.text


def test_the_preview_marks_a_one_off_value_and_does_not_lead_away(client):
    typed = {"text": "{{dossiers.received = 12 | lý do}}", "version": 0}
    part = client.post(f"{SECTION}/preview", data=typed, headers={"HX-Request": "true", "HX-Target": "preview"}).text
    assert '<span class="bound one-off"' in part and "theo số liệu: 1.568" in part and "<a " not in part
