"""On the page every figure opens its source: records, who typed it, or the figures it follows from."""

from datetime import UTC, datetime

import pytest
from factories import a_report, a_submitted_report, typed_figures
from markupsafe import Markup

from intranet.decisions import operations
from intranet.figures import operations as figures
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period

SHOW = "/reports/2026-Q1"
Q1 = Period.parse("2026-Q1")


def told(page) -> str:
    return Markup(page.text).striptags()


def test_a_figure_of_the_text_and_of_a_table_leads_to_its_source(as_user, cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568, dossiers__received_online=1568)
    page = as_user("dung").get(SHOW).text
    link = f'<a class="bound" href="{SHOW}/figures/dossiers.received" title="Tiếp nhận">1.568</a>'
    assert f"Trong kỳ tiếp nhận {link} hồ sơ" in page
    assert f'<td class="figure-cell">{link}</td>' in page


def test_a_blank_leads_to_how_it_is_filled(as_user, cast):
    client = as_user("chi")
    assert f'href="{SHOW}/figures/staff.total"' in client.get(SHOW).text
    page = client.get(f"{SHOW}/figures/staff.total")
    assert "chưa có số liệu" in page.text and 'href="/figures/2026-Q1#staff.total"' in page.text
    assert 'href="/figures/2026-Q1#staff.total"' not in as_user("dung").get(f"{SHOW}/figures/staff.total").text


def test_a_typed_figure_tells_who_typed_it_when_and_by_which_document(as_user, cast):
    chi = cast("chi")
    with as_of(datetime(2026, 3, 16, 2, 5, tzinfo=UTC)):
        typed_figures("2026-Q1", chi, staff__total=21)
    with as_of(datetime(2026, 3, 17, 3, tzinfo=UTC)):
        figures.enter(Q1, {"staff.total": 22}, {}, {"staff": "Báo cáo số 5/BC-VP"}, chi, 10**6)
    text = told(as_user("dung").get(f"{SHOW}/figures/staff.total"))
    assert "22 người. Nguồn: nhập tay." in text
    assert f"22 người: {chi.full_name}, 10:00 ngày 17/03/2026." in text
    assert f"21 người: {chi.full_name}, 09:05 ngày 16/03/2026. Không ghi văn bản kèm theo." in text


def test_a_computed_figure_tells_its_formula_with_links(as_user, cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__pending=41, dossiers__paused=64)
    page = as_user("dung").get(f"{SHOW}/figures/dossiers.carried_over")
    assert "105 hồ sơ. Nguồn: tính ra." in told(page)
    assert "Đang giải quyết (41) + Tạm dừng (64)" in told(page)
    assert f'href="{SHOW}/figures/dossiers.paused"' in page.text


def test_a_computed_figure_that_lacks_something_tells_what(as_user, cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__pending=41)
    text = told(as_user("dung").get(f"{SHOW}/figures/dossiers.carried_over"))
    assert "hãy bổ sung số liệu còn thiếu" in text and "Đang giải quyết (41) + Tạm dừng (……)" in text


@pytest.mark.parametrize("name", ["dossiers.receved", "dossiers.by_field.khong-co.received", "table:dossiers", "x"])
def test_an_unknown_name_is_not_found(as_user, name):
    assert as_user("chi").get(f"{SHOW}/figures/{name}").status_code == 404


def test_every_figure_has_its_page(as_user, cast, one_of_each):
    db.session.commit()
    client = as_user("chi")
    page = client.get(f"{SHOW}/figures").text
    addresses = {part.split('"')[0] for part in page.split('href="') if part.startswith(f"{SHOW}/figures/")}
    assert len(addresses) > 100
    for address in addresses:
        assert client.get(address).status_code in (200, 303), address


def test_a_frozen_figure_is_told_beside_the_live_one(as_user, cast):
    chi = cast("chi")
    typed_figures("2026-Q1", chi, staff__total=21)
    a_submitted_report(chi)
    client = as_user("dung")
    address = f"{SHOW}/figures/staff.total"
    assert "Dữ liệu lúc này vẫn cho đúng số ấy" in client.get(address).text
    typed_figures("2026-Q1", chi, staff__total=25)
    text = told(client.get(address))
    assert "21 người. Nguồn: nhập tay. Đây là số đã chốt" in text
    assert "Theo dữ liệu lúc này là 25 người" in text


def test_a_one_off_value_stands_out_with_its_reason_and_the_live_value(as_user, cast):
    chi = cast("chi")
    typed_figures("2026-Q1", chi, dossiers__resolved_late=11)
    report = a_report(chi)
    text = "Quá hạn {{dossiers.resolved_late = 12 | Cổng <b>tỉnh</b> chốt muộn}} hồ sơ."
    operations.edit_section(report, "text.funding", text, 0, chi)
    page = as_user("dung").get(SHOW).text
    figure = page.split('<a class="bound one-off"')[1].split("</a>")[0]
    why = "ghi riêng, lý do: Cổng &lt;b&gt;tỉnh&lt;/b&gt; chốt muộn; theo số liệu: 11"
    assert f'title="Giải quyết quá hạn ({why})"' in figure
    assert figure.endswith(f'>12<span class="visually-hidden"> ({why})</span>')


def test_the_printed_forms_hold_the_value_alone(as_user, cast):
    chi = cast("chi")
    report = a_report(chi)
    text = "Quá hạn {{dossiers.resolved_late = 12 | Cổng tỉnh chốt muộn}} hồ sơ."
    operations.edit_section(report, "text.funding", text, 0, chi)
    for ending in ("html", "txt"):
        document = as_user("dung").get(f"{SHOW}.{ending}").text
        assert "Quá hạn 12 hồ sơ." in document and "chốt muộn" not in document
