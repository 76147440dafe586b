"""Dossiers as the exports of two systems told of them, without the files."""

from datetime import UTC, date, datetime, time

import pytest

from intranet.dossiers.export_day import DatedBy
from intranet.dossiers.models import Dossier, ImportBatch, Source, Stage
from intranet.dossiers.vocabulary import ENDED, Status
from intranet.kernel.clock import VIETNAM, now
from intranet.kernel.db import db


def moment(told):
    """A day stands for its half past nine; a moment is itself, on Vietnam's clock."""
    if told is None:
        return None
    whole = told if isinstance(told, datetime) else datetime.combine(told, time(9, 30))
    return whole.replace(tzinfo=VIETNAM).astimezone(UTC)


def day(told):
    return told.date() if isinstance(told, datetime) else told


@pytest.fixture
def source(app):
    """A system by its name, which figures wait for."""

    def named(name="Hệ thống tỉnh"):
        found = db.session.query(Source).filter_by(name=name).one_or_none() or Source(
            name=name, covers_from=date(2025, 6, 15)
        )
        db.session.add(found)
        db.session.flush()
        return found

    return named


@pytest.fixture
def exported(source):
    """An export of a system that was published, by its day."""

    def publish(on, name="Hệ thống tỉnh"):
        batch = ImportBatch(
            source_id=source(name).id, file_name=f"{on}.xlsx", sha256="0", exported_on=on, dated_by=DatedBy.TITLE,
            stage=Stage.PUBLISHED, touched_at=now(), imported_at=now(), published_at=now(),
        )  # fmt: skip
        db.session.add(batch)
        db.session.flush()

    return publish


@pytest.fixture
def a_dossier(source):
    """A dossier received on 5/1/2026 and due the next day, still pending unless told otherwise; days or moments."""

    def make(code, unit=None, received=date(2026, 1, 5), due=date(2026, 1, 6), finished=None, **change):
        status = Status.RESOLVED if finished else Status.PENDING
        moments = {"received": received, "due": due, "finished": finished}
        dossier = Dossier(
            code=code, procedure_code="2.001", procedure_name="Chứng thực di chúc", field="chung-thuc", unit=unit,
            source_id=source().id, exported_on=date(2026, 3, 16),
            **{f"{name}_at": moment(told) for name, told in moments.items()},
            **{f"{name}_on": day(told) for name, told in moments.items()},
            **{"status": status} | change,
        )  # fmt: skip
        assert (dossier.status in ENDED) == (finished is not None)
        db.session.add(dossier)
        db.session.flush()
        return dossier

    return make
