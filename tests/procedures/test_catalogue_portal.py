"""The way to the national portal: the pattern as a setting, the QR code, the poster."""

import io

import pytest
from pypdf import PdfReader

from intranet.kernel.workflow import Refused
from intranet.procedures import portal
from intranet.procedures.catalogue import OnlineLevel
from intranet.procedures.catalogue_operations import the_portal

OTHER = "https://dichvucong.example.vn/tthc/{code}"


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("dichvucong.gov.vn/{code}", "bắt đầu bằng https://"),
        ("ftp://dichvucong.gov.vn/{code}", "bắt đầu bằng https://"),
        ("javascript:alert('{code}')", "bắt đầu bằng https://"),
        ("https:///{code}", "bắt đầu bằng https://"),
        ("https://[{code}", "bắt đầu bằng https://"),
        ("https://dichvucong.gov.vn/a b/{code}", "bắt đầu bằng https://"),
        ("https://dichvucong.gov.vn/", "{code}"),
        ("https://{code}.vn/", "không nằm trong tên trang"),
    ],
)
def test_a_pattern_that_leads_nowhere_is_refused(pattern, sentence):
    with pytest.raises(Refused) as refused:
        portal.check(pattern)
    assert sentence in str(refused.value)


def test_the_pattern_at_hand_and_another_are_taken():
    portal.check(portal.DEFAULT)
    portal.check(OTHER)


def test_a_code_cannot_lead_elsewhere():
    assert portal.address(OTHER, "1.000100") == "https://dichvucong.example.vn/tthc/1.000100"
    assert portal.address(OTHER, "../?a=b#c") == "https://dichvucong.example.vn/tthc/..%2F%3Fa%3Db%23c"


def test_the_pattern_is_changed_with_a_trail_and_kept_when_refused(as_user):
    client = as_user("chi")
    wrong = client.post("/procedures/portal", data={"pattern": "https://dichvucong.vn/", "version": "1"})
    assert wrong.status_code == 422 and 'value="https://dichvucong.vn/"' in wrong.text
    assert client.post("/procedures/portal", data={"pattern": OTHER, "version": "1"}).status_code == 303
    assert the_portal().pattern == OTHER
    assert OTHER in client.get("/procedures/history").text
    again = client.post("/procedures/portal", data={"pattern": portal.DEFAULT, "version": "1"})
    assert again.status_code == 409 and OTHER in again.text and the_portal().pattern == OTHER


def test_the_page_says_that_the_pattern_needs_checking(as_user, procedure):
    client = as_user("chi")
    assert "cần đối chiếu" in client.get("/procedures/portal").text
    page = client.get(f"/procedures/{procedure().id}").text
    assert "cần đối chiếu" in page and portal.address(portal.DEFAULT, "1.000100") in page


def test_the_code_is_a_picture_of_ours_that_follows_the_pattern(as_user, procedure):
    stored, client = procedure(), as_user("chi")
    address = f"/procedures/{stored.id}/qr.svg"
    assert f'src="{address}"' in client.get(f"/procedures/{stored.id}").text
    first = client.get(address)
    assert first.mimetype == "image/svg+xml"
    assert first.data.startswith(b"<svg") and b"style=" not in first.data and b"<script" not in first.data
    client.post("/procedures/portal", data={"pattern": OTHER, "version": "1"})
    assert client.get(address).data == portal.qr_svg("https://dichvucong.example.vn/tthc/1.000100") != first.data


@pytest.mark.parametrize("name", ["Đăng ký khai sinh", "Thủ tục đăng ký biến động quyền sử dụng đất, " * 12])
def test_the_poster_is_one_page_with_the_name_and_one_picture(as_user, procedure, name):
    stored = procedure(name=name.strip(), time_limit_days=3)
    answer = as_user("an").get(f"/procedures/{stored.id}/poster.pdf")
    assert answer.mimetype == "application/pdf"
    pdf = PdfReader(io.BytesIO(answer.data))
    (page,) = pdf.pages
    text = " ".join(page.extract_text().split())
    for words in (stored.name, "1.000100", "3 ngày làm việc", "Một phần", "nộp hồ sơ"):
        assert words in text
    (picture,) = page.images
    assert picture.image.size[0] == picture.image.size[1] > 300
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_the_poster_of_what_is_not_online_does_not_say_one_may_send_it_in(as_user, procedure):
    stored = procedure(online=OnlineLevel.NONE)
    data = as_user("an").get(f"/procedures/{stored.id}/poster.pdf").data
    text = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert "xem hướng dẫn" in text and "nộp hồ sơ" not in text and "Theo quyết định công bố" in text
