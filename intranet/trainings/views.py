"""The pages of trainings: those of every register, and a year's totals."""

from typing import Any

from flask import Blueprint, request, send_file
from flask_login import current_user
from sqlalchemy.orm import selectinload

from intranet.accounts.permissions import requires
from intranet.kernel.clock import today
from intranet.kernel.page import page
from intranet.kernel.period import Period
from intranet.kernel.spreadsheet import MEDIA_TYPE, FileColumn, spreadsheet
from intranet.records.pages import hang
from intranet.records.register import Register, RegisterWords
from intranet.trainings import operations
from intranet.trainings.forms import as_stored, training_form
from intranet.trainings.listing import COUNTED, LISTING, SHEET, person
from intranet.trainings.models import Attendance, Training
from intranet.trainings.totals import totals

blueprint = Blueprint("trainings", __name__, url_prefix="/trainings")

register = Register(
    folder="trainings",
    words=RegisterWords("Tập huấn", "khóa tập huấn", "tap-huan", "Chủ đề, đơn vị tổ chức, người tham dự"),
    model=Training,
    listing=LISTING,
    sheet=SHEET,
    form=training_form,
    create=operations.create,
    change=operations.change,
    stored=as_stored,
    doubts=operations.doubts,
    whole=(selectinload(Training.attendances).joinedload(Attendance.unit),),
    has_paper=True,
)
hang(blueprint, register)

PEOPLE = (
    FileColumn("Họ tên", lambda person: person.full_name, 30),
    FileColumn("Đơn vị", lambda person: person.unit, 40),
    FileColumn("Số khóa", lambda person: person.courses),
    FileColumn("Số giờ", lambda person: person.hours),
)


@blueprint.get("/totals")
@requires("work.see")
def year() -> Any:
    return page("trainings/totals.html", totals=totals(asked_for(), current_user), person=person, counted=COUNTED)


@blueprint.get("/totals.xlsx")
@requires("work.see")
def people() -> Any:
    """Each person's courses and hours of the year."""
    found = totals(asked_for(), current_user)
    file = spreadsheet(f"Tập huấn năm {found.year}", PEOPLE, found.people)
    return send_file(file, mimetype=MEDIA_TYPE, as_attachment=True, download_name=f"tap-huan-{found.year}.xlsx")


def asked_for() -> Period:
    """The year in the address; the one that runs today where it names none that can be."""
    try:
        return Period.parse(f"{request.args.get('year', '')}-Y")
    except ValueError:
        return Period.containing(today(), "Y")
