"""The register of legal texts: everybody reads it, the controller keeps it."""

from typing import Any

from flask import Blueprint, request

from intranet.accounts.settings_pages import SettingKind, SettingWords, hang
from intranet.accounts.settings_trail import latest
from intranet.documents import legal_operations as operations
from intranet.documents.legal_forms import LegalReferenceForm
from intranet.documents.models import LegalReference
from intranet.kernel.clock import today
from intranet.kernel.forms import clean

blueprint = Blueprint("legal_references", __name__, url_prefix="/legal-references")


def listed() -> dict[str, Any]:
    sought = clean(request.args.get("q")) or ""
    entries = latest(operations.CREATED, operations.CHANGED)
    return {"references": operations.references(sought), "sought": sought, "entries": entries, "day": today()}


LEGAL_REFERENCES = SettingKind(
    name="reference",
    model=LegalReference,
    right="reference.edit",
    seen_with="work.see",
    words=SettingWords(
        title="Căn cứ pháp lý",
        adding="Thêm văn bản",
        editing="Sửa {0}",
        added="Đã thêm văn bản.",
        saved="Đã lưu {0}.",
    ),
    index="legal_references/index.html",
    listed=listed,
    form=lambda reference: LegalReferenceForm(obj=reference),
    create=operations.create,
    change=operations.change,
)
hang(blueprint, LEGAL_REFERENCES)
