"""What kinds of documents there are, with the codes of Decree 30/2020/NĐ-CP, Annex III. Pure."""

from intranet.kernel.labels import Labelled


class Direction(Labelled):
    ISSUED = "issued", "Ban hành"
    RECEIVED = "received", "Đến"


class Purpose(Labelled):
    """What a document is for."""

    DIRECTION = "direction", "Chỉ đạo, điều hành"
    PLAN = "plan", "Kế hoạch"
    INSPECTION = "inspection", "Kiểm tra"
    PUBLICATION = "publication", "Niêm yết, công khai"
    DIGITISATION = "digitisation", "Số hóa"
    ONE_STOP = "one_stop", "Một cửa, một cửa liên thông"
    REVIEW = "review", "Rà soát, đơn giản hóa"
    TRAINING = "training", "Tập huấn"
    OTHER = "other", "Khác"


class DocumentType(Labelled):
    LETTER = "letter", "Công văn"
    PLAN = "plan", "Kế hoạch"
    DECISION = "decision", "Quyết định"
    RESOLUTION = "resolution", "Nghị quyết"
    DIRECTIVE = "directive", "Chỉ thị"
    NOTICE = "notice", "Thông báo"
    GUIDANCE = "guidance", "Hướng dẫn"
    PROGRAMME = "programme", "Chương trình"
    REPORT = "report", "Báo cáo"
    SUBMISSION = "submission", "Tờ trình"
    TELEGRAM = "telegram", "Công điện"
    REGULATION = "regulation", "Quy chế"
    RULE = "rule", "Quy định"
    MINUTES = "minutes", "Biên bản"
    INVITATION = "invitation", "Giấy mời"
    LAW = "law", "Luật"
    ORDINANCE = "ordinance", "Pháp lệnh"
    DECREE = "decree", "Nghị định"
    CIRCULAR = "circular", "Thông tư"

    @property
    def codes(self) -> frozenset[str]:
        """How the type stands in a symbol; empty where it has no code, as an official letter."""
        return CODES.get(self, frozenset())


CODES = {
    DocumentType.PLAN: frozenset({"KH"}),
    DocumentType.DECISION: frozenset({"QĐ"}),
    DocumentType.RESOLUTION: frozenset({"NQ"}),
    DocumentType.DIRECTIVE: frozenset({"CT"}),
    DocumentType.NOTICE: frozenset({"TB"}),
    DocumentType.GUIDANCE: frozenset({"HD"}),
    DocumentType.PROGRAMME: frozenset({"CTr"}),
    DocumentType.REPORT: frozenset({"BC"}),
    DocumentType.SUBMISSION: frozenset({"TTr"}),
    DocumentType.TELEGRAM: frozenset({"CĐ"}),
    DocumentType.REGULATION: frozenset({"QC", "QĐ"}),  # issued with a decision, whose number it carries
    DocumentType.RULE: frozenset({"QyĐ"}),
    DocumentType.MINUTES: frozenset({"BB"}),
    DocumentType.INVITATION: frozenset({"GM"}),
    DocumentType.LAW: frozenset({"QH"}),
    DocumentType.ORDINANCE: frozenset({"UBTVQH", "PL"}),
    DocumentType.DECREE: frozenset({"NĐ"}),
    DocumentType.CIRCULAR: frozenset({"TT"}),
}
BY_CODE = {code: kind for kind, codes in CODES.items() for code in codes if kind is not DocumentType.REGULATION}
