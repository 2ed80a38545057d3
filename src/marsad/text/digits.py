"""Digits: three sets are mixed on Arabic pages (2015, ٢٠١٥, ۲۰۱۵), often within one page."""

import re

ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
PERSIAN = "۰۱۲۳۴۵۶۷۸۹"

_TABLE = str.maketrans(ARABIC_INDIC + PERSIAN, "0123456789" * 2)
_ANY = re.compile("[٠-٩۰-۹]")


def to_ascii(text: str) -> str:
    """The text with every Arabic-Indic and Persian digit as an ASCII digit; same length, so offsets stay true."""
    return text.translate(_TABLE) if _ANY.search(text) else text
