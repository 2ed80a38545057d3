"""The schema of the archive as a list of named steps: an older archive takes the steps that it lacks.

A step is never changed once it has been released; a new one is added behind it. The number of steps taken is the
archive's version (`PRAGMA user_version`), which an older program refuses.
"""

import sqlite3
from collections.abc import Callable

from marsad.archive import ledger, refusal_proof


def _first(connection: sqlite3.Connection) -> None:
    """Pages, articles with their versions, annotations, the ledger, rejects."""
    connection.execute(
        "CREATE TABLE pages (sha256 TEXT PRIMARY KEY, media_type TEXT, size INTEGER NOT NULL, data BLOB)"
    )  # data: zstd; NULL where it was withdrawn
    connection.execute(
        "CREATE TABLE articles (id TEXT NOT NULL, version INTEGER NOT NULL, url TEXT, headline TEXT, section TEXT, "
        "published TEXT, publisher TEXT, source TEXT, language TEXT NOT NULL, page TEXT NOT NULL, "
        "content TEXT NOT NULL, steps TEXT NOT NULL, body BLOB, entry INTEGER NOT NULL, withdrawn TEXT, "
        "PRIMARY KEY (id, version))"
    )  # content: SHA-256 of headline and text; body: zstd of origin, article and warnings as JSON
    connection.execute("CREATE INDEX articles_published ON articles (published)")
    connection.execute("CREATE INDEX articles_page ON articles (page)")
    connection.execute(
        "CREATE TABLE facts (article TEXT NOT NULL, version INTEGER NOT NULL, step TEXT NOT NULL, "
        "place INTEGER NOT NULL, id TEXT, made_by TEXT NOT NULL, data TEXT NOT NULL, "
        "PRIMARY KEY (article, version, step, place)) WITHOUT ROWID"
    )  # one row per mention, entity, time, quote, event; place: its place in the record's list
    connection.execute("CREATE INDEX facts_maker ON facts (made_by)")
    connection.execute(
        "CREATE TABLE ledger (number INTEGER PRIMARY KEY, at TEXT NOT NULL, deed TEXT NOT NULL, article TEXT, "
        "version INTEGER, data TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL)"
    )
    connection.execute(
        "CREATE TABLE rejects (uri TEXT NOT NULL, sha256 TEXT NOT NULL, reason TEXT NOT NULL, message TEXT NOT NULL, "
        "at TEXT NOT NULL, media_type TEXT, data BLOB, PRIMARY KEY (uri, sha256, reason))"
    )


def _second(connection: sqlite3.Connection) -> None:
    """What was known of a refused page: address, container, charset, and what a feed said of it."""
    connection.execute("ALTER TABLE rejects ADD COLUMN page TEXT")  # JSON of a Page without its bytes


def _feeds(connection: sqlite3.Connection) -> None:
    """Feeds that are watched, and which of their items were seen."""
    connection.execute(
        "CREATE TABLE feeds (url TEXT PRIMARY KEY, moved TEXT, conditions TEXT NOT NULL, polled TEXT, due TEXT, "
        "failures INTEGER NOT NULL, gone INTEGER NOT NULL, result TEXT NOT NULL)"
    )  # conditions, result: JSON
    connection.execute(
        "CREATE TABLE feed_items (feed TEXT NOT NULL, item TEXT NOT NULL, page TEXT, digest TEXT NOT NULL, "
        "tries INTEGER NOT NULL, PRIMARY KEY (feed, item)) WITHOUT ROWID"
    )  # item, page, digest: hashes of its id, its address, and all that the feed says of it
    connection.execute("CREATE INDEX feed_items_page ON feed_items (page)")


def _refusals_in_the_ledger(connection: sqlite3.Connection) -> None:
    """Pages that were refused before the ledger told of refusals: it tells of them from now on."""
    connection.execute("ALTER TABLE rejects ADD COLUMN level TEXT NOT NULL DEFAULT 'public'")  # who may hear of it
    connection.execute("CREATE INDEX ledger_article ON ledger (article)")
    (now,) = connection.execute("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')").fetchone()
    for row in connection.execute(f"{refusal_proof.ROWS} ORDER BY at, uri").fetchall():
        known = {"by": "unknown", "how": "refused before the ledger told of it", "program": "marsad, schema 4"}
        ledger.write(connection, now, "refuse", None, known | refusal_proof.told(row))


def _access(connection: sqlite3.Connection) -> None:
    """Access levels of articles, and what is kept back of their texts."""
    connection.execute("CREATE TABLE levels (article TEXT PRIMARY KEY, level TEXT NOT NULL)")  # none: public
    connection.execute(
        "CREATE TABLE redactions (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, words TEXT NOT NULL, article TEXT, "
        "seen_from TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL, salt TEXT NOT NULL)"
    )  # number: of the ledger's entry, which has a hash of salt and words instead of the words


def _entities(connection: sqlite3.Connection) -> None:
    """Entities across articles: what they say of themselves, what was decided about it, and what a person decided."""
    connection.execute(
        "CREATE TABLE profiles (id TEXT PRIMARY KEY, label TEXT NOT NULL, name TEXT NOT NULL, country TEXT, "
        "office TEXT NOT NULL, certain TEXT NOT NULL, weak TEXT NOT NULL, count INTEGER NOT NULL, entity TEXT, "
        "rule TEXT NOT NULL, doubt TEXT NOT NULL, rivals TEXT NOT NULL) WITHOUT ROWID"
    )  # entity: NULL where each bearer keeps apart; certain, rivals: ids with blanks between them
    connection.execute("CREATE INDEX profiles_entity ON profiles (entity)")
    connection.execute("CREATE INDEX profiles_doubt ON profiles (doubt) WHERE doubt != ''")
    connection.execute(
        "CREATE TABLE profile_keys (key TEXT NOT NULL, profile TEXT NOT NULL, PRIMARY KEY (key, profile)) WITHOUT ROWID"
    )
    connection.execute("CREATE INDEX profile_keys_profile ON profile_keys (profile)")
    connection.execute(
        "CREATE TABLE bearers (article TEXT NOT NULL, id TEXT NOT NULL, profile TEXT NOT NULL, own TEXT NOT NULL, "
        "name TEXT NOT NULL, names TEXT NOT NULL, office TEXT, said INTEGER NOT NULL, about INTEGER NOT NULL, "
        "acted INTEGER NOT NULL, received INTEGER NOT NULL, PRIMARY KEY (article, id)) WITHOUT ROWID"
    )  # an entity of an article; names: how often which stands there, as JSON; said to received: quotes and events
    connection.execute("CREATE INDEX bearers_profile ON bearers (profile)")
    connection.execute("CREATE INDEX bearers_own ON bearers (own)")
    connection.execute(
        "CREATE TABLE profile_names (word TEXT NOT NULL, name TEXT NOT NULL, profile TEXT NOT NULL, "
        "count INTEGER NOT NULL, PRIMARY KEY (word, name, profile)) WITHOUT ROWID"
    )  # the folded names of a profile below each of their words; count: in so many articles
    connection.execute("CREATE INDEX profile_names_profile ON profile_names (profile)")
    connection.execute("CREATE TABLE joined (article TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID")
    connection.execute("CREATE TABLE unsettled (profile TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute(
        "CREATE TABLE entity_decisions (number INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, "
        "kind TEXT NOT NULL, data TEXT NOT NULL, undone TEXT)"
    )


MIGRATIONS: tuple[tuple[str, Callable[[sqlite3.Connection], None]], ...] = (
    ("first", _first),
    ("second", _second),
    ("feeds", _feeds),
    ("refusals in the ledger", _refusals_in_the_ledger),
    ("access", _access),
    ("entities", _entities),
)
