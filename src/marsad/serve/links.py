"""Addresses of pages and of the API, and which addresses of the world may be followed."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode, urlsplit

from marsad.archive.query import Any
from marsad.archive.query_parse import parse
from marsad.terms import Lang

Params = Iterable[tuple[str, str]]


def page(lang: Lang, name: str = "", params: Params = ()) -> str:
    """A page of the reader: `/ar/search?q=…`; what is empty is left out."""
    return with_params(f"/{lang}/{quote(name)}", params)


def article(lang: Lang, identifier: str, fact: str = "") -> str:
    """An article, or the words of a quote or event in it."""
    return f"/{lang}/article/{quote(identifier, safe='')}{f'#{quote(fact)}' if fact else ''}"


def with_params(path: str, params: Params) -> str:
    """An address with parameters; what is empty is left out."""
    given = [(name, value) for name, value in params if value]
    return f"{path}?{urlencode(given)}" if given else path


def followed(address: str | None) -> str | None:
    """An address of the world that a link may lead to: http and https alone, and one that names a host."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.hostname else None


def narrowed(query: str, field: str, value: str) -> str:
    """A query that asks for one thing more: `(روسيا OR الصين) source:"شبكة شام"`."""
    held = f"{field}:{quoted(value)}"
    if not query.strip():
        return held
    return f"({query}) {held}" if isinstance(parse(query), Any) else f"{query} {held}"


def quoted(value: str) -> str:
    """A value in marks of quotation that do not stand in it, where it needs any."""
    plain = value.replace("\n", " ")
    for opening, closing in ('""', "«»", "“”"):
        if opening not in plain and closing not in plain:
            return f"{opening}{plain}{closing}"
    return f'"{plain.replace(chr(34), " ")}"'


def named(name: str, label: str) -> str:
    """A query for a person or a place; other things are looked for by their words."""
    fields = {"PER": "person", "LOC": "place"}
    return narrowed("", fields[label], name) if label in fields else quoted(name)
