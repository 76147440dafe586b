"""Every door of the house, and who may open it."""

import pytest
from addresses import address

from intranet.accounts.permissions import PERMISSIONS
from intranet.inspections.workflow import REMEDY
from intranet.proposals.workflow import FOLLOWING
from intranet.records.models import Record

# endpoint -> the right it asks for; "anyone" needs no account.
ACCESS = {
    "static": "anyone",
    "home.health": "anyone",
    "sign_in.enter": "anyone",
    "sign_in.first_run": "anyone",
    "home.index": "own.account",
    "sign_in.leave": "own.account",
    "sign_in.password": "own.account",
    "records.index": "work.see",
    "records.act": "work.see",
    "records.attach": "work.see",
    "records.detach": "work.see",
    "records.download": "work.see",
    "records.history": "work.see",
    "inspections.index": "work.see",
    "inspections.export": "work.see",
    "inspections.new": "record.create",
    "inspections.show": "work.see",
    "inspections.edit": "work.see",
    "inspections.start": "work.see",
    "inspections.answer": "work.see",
    "inspections.conclude": "work.see",
    "inspections.minutes": "work.see",
    "inspections.notice": "work.see",
    "inspections.blank_checklist": "work.see",
    "corrective_actions.index": "work.see",
    "corrective_actions.show": "work.see",
    "corrective_actions.report": "work.see",
    "corrective_actions.decide": "work.see",
    "procedures.index": "work.see",
    "procedures.export": "work.see",
    "procedures.figure": "work.see",
    "procedures.show": "work.see",
    "procedures.qr": "work.see",
    "procedures.poster": "work.see",
    "procedures.new": "reference.edit",
    "procedures.edit": "reference.edit",
    "procedures.history": "reference.edit",
    "procedures.take_list": "reference.edit",
    "procedures.edit_portal": "reference.edit",
    "internal_procedures.index": "work.see",
    "internal_procedures.export": "work.see",
    "internal_procedures.new": "record.create",
    "internal_procedures.show": "work.see",
    "internal_procedures.edit": "work.see",
    "internal_procedures.sheet": "work.see",
    "internal_procedures.add_up": "record.create",
    "internal_procedures.revise": "work.see",
    "internal_procedures.end": "work.see",
    "internal_procedures.compare": "work.see",
    "internal_tthc.index": "work.see",
    "internal_tthc.export": "work.see",
    "internal_tthc.new": "record.create",
    "internal_tthc.show": "work.see",
    "internal_tthc.edit": "work.see",
    "internal_tthc.sheet": "work.see",
    "checklists.index": "checklist.edit",
    "checklists.new": "checklist.edit",
    "checklists.show": "checklist.edit",
    "checklists.edit": "checklist.edit",
    "documents.index": "work.see",
    "documents.export": "work.see",
    "documents.new": "record.create",
    "documents.show": "work.see",
    "documents.edit": "work.see",
    "dossiers.index": "work.see",
    "dossiers.dashboard": "work.see",
    "dossiers.export": "work.see",
    "dossiers.show": "work.see",
    "dossiers.figure": "work.see",
    "figure_choices.edit": "figures.enter",
    "register_uses.index": "figures.see",
    "register_uses.edit": "figures.enter",
    "imports.new": "dossiers.import",
    "imports.show": "dossiers.import",
    "imports.answer": "dossiers.import",
    "imports.compare": "dossiers.import",
    "imports.confirm": "dossiers.import",
    "imports.take": "dossiers.import",
    "imports.rejected": "dossiers.import",
    "dossier_sources.index": "reference.edit",
    "dossier_sources.edit": "reference.edit",
    "dossier_sources.field_units": "reference.edit",
    "overdue.index": "work.see",
    "overdue.export": "work.see",
    "overdue.new": "record.create",
    "overdue.show": "work.see",
    "overdue.edit": "work.see",
    "overdue.sheet": "work.see",
    "overdue.causes": "work.see",
    "overdue.to_explain": "work.see",
    "overdue.explain_together": "record.create",
    "overdue.falling": "work.see",
    "proposals.index": "work.see",
    "proposals.export": "work.see",
    "proposals.new": "record.create",
    "proposals.show": "work.see",
    "proposals.edit": "work.see",
    "proposals.sheet": "work.see",
    "proposals.savings": "record.create",
    "proposals.follow": "proposal.follow",
    "labour_rates.index": "reference.edit",
    "labour_rates.new": "reference.edit",
    "labour_rates.edit": "reference.edit",
    "trainings.index": "work.see",
    "trainings.export": "work.see",
    "trainings.new": "record.create",
    "trainings.show": "work.see",
    "trainings.edit": "work.see",
    "trainings.sheet": "work.see",
    "trainings.year": "work.see",
    "trainings.people": "work.see",
    "figure_evidence.show": "figures.see",
    "figure_evidence.download": "figures.see",
    "figure_evidence.link": "figures.enter",
    "figure_evidence.attach": "figures.enter",
    "figure_evidence.remove": "figures.enter",
    "figures.index": "figures.see",
    "figures.show": "figures.see",
    "figures.history": "figures.see",
    "figures.enter": "figures.enter",
    "figures.check": "figures.enter",
    "reports.index": "report.see",
    "reports.record": "report.see",
    "reports.show": "report.see",
    "reports.figures": "report.see",
    "reports.figure": "report.see",
    "reports.document": "report.see",
    "reports.annexes": "report.see",
    "reports.annex": "report.see",
    "reports.choose_annexes": "report.edit",
    "reports.bundle": "report.see",
    "reports.checks": "report.see",
    "reports.texts": "report.see",
    "reports.confirm": "report.edit",
    "reports.check_paper": "report.see",
    "reports.waive": "report.edit",
    "reports.revoke": "report.edit",
    "proofreading.index": "report.see",
    "legal_references.index": "work.see",
    "legal_references.new": "reference.edit",
    "legal_references.edit": "reference.edit",
    "reports.decide": "report.see",
    "reports.take_decision": "report.see",
    "reports.read": "report.see",
    "reports.comment": "report.see",
    "reports.resolve": "report.see",
    "reports.reopen_comment": "report.see",
    "reports.signed": "report.see",
    "reports.signed_file": "report.see",
    "reports.attach_signed": "report.edit",
    "reports.begin": "report.edit",
    "reports.issue": "report.edit",
    "reports.edit": "report.edit",
    "reports.preview": "report.edit",
    "reports.composed": "report.edit",
    "reports.take_composed": "report.edit",
    "reports.take_merged": "report.edit",
    "reports.save": "report.edit",
    "outlines.index": "outline.edit",
    "outlines.new": "outline.edit",
    "outlines.edit": "outline.edit",
    "outlines.numbering": "outline.edit",
    "report_duties.index": "office.edit",
    "report_duties.edit": "office.edit",
    "categories.index": "reference.edit",
    "categories.new": "reference.edit",
    "categories.edit": "reference.edit",
    "working_days.index": "reference.edit",
    "working_days.new": "reference.edit",
    "working_days.edit": "reference.edit",
    "working_days.remove": "reference.edit",
    "users.index": "users.manage",
    "users.new": "users.manage",
    "users.edit": "users.manage",
    "users.password": "users.manage",
    "units.index": "users.manage",
    "units.new": "users.manage",
    "units.edit": "users.manage",
    "office.edit": "office.edit",
}


def test_every_route_is_in_the_table(app):
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(ACCESS)


def test_rights_on_views_match_the_table(app):
    for endpoint, access in ACCESS.items():
        declared = getattr(app.view_functions[endpoint], "access", None)
        assert declared == (None if access == "anyone" else access), endpoint


def test_every_right_is_asked_for_somewhere(app):
    workflows = [REMEDY, FOLLOWING, *(kind.workflow for kind in Record.__subclasses__())]
    asked = {step.permission for workflow in workflows for step in workflow.transitions}
    asked |= set(ACCESS.values()) | {"record.view", "record.edit"}
    assert set(PERMISSIONS) == asked - {"anyone"}


def test_strangers_are_shown_the_door(app, stranger):
    for rule in app.url_map.iter_rules():
        if ACCESS[rule.endpoint] == "anyone":
            continue
        for method in rule.methods & {"GET", "POST"}:
            answer = stranger.open(address(app, rule), method=method)
            assert answer.status_code == (302 if method == "GET" else 401), (rule, method)


@pytest.mark.parametrize(
    ("username", "closed"),
    [
        ("an", {"users.manage", "office.edit", "figures.see", "figures.enter", "report.see", "report.edit"}),
        ("an", {"reference.edit"}),
        ("dung", {"reference.edit"}),
        ("quan", {"reference.edit"}),
        ("dung", {"users.manage", "office.edit", "figures.enter", "report.edit", "outline.edit", "checklist.edit"}),
        ("chi", {"users.manage"}),
        ("quan", {"work.see", "record.create", "figures.see", "report.see", "checklist.edit", "outline.edit"}),
    ],
)
def test_doors_stay_shut_for_those_without_the_right(app, as_user, username, closed):
    client = as_user(username)
    for rule in app.url_map.iter_rules():
        if ACCESS[rule.endpoint] in closed:
            for method in rule.methods & {"GET", "POST"}:
                assert client.open(address(app, rule), method=method).status_code == 403, (rule, method)


def test_workflows_ask_only_for_rights_that_exist(app):
    kinds = Record.__subclasses__()
    assert kinds
    for steps in [REMEDY.transitions, FOLLOWING.transitions, *(kind.workflow.transitions for kind in kinds)]:
        for step in steps:
            assert step.permission in PERMISSIONS, step.action


def test_a_token_is_needed_for_every_post(app, as_user):
    app.config["WTF_CSRF_ENABLED"] = True
    client = as_user("quan")
    for rule in app.url_map.iter_rules():
        if "POST" in rule.methods:
            assert client.post(address(app, rule)).status_code == 400, rule
