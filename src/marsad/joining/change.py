"""What people decide about entities: two are one, two are not one, a mention is somebody else, a further name.

Whoever decides names what the archive shows them; what is above their level, or kept back, is not there.
"""

from collections.abc import Iterable

from marsad.archive import Archive, Intake
from marsad.archive import entity_decisions as kept
from marsad.archive import entity_rows as rows
from marsad.archive.entity_decisions import Decision
from marsad.archive.entity_find import thing
from marsad.errors import ArchiveError, UsageError
from marsad.joining.settle import alias, enter, keep_alias, meeting, settle
from marsad.text.name_words import LONGEST, fold_name


def merge(archive: Archive, one: str, other: str, who: Intake) -> Decision:
    """Makes two entities one. Raises UsageError where they are one or of two kinds; ArchiveError where one is missing.

    An id of a profile that keeps apart joins all of its articles, also those that are added later.
    """
    return _paired(archive, "merge", (one, other), who)


def keep_apart(archive: Archive, one: str, other: str, who: Intake) -> Decision:
    """Refuses a join: the two stay two, whatever the rules say. Twice the same id: its articles tell of several.

    Raises UsageError where they are one already; ArchiveError where one is missing.
    """
    return _paired(archive, "apart", (one, other), who)


def split(archive: Archive, article: str, mention: str, who: Intake) -> Decision:
    """Takes the entity that a mention names in an article away from the entity of its name.

    It goes with all of its mentions in that article. Raises UsageError where it is alone; ArchiveError where there is
    no such article or mention.
    """
    with archive.writing():
        seen, record = archive.record(article), archive.seen_by("closed").record(article)  # places as they are stored
        if seen is None or record is None:
            raise ArchiveError(f"no article {article[:80]!r} in {archive.path}", reason="not-found")
        found = next((one for one in record.mentions or () if one.id == mention), None)
        entity = next((one for one in record.entities or () if found and one.id == found.entity), None)
        if found is None or entity is None:
            raise ArchiveError(
                f"article {article} has no mention {mention[:40]!r} of an entity; "
                "marsad entity --id ID --json names them", reason="not-found",
            )  # fmt: skip
        own = rows.own_id(archive.connection, article, entity.id)
        if own is None:
            raise ArchiveError(
                f"the entities of {article} are not joined yet; run marsad entity --renew", reason="not-found"
            )
        if entity.global_ == own:
            name = next((one.name for one in seen.entities or () if one.id == entity.id), mention)
            raise UsageError(f"{name} of {article} is an entity of its own already")
        what = {"article": article, "start": found.start, "end": found.end, "one": [own]}
        made = kept.decide(archive.connection, "split", what, who)
        enter(archive, [article])
    return made


def add_alias(archive: Archive, one: str, text: str, who: Intake) -> Decision:
    """Gives an entity a further name: it is found by it, and whoever is called so is joined as if it were a spelling.

    Raises UsageError where the text is no name; ArchiveError where there is no such entity.
    """
    name = " ".join(text.split())
    if not fold_name(name) or len(name) > LONGEST:
        raise UsageError(f"--add-alias {name[:50]!r} is no name; write one of letters, {LONGEST} at most")
    with archive.writing():
        found = thing(archive, one)
        (row, *_) = rows.rows_of(archive.connection, found.profiles)
        given = alias(row.label, name, found.side[0])
        if given.id in found.profiles:
            raise UsageError(f"{found.id} has the name {name} already")
        what = {"one": list(found.side), "label": row.label, "text": name, "profile": given.id}
        made = kept.decide(archive.connection, "alias", what, who)
        keep_alias(archive, made)
        _again(archive, [made])
    return made


def undo(archive: Archive, number: int, who: Intake) -> Decision:
    """Takes a decision back: the rules and the other decisions hold as if it had not been.

    Raises ArchiveError where there is none of this number, UsageError where it was undone before.
    """
    with archive.writing():
        found = next((one for one in kept.decisions(archive.connection) if one.number == number), None)
        if found is None:
            raise ArchiveError(f"no decision {number}; marsad entity --decisions lists them", reason="not-found")
        if found.undone:
            raise UsageError(f"decision {number} was undone at {found.undone}")
        before = _near(archive, found)
        kept.undo(archive.connection, found, who)
        if found.kind == "alias" and found.profile and found.text:
            rows.drop_alias(archive.connection, found.profile, found.text)
        _again(archive, [found], before)
    return found


def _paired(archive: Archive, kind: kept.Kind, ids: tuple[str, str], who: Intake) -> Decision:
    with archive.writing():
        one, other = (thing(archive, name) for name in ids)
        same = one.side == other.side
        if same and (kind == "merge" or one.alone or len(one.profiles) > 1):
            raise UsageError(
                f"{ids[0]} and {ids[1]} are one entity already"
                + ("" if kind == "merge" else "; --split a mention of it, or --undo what joined them")
            )
        labels = {row.label for row in rows.rows_of(archive.connection, (*one.profiles, *other.profiles))}
        if kind == "merge" and len(labels) > 1:
            raise UsageError(f"{ids[0]} and {ids[1]} are of two kinds ({', '.join(sorted(labels))}); nothing is joined")
        made = kept.decide(archive.connection, kind, {"one": list(one.side), "other": list(other.side)}, who)
        _again(archive, [made])
    return made


def _near(archive: Archive, one: Decision) -> set[str]:
    """The profiles that a decision is about."""
    ids = (*one.one, *one.other, *((one.profile,) if one.profile else ()))
    return {row.id for row in rows.around(archive.connection, ids, {}, meeting)}


def _again(archive: Archive, made: Iterable[Decision], before: Iterable[str] = ()) -> None:
    """Applies decisions, or the lack of them: entities of single articles leave their profiles, or come back."""
    near = set(before)
    for one in made:
        articles = rows.articles_of_own(archive.connection, (*one.one, *one.other))
        if articles:
            enter(archive, articles)
        near |= _near(archive, one)
    settle(archive, near)
