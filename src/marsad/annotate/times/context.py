"""Words of time that are something else here: a verb, a person, a newspaper, a prayer, a title."""

from marsad.annotate.times.forms import Form
from marsad.annotate.times.lexicon import word_set
from marsad.annotate.times.names import named
from marsad.annotate.times.scene import Scene

_LINKS = "Bf<>@iWq^N"
_TITLES = word_set(
    "الامين امين المدير مدير النايب نايب المفتش مفتش القايد قايد المراقب مراقب الحاكم حاكم المنسق منسق "
    "السكرتير سكرتير الراي راي القطاع المدعي الكاتب كاتب المجلس"
)
_PAPERS = word_set("صحيفه جريده قناه موقع وكاله شبكه تلفزيون فضاييه مجله صحيفتي بوابه")
_NAMES_OF_PAPERS = word_set("المصري اخبار راي")
_COUNTRIES_OF_PAPERS = word_set("روسيا فلسطين اسراييل ليبيا سوريا سوريه الجزاير تونس العراق عدن مصر لبنان تركيا عمان")
_AFTER_TODAY = word_set(
    "العالمي الوطني الدولي العربي الواحد الاول الاخير الذي الاسود الكامل الدراسي المفتوح الموعود المشهود السابع"
)
_BEFORE_WEEKDAY = word_set("صلاه صلاتي صلوات خطب خطبه خطيب خطباء سوق عبد كل مسجد جامع")
_OF_HERS = word_set("وقتها يومها")
_FROM = word_set("بدايه ابتداء انطلاقا اعتبارا بدءا بدا")
_HERE = word_set("في منذ مند خلال حتي بحلول قبل بعد الي بين ايام")
_HIJRI_HERE = word_set("في خلال قبل بعد حتي منذ شهر")
_PARTS = word_set("الاواخر الاوايل ايام ليالي العشر")
_WEAK_HIJRI = word_set("صفر محرم المحرم")


def stands(scene: Scene, form: Form) -> bool:
    """Whether the form is a time, by the words beside it."""
    check = _CHECKS.get(form.kind)
    return check is None or check(scene, form)


def _today(scene: Scene, form: Form) -> bool:
    if scene.symbol(form.first) == "G" and form.last - form.first == 1:
        return _from_tomorrow(scene, form)
    if scene.symbol(form.first) != "T" or form.last - form.first > 1:
        return True
    if scene.symbol(form.last) in "oO" or scene.word(form.last) in _AFTER_TODAY:
        return False
    before = scene.word(form.first - 1)
    if before in _NAMES_OF_PAPERS or before in _PAPERS:
        return False
    if before in _COUNTRIES_OF_PAPERS:
        quoted = scene.word(form.first - 2) in '"«“' and scene.word(form.last) in '"»”'
        return not (scene.word(form.first - 2) in _PAPERS or quoted or scene.symbol(form.first - 2) == "^")
    return scene.word(form.first - 2) not in _PAPERS


def _weekday(scene: Scene, form: Form) -> bool:
    if scene.word(scene.before(form.first)) in _BEFORE_WEEKDAY:
        return False
    word = scene.word(form.first)
    return not (word == "الاثنين" and form.last - form.first == 1 and scene.symbol(form.first - 1) in "Nf")


def _then(scene: Scene, form: Form) -> bool:
    """`في وقتها` is "in time", `يومها` behind a preposition "her day"."""
    return scene.word(form.first) not in _OF_HERS or scene.symbol(form.first - 1) not in "Bf^i<>"


def _feast(scene: Scene, form: Form) -> bool:
    return form.last - form.first > 1 or scene.symbol(form.first - 1) in "B<>@"


def _from_tomorrow(scene: Scene, form: Form) -> bool:
    """`ابتداء من الغد`, not "of tomorrow"."""
    return scene.word(form.first - 2) in _FROM


def _unit(scene: Scene, form: Form) -> bool:
    if any(scene.word(place).startswith("لل") for place in range(form.first + 1, form.last)):
        return False
    if scene.symbol(form.first) != "A":
        return True
    if scene.word(form.first + 1) == "السابق" and scene.symbol(form.first - 1) not in _LINKS:
        return False  # ضابط الأمن العام السابق
    return scene.word(form.first - 1) not in _TITLES


def _date(scene: Scene, form: Form) -> bool:
    symbols = scene.tokens.symbols[form.first : form.last]
    if named(scene, form.first) and not set(symbols) & set("yhRFP"):
        return False
    return not ("o" in symbols and set("uU") & set(symbols) and not set("fs") & set(symbols))


def _month(scene: Scene, form: Form) -> bool:
    symbols = scene.tokens.symbols[form.first : form.last]
    if scene.symbol(form.first - 1) == "d" and symbols[0] in "muHU":
        return False  # a day that there is not, or a name
    if len(symbols) == 1:
        return _month_alone(scene, form.first, symbols)
    if symbols[0] == "q" or "s" in symbols or set(symbols) & set("yhRFPA"):
        return _date(scene, form)
    return len(symbols) > 1


def _month_alone(scene: Scene, place: int, symbol: str) -> bool:
    word, before = scene.word(place), scene.word(place - 1)
    if symbol == "U":
        partly = before == "من" and (scene.symbol(place - 2) in "oO" or scene.word(place - 2) in _FROM | _PARTS)
        return word not in _WEAK_HIJRI and (before in _HIJRI_HERE or partly)
    if symbol == "u":
        beside = bool(scene.told) and scene.told[-1].form.last == place - 1 and scene.symbol(place - 1) == "W"
        return before in _HERE or scene.symbol(place - 1) == "^" or beside or _pair_ahead(scene, place)
    return not named(scene, place)


def _pair_ahead(scene: Scene, place: int) -> bool:
    return scene.symbol(place + 1) == "W" and scene.symbol(place + 2) in "mu" and scene.symbol(place + 3) in "yRFP"


_CHECKS = {
    "then": _then,
    "feast": _feast,
    "deictic": _today,
    "weekday": _weekday,
    "unit": _unit,
    "year": _unit,
    "date": _date,
    "days": _date,
    "month": _month,
}
