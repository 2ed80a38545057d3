"""WARC files, plain or packed record by record: each web page that a crawl stored, with its own HTTP headers.

Read are `response` records with status 200 and a text type, `resource` records, and `conversion` records (the
plain texts of WET files). Pictures, requests and other statuses are passed over. One record is in memory at a
time. Format: ISO 28500:2017 (iipc.github.io/warc-specifications).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from marsad.errors import Damaged, SourceError, TooLarge
from marsad.read import httpbody, kinds
from marsad.read.gunzip import SIGNATURE, Gunzip
from marsad.read.parts import CHUNK, Context, Item, Part, Stream, located, page
from marsad.records import Container

MEDIA_TYPES = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "application/vnd.wap.xhtml+xml": "text/html",
    "text/plain": "text/plain",
}
_STORED = (WarcRecordType.resource, WarcRecordType.conversion)
_CAPTURES = (*_STORED, WarcRecordType.response, WarcRecordType.revisit)
_OK = 200


class _Records:
    """The bytes of a WARC as fastwarc wants them: it asks for the position, and moves nowhere else."""

    def __init__(self, stream: Stream) -> None:
        self._gunzip = Gunzip(stream) if stream.peek(len(SIGNATURE)) == SIGNATURE else None
        self._stream = Stream(self._gunzip) if self._gunzip else stream
        self._position = 0
        self._member: int | None = None

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size if size > 0 else CHUNK) or b""
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        if offset == (0 if whence else self._position):
            return self._position
        raise OSError("this stream cannot be moved in")

    def close(self) -> None:
        """The stream belongs to whoever opened it."""

    def offset(self, record: WarcRecord) -> int | None:
        """Where a record begins in the file as it lies on the disk; None inside of what is packed as one."""
        if not self._gunzip:
            return int(record.stream_pos)
        before, self._member = self._member, self._gunzip.member_at(record.stream_pos)
        return self._member if self._member != before else None


@dataclass(frozen=True, slots=True)
class _Place:
    """A record and where it stands."""

    record: WarcRecord
    offset: int | None
    part: Part
    limit: int  # bytes of a page

    @property
    def url(self) -> str | None:
        """Older writers put the address in angle brackets."""
        return (self.record.headers.get("WARC-Target-URI") or "").strip("<>") or None

    @property
    def name(self) -> str:
        """How messages call it; in what is packed as one by the byte of the unpacked file."""
        return f"{self.part.uri}:{self.record.stream_pos if self.offset is None else self.offset}"


def warc(part: Part, context: Context) -> Iterator[Item]:
    """A page per stored web page; an error per record that is too large or wrongly coded.

    A file that breaks off or is no WARC from some byte on ends in Damaged, which says how far it was read.
    """
    count = offset = 0
    passed_over = context.options.passed_over or str
    try:
        records = _Records(part.stream)
        for record in ArchiveIterator(records, parse_http=False):
            place = _Place(record, records.offset(record), part, context.options.limits.page)
            offset = record.stream_pos if place.offset is None else place.offset
            try:
                item = _item(place, context)
            except (TooLarge, _Undecodable) as error:
                item = located(error, f"{place.name} {place.url or ''}".rstrip())
            if item is not None:
                yield item
            elif record.record_type in _CAPTURES:
                passed_over(f"{place.name} {place.url or ''}".rstrip())
            count += 1
    except (SourceError, OSError, ValueError) as error:
        what = error.what if isinstance(error, SourceError) else f"the WARC is broken ({error})"
        end = f"in or behind the record at byte {offset:,}; records read before it: {count:,}"
        raise Damaged(f"{what}, {end}") from None
    if not count:
        raise Damaged("the WARC holds no record", reason="empty")


class _Undecodable(Damaged):
    """The body of one record does not fit its headers; the next record can be read."""


def _item(place: _Place, context: Context) -> Item | None:
    """The page in a record; None if it holds another thing. Raises Damaged for half a record."""
    length = int(place.record.headers.get("Content-Length") or -1)
    head, start = _opened(place.record)
    if head is None or length > place.limit:
        _pass_over(place.record, length, len(start))
        if head is None:
            return None
        raise TooLarge(f"the record is larger than {place.limit:,} bytes; raise the limit if it is meant")
    block = start + place.record.reader.read()
    if len(block) < length:
        raise Damaged("the WARC breaks off")
    return _page(place, head, block[head.size :], context)


def _opened(record: WarcRecord) -> tuple[httpbody.Head | None, bytes]:
    """The headers of the page in a record, None if there is no page in it; and the bytes taken so far."""
    if record.record_type in _STORED:
        head = httpbody.Head(_OK, {"content-type": record.headers.get("Content-Type") or ""}, 0)
        return (head if head.media_type in MEDIA_TYPES else None), b""
    if record.record_type != WarcRecordType.response:
        return None, b""
    start = record.reader.read(CHUNK)
    found = httpbody.head(start)
    wanted = found is not None and found.status == _OK and (found.media_type in MEDIA_TYPES or not found.media_type)
    return (found if wanted else None), start


def _pass_over(record: WarcRecord, length: int, taken: int) -> None:
    if length < 0 or taken + record.consume() < length:
        raise Damaged("the WARC breaks off")


def _page(place: _Place, head: httpbody.Head, coded: bytes, context: Context) -> Item:
    try:
        body = httpbody.decoded(coded, head, place.limit)
        kinds.refuse_binary(body)
    except Damaged as error:
        raise _Undecodable(error.what, reason=error.reason) from None
    here = replace(
        place.part,
        uri=place.url or place.name,
        url=place.url,
        fetched_at=place.record.headers.get("WARC-Date"),
        charset=head.charset,
        container=Container(place.part.uri, offset=place.offset, record=place.record.record_id),
    )
    media_type = MEDIA_TYPES.get(head.media_type, "text/html")
    if media_type == "text/plain" and kinds.looks_like_html(body):
        media_type = "text/html"
    return page(here, body, media_type, context.options)
