"""The office that a text states beside a person's name: وزير الخارجية الروسي سيرغي لافروف.

The phrase runs from the word of office to the name: the article's words, `ل` and `باسم` phrases inside; never a verb
or another preposition. The dual gives both their own: in `وزيري الخارجية الروسي «س» والأمريكي «ج»` the second is
وزير الخارجية الأمريكي. Behind a name it counts between commas.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from marsad.annotate.linking_things import nation
from marsad.annotate.things import lookup
from marsad.records import Mention
from marsad.text.name_words import fold_name, wordset

_WINDOW = 110  # characters before or behind a name
_MOST_WORDS = 9
_GOVERNMENT = wordset(
    """
    وزير وزيره رييس رييسه الرييس الرييسه الوزير الوزيره ملك الملك امير الامير سلطان السلطان سفير السفير السفيره
    مبعوث المبعوث محافظ والي وكيل مستشار مستشاره المستشاره المستشار عاهل العاهل نايب رييسا وزيرا رييسي وزيري ولي
    مندوب المندوب السناتور
    """
)
_MILITARY = wordset("قايد القايد اللواء اللوا الفريق العميد العقيد المقدم الرايد الجنرال المشير المارشال")
_OTHER = wordset(
    """
    امين الامين الامينه امينه مدير المدير مديره المديره زعيم الزعيم متحدث المتحدث المتحدثه متحدثه ناطق الناطق
    الناطقه منسق المنسق مفوض المفوض المفوضه مفوضه ممثل الممثل الممثله ممثله مرشد المرشد بابا مفتي المفتي مدرب
    المدرب عضو مرشح المرشح المدعي المحامي محامي نقيب عمده حاكم رايد كبير مساعد مساعده
    """
)
HEADS = _GOVERNMENT | _MILITARY | _OTHER
_DUAL = {
    "وزيري": "وزير",
    "وزيرا": "وزير",
    "رييسي": "رئيس",
    "رييسا": "رئيس",
    "الرييسين": "الرئيس",
    "الوزيرين": "الوزير",
    "الرييسان": "الرئيس",
}
_WORD = re.compile(r"[^\W_]+(?:[\u064b-\u0652]*[^\W_]*)*")
_APPOSITION = re.compile(r"""[»"”)]?\s?،\s+([^،.؛:\n]{4,70})[،.]""")
_BREAK = re.compile(r"[.،؛:\n؟!…]")
_CLITICS = frozenset("ولبف")
_NO_NATION = wordset("الماليه المالي القمري القمريه")
_COUNTERPART = re.compile(r"""نظير(?:ه|ته|ها|تها)\s+(ال\w+ي[ةه]?)[\s،"«“(]*$""")
_EDGE = re.compile(r"""[\s،"«“”(‘'-]*$""")
_AND_SECOND = re.compile(r"""[»"”)’'،\s]*و(ال\w+ي[ةه]?)[\s"«“(]*$""")
_STOPS = wordset(
    """
    في من علي الي عن مع ان بعد قبل خلال بين قال التي الذي كما حيث عند ضد هو هي ثم او هذا هذه تلك ذلك قباله باسمه
    لقاء نظيره نظيرته كان كانت
    """
)
_HEAD_OF_STATE = wordset("الرييس الرييسه الملك العاهل")


class Office(NamedTuple):
    """What a text calls a person, the country in it, and the sector that goes with the word."""

    text: str
    country: str | None
    sector: str | None


def office_of(text: str, mentions: Sequence[Mention], places: Sequence[int]) -> Office | None:
    """The fullest office that stands beside any of the first mentions of a person."""
    found = [office for place in places[:12] if (office := _beside(text, mentions, place))]
    return max(found, key=lambda office: (office.country is not None, len(office.text.split()) > 1), default=None)


def _beside(text: str, mentions: Sequence[Mention], place: int) -> Office | None:
    mention = mentions[place]
    low = max((one.end for one in mentions[max(0, place - 8) : place] if one.label == "PER"), default=0)
    return (
        _of_another(text, mentions, place)
        or _before(text, max(low, mention.start - _WINDOW), mention.start)
        or _behind(text, mention.end)
    )


def _before(text: str, low: int, start: int) -> Office | None:
    """The phrase of office that ends where the name begins and does not begin before `low`."""
    part = _EDGE.sub("", text[low:start])
    words = list(_WORD.finditer(part))[-_MOST_WORDS:]
    begin = _begin(part, words)
    if begin is None or _dangles(fold_name(words[-1][0])):
        return None
    skip = _head(fold_name(words[begin][0]))[1]
    return _office(part[words[begin].start() + skip :])


def _begin(part: str, words: list[re.Match[str]]) -> int | None:
    """Where the phrase begins: at its first word of office, reading back from the name."""
    begin = None
    for number in range(len(words) - 1, -1, -1):
        word = fold_name(words[number][0])
        behind = part[words[number].end() : words[number + 1].start() if number + 1 < len(words) else None]
        if word in _STOPS or _BREAK.search(behind):
            break
        if _head(word)[0]:
            begin = number
            if word[:1] == "و" and _head(word)[1]:
                break
    return begin


def _dangles(word: str) -> bool:
    """Whether the last word of a phrase wants another behind it: لخلافة فلان."""
    return (
        word[:1] in "لب"
        and not word.startswith("لل")
        and _head(word)[0] is None
        and not nation(word)
        and not lookup(word)
    )


def _head(word: str) -> tuple[str | None, int]:
    """The word of office in a folded word, and the letters of clitics in front of it."""
    if word in HEADS or word in _DUAL:
        return word, 0
    if word[:1] in _CLITICS and (word[1:] in HEADS or word[1:] in _DUAL):
        return word[1:], 1
    if word.startswith("لل") and "ال" + word[2:] in HEADS:
        return "ال" + word[2:], 0
    return None, 0


def _office(phrase: str) -> Office | None:
    """The office of a phrase that begins with its word of office; of a dual the singular."""
    words = phrase.replace("-", " ").split()
    words = [word.strip(' "«»“”()،') for word in words]
    head = fold_name(words[0])
    words[0] = _DUAL.get(head, "ال" + words[0][2:] if words[0].startswith("لل") else words[0])
    codes = [code for word in words[1:] if (code := _country(word))]
    if len(words) == 1 and head not in _HEAD_OF_STATE:
        return None
    sector = "MIL" if head in _MILITARY else "GOV" if head in _GOVERNMENT and codes else None
    return Office(" ".join(word for word in words if word), codes[0] if codes else None, sector)


def _country(word: str) -> str | None:
    """The country of a nationality word or a country's name; المالية is finance here, not Mali's."""
    code = None if fold_name(word) in _NO_NATION else nation(word)
    if code is None:
        code = next((thing.country for thing in lookup(word) if thing.kind == "country" and not thing.need), None)
    return code if code and len(code) == 2 else None  # noqa: PLR2004 - groups have longer ids


def _of_another(text: str, mentions: Sequence[Mention], place: int) -> Office | None:
    """The office of the person before, of another country: والأمريكي «ج», نظيره الأمريكي ج."""
    start = mentions[place].start
    match = _AND_SECOND.search(text, max(0, start - 50), start) or _COUNTERPART.search(text, max(0, start - 50), start)
    code = _country(match[1]) if match else None
    if match is None or code is None:
        return None
    near = [one for one in mentions[max(0, place - 6) : place] if one.label == "PER" and one.end > start - 2 * _WINDOW]
    office = _before(text, max(0, near[-1].start - _WINDOW), near[-1].start) if near else None
    if office is None:
        return None
    kept = [word for word in office.text.split() if not _country(word)]
    return Office(" ".join([*kept, match[1]]), code, office.sector)


def _behind(text: str, end: int) -> Office | None:
    """The phrase between commas behind a name: لافروف، وزير الخارجية الروسي، …"""
    match = _APPOSITION.match(text, end)
    words = match[1].split() if match else []
    if match is None or len(words) > _MOST_WORDS or _head(fold_name(words[0]))[1] or not _head(fold_name(words[0]))[0]:
        return None
    return _office(match[1])
