"""The systems dossiers come from, what is remembered of them, and who handles which field."""

from dataclasses import replace

import pytest
from factories import a_staged_import
from sqlalchemy import select

from intranet.accounts.models import AccountEntry
from intranet.dossiers import operations
from intranet.dossiers.models import Dossier, FieldUnit, Source
from intranet.dossiers.remembered import AnswerOption, ReadingChoice, Remembered
from intranet.dossiers.vocabulary import Channel, ExportColumn, NoDossier, Status
from intranet.kernel.db import db

TOLD = Remembered(
    columns={"luc": ExportColumn.RECEIVED_AT, "ghi chu": None},
    absent=frozenset({ExportColumn.DUE_AT}),
    statuses={"xong": Status.RESOLVED},
    channels={"": Channel.DIRECT},
)


@pytest.fixture
def source(cast):
    """A source with a published import of one dossier of the field Hộ tịch, and answers."""
    batch = a_staged_import(cast("chi"))
    operations.confirm(batch, False, cast("chi"))
    batch.source.known = TOLD.to_json()
    db.session.commit()
    return batch.source


def typed(source: Source, **change) -> dict:
    return {"name": source.name, "is_expected": "y", "version": source.version} | change


def test_answers_read_as_sentences_and_can_be_forgotten_one_by_one():
    sentences = {answer.key: answer.sentence for answer in TOLD.answers()}
    assert sentences == {
        "columns:luc": "Cột “luc” là ngày tiếp nhận",
        "columns:ghi chu": "Cột “ghi chu” không dùng",
        "absent:due_at": "Không có cột ngày hẹn trả",
        "statuses:xong": "“xong” là đã giải quyết",
        "channels:": "“ô trống” là trực tiếp",
    }
    assert TOLD.without(sentences) == Remembered()
    for key in sentences:
        assert {answer.key for answer in TOLD.without([key]).answers()} == sentences.keys() - {key}


def test_the_page_of_a_source_forgets_what_is_to_be_asked_again(source, as_user):
    client = as_user("chi")
    assert "“xong” là đã giải quyết" in client.get(f"/dossiers/sources/{source.id}").text
    forgets = {"answer-statuses:xong": "", "answer-absent:due_at": ""}
    assert client.post(f"/dossiers/sources/{source.id}", data=typed(source, **forgets)).status_code == 303
    left = Remembered.from_json(db.session.get(Source, source.id).known)
    assert not left.statuses and not left.absent and left.columns == TOLD.columns
    trail = db.session.scalar(select(AccountEntry).where(AccountEntry.action == "forget_answers"))
    assert "“xong” là đã giải quyết" in trail.note and trail.actor.username == "chi"


def test_the_page_of_a_source_changes_answers_of_every_kind(source, as_user):
    options = (
        AnswerOption("all", "Mọi trang", "Đọc mọi trang"),
        AnswerOption("first", "Trang đầu", "Chỉ đọc trang đầu"),
    )
    source.known = replace(TOLD, choices={"sheets": ReadingChoice("all", "Đọc mọi trang", options)}).to_json()
    db.session.commit()
    changes = {
        "answer-statuses:xong": "not_yet",
        "answer-channels:": "postal",
        "answer-columns:luc": "paused_at",
        "answer-columns:ghi chu": "field",
        "answer-choices:sheets": "first",
        "answer-absent:due_at": "not_there",
    }
    client = as_user("chi")
    assert client.post(f"/dossiers/sources/{source.id}", data=typed(source, **changes)).status_code == 303
    known = Remembered.from_json(db.session.get(Source, source.id).known)
    assert known.statuses == {"xong": NoDossier.NOT_YET} and known.channels == {"": Channel.POSTAL}
    assert known.columns == {"luc": ExportColumn.PAUSED_AT, "ghi chu": ExportColumn.FIELD}
    assert known.absent == TOLD.absent
    assert known.choices == {"sheets": ReadingChoice("first", "Chỉ đọc trang đầu", options)}
    trail = db.session.scalar(select(AccountEntry).where(AccountEntry.action == "change_answers"))
    assert "“xong” là đã giải quyết → “xong” là chưa phải hồ sơ" in trail.note


def test_an_answer_that_cannot_be_is_left_as_it_is(source, as_user):
    changes = {"answer-statuses:xong": "online", "answer-columns:luc": "x", "answer-statuses:lạ": "resolved"}
    assert as_user("chi").post(f"/dossiers/sources/{source.id}", data=typed(source, **changes)).status_code == 303
    assert Remembered.from_json(db.session.get(Source, source.id).known) == TOLD


def test_a_source_is_renamed_but_not_to_the_name_of_another(source, as_user):
    client = as_user("chi")
    db.session.add(Source(name="Hệ thống khác", known={}))
    db.session.commit()
    refused = client.post(f"/dossiers/sources/{source.id}", data=typed(source, name="Hệ thống khác"))
    assert refused.status_code == 422 and "Đã có hệ thống mang tên này." in refused.text
    assert client.post(f"/dossiers/sources/{source.id}", data=typed(source, name="Hệ thống mới")).status_code == 303
    assert "Hệ thống mới" in client.get("/dossiers/sources").text


def test_a_source_saved_by_another_meanwhile_keeps_both(source, as_user):
    stale = typed(source, name="Tên tôi đặt")
    source.name = "Tên người khác đặt"
    db.session.commit()
    answer = as_user("chi").post(f"/dossiers/sources/{source.id}", data=stale)
    assert answer.status_code == 409 and "Tên tôi đặt" in answer.text and "Tên người khác đặt" in answer.text


def test_dossiers_follow_the_unit_their_field_is_given_to(source, as_user, cast):
    client, dossier = as_user("chi"), db.session.scalar(select(Dossier))
    assert dossier.unit_id is None
    assert "Hộ tịch" in client.get("/dossiers/field-units").text
    client.post("/dossiers/field-units", data={"field-ho-tich": cast("an").unit_id})
    assert db.session.scalar(select(Dossier.unit_id)) == cast("an").unit_id
    assert "Đã giao lĩnh vực “Hộ tịch”" in client.get("/dossiers/sources").text
    client.post("/dossiers/field-units", data={"field-ho-tich": cast("binh").unit_id})
    assert db.session.scalar(select(Dossier.unit_id)) == cast("binh").unit_id
    client.post("/dossiers/field-units", data={"field-ho-tich": ""})
    assert db.session.scalar(select(Dossier.unit_id)) is None and not db.session.scalars(select(FieldUnit)).all()


def test_only_the_controller_sets_these(source, as_user):
    for username in ("an", "dung", "quan"):
        for url in ("/dossiers/sources", f"/dossiers/sources/{source.id}", "/dossiers/field-units", "/dossiers/import"):
            assert as_user(username).get(url).status_code == 403
