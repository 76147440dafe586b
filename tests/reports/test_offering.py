"""What may be put into a text is offered with what it prints, and every offered mark is a right one."""

from quarter import nothing_known, quarter

from intranet.reports.markup import blocks, mistakes
from intranet.reports.offering import offered

LINES = {offer.mark: offer for _, offers in offered(quarter()) for offer in offers}


def test_every_figure_is_offered_with_its_value_unit_and_format():
    offer = LINES["{{procedures.on_site}}"]
    assert (offer.shown, offer.label, offer.unit) == ("02", "TTHC “4 tại chỗ”", "thủ tục")
    assert {f"{{{{{name}}}}}" for name in quarter().figures} <= LINES.keys()
    assert LINES["{{dossiers.resolved_late:chữ}}"].shown == "mười một"
    assert LINES["{{payments.amount:tiền}}"].shown == "18.025.000 đồng"


def test_what_is_offered_is_no_mistake():
    assert mistakes("\n".join(LINES), quarter().figures) == []


def test_what_is_offered_as_printed_is_what_is_printed():
    facts = quarter(annexes=("II.05a", "II.06a", "II.06b", "II.06g", "II.07b"))
    for mark, offer in LINES.items():
        for block in blocks(mark, facts):
            assert offer.shown in f"{block.text} {block.caption}"


def test_a_missing_figure_is_offered_as_a_blank():
    shown = {offer.mark: offer.shown for _, offers in offered(nothing_known()) for offer in offers}
    assert shown["{{dossiers.received}}"] == shown["{{dossiers.received:chữ}}"] == "……"


def test_words_are_sought_without_diacritics_in_name_group_mark_and_format():
    def marks(sought: str) -> list[str]:
        return [offer.mark for _, offers in offered(quarter(), sought) for offer in offers]

    assert "{{dossiers.resolved_late}}" in marks("QUA HAN giai quyet")
    assert marks("resolved_late bang chu")[0] == "{{dossiers.resolved_late:chữ}}"
    assert "{{staff.total}}" in marks("nhân sự") and "{{dossiers.received}}" not in marks("nhân sự")
    assert marks("không có gì như thế") == []
