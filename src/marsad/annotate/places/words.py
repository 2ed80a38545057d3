"""The words around a place name that tell what kind of place is meant.

`level` is asked with the folded word that stands before a name; which level a word means differs by country: a محافظة
is a first-level area in Syria and a second-level one in Saudi Arabia, a ولاية a state in the US, a wilaya in Algeria
and a second-level area in Oman.
"""

from marsad.annotate.places.table import Kind
from marsad.text.fold import fold_key


def _folded(text: str) -> frozenset[str]:
    return frozenset(fold_key(word) for word in text.split())


# What stands before the name of a town and of nothing larger.
CITY = _folded(
    "مدينة مدينتي مدن بلدة بلدتي قرية قريتي العاصمة بلدية ميناء مرفأ مطار وسط شوارع شارع أحياء حي ضواحي ضاحية مخيم"
    " مخيمات جامعة مستشفى مصفاة سوق أسواق معبر قلب مداخل مدخل مشارف تخوم قرب قبالة شواطئ قلعة بوابة كورنيش مسجد"
    " كنيسة متحف ملعب استاد أطراف أسوار جسر دوار ساحة ميدان ساحل سواحل"
    " محكمة سجن"
)
# Such words inside a name leave the name of a place behind: مطار بيروت, but not شارع فلسطين.
HEADS = _folded("مدينة بلدة قرية بلدية ميناء مرفأ مطار مخيم مخيمات جامعة متحف مصفاة معبر ضواحي وسط العاصمة")
# What is named so lies in a city, not in an area: حي X في Y.
URBAN = _folded("حي شارع ساحة سوق دوار جسر ميدان كورنيش مستشفى جامعة مسجد كنيسة")
# What is named so lies in an area: بلدة X في Y.
RURAL = _folded("بلدة قرية مديرية ناحية قضاء بلدتي قريتي معتمدية عزلة جماعة")
AREA = {
    fold_key(word): level
    for level, words in {
        "admin1": "محافظة محافظتي محافظات محافظ ولاية ولايتي ولايات والي منطقة إمارة إقليم مقاطعة جهة حاكم ريف"
        " أرياف قرى بلدات مناطق أمير مديريات أقضية ريفي بادية أنحاء",
        "admin2": "قضاء قائمقام مديرية معتمدية مركز لواء دائرة محلية عمالة عامل ناحية متصرفية متصرف معتمد",
        "country": "دولة جمهورية مملكة سلطنة",
    }.items()
    for word in words.split()
}
# Words that are said of any stretch of land or coast: they do not decide between a sea and a governorate.
VAGUE = _folded("منطقة مناطق أنحاء قرى بلدات ساحل سواحل شواطئ قبالة قرب أطراف وسط")
# Where a word means another level than usual.
_ELSEWHERE: dict[tuple[str, str], Kind] = {
    (fold_key("محافظة"), "SA"): "admin2",
    (fold_key("محافظة"), "PS"): "admin2",
    (fold_key("محافظ"), "SA"): "admin2",
    (fold_key("محافظ"), "PS"): "admin2",
    (fold_key("ولاية"), "OM"): "admin2",
    (fold_key("والي"), "OM"): "admin2",
    (fold_key("إقليم"), "MA"): "admin2",
    (fold_key("منطقة"), "SY"): "admin2",
}
# Said once for all names of a list: محافظات X وY وZ.
PLURAL = _folded("محافظات محافظتي ولايات ولايتي مدن مدينتي بلدتي قريتي")
# The capital that follows its country's name: الجزائر العاصمة.
AFTER_CAPITAL = _folded("العاصمة المدينة")
SCOPES = _folded("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط شمالى جنوبى أقصى")
# Between a name and the name of what it lies in.
LINKS = SCOPES | AREA.keys() | CITY | _folded("في ضمن داخل التابعة التابع عاصمة الواقعة قرب")
IN = _folded("في ضمن داخل التابعة الواقعة ،")
_CLITICS = ("", "ب", "و", "ل", "ف", "وب", "ول", "فب", "ال", "بال", "لل")


def bare(word: str, known: frozenset[str]) -> str | None:
    """A folded word without what is attached before it, as `known` has it; None where it has not."""
    if word in known:
        return word
    for clitic in _CLITICS[1:]:
        if word.startswith(clitic) and word[len(clitic) :] in known:
            return word[len(clitic) :]
    return None


_LEVELS = CITY | AREA.keys()


def trigger(word: str) -> str | None:
    """The folded word without clitics if it tells the level of the name behind it."""
    return bare(word, _LEVELS)


def level(word: str, country: str) -> Kind:
    """The level that a trigger (as `trigger` gives it) means in a country."""
    if word in CITY:
        return "city"
    usual: dict[str, Kind] = {"admin1": "admin1", "admin2": "admin2", "country": "country"}
    return _ELSEWHERE.get((word, country), usual[AREA[word]])


def holds(word: str) -> bool:
    """Whether a word between two names says that the first lies in the second: بمحافظة, في."""
    return word in IN or (word.startswith("ب") and bare(word[1:], _LEVELS) is not None)
