"""What holds for every record, whatever it was made from."""

import json
import unicodedata

from marsad.records import Article, Record, from_json, to_json

GONE = frozenset("\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\ufeff\u00ad\x00")


def holds(record: Record) -> None:
    """Raises AssertionError where a record breaks the promises of its contract."""
    _text(record.article)
    data = to_json(record)
    json.dumps(data, ensure_ascii=False).encode("utf-8")  # a lone surrogate would fail here
    assert from_json(json.loads(json.dumps(data))) == record, "the record does not come back from its JSON"


def _text(article: Article) -> None:
    text, paragraphs = article.text, article.paragraph_texts()
    assert text == "\n\n".join(filter(None, (article.headline, *paragraphs))), "text is not headline and paragraphs"
    assert all(part and part == part.strip() and "\n" not in part for part in paragraphs), "a paragraph with loose ends"
    ends = [offset for span in article.paragraphs for offset in (span.start, span.end)]
    assert ends == sorted(ends), "paragraphs overlap or stand out of order"
    assert not ends or (ends[0] >= 0 and ends[-1] == len(text)), "a span outside the text"
    assert unicodedata.is_normalized("NFC", text), "text is not NFC"
    assert not GONE & set(text), "text holds a control that extraction removes"
