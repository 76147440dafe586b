"""Nothing a person can send makes the house fall: every door, every field, odd values."""

import pytest
from addresses import address
from factories import (
    a_document,
    a_finding,
    a_procedure,
    a_proposal,
    a_published_procedure,
    a_ready_inspection,
    a_report,
    a_staged_import,
    a_training,
    an_internal_tthc,
    an_item,
    an_overdue_case,
)

from intranet.kernel.db import db
from intranet.kernel.forms import BaseForm
from intranet.kernel.rows import RowsField

ODD = {
    "nothing": "",
    "a zero byte": "a\x00b",
    "very long": "ư" + "a" * 11_000,
    "a huge number": "9" * 40,
    "a negative number": "-1",
    "no number": "NaN",
    "no date": "31/02/2026",
    "the first year": "0001-01-01",
    "the last year": "9999-12-31",
    "markup": "<script>alert(1)</script>{{dossiers.nothing}}",
    "a quotation": "'; DROP TABLE records; -- \"",
    "half a letter": "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "decomposed": "Vie\u0323\u0302t Nam",
    "a path": "../../../etc/passwd",
    "an emoji": "🏛️" * 50,
}
# Those that are answered by sentences of their own, so that their answers are read and not only received.
WORDED = {"nothing", "very long", "a huge number", "no number", "no date", "markup"}
EXTRA = {
    *("note", "q", "page", "sort", "unit", "state", "kind", "period", "seen", "action", "next", "name", "file"),
    *("figure", "field", "status", "source", "stage", "for", "forget", "dossier", "told", "when", "look_up", "code"),
    *("urgent", "procedure", "level", "received_week", "ended_week", "online", "handling", "validity"),
}
OF_AN = (
    *("inspections", "records", "corrective-actions", "documents", "trainings", "proposals", "overdue"),
    *("internal-procedures", "internal-tthc"),
)
WHO = {"users": "quan", "units": "quan"} | dict.fromkeys(OF_AN, "an")


def fields_of(form) -> dict:
    return {name: getattr(form, name) for name in dir(form) if hasattr(getattr(form, name, None), "field_class")}


def every_field() -> set[str]:
    """The names of the fields of every form there is."""
    forms, seen = [BaseForm], set()
    while forms:
        form = forms.pop()
        forms += form.__subclasses__()
        fields = fields_of(form)
        rows = {name: fields_of(field.args[0]) for name, field in fields.items() if field.field_class is RowsField}
        seen |= set(fields) | {f"{name}-0-{column}" for name, columns in rows.items() for column in columns}
    return seen | EXTRA | {"dossiers.received", "digitisation.counted_from", "version"}


@pytest.fixture
def filled(cast):
    """One of everything; the number of each register's, by the door it has."""
    inspection = a_ready_inspection(cast("an"))
    a_finding(an_item(inspection, 2))
    a_report(cast("chi"))
    records = [
        make(cast("an"))
        for make in (a_document, a_training, a_proposal, an_overdue_case, a_procedure, an_internal_tthc)
    ]
    procedure = a_published_procedure()
    batch = a_staged_import(cast("chi"))
    db.session.commit()
    imports = {"imports": batch.id, "dossier_sources": batch.source_id, "procedures": procedure.id}
    return imports | {record.endpoint.split(".")[0]: record.id for record in records}


def doors(app, numbers):
    for rule in app.url_map.iter_rules():
        reads_nothing = rule.endpoint in {"static", "sign_in.leave"} or rule.rule.endswith((".pdf", ".zip"))
        if not reads_nothing:
            url = address(app, rule, numbers.get(rule.endpoint.split(".")[0], 1))
            yield from ((method, url) for method in sorted(rule.methods & {"GET", "POST"}))


@pytest.mark.parametrize("what", ODD)
def test_no_odd_value_in_any_field_is_more_than_refused(app, filled, as_user, what):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    typed = dict.fromkeys(every_field(), ODD[what])
    asked = {name: value[:200] for name, value in typed.items()}
    for method, url in doors(app, filled):
        sent = {"query_string": asked} if method == "GET" else {"data": typed}
        client = as_user(WHO.get(url.split("/")[1], "chi"))
        client.inspects = what in WORDED
        with client.open(url, method=method, **sent) as answer:
            assert answer.status_code < 500, f"{method} {url}: {answer.status_code}"


@pytest.mark.parametrize(
    "path",
    ["/%00", "/inspections/%F0%9F", "/reports/2026-Q5", "/reports/%E2%80%AE", "/figures/0000-Q1", "/records/0/submit",
     "/inspections/99999999999999999999", "/reports/2026-Q1/sections/%27", "/attachments/-1"],
)  # fmt: skip
def test_an_address_that_is_none_is_not_found(as_user, path):
    assert as_user("chi").get(path).status_code in (404, 405)
