"""The archive: one SQLite file that keeps what was read, with the bytes it came from and how it came in.

All SQL of the project stands in this room. Annotations are rows of their own, each with what made it; the pages' own
bytes are kept once each, by their SHA-256; every entry is linked to the one before it by a hash (`ledger.py`), so
that `verify` can prove that nothing changed.
"""

from marsad.archive.access import LEVELS, Access, set_level
from marsad.archive.ledger import Entry, Intake
from marsad.archive.redaction import Redaction, lift, redact, redactions
from marsad.archive.refusals import Reject, forget, rejects
from marsad.archive.store import Added, Archive
from marsad.archive.verify import Finding, verify
from marsad.archive.withdraw import withdraw

__all__ = [
    "LEVELS", "Access", "Added", "Archive", "Entry", "Finding", "Intake", "Redaction", "Reject", "forget", "lift",
    "redact", "redactions", "rejects", "set_level", "verify", "withdraw",
]  # fmt: skip
