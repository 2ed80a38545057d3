"""Names of encodings as pages write them, and the one name of each that Marsad uses.

Source: the WHATWG Encoding Standard's labels (iso-8859-1 and ascii mean windows-1252 there), read through
Python's own aliases, with the old Arabic sets of DOS and Macintosh, which the standard leaves out.
"""

import codecs
import re

_CODECS = {
    "utf-8": "utf-8", "utf-8-sig": "utf-8", "utf-16": "utf-16le", "utf-16-le": "utf-16le", "utf-16-be": "utf-16be",
    "iso8859-1": "windows-1252", "ascii": "windows-1252", "cp1252": "windows-1252", "iso8859-9": "windows-1254",
    "iso8859-11": "windows-874", "tis-620": "windows-874", "cp874": "windows-874",
    "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1253": "windows-1253", "cp1254": "windows-1254",
    "cp1255": "windows-1255", "cp1256": "windows-1256", "cp1257": "windows-1257", "cp1258": "windows-1258",
    "iso8859-2": "iso-8859-2", "iso8859-3": "iso-8859-3", "iso8859-4": "iso-8859-4", "iso8859-5": "iso-8859-5",
    "iso8859-6": "iso-8859-6", "iso8859-7": "iso-8859-7", "iso8859-8": "iso-8859-8", "iso8859-10": "iso-8859-10",
    "iso8859-13": "iso-8859-13", "iso8859-14": "iso-8859-14", "iso8859-15": "iso-8859-15",
    "iso8859-16": "iso-8859-16", "koi8-r": "koi8-r", "koi8-u": "koi8-u", "mac-roman": "macintosh", "cp866": "ibm866",
    "gbk": "gbk", "gb2312": "gbk", "gb18030": "gb18030", "big5": "big5", "big5hkscs": "big5", "euc_jp": "euc-jp",
    "shift_jis": "shift_jis", "cp932": "shift_jis", "iso2022_jp": "iso-2022-jp", "euc_kr": "euc-kr", "cp949": "euc-kr",
    "mac-arabic": "x-mac-arabic", "cp720": "dos-720", "cp864": "ibm864",
}  # fmt: skip
_ALIASES = {  # what Python does not know by itself
    "utf8mb4": "utf-8", "unicode-1-1-utf-8": "utf-8", "utf": "utf-8", "unicode": "utf-16le", "ucs-2": "utf-16le",
    "iso-8859-6-e": "iso-8859-6", "iso-8859-6-i": "iso-8859-6", "asmo-708": "iso-8859-6", "dos-720": "dos-720",
    "ms-ansi": "windows-1252", "ms-arab": "windows-1256", "win-1256": "windows-1256", "win1256": "windows-1256",
    "windows1256": "windows-1256", "1256": "windows-1256", "macarabic": "x-mac-arabic", "mac": "macintosh",
    "ks_c_5601-1987": "euc-kr", "x-sjis": "shift_jis", "windows-31j": "shift_jis", "windows-949": "euc-kr",
}  # fmt: skip
_PYTHON = {"x-mac-arabic": "mac-arabic", "dos-720": "cp720", "windows-874": "cp874", "macintosh": "mac-roman"}
_NAME = re.compile(r"[a-z0-9][a-z0-9._:+-]{0,39}")


def canonical(label: str) -> str | None:
    """The one name of an encoding, in small letters, for any label that pages use; None for an unknown label."""
    name = label.strip(" \t\r\n\"';,").lower().replace(" ", "-")
    if not _NAME.fullmatch(name):
        return None
    for candidate in (name, name.removeprefix("x-"), name.replace("_", "-"), name.replace("-", "")):
        if known := _ALIASES.get(candidate) or _codec(candidate):
            return known
    return None


def _codec(name: str) -> str | None:
    try:
        return _CODECS.get(codecs.lookup(name).name)
    except LookupError:
        return None


def python_codec(encoding: str) -> str:
    """The name under which Python knows a canonical encoding."""
    return _PYTHON.get(encoding, encoding)
