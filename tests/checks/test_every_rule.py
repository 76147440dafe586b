"""Every rule has its own corpus: wordings that must fire and wordings that must not."""

from importlib import import_module
from pathlib import Path

import pytest

from intranet.checks.rules import RULES

NAMES = [rule.__name__ for rule in RULES]
# These ask records, figures and where a text comes from instead of words; their tests vary those.
OF_RECORDS = {
    *("facts_contradict", "text_unconfirmed", "overdue_unexplained", "approval_pending", "corrective_overdue"),
    "figures_stale",
}


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_a_rule_is_one_function_in_a_file_of_its_name(rule):
    assert rule.__module__.startswith("intranet.checks.") and rule.__module__.endswith(f".{rule.__name__}")
    assert (Path(__file__).parent / f"test_{rule.__name__}.py").is_file()


@pytest.mark.parametrize("name", [name for name in NAMES if name not in OF_RECORDS])
def test_a_rule_fires_in_three_wordings_at_least_and_stays_silent_in_three(name):
    corpus = import_module(f"checks.test_{name}")
    assert len(set(corpus.FIRES)) >= 3 and len(set(corpus.SILENT)) >= 3


def test_every_file_of_a_rule_is_asked():
    stands = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}
    assert stands - set(NAMES) == {
        "another_office",
        "causes",
        "every_rule",
        "other_offices",
        "whole_report",
        "whole_report_dates",
        "whole_report_records",
    }
