"""The intranet: every feature is registered here, and nowhere else."""

from typing import Any

from flask import Flask

from intranet import commands, config, home, menu
from intranet.accounts import office_views, sign_in, unit_views, user_views, workday_views
from intranet.documents import legal_views
from intranet.documents import views as documents
from intranet.dossiers import dashboard_views as dossiers  # hangs its page on the blueprint of views
from intranet.dossiers import import_views, settings_views
from intranet.figures import category_views, choice_views, registers
from intranet.figures import views as figures
from intranet.inspections import checklist_views, remedy_views
from intranet.inspections import views as inspections
from intranet.kernel import background, db, display, page, received, refusals, security, statics
from intranet.overdue import views as overdue
from intranet.procedures import portal_views as procedures  # hangs its pages on the blueprint of the catalogue
from intranet.procedures import tthc_views as internal_tthc
from intranet.procedures import views as internal_procedures
from intranet.proposals import rate_views
from intranet.proposals import views as proposals
from intranet.records import locking  # noqa: F401  (listens to every flush)
from intranet.records import views as records
from intranet.reports import outline_views, proofread_views
from intranet.reports import registers as reported
from intranet.reports import views as reports
from intranet.trainings import views as trainings

FEATURES = (
    *(home, sign_in, user_views, unit_views, office_views, workday_views, records),
    *(figures, category_views, choice_views, inspections, remedy_views, checklist_views),
    *(procedures, internal_procedures, internal_tthc, documents, legal_views, trainings, proposals, rate_views),
    *(dossiers, import_views, settings_views, overdue),
    *(reports, outline_views, proofread_views),
)


def create_app(**settings: Any) -> Flask:
    """The WSGI application. `settings` override those of the environment; tests use them."""
    app = Flask(__name__, template_folder="../templates", static_folder="../static")
    app.config.update(config.settings() | settings)
    for part in (db, background, received, page, display, security, statics, refusals, sign_in, menu, commands):
        part.init_app(app)
    registers.init_app(app, reported.given, reported.told_subjects)
    for feature in FEATURES:
        app.register_blueprint(feature.blueprint)
    return app
