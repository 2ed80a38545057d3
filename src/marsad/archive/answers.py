"""What a search of an archive gives, as JSON-ready data: the same on the command line and over HTTP."""

from dataclasses import asdict
from typing import Any

from marsad.archive.facts_find import Fact
from marsad.archive.search import Answer, Found


def found_json(found: Found) -> dict[str, Any]:
    """An article of an answer; ranges are code points of `Article.text`."""
    data = {name: value for name, value in asdict(found).items() if name not in {"hits", "headline_hits", "snippets"}}
    data["hits"] = [mark._asdict() for mark in found.hits]
    data["headline_hits"] = [mark._asdict() for mark in found.headline_hits]
    data["snippets"] = [{"start": one.start, "end": one.end, "text": one.text} for one in found.snippets]
    return data


def answer_json(answer: Answer, offset: int) -> dict[str, Any]:
    """A whole answer; `offset`: how many articles were left out in front of it."""
    return {
        "query": answer.query, "total": answer.total, "offset": offset,
        "variants": [
            {"of": one.of, "form": one.form, "why": one.why, "articles": one.count, "on": one.on}
            for one in answer.variants
        ],
        "facets": {
            name: [{"value": value, "articles": count} for value, count in rows]
            for name, rows in answer.facets.items()
        },
        "notes": list(answer.notes), "articles": [found_json(found) for found in answer.found],
    }  # fmt: skip


def fact_json(fact: Fact) -> dict[str, Any]:
    """A quote or an event as the record has it, with the article that it stands in."""
    return {
        "article": fact.article, "headline": fact.headline, "published": fact.published, "source": fact.source,
        **fact.fact,
    }  # fmt: skip
