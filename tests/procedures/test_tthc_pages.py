"""The pages of TTHC nội bộ: who is kept out, what is missing, what is invalid, what happens."""

import pytest
from factories import an_internal_tthc
from sqlalchemy import select

from intranet.kernel.db import db
from intranet.procedures.models import InternalTthc
from intranet.procedures.workflow import PARTS

ROOT = "/internal-tthc/"


def typed(**change):
    return {"title": "Cử công chức đi học", "code": "NB-09", **dict.fromkeys(PARTS, "Không")} | change


def stored(record_id):
    db.session.expire_all()
    return db.session.get(InternalTthc, record_id)


def version_in(text):
    return text.split('name="version" type="hidden" value="')[1].split('"')[0]


def test_it_is_drafted_submitted_and_approved(as_user):
    client = as_user("an")
    answer = client.post(f"{ROOT}new", data=typed(fee="Lệ phí 5.000 đồng"))
    tthc = db.session.scalars(select(InternalTthc)).one()
    assert answer.status_code == 303 and answer.location == f"{ROOT}{tthc.id}"
    page = client.get(answer.location).text
    assert "Lệ phí 5.000 đồng" in page and all(label in page for label in PARTS.values())
    assert client.post(f"/records/{tthc.id}/submit").status_code == 303
    assert as_user("dung").post(f"/records/{tthc.id}/approve").status_code == 303
    assert stored(tthc.id).is_approved and client.get(f"{ROOT}{tthc.id}/edit").status_code == 422


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": ""}, "Hãy nhập tên TTHC nội bộ."),
        ({"code": ""}, "Hãy nhập mã hoặc ký hiệu của TTHC nội bộ."),
        ({"code": "NB-01"}, "Mã “NB-01” đã dùng cho “Cử công chức đi bồi dưỡng”."),
        ({"course": "v" * 10_001}, "Hãy viết gọn lại, tối đa 10000 ký tự."),
    ],
)
def test_what_is_invalid_is_told_and_all_else_is_kept(as_user, cast, change, sentence):
    an_internal_tthc(cast("an"))
    answer = as_user("an").post(f"{ROOT}new", data=typed(agency="Văn phòng phường", **change))
    assert answer.status_code == 422 and sentence in answer.text and "Văn phòng phường" in answer.text
    assert len(db.session.scalars(select(InternalTthc)).all()) == 1


def test_a_part_not_written_yet_is_named_with_its_place(as_user, cast):
    tthc = an_internal_tthc(cast("an"), manner="")
    client, address = as_user("an"), f"{ROOT}{tthc.id}"
    refused = client.post(f"/records/{tthc.id}/submit")
    assert refused.status_code == 422 and "Chưa ghi mục “Cách thức thực hiện”" in refused.text
    assert f'href="{address}#manner"' in refused.text and 'id="manner"' in client.get(address).text


def test_a_change_is_told_and_a_stale_one_shows_both(as_user, cast):
    tthc = an_internal_tthc(cast("an"))
    client, address = as_user("an"), f"{ROOT}{tthc.id}/edit"
    seen = version_in(client.get(address).text)
    assert client.post(address, data=typed(version=seen, fee="Miễn phí")).status_code == 303
    assert "Miễn phí" in client.get(f"/records/{tthc.id}/history").text
    late = client.post(address, data=typed(version=seen, fee="Phí của tôi"))
    assert late.status_code == 409 and "Miễn phí" in late.text and "Phí của tôi" in late.text
    assert stored(tthc.id).fee == "Miễn phí"


@pytest.mark.parametrize("path", ["", "/edit", "/paper.pdf"])
def test_the_officer_of_another_unit_gets_nowhere(as_user, stranger, cast, path):
    tthc = an_internal_tthc(cast("an"))
    for username in ("binh", "quan"):
        answer = as_user(username).get(f"{ROOT}{tthc.id}{path}")
        assert answer.status_code == 403 and tthc.title not in answer.text
    assert stranger.get(f"{ROOT}{tthc.id}{path}").status_code == 302
    assert as_user("an").get(f"{ROOT}99999{path}").status_code == 404


@pytest.mark.parametrize("username", ["dung", "quan"])
def test_others_draft_nothing(as_user, username):
    assert as_user(username).post(f"{ROOT}new", data=typed()).status_code == 403


def test_a_quy_trinh_is_not_a_tthc(as_user, cast):
    tthc = an_internal_tthc(cast("an"))
    assert as_user("an").get(f"/internal-procedures/{tthc.id}").status_code == 404
