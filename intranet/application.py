"""The intranet: every feature is registered here, and nowhere else."""

from typing import Any

from flask import Flask

from intranet import commands, config, home, menu
from intranet.accounts import office_views, sign_in, unit_views, user_views, workday_views
from intranet.decisions import views as reports_views
from intranet.documents import legal_views
from intranet.documents import views as documents_views
from intranet.dossiers import (
    dashboard_views,  # hangs its page on the blueprint of views
    import_views,
    settings_views,
)
from intranet.figures import category_views, choice_views, evidence_views, register_views
from intranet.figures import views as figures_views
from intranet.inspections import checklist_views, remedy_views
from intranet.inspections import views as inspections_views
from intranet.kernel import background, db, display, page, received, refusals, security, statics
from intranet.overdue import views as overdue_views
from intranet.procedures import (
    portal_views,  # hangs its pages on the blueprint of the catalogue
    tthc_views,
)
from intranet.procedures import views as procedures_views
from intranet.proposals import rate_views
from intranet.proposals import views as proposals_views
from intranet.records import locking  # noqa: F401  (listens to every flush)
from intranet.records import views as records_views
from intranet.reports import proofread_views
from intranet.reports.duties import views as duty_views
from intranet.reports.outlines import views as outline_views
from intranet.trainings import views as trainings_views

FEATURES = (
    *(home, sign_in, user_views, unit_views, office_views, workday_views, records_views),
    *(figures_views, category_views, choice_views, register_views, evidence_views),
    *(inspections_views, remedy_views, checklist_views),
    *(portal_views, procedures_views, tthc_views),
    *(documents_views, legal_views, trainings_views, proposals_views, rate_views),
    *(dashboard_views, import_views, settings_views, overdue_views),
    *(reports_views, outline_views, duty_views, proofread_views),
)


def create_app(**settings: Any) -> Flask:
    """The WSGI application. `settings` override those of the environment; tests use them."""
    app = Flask("intranet", template_folder="../templates", static_folder="../static")
    app.config.update(config.settings() | settings)
    for part in (db, background, received, page, display, security, statics, refusals, sign_in, menu, commands):
        part.init_app(app)
    for feature in FEATURES:
        app.register_blueprint(feature.blueprint)
    return app
