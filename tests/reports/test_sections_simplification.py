"""Proposals with what they save; quy trình nội bộ and TTHC nội bộ, in force and in work."""

from dataclasses import replace
from datetime import date

import pytest
from quarter import BIRTH, FEWER_PAPERS, PROPOSALS, SHORTER, facts_of, quarter

from intranet.reports.markup import blocks
from intranet.reports.sections.internal_procedures import internal_procedures
from intranet.reports.sections.simplification import business_rules, r131_reform, simplification
from intranet.reports.wording import AND_OTHERS, MOST

NONE = {"proposals.made": 0, "proposals.approved": 0}
SAVING = (
    "Chi phí tuân thủ trong một năm giảm từ 32.000.000 đồng xuống 28.800.000 đồng, "
    "tiết kiệm 3.200.000 đồng (cắt giảm 10%)."
)


def told(compose, facts) -> list[str]:
    return [block.text for block in blocks(compose(facts), facts)]


def test_proposals_are_told_with_what_they_save_and_how_far_each_is():
    assert told(simplification, quarter()) == [
        "Trong kỳ các đơn vị đã trình 02 phương án đơn giản hóa TTHC. "
        f"Có 01 phương án đơn giản hóa được phê duyệt. {SAVING}",
        "Phương án: Rút ngắn thời hạn thẩm định (TTHC Cấp giấy phép xây dựng; rút ngắn thời gian; "
        "Phòng Kinh tế, Hạ tầng và Đô thị): thời hạn giảm từ 05 ngày xuống 03 ngày, "
        "chi phí tuân thủ một năm giảm 6.400.000 đồng; tình trạng: chờ duyệt.",
        "Phương án về quy định liên quan đến hoạt động kinh doanh được nêu riêng.",
    ]


def test_proposals_about_business_are_told_apart():
    assert told(business_rules, quarter()) == [
        "Trong kỳ có phương án cắt giảm, đơn giản hóa quy định liên quan đến hoạt động kinh doanh: "
        "Bỏ bản sao giấy tờ đã có trong cơ sở dữ liệu (TTHC Đăng ký hộ kinh doanh; cắt giảm giấy tờ; "
        "Phòng Kinh tế, Hạ tầng và Đô thị): chi phí tuân thủ một năm giảm 3.200.000 đồng; "
        "tình trạng: đã gửi cấp trên."
    ]


@pytest.mark.parametrize(("compose", "is_business"), [(simplification, False), (business_rules, True)])
def test_several_proposals_are_a_list(compose, is_business):
    several = tuple(replace(SHORTER, title=title, is_business=is_business) for title in ("Một", "Hai", "Ba"))
    lines = blocks(compose(quarter(proposals=several)), quarter())
    assert [line.kind for line in lines][-4:] == ["paragraph", "item", "item", "item"]
    assert lines[-4].text[-1] == ":" and [line.text[-1] for line in lines[-3:]] == [";", ";", "."]


@pytest.mark.parametrize(
    ("values", "ending"),
    [
        (NONE, "Trong kỳ không phát sinh phương án đơn giản hóa TTHC."),
        ({"proposals.approved": 0}, "Trong kỳ các đơn vị đã trình 02 phương án đơn giản hóa TTHC. "
         "Chưa có phương án nào được phê duyệt."),
        ({"proposals.made": 0}, f"không trình phương án đơn giản hóa TTHC mới. Có 01 phương án đơn giản hóa "
         f"được phê duyệt. {SAVING}"),
        ({"proposals.cost_before": 0, "proposals.cost_after": 0}, "Có 01 phương án đơn giản hóa được phê duyệt."),
        ({"proposals.cost_after": 32_000_000}, "Chi phí tuân thủ trong một năm không thay đổi."),
        ({"proposals.cost_after": 40_000_000}, "tăng từ 32.000.000 đồng lên 40.000.000 đồng."),
        ({"proposals.cost_before": 0}, "tăng từ 0 đồng lên 28.800.000 đồng."),
        ({"proposals.cost_after": None}, "là 32.000.000 đồng, sau khi đơn giản hóa là …… đồng."),
    ],
)  # fmt: skip
def test_proposals_that_are_only_counted(values, ending):
    (text,) = told(simplification, quarter(values, proposals=()))
    assert text.endswith(ending)


AMONG_THEM = (
    "Phương án về quy định liên quan đến hoạt động kinh doanh được tính trong {{proposals.made}} phương án "
    "nêu tại mục trên."
)
ONE_MADE = {"proposals.made": 1, "proposals.approved": 0}


def test_of_business_nothing_is_claimed_where_proposals_are_only_counted():
    assert business_rules(quarter(proposals=())) == AMONG_THEM
    for facts in (quarter(ONE_MADE, proposals=(SHORTER,)), facts_of(NONE)):
        assert business_rules(facts).startswith("Trong kỳ không phát sinh phương án cắt giảm")


@pytest.mark.parametrize("made", [5, None])
def test_of_business_nothing_is_claimed_where_more_proposals_may_have_been_made_than_are_told(made):
    facts = quarter(ONE_MADE | {"proposals.made": made}, proposals=(SHORTER,))
    assert business_rules(facts) == (AMONG_THEM if made else "")


@pytest.mark.parametrize(
    ("change", "gains"),
    [
        ({"days_after": 5}, "chi phí tuân thủ một năm giảm 6.400.000 đồng; tình trạng"),
        ({"cost_after": 16_000_000}, "thời hạn giảm từ 05 ngày xuống 03 ngày; tình trạng"),
        ({"days_after": 12}, "thời hạn tăng từ 05 ngày lên 12 ngày, chi phí"),
        ({"cost_after": 16_000_001}, "chi phí tuân thủ một năm tăng 1 đồng; tình trạng"),
        ({"cost_after": 0, "days_after": 0}, "thời hạn giảm từ 05 ngày xuống 00 ngày, chi phí tuân thủ một năm giảm"),
    ],
)
def test_what_a_proposal_gains_or_costs_is_told_as_it_is(change, gains):
    text = "\n".join(told(simplification, quarter(proposals=(replace(SHORTER, **change),))))
    assert gains in text


def test_a_proposal_that_gains_nothing_countable_claims_nothing():
    plain = replace(SHORTER, cost_after=SHORTER.cost_before, days_after=SHORTER.days_before)
    assert told(simplification, quarter(proposals=(plain,)))[-1].endswith("Hạ tầng và Đô thị); tình trạng: chờ duyệt.")


def test_the_resolution_is_told_the_whole_alone():
    assert told(r131_reform, quarter()) == [f"Có 01 phương án đơn giản hóa được phê duyệt. {SAVING}"]
    assert told(r131_reform, quarter({"proposals.approved": 0})) == [
        "Trong kỳ các đơn vị đã trình 02 phương án đơn giản hóa TTHC."
    ]
    assert r131_reform(facts_of(NONE)) == "Trong kỳ không phát sinh phương án đơn giản hóa TTHC."


def test_what_people_wrote_of_a_proposal_cannot_break_the_report():
    wild = replace(SHORTER, title="- Bỏ {{proposals.made}}\n> một [[kỳ]].", unit="{{table:dossiers}}")
    lines = blocks(simplification(quarter(proposals=(wild, FEWER_PAPERS))), quarter())
    assert [line.kind for line in lines] == ["paragraph"] * 3
    assert lines[1].text.startswith("Phương án: Bỏ {proposals.made} > một [kỳ] (TTHC")


@pytest.mark.parametrize(
    ("effective", "drafting", "text"),
    [
        (12, 4, ["Có 12 quy trình nội bộ giải quyết TTHC đang được áp dụng.", "Đang xây dựng 04 quy trình nội bộ."]),
        (1, 0, ["Có 01 quy trình nội bộ giải quyết TTHC đang được áp dụng."]),
        (0, 4, ["Chưa có quy trình nội bộ giải quyết TTHC đang được áp dụng.", "Đang xây dựng 04 quy trình nội bộ."]),
        (0, 0, ["Chưa có quy trình nội bộ giải quyết TTHC được phê duyệt hoặc đang xây dựng."]),
    ],
)
def test_internal_procedures_that_are_only_counted(effective, drafting, text):
    values = {"internal_procedures.effective": effective, "internal_procedures.drafting": drafting}
    assert told(internal_procedures, quarter(values, procedures=())) == text


def test_a_draft_that_names_its_day_already_is_not_told_as_applied():
    draft = replace(BIRTH, is_in_force=False, effective_from=date(2026, 3, 2))
    assert "bắt đầu áp dụng" not in "\n".join(told(internal_procedures, quarter(procedures=(draft,))))


def test_internal_procedures_are_named_and_tthc_noi_bo_stand_apart():
    assert told(internal_procedures, quarter()) == [
        "Có 12 quy trình nội bộ giải quyết TTHC đang được áp dụng.",
        "Quy trình nội bộ bắt đầu áp dụng trong kỳ: Đăng ký khai sinh (QT-HT-01), áp dụng từ ngày 02/02/2026.",
        "Đang xây dựng 04 quy trình nội bộ: Chứng thực bản sao (QT-CT-01).",
        "TTHC nội bộ đang xây dựng: Cử công chức đi tập huấn (NB-01).",
    ]


@pytest.mark.parametrize(
    ("day", "is_new"),
    [
        (date(2025, 12, 14), False),
        (date(2025, 12, 15), True),
        (date(2026, 3, 14), True),
        (date(2026, 3, 15), False),
    ],
)
def test_what_began_to_apply_within_the_period_is_new(day, is_new):
    text = "\n".join(told(internal_procedures, quarter(procedures=(replace(BIRTH, effective_from=day),))))
    assert ("bắt đầu áp dụng trong kỳ" in text) is is_new


def test_tthc_noi_bo_alone_are_told_beside_no_procedure():
    own = (replace(BIRTH, is_tthc=True, effective_from=None), replace(BIRTH, is_tthc=True, is_in_force=False))
    none = {"internal_procedures.effective": 0, "internal_procedures.drafting": 0}
    assert told(internal_procedures, quarter(none, procedures=own)) == [
        "Chưa có quy trình nội bộ giải quyết TTHC được phê duyệt hoặc đang xây dựng.",
        "TTHC nội bộ đã được phê duyệt: Đăng ký khai sinh (QT-HT-01).",
        "TTHC nội bộ đang xây dựng: Đăng ký khai sinh (QT-HT-01).",
    ]


def test_a_long_list_ends_with_the_register():
    many = tuple(replace(BIRTH, name=f"Quy trình {number}") for number in range(MOST + 5))
    lines = told(internal_procedures, quarter(procedures=many))
    assert lines[MOST + 2] == f"{AND_OTHERS}."
    assert len([line for line in lines if line.startswith("Quy trình ") and line.endswith(";")]) == MOST


def test_every_proposal_of_the_sample_is_told_once():
    text = "\n".join([*told(simplification, quarter()), *told(business_rules, quarter())])
    assert [text.count(proposal.title) for proposal in PROPOSALS] == [1, 1]
