"""Đọc soát: a text is pasted or dropped, marked, and forgotten."""

import io

import pytest
from factories import typed_figures

PAGE = "/proofread/"
WRONG = "I. KẾT QUẢ\nĐã giải quyết 100 hồ sơ, trong đó trước hạn 90 hồ sơ, đúng hạn 5 hồ sơ."
RIGHT = "Đã giải quyết 100 hồ sơ, trong đó trước hạn 90 hồ sơ, đúng hạn 10 hồ sơ."


@pytest.mark.parametrize("username", ["an", "quan"])
def test_it_is_for_controller_and_director(as_user, username):
    assert as_user(username).get(PAGE).status_code == 403


def test_a_wrong_text_is_marked_in_place(as_user):
    answer = as_user("dung").post(PAGE, data={"text": WRONG})
    assert answer.status_code == 200
    assert '<mark class="level-error">100</mark>' in answer.text and "sum-dossiers-resolved" in answer.text
    assert WRONG.split("\n")[1] in answer.text  # what was pasted is still there to be pasted again


def test_a_right_text_has_nothing_to_look_at(as_user):
    assert "Không thấy điều gì cần xem lại" in as_user("chi").post(PAGE, data={"text": RIGHT}).text


def test_a_file_is_read_in_place_of_what_is_pasted(as_user):
    data = {"text": RIGHT, "file": (io.BytesIO(WRONG.encode()), "bao-cao.txt")}
    answer = as_user("chi").post(PAGE, data=data, content_type="multipart/form-data")
    assert "sum-dossiers-resolved" in answer.text


def test_our_own_figures_are_asked_where_that_is_ticked(as_user, cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    data = {"text": "Trong kỳ tiếp nhận 1.586 hồ sơ.", "period": "2026-Q1"}
    controller = as_user("chi")
    assert "figure-contradicts" not in controller.post(PAGE, data=data).text
    assert "figure-contradicts" in controller.post(PAGE, data=data | {"against_records": "y"}).text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"text": ""}, "Hãy dán nội dung"),
        ({"text": "   "}, "Hãy dán nội dung"),
        ({"text": "abc", "period": "2026-Q9"}, ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(as_user, data, told):
    answer = as_user("chi").post(PAGE, data=data)
    assert answer.status_code == 422 and told in answer.text


def test_a_broken_file_is_refused_and_what_was_pasted_is_kept(as_user):
    data = {"text": RIGHT, "file": (io.BytesIO(b"x"), "anh.png")}
    answer = as_user("chi").post(PAGE, data=data, content_type="multipart/form-data")
    assert answer.status_code == 422 and "TXT, DOCX hoặc PDF" in answer.text and RIGHT in answer.text


def test_what_is_pasted_stands_escaped(as_user):
    answer = as_user("chi").post(PAGE, data={"text": "<script>alert(1)</script> tiếp nhận 5 hồ sơ."})
    assert "<script>alert(1)" not in answer.text


def test_a_rule_is_named_and_a_slip_made_twice_is_one_entry_with_both_places(as_user):
    text = as_user("dung").post(PAGE, data={"text": f"{WRONG}\nĐã sát nhập hai tổ.\nĐã sát nhập hai phòng."}).text
    assert "1. Lỗi: <strong>Hồ sơ đã giải quyết không khớp các phần</strong>" in text
    entry = text.split('<li id="problem-2"')[1].split("</ol>")[0]
    assert "2. Gợi ý: <strong>Chính tả, trình bày" in entry and "Thấy ở 2 chỗ" in entry
    assert entry.count("Xem trong văn bản") == 2 and text.count('href="#problem-2"') == 2
    assert "1 lỗi, 1 gợi ý." in text
