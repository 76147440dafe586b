"""A citation by number: in full the first time, short later, always as the register has it."""

from dataclasses import replace
from datetime import date

import pytest
from quarter import quarter

from intranet.documents.types import DocumentType
from intranet.figures.legal_notes import LegalNote
from intranet.reports.markup import blocks, mistakes_in, printed
from intranet.reports.offering import offered
from intranet.reports.sections.compose import Section

DECREE = LegalNote(
    DocumentType.DECREE, "118/2025/NĐ-CP", "Chính phủ", date(2025, 6, 9), "về thực hiện thủ tục hành chính"
)
BARE = LegalNote(DocumentType.DECISION, "478/QĐ-UBND", "UBND tỉnh Lạng Sơn")
FACTS = quarter(legal=(DECREE, BARE))
FULL = "Nghị định số 118/2025/NĐ-CP ngày 09/06/2025 của Chính phủ về thực hiện thủ tục hành chính"
SHORT = "Nghị định số 118/2025/NĐ-CP"
MARK = "{{văn bản:118/2025/NĐ-CP}}"


def told(*texts: str) -> list[str]:
    sections = [Section(f"s{place}", str(place), 1, "Mục", text) for place, text in enumerate(texts, start=1)]
    return [block.text for section in printed(sections, FACTS) for block in section.blocks]


def test_the_first_citation_is_in_full_the_next_in_the_same_sentence_is_short():
    assert told(f"Theo {MARK}; căn cứ {MARK}.") == [f"Theo {FULL}; căn cứ {SHORT}."]


def test_a_citation_stays_short_in_later_paragraphs_and_sections():
    assert told(f"Theo {MARK}.\nVẫn theo {MARK}.", f"Theo {MARK}.") == [
        f"Theo {FULL}.",
        f"Vẫn theo {SHORT}.",
        f"Theo {SHORT}.",
    ]


def test_each_text_has_its_own_first_time():
    assert told(f"Theo {MARK} và {{{{văn bản:478/QĐ-UBND}}}}.", "Theo {{văn bản:478/QĐ-UBND}}.") == [
        f"Theo {FULL} và Quyết định số 478/QĐ-UBND của UBND tỉnh Lạng Sơn.",
        "Theo Quyết định số 478/QĐ-UBND.",
    ]


@pytest.mark.parametrize(
    "mark", ["{{ văn bản : 118/2025/NĐ-CP }}", "{{Văn bản:118/2025/nđ-cp}}", "{{văn bản:0118/2025/NĐ-CP}}"]
)
def test_a_number_is_found_however_it_is_typed(mark):
    assert told(f"Theo {mark}.") == [f"Theo {FULL}."]


def test_a_text_changed_in_the_register_is_cited_as_it_is_now():
    renamed = replace(FACTS, legal=(replace(DECREE, summary="về một cửa"),))
    (block,) = blocks(f"Theo {MARK}.", renamed)
    assert block.text.endswith("của Chính phủ về một cửa.")


def test_a_number_nobody_knows_is_refused_with_a_suggestion():
    (mistake,) = mistakes_in("Theo {{văn bản:118/2025/NĐ-CQ}}.", FACTS)
    assert "không có văn bản “118/2025/NĐ-CQ”" in mistake and "118/2025/NĐ-CP" in mistake
    assert not mistakes_in(f"Theo {MARK}.", FACTS)


def test_a_text_gone_from_the_register_leaves_its_number():
    assert [block.text for block in blocks(f"Theo {MARK}.", quarter(legal=()))] == ["Theo 118/2025/NĐ-CP."]


def test_the_editor_offers_every_text_with_its_full_form():
    offers = {offer.mark: offer for group, found in offered(FACTS, "118/2025") for offer in found}
    assert offers[MARK].label == FULL and offers[MARK].shown == SHORT
