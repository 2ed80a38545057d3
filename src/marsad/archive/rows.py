"""A record as rows: what the tables keep of it, and the hashes by which the ledger knows it again."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from marsad.archive.packing import body, hashed, storable
from marsad.records import STEPS, Record, from_json, to_json

Fact = tuple[str, int, str | None, str, str]  # step, place in its list, id, made by, JSON


class Rows(NamedTuple):
    """What is stored of a record: all but its facts as JSON, the columns for queries, the steps that ran, the facts."""

    body: bytes
    columns: tuple[str | None, ...]
    steps: str
    facts: list[Fact]

    def proof(self) -> dict[str, str]:
        """What the ledger tells of them: hashes of the record and of what was found in it."""
        return {"record": hashed(self.body), "facts": facts_hash(self.facts)}


def rows(record: Record) -> Rows:
    """The record as it is stored."""
    data = to_json(record)
    found = {step: data.pop(step) for step in STEPS if step in data}
    facts = [
        (step, place, fact.get("id"), fact["made_by"], json.dumps(fact, ensure_ascii=False))
        for step, listed in found.items()
        for place, fact in enumerate(listed)
    ]
    return Rows(json.dumps(data).encode(), columns(data), " ".join(found), facts)


def columns(data: dict[str, Any]) -> tuple[str | None, ...]:
    """The columns of `articles` that repeat what a stored record says, for queries."""
    article, published, url = data["article"], data["article"]["published"], data["origin"]["url"]
    return (
        url and storable(url), article["headline"], article["section"], published["value"] if published else None,
        article["publisher"], article["source"], article["language"],
    )  # fmt: skip


def facts_hash(facts: Iterable[Sequence[Any]]) -> str:
    """SHA-256 of what was found in an article: the rows of `facts`, ordered by step and place."""
    ordered = sorted((tuple(fact) for fact in facts), key=lambda row: (row[0], row[1]))
    return hashed(json.dumps(ordered, ensure_ascii=False).encode())


def stored_facts(connection: sqlite3.Connection, article: str, version: int) -> list[Fact]:
    """The facts of a version of an article, in order."""
    return connection.execute(
        "SELECT step, place, id, made_by, data FROM facts WHERE article = ? AND version = ? ORDER BY step, place",
        (article, version),
    ).fetchall()


def listed(connection: sqlite3.Connection, article: str, version: int, steps: str) -> dict[str, list[dict[str, Any]]]:
    """The facts of a version of an article as the lists of its record; `steps`: those that ran, as they are stored."""
    found: dict[str, list[dict[str, Any]]] = {step: [] for step in steps.split()}
    for step, _, _, _, fact in stored_facts(connection, article, version):
        found[step].append(json.loads(fact))
    return found


def stored_record(
    connection: sqlite3.Connection, article: str, version: int | None = None
) -> tuple[int, Record] | None:
    """A version of an article, the last where none is named, with its number; None where it is not there."""
    row = connection.execute(
        "SELECT version, steps, body FROM articles WHERE id = ? AND version = coalesce(?, version) "
        "ORDER BY version DESC LIMIT 1", (article, version),
    ).fetchone()  # fmt: skip
    if row is None or row[2] is None:
        return None
    return row[0], from_json(body(row[2]) | listed(connection, article, row[0], row[1]))
