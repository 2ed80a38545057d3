"""JSON Lines, a JSON array, or JSON objects one after another, of raw pages and texts.

Each object holds `html` or `text`, and may hold `id` (comes back as `origin.uri`), `url`, `published`,
`modified`, `fetched_at`, `headline` or `title`, `publisher`, `authors`, `keywords`, `section`. A line that is
no such object is answered with Damaged, and the next line is read. Of `html` and `text` the first is read. `published`
goes into `Page.assumed_date`, before `--date`: a date that the text itself names is the better evidence.
"""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from marsad.errors import Damaged, SourceError, TooLarge
from marsad.read.checks import is_date
from marsad.read.kinds import BOMS, wide_encoding
from marsad.read.limits import Options
from marsad.read.parts import CHUNK, Context, Item, Part, Stream, page
from marsad.records import Container, Given

MEDIA_TYPES = {"html": "text/html", "text": "text/plain"}
_BLANKS = " \t\r\n,"


def jsonl(part: Part, context: Context) -> Iterator[Item]:
    """A page per object; Damaged or TooLarge for each that is none."""
    objects = _lines if _one_a_line(part.stream) else _documents
    for number, found in objects(part.stream, context.options):
        try:
            if isinstance(found, SourceError):
                raise found
            yield _page(part, number, found, context.options)
        except SourceError as error:
            error.where = f"{part.uri}:{number}"
            yield error


def _one_a_line(stream: Stream) -> bool:
    head = stream.peek(CHUNK)
    if _encoding(head) != "utf-8":
        return False
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)
    if first[0].lstrip().startswith(b"["):
        return False
    return len(first) == 1 or first[0].rstrip().endswith(b"}") or len(first[0].strip()) > 1


def _encoding(head: bytes) -> str:
    return next((name for mark, name in BOMS if head.startswith(mark)), wide_encoding(head) or "utf-8")


def _lines(stream: Stream, options: Options) -> Iterator[tuple[int, object]]:
    """Line numbers from 1, and the value of each line or what is wrong with it."""
    buffered = io.BufferedReader(stream, CHUNK)
    limit = options.limits.line
    number = 0
    while line := buffered.readline(limit + 1):
        number += 1
        if len(line) > limit:
            yield number, TooLarge(f"the line is longer than {limit:,} bytes")
            while line and not line.endswith(b"\n"):
                line = buffered.readline(CHUNK)
            continue
        if line.strip(b" \t\r\n\xef\xbb\xbf\x00"):
            yield number, _value(line)


def _value(line: bytes) -> object:
    try:
        return json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Damaged(f"the line is not UTF-8 (byte {error.start})")
    except json.JSONDecodeError as error:
        return Damaged(f"the line is not JSON: {error.msg} (column {error.colno})")
    except (RecursionError, ValueError) as error:
        return Damaged(f"the line is not usable JSON: {type(error).__name__}")


def _documents(stream: Stream, options: Options) -> Iterator[tuple[int, object]]:
    """Objects of an array, or of pretty-printed documents, counted from 1, decoded one by one."""
    encoding = _encoding(stream.peek(CHUNK))
    text = io.TextIOWrapper(io.BufferedReader(stream, CHUNK), encoding=encoding, errors="replace")
    decoder = json.JSONDecoder()
    buffer = text.read(CHUNK).lstrip("\ufeff" + _BLANKS).removeprefix("[")
    number = 0
    while True:
        buffer = buffer.lstrip(_BLANKS) or text.read(CHUNK).lstrip(_BLANKS)
        if not buffer or buffer.strip(_BLANKS) == "]":
            return
        number += 1
        try:
            value, end = decoder.raw_decode(buffer)
        except json.JSONDecodeError as error:
            # Doubled, so that a large object is not scanned once per chunk.
            more = text.read(max(CHUNK, len(buffer)))
            if not more or len(buffer) > options.limits.line:
                yield number, Damaged(f"the JSON breaks off here: {error.msg}; the rest was not read")
                return
            buffer += more
            number -= 1
            continue
        except (RecursionError, ValueError) as error:
            yield number, Damaged(f"not usable JSON: {type(error).__name__}; the rest was not read")
            return
        buffer = buffer[end:]
        yield number, value


def _page(part: Part, number: int, found: object, options: Options) -> Item:
    if isinstance(found, dict) and str(found.get("schema")).startswith("marsad.record/"):
        raise Damaged("this is a record that Marsad gave, not a page; read the page that it names", reason="not-text")
    if not isinstance(found, dict):
        raise Damaged("an object with `html` or `text` is expected")
    kind = next((name for name in MEDIA_TYPES if isinstance(found.get(name), str)), None)
    if kind is None:
        raise Damaged("the object has neither `html` nor `text`", reason="not-text")
    data = found[kind].encode("utf-8", "replace")
    if not data.strip():
        raise Damaged(f"`{kind}` is empty", reason="empty")
    if len(data) > options.limits.page:
        raise TooLarge(f"the page is larger than {options.limits.page:,} bytes")
    line = replace(
        part,
        uri=_text(found, "id") or f"{part.uri}:{number}",
        url=_text(found, "url"),
        fetched_at=_text(found, "fetched_at"),
        charset="utf-8",
        container=Container(part.uri, offset=number),
        given=_given(found),
    )
    published = _text(found, "published")
    if published and not is_date(published):
        line = replace(line, notes=(f"date: `published` of the line is no date and was not used: {published[:40]!r}",))
        published = None
    # Like --date: for where the page names none.
    return page(line, data, MEDIA_TYPES[kind], replace(options, encoding=None, date=published or options.date))


def _given(found: dict[str, Any]) -> Given:
    return Given(
        headline=_text(found, "headline") or _text(found, "title"),
        modified=_text(found, "modified"),
        publisher=_text(found, "publisher"),
        authors=_texts(found, "authors") or _texts(found, "author"),
        keywords=_texts(found, "keywords"),
        section=_text(found, "section"),
    )


def _text(found: dict[str, Any], key: str) -> str | None:
    value = found.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)  # ids are often numbers
    return value.strip() or None if isinstance(value, str) else None


def _texts(found: dict[str, Any], key: str) -> tuple[str, ...]:
    value = found.get(key)
    values = value if isinstance(value, list) else [value]
    return tuple(each.strip() for each in values if isinstance(each, str) and each.strip())
