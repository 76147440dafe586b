"""Papers of the office as PDF, to open and print."""

from io import BytesIO
from typing import Any

from flask import render_template, send_file

from intranet.accounts.operations import the_office
from intranet.kernel.pdf import render_pdf


def paper(template: str, name: str, draft: bool, **context: Any) -> Any:
    """The answer that carries a PDF of one of our templates; a `draft` is marked, and so is what the sample made."""
    office = the_office()
    told = {"office": office, "draft": draft, "sample": office.is_sample} | context
    html = render_template(template, **told)
    return send_file(BytesIO(render_pdf(html)), mimetype="application/pdf", download_name=name)
