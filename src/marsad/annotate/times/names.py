"""Days that name something: a street, a movement, a revolution. The first are no times; the last have their year.

Sources: the years are those of the events themselves, as any almanac has them.
"""

from marsad.annotate.times.lexicon import word_set
from marsad.annotate.times.scene import Scene

_NAMED = word_set(
    "شارع نهج زنقه ميدان جسر كوبري مدينه جامعه حركه تحالف قوي فريق فريقي فريقا تيار كتله نادي ملعب استاد حزب مطار ساحه "
    "حي مدرسه مستشفي كتيبه لواء نفق محور طريق سد بحيره جبهه معسكري معسكر متحف قاعه محطه"
)
"""Heads behind which a day and month without a year are a name: شارع 9 أبريل, قوى 14 آذار."""

_EVENTS: tuple[tuple[int, int | None, int, str], ...] = (
    (9, 11, 2001, "هجمات احداث اعتداءات تفجيرات هجوم ضحايا"),
    (1, 25, 2011, "ثوره ثورتي احداث انتفاضه شباب"),
    (1, 14, 2011, "ثوره"),
    (2, 17, 2011, "ثوره"),
    (2, 11, 2011, "ثوره"),
    (6, 30, 2013, "ثوره احداث مظاهرات تظاهرات"),
    (7, 3, 2013, "انقلاب"),
    (7, 23, 1952, "ثوره"),
    (7, 14, 1958, "ثوره"),
    (9, 26, 1962, "ثوره"),
    (10, 14, 1963, "ثوره"),
    (9, 21, 2014, "انقلاب ثوره نكبه"),
    (7, 15, 2016, "انقلاب"),
    (10, 25, 2021, "انقلاب اجراءات قرارات"),
    (7, 25, 2021, "انقلاب اجراءات قرارات مسار"),
    (10, 17, 2019, "ثوره انتفاضه احتجاجات"),
    (10, 6, 1973, "حرب نصر انتصارات"),
    (10, None, 1973, "حرب نصر انتصارات"),
    (6, 5, 1967, "حرب نكسه هزيمه"),
    (6, None, 1967, "نكسه"),
    (10, 7, 2023, "هجوم هجمات عمليه احداث"),
    (9, 1, 1969, "ثوره انقلاب"),
    (11, 1, 1954, "ثوره"),
    (12, 19, 2018, "ثوره"),
)


_HEADS = frozenset(" ".join(heads for *_, heads in _EVENTS).split())
_MARKS = frozenset("\"«“”'")
_CLITICS = frozenset("وفبلك")


def anniversary(scene: Scene, first: int, month: int, day: int | None) -> int | None:
    """The year of the event that a day (or month) in front of token `first` names: `هجمات 11 سبتمبر`."""
    head = _head(scene, first)
    beside = bool(scene.told) and scene.symbol(first - 1) == "W" and scene.told[-1].form.last >= first - 2
    again = beside and scene.told[-1].sense.rule == "anniversary"  # ثورتي 25 يناير و30 يونيو
    for known_month, known_day, year, heads in _EVENTS:
        if (known_month, known_day) == (month, day) and (again or head in heads.split()):
            return year
    return None


def named(scene: Scene, first: int) -> bool:
    """Whether the day and month at `first` are the name of a place or a group."""
    return _head(scene, first) in _NAMED


def _head(scene: Scene, first: int) -> str:
    """The word in front, quotation marks and clitics left out."""
    place = scene.before(first)
    while place > 0 and scene.word(place) in _MARKS:
        place = scene.before(place)
    head = scene.word(place)
    return head[1:] if head[:1] in _CLITICS and (head[1:] in _NAMED or head[1:] in _HEADS) else head
