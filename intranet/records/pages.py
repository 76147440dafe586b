"""The pages every register has: its list, the list as an Excel file, a new record, the record, its form, its paper."""

from types import SimpleNamespace
from typing import Any

from flask import Blueprint, abort, flash, request, send_file, url_for
from flask_login import current_user
from sqlalchemy.orm import joinedload, selectinload

from intranet.accounts.permissions import demand, may, requires
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.spreadsheet import MEDIA_TYPE, spreadsheet
from intranet.records.models import AuditEntry, Record
from intranet.records.operations import refuse_locked
from intranet.records.papers import paper
from intranet.records.register import Register

SHARED = (
    joinedload(Record.unit),
    joinedload(Record.author),
    joinedload(Record.approved_by),
    selectinload(Record.attachments),
    selectinload(Record.trail).joinedload(AuditEntry.actor),
)


def hang(blueprint: Blueprint, register: Register) -> None:
    """Hang the register's pages on its door."""
    hang_list(blueprint, register)
    hang_record(blueprint, register)
    hang_forms(blueprint, register)
    if register.has_paper:
        hang_paper(blueprint, register)


def hang_list(blueprint: Blueprint, register: Register) -> None:
    listing, words = register.listing, register.words

    @blueprint.get("/")
    @requires("work.see")
    def index() -> Any:
        found = listing.find(request.args, register.seen_by(current_user), url_for(".index"))
        parts = ("records/_rows.html",)
        text, status = page(template(register, "index"), parts=parts, found=found, register=register)
        return text, status, {"HX-Push-Url": found.here}

    @blueprint.get("/export.xlsx")
    @requires("work.see")
    def export() -> Any:
        """Every row of the list as it is searched, filtered and sorted, not only those of one page."""
        rows = listing.every(request.args, register.seen_by(current_user))
        file = spreadsheet(words.title, register.sheet, rows)
        return send_file(file, mimetype=MEDIA_TYPE, as_attachment=True, download_name=f"{words.file}.xlsx")


def hang_record(blueprint: Blueprint, register: Register) -> None:
    @blueprint.get("/<int:record_id>")
    @requires("work.see")
    def show(record_id: int) -> Any:
        return show_page(register, opened(register, record_id))


def hang_forms(blueprint: Blueprint, register: Register) -> None:
    @blueprint.route("/new", methods=["GET", "POST"])
    @requires("record.create")
    def new() -> Any:
        form = register.form(None)
        if form.validate_on_submit() and is_certain(register, form):
            record = form.given_to(lambda values: register.create(values, current_user))
            if record is not None:
                flash(f"Đã lưu {register.words.one}.")
                return go_to(url_for(".show", record_id=record.id))
        return page("records/new.html", form=form, register=register)

    @blueprint.route("/<int:record_id>/edit", methods=["GET", "POST"])
    @requires("work.see")
    def edit(record_id: int) -> Any:
        record = opened(register, record_id, "record.edit")
        refuse_locked(record)
        stored, status = register.stored(record), 0
        form = register.form(stored)
        if form.validate_on_submit():
            if form.overtaken(stored):
                status = 409
            elif is_certain(register, form, record_id) and form.is_taken(
                lambda values: register.change(record, values, current_user)
            ):
                flash(f"Đã lưu {register.words.one}.")
                return go_to(url_for(".show", record_id=record_id))
        return page("records/edit.html", form=form, record=record, register=register, status=status)


def hang_paper(blueprint: Blueprint, register: Register) -> None:
    @blueprint.get("/<int:record_id>/paper.pdf")
    @requires("work.see")
    def sheet(record_id: int) -> Any:
        record = opened(register, record_id)
        name = f"{register.words.file}-{record.id}.pdf"
        context = {"record": record, **register.more(record)}
        return paper(template(register, "paper"), name, record.is_draft_document, **context)


def template(register: Register, name: str) -> str:
    return f"{register.folder}/{name}.html"


def opened(register: Register, record_id: int, permission: str = "record.view") -> Any:
    """The record with all its page shows, or 404; 403 where this person may not see it, or lacks the further right."""
    options = (*SHARED, *register.whole)
    record = db.session.get(register.model, record_id, options=options, populate_existing=True)
    if record is None:
        abort(404)
    demand("record.view", record)
    demand(permission, record)
    return record


def show_page(register: Register, record: Any, status: int = 0, **more: Any) -> Any:
    """The record's own page; `more` stands in for what the register would say of it."""
    context = {"doubts": register.doubts(record), **register.more(record), **more}
    is_editable = record.is_editable and may(current_user, "record.edit", record)
    return page(
        template(register, "show"), record=record, register=register, is_editable=is_editable, status=status, **context
    )


def is_certain(register: Register, form: Any, record_id: int | None = None) -> bool:
    """Whether nothing odd was typed, or the person has confirmed exactly that; otherwise the form asks."""
    return form.confirms(register.doubts(SimpleNamespace(id=record_id, **form.values())))
