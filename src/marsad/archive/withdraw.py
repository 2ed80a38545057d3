"""Taking an article out: text, bytes and annotations go, the hash, the ledger and a tombstone stay."""

from marsad.archive import ledger
from marsad.archive.entity_decisions import forget_names
from marsad.archive.entity_rows import leave
from marsad.archive.ledger import Intake
from marsad.archive.store import Archive
from marsad.errors import ArchiveError


def withdraw(archive: Archive, article: str, reason: str, intake: Intake) -> int:
    """Withdraws all versions of an article; how many there were. Raises ArchiveError where it is not there.

    Its page's bytes go too, unless another article that stays is from the same page. `verify` says withdrawn, not
    damaged, and adding the page again brings nothing back. The space is overwritten (`secure_delete`).

    The names of its entities go, too. What they decided about those of other articles is decided anew by
    `marsad.joining.settle`, or when articles are added.
    """
    connection = archive.connection
    with archive.erasing():
        rows = connection.execute("SELECT version, page, withdrawn FROM articles WHERE id = ?", (article,)).fetchall()
        if not rows:
            raise ArchiveError(f"no article {article} in {archive.path}", reason="not-found")
        if all(row[2] for row in rows):
            raise ArchiveError(f"article {article} was withdrawn before", reason="withdrawn")
        connection.execute(
            "UPDATE articles SET url = NULL, headline = NULL, section = NULL, body = NULL, withdrawn = ? WHERE id = ?",
            (intake.at, article),
        )
        connection.execute("DELETE FROM facts WHERE article = ?", (article,))
        leave(connection, article)
        forget_names(connection)
        for _, page, _ in rows:
            connection.execute(
                "UPDATE pages SET data = NULL WHERE sha256 = ? AND NOT EXISTS "
                "(SELECT 1 FROM articles WHERE page = ? AND withdrawn IS NULL)",
                (page, page),
            )
            connection.execute("DELETE FROM rejects WHERE sha256 = ?", (page,))
        pages = list(dict.fromkeys(page for _, page, _ in rows))
        told = intake.told() | {"reason": reason, "pages": pages}
        ledger.write(connection, intake.at, "withdraw", (article, rows[-1][0]), told)
    return len(rows)
