"""Names that the article itself puts side by side: the long one and, in brackets or marks, the short or foreign one.

`حركة المقاومة الإسلامية (حماس)`, `غوغل (Google)`, `منظمة … المعروفة اختصارا بـ«أوبك»`, `تنظيم الدولة "داعش"`. For
places only a Latin name counts, since brackets behind a place mostly hold the larger place; for persons a Latin
name or a nickname that is introduced as one.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from marsad.annotate.linking.forms import Clusters, Form
from marsad.annotate.linking.groups import HEADS
from marsad.records import Mention
from marsad.text.name_words import bare
from marsad.text.spellings import SURE, same_name

_OPEN = re.compile(r"""(?:\s+ال\w+ي[ةه]?){0,2}\s*[»"”'’]?\s*[(\[]\s*[«"“']?\s*""")
_CLOSE = re.compile(r"""\s*[»"”']?\s*[)\]]""")
_QUOTED = re.compile(r"""\s*[«"“”]\s*""")
_UNQUOTED = re.compile(r"""[.،\s]*[»"”“]""")
_CALLED = re.compile(
    r"""[»"”)،,\s]*(?:(?:و?ال)?(?:معروف|ملقب|مسمى|شهير|مكنى)[ةه]?(?:ين|ون)?\s+)?(?:اختصار[اً]+\s+)?(?:إعلامي[اً]+\s+)?"""
    r"""(?:باسم|بلقب|بكنية|ب|بـ)\s*(?:اسم\s+)?[«"“(]*\s*"""
)
_KNOWN_AS = re.compile("معروف|ملقب|مسمى|شهير|مكنى|اختصار")
_IN_FULL = re.compile(r"""[»"”،\s(]*و?اسم(?:ه|ها) (?:الكامل|الحقيقي|الأصلي)\s*[«"“]?\s*""")
_LATIN = re.compile("[A-Za-z]")
_FARTHEST = 60  # characters between the two names


def link_pairs(clusters: Clusters, text: str, mentions: Sequence[Mention], owner: dict[int, Form]) -> None:
    """Joins what the article introduces as two names of one thing. `owner`: the form of each mention."""
    names = sorted(owner, key=lambda place: (mentions[place].start, -mentions[place].end))
    for first, second in pairwise(names):
        one, other = owner[first], owner[second]
        if one.label == other.label:
            rule = _introduced(text, mentions[first], mentions[second], one, other)
            if rule:
                clusters.join(one, other, rule, 0.9)


def _introduced(text: str, first: Mention, second: Mention, one: Form, other: Form) -> str | None:
    """By what the article makes two neighbouring names one, if it does."""
    if not 0 <= second.start - first.end <= _FARTHEST:
        return None
    between = text[first.end : second.start]
    latin = bool(_LATIN.search(other.text)) != bool(_LATIN.search(one.text))
    if _OPEN.fullmatch(between) and _CLOSE.match(text, second.end):
        return "brackets" if _fits(one, other, latin=latin) else None
    if (
        one.label == "ORG"
        and bare(one.words[0]) in HEADS
        and _QUOTED.fullmatch(between)
        and _UNQUOTED.match(text, second.end)
    ):
        return "marks"
    if one.label == "PER" and _IN_FULL.fullmatch(between):
        return "known-as"
    if one.label != "LOC" and _KNOWN_AS.search(between) and _CALLED.fullmatch(between):
        return "known-as"
    return None


def _fits(one: Form, other: Form, *, latin: bool) -> bool:
    if latin or one.label == "ORG":
        return True
    match = same_name(one.text, other.text)
    if match and match.strength >= SURE:
        return True
    return one.label == "PER" and len(other.words) > len(one.words) == 1
