"""Packed input: gzip of anything, zip archives with one more archive inside. Nothing is written by name."""

import struct
import zipfile
from collections.abc import Iterator
from typing import IO

from marsad.errors import Damaged, SourceError, TooLarge
from marsad.read.gunzip import Gunzip
from marsad.read.limits import MIB, Limits
from marsad.read.parts import BROKEN, Context, Item, Part, as_source_error, located, spooled

_ENCRYPTED = 0x1  # bit of a member's flags (PKWARE APPNOTE 4.4.4)
_OFFICE = {"[Content_Types].xml": "an Office document", "mimetype": "an OpenDocument or EPUB file"}


def gzipped(part: Part, context: Context) -> Iterator[Item]:
    """What a gzip file holds, several members in a row included. Raises SourceError."""
    _check_nesting(part, context.options.limits)
    yield from context.read(part.inner(Gunzip(part.stream)))


def zipped(part: Part, context: Context) -> Iterator[Item]:
    """The pages of all members in the order of the archive; a member that cannot be had gives an error."""
    limits = context.options.limits
    _check_nesting(part, limits)
    with spooled(part, limits) as file:
        try:
            archive = zipfile.ZipFile(file)
        except (OSError, EOFError, ValueError, OverflowError, IndexError, struct.error, *BROKEN) as error:
            raise Damaged(f"the zip archive is broken or breaks off ({error})") from None
        with archive:
            left = limits.unpacked
            for member in _members(archive, limits):
                left -= member.file_size
                yield from _member(archive, member, left, part, context)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int, part: Part, context: Context
) -> Iterator[Item]:
    try:
        _check_member(member, left, context.options.limits)
        opened = archive.open(member)
    except (SourceError, OSError, EOFError, ValueError, OverflowError, struct.error, *BROKEN) as error:
        yield located(as_source_error(error), f"{part.uri}!{member.filename}")
        return
    with opened:
        yield from context.read(part.inner(_Counted(opened, member.file_size), member.filename))


def _members(archive: zipfile.ZipFile, limits: Limits) -> list[zipfile.ZipInfo]:
    members = [m for m in archive.infolist() if not _is_folder(m.filename) and not _hidden(m.filename)]
    for name, what in _OFFICE.items():
        if any(member.filename == name for member in members):
            raise Damaged(f"holds {what}, not a page; save it as text or HTML", reason="not-text")
    if len(members) > limits.members:
        raise TooLarge(f"the archive has {len(members):,} members, the limit is {limits.members:,}; split it")
    if not members:
        raise Damaged("the archive is empty", reason="empty")
    return members


def _is_folder(name: str) -> bool:
    return not name or name.endswith("/")


def _hidden(name: str) -> bool:
    """As in folders; `__MACOSX` holds what macOS adds to every archive."""
    return any(step.startswith(".") or step == "__MACOSX" for step in name.split("/"))


def _check_member(member: zipfile.ZipInfo, left: int, limits: Limits) -> None:
    if member.flag_bits & _ENCRYPTED:
        raise Damaged("is encrypted; unpack it with its password first", reason="encrypted")
    if member.file_size > MIB and member.file_size > limits.ratio * max(member.compress_size, 1):
        raise TooLarge(f"unpacks to more than {limits.ratio} times its size; this looks like a zip bomb")
    if left < 0:
        raise TooLarge(f"the archive unpacks to more than {limits.unpacked:,} bytes; split it")


def _check_nesting(part: Part, limits: Limits) -> None:
    if part.packings >= limits.nesting:
        raise TooLarge(f"an archive inside {part.packings} archives is not opened; unpack it first")


class _Counted:
    """A member that may not give more than its archive announces: the announced size was checked."""

    def __init__(self, below: IO[bytes], size: int) -> None:
        self._below = below
        self._left = size

    def read(self, size: int = -1, /) -> bytes:
        data = self._below.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise TooLarge("unpacks to more than the archive announces; this looks like a zip bomb")
        return data
