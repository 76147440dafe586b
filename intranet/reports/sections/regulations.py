"""II.1, II.2, II.4: the regulations themselves, their assessment, publication, what citizens say of them. Pure."""

from intranet.figures.facts import Facts
from intranet.reports.annexes.marks import mention
from intranet.reports.sections.breakdown import all_of, breakdown
from intranet.reports.wording import capitalised, sentences


def impact_assessment(facts: Facts) -> str:
    if facts.are_zero("impact.assessed", "impact.issued"):
        return "Trong kỳ không phát sinh việc đánh giá tác động quy định về TTHC."
    return (
        "Trong kỳ đã đánh giá tác động {{impact.assessed}} TTHC; "
        "số TTHC được ban hành sau khi đánh giá tác động là {{impact.issued}} thủ tục."
    )


def publication(facts: Facts) -> str:
    if facts.are_zero("procedures.total"):
        return f"Danh mục TTHC của {facts.office.called} chưa có thủ tục nào đang áp dụng."
    parts = (("một cửa", "procedures.one_stop"), ("một cửa liên thông", "procedures.interlinked"))
    total = (
        f"Tính đến hết ngày [[đến ngày]], danh mục TTHC thuộc thẩm quyền giải quyết của {facts.office.called} "
        "có {{procedures.total}} thủ tục"
    )
    if not facts.know("procedures"):
        return f"{total}."
    known = f"{total}{breakdown(facts, 'procedures.total', parts, 'thủ tục')}."
    return sentences(known, _online(facts), _postal(facts), _published(facts))


def _online(facts: Facts) -> str:
    if facts.are_zero("procedures.online_total"):
        return "Chưa có TTHC cung cấp trực tuyến."
    parts = (("toàn trình", "procedures.online_full"), ("một phần", "procedures.online_partial"))
    divided = breakdown(facts, "procedures.online_total", parts, "thủ tục")
    return f"Có {{{{procedures.online_total}}}} TTHC được cung cấp trực tuyến{divided}."


def _postal(facts: Facts) -> str:
    if facts.are_zero("procedures.postal"):
        return "Chưa có TTHC tiếp nhận, trả kết quả qua dịch vụ bưu chính công ích (BCCI)."
    return "Có {{procedures.postal}} TTHC được tiếp nhận, trả kết quả qua dịch vụ bưu chính công ích (BCCI)."


def _published(facts: Facts) -> str:
    if facts.are_zero("procedures.published"):
        return "Chưa có TTHC nào được công khai."
    if facts.are_equal("procedures.published", "procedures.total"):
        return capitalised(f"{all_of(facts, 'procedures.published')} TTHC đã được công khai.")
    return "Đã công khai {{procedures.published}} trên tổng số {{procedures.total}} TTHC."


def feedback(facts: Facts) -> str:
    if facts.are_zero("feedback.opening", "feedback.received", "feedback.pending"):
        none = "Trong kỳ không phát sinh phản ánh, kiến nghị (PAKN) về quy định hành chính và hành vi hành chính"
        return f"{none}{mention('II.05a')}."
    if not facts.know("feedback"):
        return f"Trong kỳ tiếp nhận {{{{feedback.received}}}} phản ánh, kiến nghị (PAKN){mention('II.05a')}."
    return sentences(_received(facts), _handled(facts))


def _received(facts: Facts) -> str:
    kinds = (
        ("về quy định hành chính", "feedback.on_regulation"),
        ("về hành vi hành chính", "feedback.on_conduct"),
    )
    received = (
        f"Trong kỳ tiếp nhận {{{{feedback.received}}}} phản ánh, kiến nghị (PAKN)"
        f"{breakdown(facts, 'feedback.received', kinds, 'PAKN')}"
    )
    if facts.are_zero("feedback.received"):
        received = "Trong kỳ không tiếp nhận phản ánh, kiến nghị (PAKN) mới"
    carried = "không có PAKN" if facts.are_zero("feedback.opening") else "có {{feedback.opening}} PAKN"
    return f"{received}; {carried} từ kỳ trước chuyển qua{mention('II.05a')}."


def _handled(facts: Facts) -> str:
    pending = "Đang xử lý {{feedback.pending}} PAKN."
    if facts.are_zero("feedback.pending"):
        pending = "Không còn PAKN đang xử lý."
    if facts.are_zero("feedback.handled"):
        return sentences("Chưa xử lý xong PAKN nào.", pending)
    published = "công khai kết quả xử lý {{feedback.published}} PAKN"
    if facts.are_zero("feedback.published"):
        published = "chưa công khai kết quả xử lý"
    return sentences(f"Đã xử lý {{{{feedback.handled}}}} PAKN, {published}.", pending)
