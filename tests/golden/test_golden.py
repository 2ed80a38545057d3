"""Every golden page comes out exactly as its JSON says, and every record keeps the promises of the contract.

A page is `NAME.json` beside `NAME.txt` or `NAME.html`. The JSON holds what must come out, or
`{"rejected": true, "why": "listing", "why_or": ["home-page"]}`; arguments of `read_bytes` may stand in `"read"`. A
field that the JSON leaves out must be empty in the record, except for those in OPEN, which are then not compared; nor
is "*". `dropped_reasons` says how many lines were dropped at least for a reason (`"share": 1`), or of words on the page
for which reason their line was (`"إعلان": "advert"`).
"""

import html
import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import asdict
from difflib import Differ
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from marsad import ARTICLE_ONLY, read_bytes
from marsad.errors import NotAnArticle
from marsad.records import Article, Dropped, PrintedDate, Record, from_json, to_json
from marsad.text.encodings import decode, repair, unescape_twice

HERE = Path(__file__).parent
GOLD = sorted(path for path in HERE.glob("*/*.json") if not path.name.endswith(".got.json"))
OPEN = {"url", "encoding", "language", "lead", "publisher", "captions", "keywords", "warnings"}

FIELDS: dict[str, Callable[[Record], object]] = {
    "url": lambda record: unquote(record.origin.url) if record.origin.url else None,
    "encoding": lambda record: record.origin.encoding,
    "language": lambda record: record.article.language,
    "headline": lambda record: record.article.headline,
    "section": lambda record: record.article.section,
    "lead": lambda record: record.article.lead,
    "published": lambda record: record.article.published,
    "modified": lambda record: record.article.modified,
    "publisher": lambda record: record.article.publisher,
    "source": lambda record: record.article.source,
    "authors": lambda record: list(record.article.authors),
    "paragraphs": lambda record: list(record.article.paragraph_texts()),
    "related": lambda record: [link.title for link in record.article.links if link.kind == "related"],
    "captions": lambda record: [image.caption for image in record.article.images if image.caption],
    "keywords": lambda record: list(record.article.keywords),
    "warnings": lambda record: list(record.warnings),
}


def page_of(gold: Path) -> Path:
    """The page that a JSON speaks of."""
    return next(path for path in sorted(gold.parent.glob(f"{gold.stem}.*")) if ".json" not in path.suffixes)


@cache
def expected_of(gold: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(gold.read_text("utf-8"))
    return data


def read_gold(gold: Path) -> Record:
    page = page_of(gold)
    expected = expected_of(gold)
    address = expected.get("url") if expected.get("url") != "*" and page.suffix == ".html" else None
    options = {"url": address, "wanted": ARTICLE_ONLY, **expected.get("read", {})}
    return read_bytes(page.read_bytes(), uri=page.name, **options)


def comparable(found: object, wanted: object) -> object:
    """The part of a found value that the gold speaks of: a date may be given by its value alone."""
    if not isinstance(found, PrintedDate):
        return found
    return {key: value for key, value in asdict(found).items() if not isinstance(wanted, dict) or key in wanted}


def differences(record: Record, expected: dict[str, Any]) -> list[str]:
    """One passage for each field that is not as expected."""
    said = []
    for name, take in FIELDS.items():
        found = take(record)
        wanted = expected.get(name, [] if isinstance(found, list) else None)
        wanted = unquote(wanted) if name == "url" and wanted else wanted
        if name == "related" and isinstance(wanted, list) and isinstance(found, list):
            found = [title for title in found if title in wanted]  # the gold names those that must be there
        left_open = wanted == "*" or (name in OPEN and name not in expected)
        if not left_open and comparable(found, wanted) != wanted:
            said.append(f"{name}\n{difference(comparable(found, wanted), wanted)}")
    return said + wrongly_dropped(record.article.dropped, expected.get("dropped_reasons", {}))


def difference(found: object, wanted: object) -> str:
    lines = Differ().compare(as_lines(wanted), as_lines(found))
    return "\n".join(f"    {line.rstrip()}" for line in lines if not line.startswith("?"))


def as_lines(value: object) -> list[str]:
    return [json.dumps(item, ensure_ascii=False) for item in (value if isinstance(value, list) else [value])]


def wrongly_dropped(dropped: tuple[Dropped, ...], expected: dict[str, str | int]) -> list[str]:
    said = []
    for key, wanted in expected.items():
        if isinstance(wanted, int):
            found = sum(line.reason == key for line in dropped)
            said += [f"dropped for {key}\n    - {wanted} lines or more\n    + {found}"] if found < wanted else []
        else:
            reasons = {line.reason for line in dropped if letters(key) in letters(line.text)}
            said += [f"dropped {key!r}\n    - {wanted}\n    + {sorted(reasons)}"] if wanted not in reasons else []
    return said


def letters(text: str) -> str:
    """Words apart by one space, without signs, marks and the forms that a reader may rewrite."""
    plain = "".join(" " if c in "-–—/|:،؛.\xa0" else c for c in unicodedata.normalize("NFKC", text))
    return " ".join(re.sub(r"[^\w\s]|[_ـ]", "", plain).split())


def pages(*, rejected: bool) -> list[Any]:
    chosen = [path for path in GOLD if bool(expected_of(path).get("rejected")) is rejected]
    return [pytest.param(path, id=f"{path.parent.name}/{path.stem}") for path in chosen]


articles = pytest.mark.parametrize("gold", pages(rejected=False))


@articles
def test_a_golden_page_comes_out_exactly(gold: Path, pytestconfig: pytest.Config) -> None:
    record = read_gold(gold)
    if pytestconfig.getoption("--update-golden"):
        got = {name: comparable(take(record), None) for name, take in FIELDS.items()}
        got["dropped_reasons"] = {line.text: line.reason for line in record.article.dropped}
        gold.with_suffix(".got.json").write_text(json.dumps(got, ensure_ascii=False, indent=1) + "\n", "utf-8")
    wrong = differences(record, expected_of(gold))
    if known := expected_of(gold).get("open"):
        assert wrong, 'the gap is closed: take "open" out of the gold'
        pytest.xfail(known)
    assert not wrong, f"{page_of(gold).name} (- expected, + read)\n" + "\n".join(wrong)


@pytest.mark.parametrize("gold", pages(rejected=True))
def test_a_page_without_an_article_is_refused_with_its_reason(gold: Path) -> None:
    with pytest.raises(NotAnArticle) as refusal:
        read_gold(gold)
    expected = expected_of(gold)
    assert refusal.value.reason in {*expected["why"].split("|"), *expected.get("why_or", [])}
    assert refusal.value.what


@articles
def test_the_record_of_a_golden_page_keeps_the_contract(gold: Path) -> None:
    record = read_gold(gold)
    article = record.article
    paragraphs = article.paragraph_texts()
    assert article.text == "\n\n".join(filter(None, (article.headline, *paragraphs)))
    assert all(text == text.strip() and "\n" not in text for text in paragraphs)
    ends = [0, *(offset for span in article.paragraphs for offset in (span.start, span.end))]
    assert ends == sorted(ends), "paragraphs do not follow each other"
    assert ends[-1] == len(article.text)
    assert unicodedata.is_normalized("NFC", article.text)
    assert not re.search("[\u200b\u200d-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff\u00ad]", article.text)
    assert from_json(json.loads(json.dumps(to_json(record)))) == record


@articles
def test_reading_a_golden_page_twice_gives_the_same_record(gold: Path) -> None:
    assert read_gold(gold) == read_gold(gold)


@articles
def test_the_text_of_an_article_is_read_as_the_same_article(gold: Path) -> None:
    first = read_gold(gold).article
    if known := expected_of(gold).get("open"):
        pytest.skip(f"known gap: {known}")
    again = read_bytes(first.text.encode(), uri="again.txt", any_page=True, wanted=ARTICLE_ONLY).article
    assert spoken(again) == spoken(first)


def spoken(article: Article) -> tuple[str | None, tuple[str, ...]]:
    return article.headline, article.paragraph_texts()


@pytest.mark.parametrize("gold", [page for page in pages(rejected=False) if page.id.startswith("dumps/")])
def test_every_line_of_a_golden_dump_is_kept_or_dropped_with_a_reason(gold: Path) -> None:
    page = page_of(gold)
    record = read_gold(gold)
    article = record.article
    kept = [article.text, *(dropped.text for dropped in article.dropped), *(link.title for link in article.links)]
    words = set(letters(" ".join(kept)).split())
    lost = [line for line in lines_of(page) if not set(letters(line).split()) <= words]
    assert not lost, f"{page.name}: neither kept nor dropped: {lost}"


def lines_of(dump: Path) -> list[str]:
    """The lines of a dump as a person would copy them out: damage undone, what programs put into it left out."""
    lines = decode(dump.read_bytes(), markup=False).text.splitlines()
    return [BY_PROGRAMS.sub(" ", html.unescape(unescape_twice(repair(line)[0]))) for line in lines]


# Pictures and targets of Markdown links, addresses in angle brackets, numbers of links, names of pictures, form fields.
BY_PROGRAMS = re.compile(
    r"!\[[^\]]*\](?:\(\S*?\))?|(?<=\])(?:\((?:\\.|[^\s)\\])*\)|\[\d+\])|<(?:https?|mailto):[^<>\s]*>|\[\d+\]|\[[\w-]+\.\w{3,4}\]|\[(?:img|logo)[\w-]*\]|\(BUTTON\)|_"
)
