"""From the corpora's conventions to ours: three labels, names without titles, descriptors, demonyms.

Each function takes words and labelled spans and gives labelled spans. What the corpora contradict each other about,
and what our convention calls optional (governments, competitions), is MASKED.
"""

from models.conll import MASKED, OUTSIDE, Tagged, listed

_TITLES = listed(
    "الرئيس الدكتور الدكتورة دكتور الشيخ الشيخة شيخ الملك الملكة الأمير الامير الأميرة السيد السيدة السادة اللواء"
    " الجنرال العميد العقيد المقدم الرائد الفريق المهندس المستشار الأستاذ الاستاذ الإمام الامام الحاج القس البابا"
    " النبي الخليفة السلطان القيصر الإمبراطور النائب السفير الوزير المحامي الصحفي الفنان الفنانة"
)
_DESCRIPTORS = listed(
    "مدينة بمدينة لمدينة قرية بلدة ولاية محافظة دولة العاصمة بالعاصمة ناحية قضاء لواء منطقة بمنطقة صحيفة لصحيفة"
    " جريدة لجريدة مجلة لمجلة قناة لقناة شبكة لشبكة محطة موقع إذاعة فريق لفريق نادي لنادي"
)
_AGENCY = frozenset({"وكالة", "لوكالة", "ووكالة"})
_AGENCY_WORDS = listed(
    "الأنباء الانباء أنباء انباء الصحافة الطاقة الفضاء المخابرات الاستخبارات الغوث التنمية حماية الغذاء"
)
_OPTIONAL_HEADS = listed(
    "الحكومة للحكومة والحكومة بالحكومة حكومة السلطات سلطات والسلطات للسلطات كأس بطولة ببطولة لبطولة البطولة دوري"
    " الدوري المونديال مونديال"
)
_PEOPLES = listed(
    "الفرس السلاجقة العرب الألمان الأسبان السلاف الرومان اليهود الشيعة السنة الأكراد الاكراد المماليك التتار المغول"
    " الروم الترك الأتراك الاتراك الإنكليز الإنجليز الفراعنة قريش الفايكنج البربر"
)
_PERSONS = frozenset({"الحسين", "المأمون", "الأمين", "الامين", "المعين", "الياسين", "البنين"})
_ENDINGS = ("ون", "ين", "يون", "يين")
_HOUSES = frozenset({"الأسرة", "أسرة", "بني", "بنو", "سكان", "أهل", "قبيلة", "الدولة", "شعب", "آل"})
_UNIVERSITIES = frozenset({"جامعة", "بجامعة", "لجامعة", "وجامعة"})
_WHITE_HOUSE = ("البيت", "الأبيض"), ("البيت", "الابيض")
_ADJECTIVE = ("ي", "ية", "يه")
_BODIES = listed(
    "الجيش الشرطة الكونغرس الكونجرس البرلمان وزارة الخارجية الداخلية الدفاع منتخب المنتخب مجلس المجلس المحكمة الحرس"
    " المخابرات الاستخبارات القوات السفارة الرئاسة حزب الحزب البنك المصرف"
)
PUNCTUATION = frozenset("\"«»“”()[]،,.؛:!؟?/-–—…'")


def trimmed(words: list[str], span: Tagged) -> Tagged:
    """The span without titles and generic descriptors in front and signs at its ends; it may become empty."""
    start, end, label = span
    while start < end and (
        words[start] in PUNCTUATION
        or (label == "PER" and words[start] in _TITLES)
        or (label != "PER" and words[start] in _DESCRIPTORS and end - start > 1)
        or (
            label == "ORG" and words[start] in _AGENCY and words[start + 1 : start + 2] and not _described(words, start)
        )
    ):
        start += 1
    while start < end and words[end - 1] in PUNCTUATION:
        end -= 1
    return Tagged(start, end, label)


def _described(words: list[str], at: int) -> bool:
    return words[at + 1] in _AGENCY_WORDS


def ours(words: list[str], span: Tagged) -> Tagged:
    """One span of PER, ORG or LOC by our conventions; its label may become OUTSIDE or MASKED."""
    span = trimmed(words, span)
    if span.start >= span.end:
        return Tagged(span.start, span.start, OUTSIDE)
    name = words[span.start : span.end]
    if name[0] in _OPTIONAL_HEADS:
        return span._replace(label=MASKED)
    if any(tuple(name) == house or tuple(name[:2]) == house for house in _WHITE_HOUSE):
        return span._replace(label="ORG")
    if span.label == "LOC" and name[0] in _UNIVERSITIES:
        return span._replace(label="ORG")
    if span.label == "PER" and name[0] in _HOUSES:
        return span._replace(label=MASKED)
    return span._replace(label=OUTSIDE) if span.label == "PER" and _people(name) else span


def _people(name: list[str]) -> bool:
    """Whether the name is that of a people or faith: one word in the plural, with the article."""
    word = name[0].lstrip("وف")
    word = "ال" + word[2:] if word.startswith("لل") else word.removeprefix("ب")
    return len(name) == 1 and (
        word in _PEOPLES or (word.startswith("ال") and word.endswith(_ENDINGS) and word not in _PERSONS)
    )


def merged(words: list[str], one: Tagged, other: Tagged, nations: frozenset[str]) -> Tagged:
    """Two annotators' spans that overlap, as one. `other` is NewsFANE's, which is fuller, as are its `nations`."""
    if one.label == other.label:
        return _longer(words, one, other)
    labels = one.label, other.label
    same = one[:2] == other[:2]
    if labels == ("LOC", "ORG"):
        return one if same and _stem(words[one.start]) in nations else other
    if one.label == "MISC":
        return other if other.label in {"LOC", "ORG"} else one._replace(label=OUTSIDE)
    if labels == ("ORG", "LOC") and not same:
        return max(one, other, key=lambda span: span.end - span.start)
    return Tagged(min(one.start, other.start), max(one.end, other.end), MASKED)


def _longer(words: list[str], one: Tagged, other: Tagged) -> Tagged:
    """Of two spans with one label the longer, if it holds no sign, and without the nationality behind a name."""
    one, other = trimmed(words, one), trimmed(words, other)
    long, short = (one, other) if one.end - one.start >= other.end - other.start else (other, one)
    inside = words[long.start : long.end]
    if long.start > short.start or long.end < short.end or PUNCTUATION & set(inside) - {"-"}:
        return short
    adjective = long.end == short.end + 1 and words[long.end - 1].startswith("ال") and inside[-1].endswith(_ADJECTIVE)
    if long.label == "ORG" and adjective and _stem(inside[0]) not in _BODIES:
        return long._replace(end=short.end)
    return long


def _stem(word: str) -> str:
    """The word without the clitics that may stand before a name; only for comparing with lists."""
    if word.startswith(("لل", "ولل")):
        return "ال" + word[word.index("لل") + 2 :]
    return word[1:] if word[:2] in {"وا", "فا", "با", "لا", "كا"} else word
