"""Writes the tables that ship, so that the same sources always give the same bytes."""

import gzip
import io
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

DATA = Path(__file__).parents[2] / "src" / "marsad" / "data"
MARKS = "".join(map(chr, [*range(0x64B, 0x653), 0x670, 0x640]))  # vowel marks, dagger alef, tatweel


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A tab-separated table in UTF-8 (NFC) below comment lines; ValueError for a cell that would break it."""
    lines = [f"# {line}" for line in head]
    for row in rows:
        if any("\t" in cell or "\n" in cell for cell in row):
            raise ValueError(f"a cell with a tab or a line break: {row}")
        lines.append("\t".join(row))
    return unicodedata.normalize("NFC", "\n".join(lines) + "\n").encode("utf-8")


def packed(content: bytes) -> bytes:
    """Gzip without name and time."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, compresslevel=9, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()


def same(path: Path, built: bytes) -> bool:
    """Whether the file says what was built: its bytes, or for gzip what it holds (compressors differ by version)."""
    if not path.exists():
        return False
    there = path.read_bytes()
    if path.suffix == ".gz":
        return gzip.decompress(there) == gzip.decompress(built)
    return there == built


def bare(text: str) -> str:
    """A name without vowel marks and tatweel."""
    return "".join(sign for sign in text if sign not in MARKS)


def folded(text: str) -> str:
    """The form under which two spellings count as one here: أإآٱ as ا, ة as ه, ى as ي, no marks."""
    return bare(text).translate(str.maketrans("أإآٱةى", "ااااهي"))
