"""Arabic text in any encoding, declared rightly, wrongly or not at all and damaged anywhere, is read or refused."""

from fuzz.invariants import holds
from fuzz.words import LINES, spell
from marsad import ARTICLE_ONLY, read_bytes
from marsad.errors import MarsadError
from marsad.text.encodings import decode

SEEDS = ("*.html", "*.txt")
CODECS = (
    "utf-8", "utf-8-sig", "cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp864", "mac-arabic",
)  # fmt: skip
DECLARED = (
    "utf-8", "windows-1256", "iso-8859-6", "iso-8859-1", "utf-16", "x-user-defined", "utf-7", "hz-gb-2312", "rot13",
    "idna", "base64", "unicode_escape", "undefined", "", "\x00", "a" * 200,
)  # fmt: skip
PARTS = tuple(line + "\n" for line in LINES)


def check(data: bytes) -> None:
    """Byte 1 chooses the codec, byte 2 the declared one, byte 3 where a byte is flipped; the rest spells the text."""
    codec, declared, damage, rest = data[:1], data[1:2], data[2:3], data[3:]
    text = spell(rest, PARTS) if rest[:1] < b"\xc0" else rest.decode("utf-8", "replace")
    name = DECLARED[sum(declared) % len(DECLARED)]
    page = f'<html><meta charset="{name}"><h1>{text[:60]}</h1><pre>{text}</pre>'.encode(
        CODECS[sum(codec) % len(CODECS)], "ignore"
    )
    place = sum(damage) * len(page) // 256
    page = page[:place] + bytes([page[place] ^ 0x55]) + page[place + 1 :] if sum(damage) else page
    found = decode(page, declared=name)
    found.text.encode("utf-8")  # a lone surrogate would fail here
    assert found.encoding, "no encoding is named"
    for media_type in ("text/html", f"text/html; charset={name}", None):
        try:
            holds(read_bytes(page, uri="fuzz.html", media_type=media_type, any_page=True, wanted=ARTICLE_ONLY))
        except MarsadError:
            continue
