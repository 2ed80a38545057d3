"""Normalisation at extraction: what `Article.text` is made of, and nothing else is changed in it.

NFC; no bidi controls, zero-width characters, soft hyphens or control characters; presentation forms as letters;
one space for a run of spaces, line breaks kept; no tatweel stretching. Spelling stays as written: ى, ة, أ,
Persian ی ک, digits, quotation marks, dots. `clean(clean(text)) == clean(text)`.

Decided here:
- NFKC never runs on the whole text (… would become three dots, ½ 1⁄2): forms are unfolded one by one. ﷺ, ﷻ
  and ﷼ stay signs, because they are read as signs; ﷲ and its like are words in one glyph and become words.
- Tatweel goes between two letters, where it is stretching. At the edge of a word it is a sign: هـ (Hijri),
  بـ20 and الـ«…» (a clitic before digit, quote, Latin), a dash (القاهرة ـ), a rule; there it stays. So it does
  after a letter that only ends words (ة ى), and between `هـ` after a digit and what is glued to it.
- The zero-width non-joiner spells Persian, Kurdish and Urdu words, so it stays inside words of such languages.
"""

import re
import unicodedata

from marsad.text.letters import CONTROL, FORM, INVISIBLE, LETTER, MARK, TATWEEL, ZWNJ, characters, unfolded

WITH_ZWNJ = frozenset({"fa", "ur", "ckb", "ku", "ps", "sd", "ug", "pnb", "azb"})

_SIGNS = "\ufdfa\ufdfb\ufdfc"
_BREAKS = "\r\x0b\x0c\u2028\u2029"
_SPACES = "\t\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SURROGATES = "\ud800-\udfff"

_TABLE = (
    {ord(form): unfolded(form) for form in characters(FORM) if form not in _SIGNS}
    | dict.fromkeys(map(ord, characters(INVISIBLE + CONTROL)), "")
    | dict.fromkeys(map(ord, characters(_SPACES)), " ")
    | dict.fromkeys(map(ord, characters(_BREAKS)), "\n")
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # half a character: cannot be written as UTF-8
)
_KEEP_ZWNJ = {code: out for code, out in _TABLE.items() if code != ord(ZWNJ)}
_ODD = re.compile(f"[{FORM}{INVISIBLE}{CONTROL}{_SPACES}{_BREAKS}{_SURROGATES}]+")

# Found by the sign itself, judged by its neighbours: looking behind at every position would cost ten times as much.
_TATWEELS = re.compile(f"{TATWEEL}+")
_BEFORE_STRETCH = re.compile(f"(?<=[{LETTER}{MARK}])(?<![ةى])(?<![0-9٠-٩۰-۹]ه)")
_BEHIND_STRETCH = re.compile(f"[{MARK}]*[{LETTER}]")
_JOINED = f"{LETTER}{MARK}{TATWEEL}"
_LOOSE_ZWNJ = re.compile(f"(?<![{_JOINED}]){ZWNJ}+|{ZWNJ}+(?![{_JOINED}{ZWNJ}])|(?<={ZWNJ}){ZWNJ}+")
_ANY_MARK = f"[{MARK}\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0730-\u074a\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARKS = re.compile(f"({_ANY_MARK}{{30}}){_ANY_MARK}++")
_RUN = re.compile("  +")


def clean(text: str, language: str = "ar") -> str:
    """The text as an article holds it. `language` (ISO 639) decides whether the zero-width non-joiner stays."""
    if _ODD.search(text):
        table = _KEEP_ZWNJ if language in WITH_ZWNJ else _TABLE
        text = _ODD.sub(lambda run: run[0].translate(table), text.replace("\r\n", "\n"))
    if ZWNJ in text:
        text = _LOOSE_ZWNJ.sub("", text)
    if TATWEEL in text:
        text = _TATWEELS.sub(_unstretched, text)
    if "  " in text:
        text = _RUN.sub(" ", text)
    # Sorting a run of marks costs its square; the Stream-Safe Text Format of UAX #15 ends runs at thirty.
    return unicodedata.normalize("NFC", _MARKS.sub(r"\1", text) if _MARKS.search(text) else text)


def _unstretched(run: re.Match[str]) -> str:
    text = run.string
    stretching = _BEFORE_STRETCH.match(text, run.start()) and _BEHIND_STRETCH.match(text, run.end())
    return "" if stretching else run[0]
