"""The pages of documents: those of every register."""

from flask import Blueprint

from intranet.documents import operations
from intranet.documents.doubts import doubts
from intranet.documents.forms import DocumentForm
from intranet.documents.listing import LISTING, SHEET
from intranet.documents.models import Document
from intranet.records.pages import hang
from intranet.records.register import Register, RegisterWords

blueprint = Blueprint("documents", __name__, url_prefix="/documents")

register = Register(
    folder="documents",
    words=RegisterWords("Văn bản", "văn bản", "van-ban", "Số, ký hiệu, cơ quan, trích yếu"),
    model=Document,
    listing=LISTING,
    sheet=SHEET,
    form=lambda stored: DocumentForm(obj=stored),
    create=operations.create,
    change=operations.change,
    doubts=doubts,
)
hang(blueprint, register)
