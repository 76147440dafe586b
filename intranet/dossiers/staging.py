"""Reading an uploaded file in the background: in small transactions, so that the site stays responsive.

Nothing counts before the batch is confirmed. A reading that was cut off stands still, and is begun anew on demand.
"""

from datetime import timedelta

from sqlalchemy import delete

from intranet.dossiers.brought_up import brought_up
from intranet.dossiers.importing import read_file
from intranet.dossiers.models import DatedBy, ImportBatch, ImportFile, RejectedRow, SourceRow, Stage
from intranet.dossiers.publishing import foresee
from intranet.dossiers.storing import store, what_is_known
from intranet.kernel.background import begin
from intranet.kernel.clock import now
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused

STANDSTILL = timedelta(minutes=2)
FAULT = "Phần mềm gặp lỗi khi đọc tệp này. Hãy thử lại; nếu vẫn lỗi, hãy báo người quản trị."


def start(batch: ImportBatch) -> None:
    """Begin after what is stored so far has been committed, since the reading has a transaction of its own."""
    key = batch.id
    db.session.commit()
    begin(carry_out, key)


def is_standing_still(batch: ImportBatch) -> bool:
    """Whether a reading was cut off, as by a restart."""
    return batch.stage is Stage.STAGING and now() - batch.touched_at > STANDSTILL


def carry_out(batch_id: int) -> None:
    """Read the file; leave the batch asking, staged or failed."""
    try:
        read_in(db.session.get_one(ImportBatch, batch_id))
    except Refused as refusal:
        fail(batch_id, str(refusal))
    except Exception:
        fail(batch_id, FAULT)
        raise


def read_in(batch: ImportBatch) -> None:
    data = db.session.get_one(ImportFile, batch.id).content
    source, name = batch.source, batch.file_name
    answers = batch.answers
    known = what_is_known(source, answers, batch.exported_on if batch.dated_by is DatedBy.PERSON else None)
    db.session.commit()  # nobody waits for the reading
    found = read_file(data, name, known)
    empty(batch)
    batch.told, batch.touched_at = brought_up(found, answers), now()
    if batch.told["questions"]:
        batch.stage = Stage.ASKING
        db.session.commit()
        return
    store(batch, found, db.session.commit)
    foresee(batch)
    db.session.commit()


def empty(batch: ImportBatch) -> None:
    """Take away what an earlier reading left."""
    for model in (SourceRow, RejectedRow):
        db.session.execute(delete(model).where(model.batch_id == batch.id))
    batch.stored = 0


def fail(batch_id: int, why: str) -> None:
    db.session.rollback()
    batch = db.session.get_one(ImportBatch, batch_id)
    empty(batch)
    batch.stage, batch.problem = Stage.FAILED, why
    db.session.execute(delete(ImportFile).where(ImportFile.batch_id == batch_id))
    db.session.commit()
