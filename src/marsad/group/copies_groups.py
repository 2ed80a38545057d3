"""Groups of copies among records: who had the text first, which agency it is from, what each one did to it.

`grouped(records)` takes articles in the order of their dates, so that the groups do not depend on the order in which
the records come. Articles without a date stand behind those with one: nothing says that they were earlier.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from marsad.group.agencies import agency, is_its_own
from marsad.group.copies import Copies, Match
from marsad.group.outlets import by_time, outlet
from marsad.records import Record


class Member(NamedTuple):
    """An article of a group. `copy_of` is None for the first one."""

    article: str
    published: str | None
    outlet: str | None  # publisher, else host of the address, else source
    agency: str | None
    copy_of: Match | None


class Group(NamedTuple):
    """Articles with one text, the earliest known first.

    `origin`: the agency that the text is from, where a member names one; `origin_article`: its own page, where that is
    among the members; else the earliest that is known.
    """

    members: tuple[Member, ...]
    origin: str | None
    origin_article: str


def grouped(records: Iterable[Record]) -> tuple[Group, ...]:
    """The groups of two and more among the records, the earliest first. Grows with their number, not its square."""
    index = Copies()
    members: dict[str, Member] = {}
    own: set[str] = set()
    for record in sorted(records, key=by_time):
        article = record.article
        match = index.add(article.id, body(record))
        published = article.published.value if article.published else None
        members[article.id] = Member(article.id, published, outlet(record) or None, agency(record), match)
        if is_its_own(record):
            own.add(article.id)
    return tuple(_group([members[one] for one in ids], own) for ids in index.groups())


def body(record: Record) -> str:
    """The paragraphs of an article without its headline: what copies are found by."""
    return "\n".join(record.article.paragraph_texts())


def _group(members: list[Member], own: set[str]) -> Group:
    named = Counter(one.agency for one in members if one.agency)
    origin = named.most_common(1)[0][0] if named else None
    its_page = next((one.article for one in members if one.article in own and one.agency == origin), None)
    return Group(tuple(members), origin, its_page or members[0].article)
