"""The office that a text states beside a person's name: وزير الخارجية الروسي سيرغي لافروف.

The phrase runs from the word of office to the name: the article's words, `ل` and `باسم` phrases inside; never a verb
or another preposition. The dual gives both their own: in `وزيري الخارجية الروسي «س» والأمريكي «ج»` the second is
وزير الخارجية الأمريكي. Behind a name it counts between commas.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from marsad.annotate.linking.things import nation
from marsad.annotate.lists.lexicon import lexicon
from marsad.annotate.lists.things import lookup
from marsad.records import Mention
from marsad.text.name_words import FIXED, TITLES, fold_name, wordset

_WINDOW = 110  # characters before or behind a name
_MOST_WORDS = 9
_GOVERNMENT = wordset(
    """
    وزير وزيره رييس رييسه الرييس الرييسه الوزير الوزيره ملك الملك امير الامير سلطان السلطان سفير السفير السفيره
    مبعوث المبعوث محافظ وكيل مستشار مستشاره المستشاره المستشار عاهل العاهل نايب رييسا وزيرا رييسي وزيري ولي
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
    في من علي الي عن مع ان بعد قبل خلال بين قال التي الذي كما حيث عند ضد هو هي ثم او لها له لهم وهو وهي حين
    حينها هذا هذه تلك ذلك قباله باسمه لقاء نظيره نظيرته كان كانت
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
        or _behind(text, mention.end, _next_person(mentions, place))
        or office_behind(text, mention.start, mention.end, _next_person(mentions, place))
    )


def _before(text: str, low: int, start: int) -> Office | None:
    """The phrase of office that ends where the name begins and does not begin before `low`."""
    part = _EDGE.sub("", text[low:start])
    words = list(_WORD.finditer(part))[-_MOST_WORDS:]
    folded = [fold_name(word[0]) for word in words]
    for begin in _begins(part, words, folded):
        if _is_phrase(folded[begin:]):
            return _office(part[words[begin].start() + _head(folded[begin])[1] :])
    return None


def _begins(part: str, words: list[re.Match[str]], folded: list[str]) -> list[int]:
    """Where the phrase may begin, the farthest first: the words of office between the last break and the name."""
    found: list[int] = []
    for number in range(len(words) - 1, -1, -1):
        behind = part[words[number].end() : words[number + 1].start() if number + 1 < len(words) else None]
        if folded[number] in _STOPS or _BREAK.search(behind):
            break
        head, clitics = _head(folded[number])
        if head:
            found.insert(0, number)
            if clitics and folded[number][0] == "و":
                break
    return found


def _is_phrase(words: list[str]) -> bool:
    """Whether the words can be one noun phrase: nouns in a row up to a definite one, then what is definite too.

    A word with ل or another word of office begins a further part; a phrase that ends before its definite word wants
    more than the name behind it (لخلافة فلان).
    """
    definite = False
    for number, word in enumerate(words):
        if word.startswith(("ال", "وال", "لل", "بال")) or nation(word) or lookup(word) or word in _DEFINITE:
            definite = True
        elif not number or _head(word)[0] or word.startswith(("ل", "باسم")):
            definite = False
        elif definite:
            return False
    return definite or len(words) == 1


_FORMER = wordset("السابق السابقه الاسبق الراحل المخلوع المعزول المستقيل المنتخب المقال الاسبقه المنتهيه")
_DEFINITE = wordset("اول عام ولايته العهد جمهوريه")


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
    while len(words) > 2 and fold_name(words[-1]) in TITLES:  # noqa: PLR2004 - وزير الداخلية الأمير
        words.pop()
    head = fold_name(words[0])
    words[0] = _DUAL.get(head, "ال" + words[0][2:] if words[0].startswith("لل") else words[0])
    codes = [code for word in words[1:] if (code := _country(word))]
    if len(words) == 1 and head not in _HEAD_OF_STATE:
        return None
    folded = {fold_name(word) for word in words}
    if folded & FIXED - {"باسم"} - {fold_name(word) for word in words if nation(word) or lookup(word)}:
        return None  # مركز الملك سلمان للإغاثة
    sector = (
        None if folded & _FORMER else "MIL" if head in _MILITARY else "GOV" if head in _GOVERNMENT and codes else None
    )
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


def _next_person(mentions: Sequence[Mention], place: int) -> int:
    """Where the next person is named: an apposition ends before."""
    return next((one.start for one in mentions[place + 1 : place + 8] if one.label == "PER"), 1 << 62)


def _behind(text: str, end: int, limit: int) -> Office | None:
    """The phrase between commas behind a name: لافروف، وزير الخارجية الروسي، …"""
    match = _APPOSITION.match(text, end)
    words = match[1].split() if match else []
    if (
        match is None
        or match.end(1) > limit
        or len(words) > _MOST_WORDS
        or _head(fold_name(words[0]))[1]
        or not _head(fold_name(words[0]))[0]
    ):
        return None
    return _office(match[1])


# Verbs of which the office behind a name may be the object: التقى فلان وزير الخارجية.
_TAKES_A_PERSON = wordset(
    """
    التقي يلتقي استقبل يستقبل هنا هاتف يهاتف عين يعين اقال يقيل كلف يكلف انتقد ينتقد دعا يدعو زار يزور خلف يخلف
    اتهم يتهم ودع يودع رافق يرافق حمل يحمل شكر يشكر ابلغ يبلغ طالب يطالب اطلع يطلع قابل يقابل هاجم يهاجم تسلم
    يتسلم بحث يبحث ناقش يناقش سال يسال عزي يعزي حث يحث ناشد يناشد بايع استدعي يستدعي قتل يقتل
    """
)
_NO_OFFICE = frozenset(_DUAL) | wordset("رييسا وزيرا رايد كبير بابا الرايد مساعد اللوا اللواء الفريق الممثل ممثل")
_KIND_OF_OFFICE = wordset("العام الاعلي الاول الثاني التنفيذي السابق الاسبق المنتخب المكلف المسلح")
_MEDIA = wordset("قناه صحيفه وكاله موقع جريده اذاعه مجله تلفزيون برنامج")
_MOST_INDEFINITE = 3  # nouns in a row before the definite one
_SENTENCE = re.compile(r"[.؛:\n؟!]")
_MARKS = ' "»«”“()'


def office_behind(text: str, start: int, end: int, limit: int) -> Office | None:
    """The phrase directly behind a name, without a comma: فيصل بن فرحان وزير الخارجية.

    Not where another person's name follows, whose office it is then (at `limit`, or a given name that nothing found),
    nor behind a verb that takes a person (استقبل فلان وزير الخارجية).
    """
    line = _SENTENCE.split(text[end : end + _WINDOW])[0]
    words = list(_WORD.finditer(line.partition("،")[0].partition(",")[0]))
    folded = [fold_name(word[0]) for word in words]
    if not words or line[: words[0].start()].strip(_MARKS) or not line[:1] or line[0].isalnum():
        return None
    size = _phrase(folded)
    if size < 2 or _takes_a_person(text, start):  # noqa: PLR2004 - a word of office says none alone
        return None
    rest = [word for word in folded[size:] if word not in TITLES]
    stop = words[size - 1].end()
    follows = text[end + stop : limit] if limit < end + len(line) else "."
    named = all(fold_name(word[0]) in TITLES for word in _WORD.finditer(follows)) and not _BREAK.search(follows)
    given = bool(rest) and "given" in lexicon().flags(rest[0]) and rest[0] not in HEADS
    return None if named or given else _office(line[words[0].start() : stop])


def _takes_a_person(text: str, start: int) -> bool:
    """Whether a verb that takes a person stands in the clause before a name."""
    before = _BREAK.split(text[max(0, start - _WINDOW // 2) : start])[-1]
    found = {fold_name(word) for word in _WORD.findall(before)}
    return bool(_TAKES_A_PERSON & (found | {word[1:] for word in found if word[:1] in "وف"}))


def _phrase(words: list[str]) -> int:
    """How many of the words are the phrase of office that they begin with; 0 for none.

    A definite head takes its adjectives and what ل joins (الأمين العام لحلف الناتو); an indefinite one its nouns up
    to the definite one, and the adjectives of that.
    """
    head = words[0]
    if head not in HEADS or head in _NO_OFFICE:
        return 0
    definite, run, size = head.startswith("ال"), 0, 1
    for number, word in enumerate(words[1:_MOST_WORDS], 1):
        if word in _STOPS or word in HEADS - {"الاول"} or (definite and word in TITLES):
            break
        joined = word.startswith("ل") and head.startswith("ال") and definite and len(word) > 3  # noqa: PLR2004
        if joined and word.removeprefix("لل").removeprefix("ل") not in _MEDIA:
            definite, run = word.startswith("لل") or bool(lookup(word[1:])), 0
        elif definite:
            if not _qualifies(word):
                break
        else:
            run += 1
            definite = word.startswith("ال") or bool(nation(word)) or bool(lookup(word))
            if run > _MOST_INDEFINITE:
                break
        size = number + 1 if definite else size
    return size if definite or size > 1 else 0


def _qualifies(word: str) -> bool:
    return word.startswith("ال") and (bool(nation(word)) or word in _KIND_OF_OFFICE or word.endswith(("ي", "يه", "ه")))
