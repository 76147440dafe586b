"""What a figure is called in the message of a check. Pure."""

from intranet.categories.catalogue import CATALOGUE

OURS = {
    "dossiers.total": "tổng số hồ sơ phải giải quyết",
    "dossiers.resolved_in_time": "hồ sơ giải quyết trước và đúng hạn",
    "dossiers.received_on_paper": "hồ sơ nộp trực tiếp và qua bưu chính công ích",
    "feedback.total": "tổng số PAKN",
    "overdue.late": "hồ sơ quá hạn",
    "procedures.online_info": "TTHC cung cấp thông tin trực tuyến",
}


def words_for(name: str) -> str:
    """The figure's label with a small first letter, unless it begins with an abbreviation."""
    label = OURS.get(name) or (CATALOGUE[name].label if name in CATALOGUE else name)
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
