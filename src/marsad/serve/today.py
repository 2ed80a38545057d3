"""The first page: the latest articles, the newest quotes, and what the archive is about."""

from dataclasses import dataclass
from itertools import islice

from marsad.archive.facts_find import Quotes, quotes
from marsad.archive.search import Wish
from marsad.serve.asked import Asked
from marsad.serve.desk import Reader
from marsad.serve.facts import Card, found_card
from marsad.serve.results import Facet, Hit, facets, hit
from marsad.serve.words import counted
from marsad.terms import Lang

_LATEST, _QUOTES, _FACETS = 20, 5, 6


@dataclass(frozen=True, slots=True)
class Today:
    """What `today.html` shows."""

    count: str
    hits: tuple[Hit, ...]
    quotes: tuple[Card, ...]
    facets: tuple[Facet, ...]


def today(reader: Reader, _: Asked, lang: Lang) -> Today:
    """The page. Raises ArchiveError."""
    answer = reader.finder.search("", Wish(sort="newest", limit=_LATEST, facets=_FACETS))
    newest = islice(quotes(reader.finder, Quotes()), _QUOTES)
    return Today(
        counted(answer.total, "article", lang), tuple(hit(found, lang) for found in answer.found),
        tuple(found_card(one, lang) for one in newest), facets(answer, "", lang),
    )  # fmt: skip
