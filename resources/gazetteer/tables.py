"""Writes the tables that ship, so that the same sources always give the same bytes."""

import gzip
import io
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
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


def build(tables: Mapping[str, Callable[[], bytes]], arguments: Sequence[str], *, stale: str) -> int:
    """Writes the tables that are named, or all; with `--check` among the arguments nothing.

    Gives the exit code: 1 where a file is not what was built, which is said with `stale`.
    """
    check = "--check" in arguments
    done = 0
    for name in [argument for argument in arguments if argument != "--check"] or list(tables):
        built = tables[name]()
        current = same(DATA / name, built)
        if check and not current:
            print(f"{name}: {stale}")
            done = 1
            continue
        if not current:
            (DATA / name).write_bytes(built)
        print(f"{name}: {len(built):,} bytes")
    return done


def bare(text: str) -> str:
    """A name without vowel marks and tatweel."""
    return "".join(sign for sign in text if sign not in MARKS)


def folded(text: str) -> str:
    """The form under which two spellings count as one here: أإآٱ as ا, ة as ه, ى as ي, no marks."""
    return bare(text).translate(str.maketrans("أإآٱةى", "ااااهي"))
