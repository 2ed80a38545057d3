"""Classes of characters that the steps on Arabic text agree on, as bodies of a regular-expression class.

`[` + LETTER + MARK + `]` is a class; `characters(MARK)` gives the characters themselves. Source of the ranges:
the Unicode character database (blocks Arabic, Arabic Supplement, Arabic Extended-A).
"""

import re
import unicodedata

TATWEEL = "\u0640"
SHADDA = "\u0651"
ZWNJ = "\u200c"

LETTER = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08c9"
)
MARK = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff"
FORM = "\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"  # bidi, joiners, hyphen, BOM
)
CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff"  # what is neither text nor white space

_RANGE = re.compile("(.)(?:-(.))?", re.DOTALL)


def characters(ranges: str) -> str:
    """All characters of a class body: `a-cx` gives `abcx`."""
    return "".join(
        chr(code) for first, last in _RANGE.findall(ranges) for code in range(ord(first), ord(last or first) + 1)
    )


def unfolded(form: str) -> str:
    """The letters and marks of one presentation form; the form itself where it is none.

    Per-character NFKC, without the space that Unicode puts under a lone mark (U+FE70-FE7F, U+FC5E-FC63).
    """
    decomposition = unicodedata.decomposition(form)
    return unicodedata.normalize("NFKC", form).lstrip(" ") if decomposition.startswith("<") else form
