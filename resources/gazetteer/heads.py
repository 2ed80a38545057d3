"""What stands before a name and is no part of it: مدينة حلب, صحيفة الحياة, الملك سلمان.

The lists give names as news writes them, often with such a head. Here the head is taken off: the rest alone is a name
already (دولة قطر) or becomes one that needs a trigger (مدينة الباب). "=" in a list keeps a name whole (مدينة الصدر).
"""

from collections.abc import Iterator

from resources.gazetteer.listing import Alias, Thing
from resources.gazetteer.tables import folded


def _words(text: str) -> frozenset[str]:
    return frozenset(map(folded, text.split()))


_ALWAYS = {
    "LOC": _words("مدينة بلدة قرية محافظة ولاية إمارة دولة قضاء مقاطعة مديرية ضاحية"),
    "ORG": _words("صحيفة جريدة مجلة قناة موقع إذاعة نادي فضائية شركة"),
    "PER": _words(
        """الملك الملكة الأمير الأميرة الشيخ الشيخة السلطان الإمبراطور البابا الإمام السيد السير البطريرك الملا المهاتما
        العقيد المشير اللواء الفريق الجنرال العماد العميد"""
    ),
}
_WHERE_KNOWN = {  # taken off only where the rest is a name of the thing already
    "LOC": _words("منطقة دول جزيرة"),
    "ORG": _words(
        "وكالة شبكة مجموعة تنظيم ميليشيا مليشيا ميليشيات مليشيات منظمة حلف تلفزيون راديو بنك شبكة مؤسسة قوات"
    ),
    "PER": _words("آية خادم"),
}
_MEDIA = _words("وكالة شبكة تلفزيون راديو مجموعة")  # taken off where the rest is known at all
_BODIES = frozenset({"body", "ngo", "union", "igo", "bank", "think-tank", "university", "party"})  # the head is theirs


def bare(thing: Thing) -> Iterator[Alias]:
    """The names of a thing without heads that are no part of them."""
    needs = {folded(alias.text): alias.need for alias in thing.aliases}
    triggered = set()
    for alias in thing.aliases:
        head, _, rest = folded(alias.text).partition(" ")
        if alias.whole or not rest or head not in _ALWAYS[thing.label] | _WHERE_KNOWN[thing.label]:
            continue
        if needs.get(rest) == "":
            needs.pop(folded(alias.text), None)
        elif (head in _ALWAYS[thing.label] or (rest in needs and head in _MEDIA)) and thing.kind not in _BODIES:
            needs.pop(folded(alias.text), None)
            triggered.add(rest)
    for alias in thing.aliases:
        rest = alias.text.partition(" ")[2]
        if folded(alias.text) in triggered:
            yield Alias(alias.text, "trigger")
        elif folded(alias.text) in needs:
            yield alias
        elif folded(rest) in triggered:
            yield Alias(rest, "trigger")
