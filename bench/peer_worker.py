"""One program, alone in its process: reads pages named on standard input, writes what it says and its times.

Runs in the peers' environment, so it imports the standard library and the one program only. Each program is
called as its documentation says for Arabic news: bytes in, body and metadata out. Time per page is the best of
N rounds over all pages, imports and file reading left out.
"""

import json
import platform
import sys
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

Said = dict[str, Any]
Read = Callable[[bytes], Said]


def _marsad() -> Read:
    marsad = import_module("marsad")

    def read(data: bytes) -> Said:
        article = marsad.read_bytes(data, uri="page.html", wanted=marsad.ARTICLE_ONLY).article
        return {
            "title": article.headline,
            "day": article.published.value[:10] if article.published else None,
            "authors": list(article.authors),
            "source": article.source,
            "section": article.section,
            "paragraphs": list(article.paragraph_texts()),
        }

    return read


def _trafilatura(**options: bool) -> Read:
    extract = import_module("trafilatura").bare_extraction

    def read(data: bytes) -> Said:
        found = extract(data, with_metadata=True, include_comments=False, **options)
        if found is None:
            return {}
        return {
            "title": found.title,
            "day": found.date,
            "authors": [name.strip() for name in (found.author or "").split(";") if name.strip()],
            "section": (found.categories or [None])[0],
            "paragraphs": (found.text or "").splitlines(),
        }

    return read


def _newspaper() -> Read:
    newspaper = import_module("newspaper")

    def read(data: bytes) -> Said:
        text = data.decode("utf-8", "replace")
        found = newspaper.article("https://page.invalid/", language="ar", input_html=text, fetch_images=False)
        day = found.publish_date
        return {
            "title": found.title,
            "day": day.date().isoformat() if hasattr(day, "date") else str(day)[:10] if day else None,
            "authors": list(found.authors),
            "paragraphs": found.text.splitlines(),
        }

    return read


def _readability() -> Read:
    html, document_class = import_module("lxml.html"), import_module("readability").Document

    def read(data: bytes) -> Said:
        document = document_class(data.decode("utf-8", "replace"))
        body = html.fromstring(document.summary(html_partial=True))
        for block in body.iter("p", "div", "br", "li", "h1", "h2", "h3", "tr", "pre"):
            block.tail = "\n" + (block.tail or "")
        return {"title": document.short_title(), "paragraphs": body.text_content().splitlines()}

    return read


def _resiliparse() -> Read:
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    detect = import_module("resiliparse.parse.encoding").detect_encoding
    tree_class = import_module("resiliparse.parse.html").HTMLTree

    def read(data: bytes) -> Said:
        tree = tree_class.parse_from_bytes(data, detect(data))
        return {"title": tree.title, "paragraphs": extract(tree, main_content=True).splitlines()}

    return read


PROGRAMS: dict[str, tuple[str, Callable[[], Read]]] = {
    "marsad": ("marsad", _marsad),
    "resiliparse": ("resiliparse", _resiliparse),
    "readability-lxml": ("readability-lxml", _readability),
    "trafilatura": ("trafilatura", _trafilatura),
    "trafilatura, fast": ("trafilatura", lambda: _trafilatura(fast=True)),
    "trafilatura, precision": ("trafilatura", lambda: _trafilatura(favor_precision=True)),
    "newspaper4k (ar)": ("newspaper4k", _newspaper),
}


def _said(read: Read, data: bytes) -> Said:
    try:
        return read(data)
    except Exception as error:  # noqa: BLE001  a program that fails on a page has read nothing from it
        return {"failed": f"{type(error).__name__}: {error}"[:200]}


def _timed(read: Read, data: bytes) -> float:
    start = time.perf_counter()
    _said(read, data)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """`peer_worker.py NAME ROUNDS`; paths as a JSON list on standard input, one JSON object out."""
    name, rounds = sys.argv[1], int(sys.argv[2])
    warnings.simplefilter("ignore")
    package, prepare = PROGRAMS[name]
    start = time.perf_counter()
    read = prepare()
    loaded = time.perf_counter() - start
    pages = {path: Path(path).read_bytes() for path in json.load(sys.stdin)}
    said = {path: _said(read, data) for path, data in pages.items()}
    best = {path: min(_timed(read, data) for _ in range(rounds)) for path, data in pages.items()}
    report = {"version": version(package), "python": platform.python_version(), "import_s": loaded}
    json.dump({**report, "said": said, "ms": best}, sys.stdout)


if __name__ == "__main__":
    main()
