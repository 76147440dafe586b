"""Which sections compose themselves: the key an outline names, and what writes the text. Pure."""

from collections.abc import Callable

from intranet.figures.facts import Facts
from intranet.reports.sections.assessment import control_limits, control_results
from intranet.reports.sections.directing import directives, focal_officers
from intranet.reports.sections.dossiers import dossiers, online
from intranet.reports.sections.inspections import inspections
from intranet.reports.sections.internal_procedures import internal_procedures
from intranet.reports.sections.one_stop import digitisation, on_site, one_stop, one_stop_unit
from intranet.reports.sections.other import other
from intranet.reports.sections.recurring import proposals_against_recurring_causes
from intranet.reports.sections.regulations import feedback, impact_assessment, publication
from intranet.reports.sections.resolution131 import r131_limits, r131_service
from intranet.reports.sections.simplification import business_rules, r131_reform, simplification
from intranet.reports.sections.year import year_results

COMPOSERS: dict[str, Callable[[Facts], str]] = {
    "directives": directives,
    "focal_officers": focal_officers,
    "impact_assessment": impact_assessment,
    "publication": publication,
    "simplification": simplification,
    "business_rules": business_rules,
    "internal_procedures": internal_procedures,
    "feedback": feedback,
    "dossiers": dossiers,
    "one_stop": one_stop,
    "on_site": on_site,
    "one_stop_unit": one_stop_unit,
    "digitisation": digitisation,
    "online": online,
    "inspections": inspections,
    "other": other,
    "r131_reform": r131_reform,
    "r131_service": r131_service,
    "control_results": control_results,
    "year_results": year_results,
    "control_limits": control_limits,
    "r131_limits": r131_limits,
}

# What the figures add to a text that people write: to that of the last period, or the starter.
ADDITIONS: dict[str, Callable[[Facts], str]] = {"text.proposals": proposals_against_recurring_causes}
