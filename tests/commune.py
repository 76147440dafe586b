"""Nine months of a commune: what three systems export each quarter, as they give it, and the true figures."""

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

from intranet.dossiers import operations
from intranet.dossiers.models import ImportBatch

FILES = Path(__file__).parent / "dossiers" / "xa"
TRUTH = json.loads((FILES / "truth.json").read_text(encoding="utf-8"))


class Export(NamedTuple):
    """One export, and the day it was made, which some of the files do not tell."""

    name: str
    source: str
    exported_on: date

    @property
    def content(self) -> bytes:
        return (FILES / self.name).read_bytes()


EXPORTS = [Export(told["file"], told["source"], date.fromisoformat(told["exported_on"])) for told in TRUTH["files"]]


def take(export: Export) -> ImportBatch:
    """Import an export as the product does."""
    batch, found = operations.import_at_once(export.source, export.content, export.name, export.exported_on, None)
    assert not found.errors and not found.unread
    operations.confirm(batch, False, None)
    return batch
