"""Years, spans of years, their quarters and halves, decades and centuries."""

import re

from marsad.annotate.times.calendar import hijri_year
from marsad.annotate.times.forms import Form
from marsad.annotate.times.lexicon import word_set
from marsad.annotate.times.scene import Scene, Sense
from marsad.annotate.times.units import unit_form

_DATING = word_set("بحلول أفق غضون مواليد")
_NUMBERED = word_set("رقم عدد المرقم القرار")
_STREETS = word_set("شارع الشارع طريق نهج زنقة غرفة بشارع")
_NO_DAY = re.compile(r"[do][f/\-]?s?[muHU](?:[/\-(][muHU]\)?)?[f/\-]?[aA]?\Z")
_DATE_REACH = 10  # tokens
_NUMERIC = "/-dny9"
_LINKS = "Bif^<>(N"
_ACCUSATIVE = re.compile("(?!ال)[ء-ي]{3,}ا")
_DEFINITE = re.compile("[وفبك]?ال|لل")
_TWENTIES = 20
_TWO_DIGITS = 100
_COUNTED = word_set(
    "% ٪ "
    "شخص شخصا رجل امراه جندي جنديا عنصر عنصرا مقاتل مقاتلا طن طنا كيلومتر كيلومترا كلم كم متر مترا دولار "
    "دولارا ريال ريالا دينار دينارا يورو درهم درهما جنيه جنيها ليره مليون مليار الف وحده عامل عاملا لاجي لاجيا "
    "حاله برميل برميلا نسخه موظف موظفا اسره عايله طالب طالبا طالبه طفل طفلا منزل منزلا صاروخ صاروخا ميغاوات "
    "ميغاواط كيلو هكتار هكتارا نقطه عام عاما سنه يوم يوما ساعه شركه مشروع مشروعا مواطن مواطنا سياره صوت صوتا "
    "مقعد مقعدا قتيل قتيلا جريح جريحا شاب شابا فرصه وظيفه مدرسه مسكن فدان فدانا قطعه سجين سجينا معتقل معتقلا "
    "اسير اسيرا متظاهر متظاهرا مشارك مشاركا لاعب متطوع حاج حاجا"
)
_FUNCTION = word_set(
    "في من على علي عن الى الي ان التي الذي الذين بعد قبل بين حتي عندما حين حيث مع ضد لم لا ما هو هي كان كانت "
    "قد ثم او ام خلال بسبب بحسب وفق وفقا نظرا حينما بينما فيما كما مما لما مقابل مقارنه لدي عند منذ دون بدون "
    "برعايه"
)
_DATED = word_set(
    "ثوره انتفاضه انتخابات حرب مونديال العالم موسم الموسم دوره ازمه اتفاق اتفاقيه دستور قانون احداث غزو انقلاب "
    "كاس بطوله يورو اولمبياد ميزانيه موازنه ماليه سنه لسنه لعام اكسبو رويه اليورو افق غضون مواليد كوبا خليجي "
    "قمه ثورتي الثوره الانتخابات الحرب"
)
"""Nouns that carry the year of what they name: ثورة 2011, مونديال 2018, رؤية 2030."""
_AGES = word_set("العمر عمره عمرها عمرهم عمري")
_ROUND = 100
_OF_HIJRA = word_set("الهجري هجري")
_COMPARED = word_set("أكثر أقل أزيد يقرب يزيد تزيد")


def year_form(scene: Scene, form: Form) -> Sense | None:
    """`عام 2011`, `مطلع 2014`, `العام الماضي`, `عام 1436هـ`."""
    tokens = scene.tokens
    years = tokens.pick(form.first, form.last, "y8")
    if years:
        return Sense(str(years[0]), "explicit", "year")
    hijri = tokens.pick(form.first, form.last, "h")
    if hijri:
        return Sense(hijri_year(hijri[0]), "explicit", "year-of-hijra")
    return unit_form(scene, form)


def years_form(scene: Scene, form: Form) -> Sense | None:
    """`بين عامي 2011 و2015`, `2010-2015`, `2014/2015`, `2014-15`."""
    tokens = scene.tokens
    years = tokens.pick(form.first, form.last, "y8")
    inside = tokens.symbols[form.first : form.last]
    if inside[-1] == "d":
        years.append(years[0] // _TWO_DIGITS * _TWO_DIGITS + tokens.meanings[form.last - 1])
        if years[1] != years[0] + 1:
            return None
    if "W" in inside and not set(inside) & set("Nb"):
        return None
    if years != sorted(set(years)) or ("/" in inside and years[-1] != years[0] + 1):
        return None
    if set(inside) == {"y", "-"} and scene.symbol(form.last) in "-/":
        return None
    return Sense(f"{years[0]}/{years[-1]}", "explicit", "years")


def years_of_hijra_form(scene: Scene, form: Form) -> Sense | None:
    """`عام 1436-1437هـ`."""
    first, last = scene.tokens.pick(form.first, form.last, "h")
    ends = hijri_year(first), hijri_year(last)
    if last != first + 1 or not ends[0] or not ends[1]:
        return None
    return Sense(f"{ends[0].partition('/')[0]}/{ends[1].partition('/')[2]}", "explicit", "year-of-hijra")


def bare_year_form(scene: Scene, form: Form) -> Sense | None:
    """Four digits that are a year by what stands around them."""
    place = form.first
    if scene.word(place - 1) in _STREETS or _of_no_day(scene, place) or not _is_year(scene, place):
        return None
    return Sense(scene.word(place), "explicit", "year-bare")


def _is_year(scene: Scene, place: int) -> bool:
    before, after = scene.symbol(place - 1), scene.symbol(place + 1)
    head, word = scene.word(place - 1), scene.word(place + 1)
    if word in _COUNTED or _NUMBERED & {head, scene.word(place - 2)} or before in _NUMERIC or after in _NUMERIC:
        return False
    if before == "@" or head in _DATING or head in _DATED:
        return True
    if word not in _FUNCTION and _ACCUSATIVE.fullmatch(word) and before != "(":
        return False  # a counted noun: 2000 مقاتلا
    counted = after == "x" and word not in _FUNCTION and word[:1].isalpha() and not _DEFINITE.match(word)
    round_number = scene.tokens.meanings[place] % _ROUND == 0
    if before in _LINKS:
        return not (counted and round_number) and not (before == "f" and scene.word(place - 2) in _COMPARED)
    if before == "W":
        return _follows_year(scene, place)
    return not counted and not round_number and before not in "!c"


def _of_no_day(scene: Scene, place: int) -> bool:
    """Whether the year at `place` ends a date that there is not: 29 فبراير 2023."""
    return bool(_NO_DAY.search(scene.tokens.symbols, max(place - _DATE_REACH, 0), place))


def _follows_year(scene: Scene, place: int) -> bool:
    last = scene.told[-1] if scene.told else None
    return bool(last and place - 3 <= last.form.last <= place and last.sense.basis == "explicit")


def quarter_form(scene: Scene, form: Form) -> Sense | None:
    """`الربع الأول من 2015`, `النصف الثاني من العام الجاري`: its first and last month."""
    tokens = scene.tokens
    parts, number = tokens.meanings[form.first], tokens.meanings[form.first + 1]
    year = _year_behind(scene, form)
    if number > parts or year is None:
        return None
    if not year.value:
        return Sense(None, year.basis, "quarter")
    size = 12 // parts
    value = f"{year.value}-{size * number - size + 1:02}/{year.value}-{size * number:02}"
    return Sense(value, year.basis, "quarter")


def _year_behind(scene: Scene, form: Form) -> Sense | None:
    tokens = scene.tokens
    place = next((p for p in range(form.first, form.last) if tokens.symbols[p] in "Aay"), None)
    if place is None:
        return None
    years = tokens.pick(place, form.last, "y")
    if years:
        return Sense(str(years[0]), "explicit", "year")
    start = place - (tokens.symbols[place - 1] in "zZ")
    return unit_form(scene, Form("unit", start, form.last)) if tokens.symbols[place] == "A" else None


def century_form(scene: Scene, form: Form) -> Sense | None:
    """`القرن الماضي`, `القرن التاسع عشر`; one before Christ has no value."""
    number = _century(scene, form.first, form.last)
    if scene.word(form.last) in _OF_HIJRA:
        return Sense(None, "explicit", "century-of-hijra")
    if scene.symbol(form.last) == "<" and scene.word(form.last + 1) == "الميلاد":
        return Sense(None, "explicit", "century-before-christ")
    if number is None:
        return Sense(None, "relative", "century")
    explicit = bool(scene.tokens.pick(form.first, form.last, "do"))
    if not 1 <= number <= 21:  # noqa: PLR2004
        return None
    value = f"{number * 100 - 99:04}/{number * 100:04}"
    return Sense(value, "explicit" if explicit else "relative", "century")


def _century(scene: Scene, first: int, last: int) -> int | None:
    numbers = scene.tokens.pick(first, last, "do")
    if numbers:
        return numbers[0]
    now = scene.published
    step = {"R": -1, "F": 1}.get(scene.symbol(last - 1), 0)
    return (now.year + 99) // 100 + step if now else None


def decade_form(scene: Scene, form: Form) -> Sense | None:
    """`ثمانينيات القرن الماضي`, `مطلع التسعينات`: ten years; an age (في الثلاثينات من عمره) is none."""
    tokens = scene.tokens
    after = [scene.word(place) for place in range(form.last, form.last + 3)]
    if _AGES & set(after):
        return None
    place = tokens.symbols.find("C", form.first, form.last)
    tens = tokens.pick(form.first, form.last, "t")[0]
    if place < 0 and tens == _TWENTIES:
        return None  # mostly an age
    century = _century(scene, place, form.last) if place > 0 else 20
    if century is None:
        return Sense(None, "relative", "decade")
    if not 1 <= century <= 21:  # noqa: PLR2004
        return None
    start = (century - 1) * 100 + tens
    explicit = place > 0 and bool(tokens.pick(place, form.last, "do"))
    return Sense(f"{start:04}/{start + 9:04}", "explicit" if explicit else "relative", "decade")


def month_of_form(scene: Scene, form: Form) -> Sense | None:
    """`الشهر نفسه من 2021`: the month told before, of another year."""
    before = next(scene.earlier("month"), None)
    year = _year_behind(scene, form)
    if before is None or year is None or not year.value:
        return Sense(None, "anaphoric", "month-of-told")
    return Sense(f"{year.value}{before[4:7]}", "anaphoric", "month-of-told")
