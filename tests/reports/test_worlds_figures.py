"""What figures do in every world: they agree, stay what they are when frozen, fill the forms, and compare."""

import json
import re
from collections.abc import Iterator
from io import BytesIO

from python_calamine import CalamineWorkbook
from world_text import as_printed, printed_report
from worlds import World, in_every_world

from intranet.decisions.bundle import figures as figures_file
from intranet.figures.comparing import COMPARED
from intranet.figures.fact import Origin
from intranet.figures.facts import Facts
from intranet.figures.identities import contradictions
from intranet.reports.annexes.annex import PrintedAnnex, PrintedRow
from intranet.reports.annexes.causes import TOO_MANY
from intranet.reports.annexes.dossiers import UNKNOWN_CHANNEL
from intranet.reports.annexes.forms import CODES, attached, printed_form
from intranet.reports.annexes.plain import plain
from intranet.reports.charts.chart import CHARTS
from intranet.reports.current import CurrentReport
from intranet.reports.marks.comparisons import comparison
from intranet.reports.markup import blocks
from intranet.reports.plain_text import plain_text

# Sums that need not hold once records are counted: a dossier may be of no field the office lists or have come nobody
# knows how, and a case may have no cause yet.
OF_RECORDS = {
    "sum-dossiers-by-field": "dossiers.received",
    "sum-dossiers-received": "dossiers.received",
    "sum-overdue-causes": "overdue.explained",
}
EQUATION = re.compile(r"\((\d+)\) = (\(\d+\)(?: \+ \(\d+\))*)")


@in_every_world
def test_the_figures_of_a_world_do_not_contradict_each_other(world: World):
    figures = world.facts.figures
    counts = {name: fact.value for name, fact in figures.items() if fact.unit != "%"}
    for found in contradictions(counts):
        assert found.rule in OF_RECORDS, found.message
        assert figures[OF_RECORDS[found.rule]].origin is Origin.RECORDS, found.message


@in_every_world
def test_frozen_facts_read_back_are_the_same_and_print_the_same(world: World):
    thawed = Facts.from_json(json.loads(json.dumps(world.facts.to_json())))
    assert thawed == world.facts
    assert plain_text(printed_report(thawed)) == plain_text(printed_report(world.facts))
    assert plain(attached(thawed)) == plain(attached(world.facts))


# The forms.


def forms_of(facts: Facts) -> list[PrintedAnnex]:
    """Every form of the period, attached or not."""
    return [form for code in CODES if (form := printed_form(code, facts))]


@in_every_world
def test_a_form_prints_its_figures_in_a_cell_for_each_column(world: World):
    for form in forms_of(world.facts):
        for part in form.parts:
            for row in part.rows:
                assert len(row.cells) == len(part.columns)
                for cell in row.cells:
                    assert "None" not in cell.text
                    if len(cell.names) == 1:
                        assert cell.text == as_printed(world.facts.figures.get(cell.names[0]), in_table=True)


@in_every_world
def test_the_sums_that_a_form_names_hold_in_each_of_its_rows(world: World):
    for form in forms_of(world.facts):
        for row in form.parts[0].rows:
            for total, parts in equations(form):
                summed = [number(row, column) for column in parts]
                if None in summed or number(row, total) is None:
                    continue
                if total == 3 and UNKNOWN_CHANNEL in form.notes:
                    assert sum(summed) <= number(row, total)
                else:
                    assert sum(summed) == number(row, total), (form.code, total)


def equations(form: PrintedAnnex) -> Iterator[tuple[int, list[int]]]:
    """Each column that the notes of a form say is the sum of others."""
    for note in form.notes:
        for total, parts in EQUATION.findall(note):
            yield int(total), [int(column) for column in re.findall(r"\d+", parts)]


def number(row: PrintedRow, column: int) -> int | None:
    """What stands in a column, the first being 1; None where it is blank."""
    text = row.cells[column - 1].text.replace(".", "")
    return int(text) if text.isdigit() else None


@in_every_world
def test_the_rows_of_the_dossiers_form_add_up_to_its_last(world: World):
    form = printed_form("II.06b", world.facts)
    *rows, totals = form.parts[0].rows if form else [None]
    for column in range(3, 14) if rows else ():
        assert sum(number(row, column) for row in rows) == number(totals, column)


@in_every_world
def test_the_form_of_causes_tells_each_late_dossier_once(world: World):
    form = printed_form("II.06g", world.facts)
    *rows, totals = form.parts[0].rows if form else [None]
    if form and world.facts.overdue and TOO_MANY not in form.notes and number(totals, 3) is not None:
        assert sum(number(row, 3) for row in rows) == number(totals, 3) == world.facts.value("overdue.late")


@in_every_world
def test_the_file_of_figures_holds_their_values(world: World):
    facts = world.facts
    file = figures_file(CurrentReport(facts.period, None, "", facts, (), {}))
    _, *rows = CalamineWorkbook.from_filelike(BytesIO(file)).get_sheet_by_index(0).to_python()
    told = {row[1]: row[2] for row in rows}
    assert told == {
        name: "" if fact.value is None else float(fact.value) for name, fact in sorted(facts.figures.items())
    }


# Comparison with earlier periods.


@in_every_world
def test_what_is_compared_is_what_both_of_two_equally_long_periods_know(world: World):
    facts = world.facts
    for side, period in facts.earlier.items():
        is_alike = period.months == facts.period.months
        for name in COMPARED:
            are_known = facts.value(name) is not None and facts.value(f"{side}.{name}") is not None
            assert (f"{side}.{name}.change" in facts.figures) is (is_alike and are_known)


@in_every_world
def test_a_comparison_goes_the_way_the_numbers_went(world: World):
    facts = world.facts
    signs = {row[0]: row for block in blocks("{{table:comparison}}", facts) for row in block.rows}
    for place, side in enumerate(facts.earlier):
        for name, called in COMPARED.items():
            if f"{side}.{name}.change" not in facts.figures:
                continue
            now, before = facts.value(name), facts.value(f"{side}.{name}")
            (block,) = blocks(f"Số này{comparison(f'{side}.{name}')}.", facts)
            way = "không đổi" if now == before else "tăng" if now > before else "giảm"
            assert block.text.startswith(f"Số này {way}")
            unit = " (%)" if facts.figures[name].unit == "%" else ""
            shown = signs[f"{called[:1].upper()}{called[1:]}{unit}"][3 + 2 * place]
            assert shown[0] == ("0" if now == before else "+" if now > before else "−")
            assert facts.value(f"{side}.{name}.change") == abs(now - before)


@in_every_world
def test_a_chart_draws_what_both_periods_know(world: World):
    facts = world.facts
    chart = CHARTS["comparison"](facts)
    assert len(chart.series) == 1 + len(facts.earlier)
    for _, values in chart.groups:
        assert values[0] is not None and any(value is not None for value in values[1:])
    assert "None" not in chart.in_words
