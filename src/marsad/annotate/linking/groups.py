"""Organisations and places within an article: the full name, and the short forms that follow it.

A short form keeps words of the full name in their order (`هيئة الانتخابات` of `الهيئة العليا المستقلة للانتخابات`),
drops the head (`الخارجية الروسية`, `القاعدة`), or is the head alone with its article (`الهيئة`). Places drop only
what belongs to their kind (`جزر الكناري`, `الضفة الغربية`): مطار بيروت is not بيروت.
"""

from collections import defaultdict
from collections.abc import Sequence

from marsad.annotate.linking.forms import Clusters, Form
from marsad.annotate.linking.seats import cut_seated, of_another_country
from marsad.annotate.linking.things import nation
from marsad.records import Mention
from marsad.text.clitics import readings
from marsad.text.name_words import bare, fold_name, wordset

HEADS = wordset(
    """
    وزاره تنظيم جبهه حركه حزب جماعه حلف منظمه هييه وكاله صحيفه جريده مجله قناه تلفزيون اذاعه شبكه موقع شركه
    مجموعه تحالف ايتلاف تيار كتله ميليشيا ميليشيات مليشيا مليشيات كتايب لواء لوا فصيل قوات جيش نادي فريق منتخب
    مركز معهد جامعه موسسه جمعيه بنك مصرف اتحاد نقابه رابطه تنسيقيه حمله مبادره قياده سرايا عصبه شرطه عصابه مصنع
    بلديه
    """
)
_BARE_HEADS = HEADS | wordset(
    """
    ديوان مجلس محكمه لجنه برلمان سفاره مديريه اداره مكتب بعثه نيابه هيكل معرض متحف كليه مدرسه مستشفي خارجيه
    داخليه دفاع عدل ماليه صحه تعليم
    """
)
_PLACE_HEADS = wordset("جزر جزيره جزيرتا ارخبيل اقليم مدينه ولايه دوله جمهوريه مملكه سلطنه قريه بلده منطقه")
_SAME_PLACE = wordset("مدينه دوله بلده قريه")  # of these a place has its name; a province is not its city
_SIDES = wordset("غربيه شرقيه شماليه جنوبيه غربي شرقي شمالي جنوبي")
_OTHER_BODY = wordset("قومي حر شعبي حره شعبيه قوميه موازي منشق")  # مجلس الأمن, مجلس الأمن القومي
_SPORT = wordset("كره قدم سله يد طايره تنس")
_PARLIAMENTS = (
    "مجلس النواب",
    "مجلس الشوري",
    "مجلس الامه",
    "مجلس الشعب",
    "الجمعيه الوطنيه",
    "الجمعيه العامه",
    "مجلس العموم",
)
_MOST = 60
_BEFORE = 30  # characters in front of a name in which the noun of its kind is looked for


def link_groups(clusters: Clusters, text: str, mentions: Sequence[Mention]) -> None:
    """Joins short forms of organisations and places with the full names of the article."""
    cut_seated(clusters, text, mentions)
    _link_heads(clusters, text, mentions)
    groups = [form for form in clusters.forms if form.label != "PER" and not form.speaks and form.places]
    by_word: dict[tuple[str, str], list[Form]] = defaultdict(list)
    stems = {id(form): _stems(form) for form in groups}
    for form in groups:
        for stem in set(stems[id(form)]):
            by_word[form.label, stem].append(form)
    for form in sorted(groups, key=lambda form: (-len(form.words), form.places[0])):
        own = stems[id(form)]
        near = {id(other): other for stem in (own[0], own[-1]) for other in by_word[form.label, stem][:_MOST]}
        _attach(clusters, form, [other for other in near.values() if _shortens(form, other, own, stems[id(other)])])
    _parliaments(clusters, groups)


def _link_heads(clusters: Clusters, text: str, mentions: Sequence[Mention]) -> None:
    """Joins a noun alone with the name that it stood in front of: تنظيم «داعش» … التنظيم."""
    groups = [form for form in clusters.forms if form.label == "ORG"]
    alone = [form for form in groups if len(form.words) == 1 and form.words[0].startswith("ال")]
    wanted = {_stem(form.words[0]) for form in alone} & HEADS
    named: dict[str, list[Form]] = defaultdict(list)
    for form in groups if wanted else ():
        for head in wanted.intersection(_head_before(text, mentions[place].start) for place in form.places):
            named[head].append(form)
        if len(form.words) > 1 and _stem(form.words[0]) in wanted:
            named[_stem(form.words[0])].append(form)
    for form in alone:
        able = [other for other in named[_stem(form.words[0])] if other is not form and not clusters.apart(form, other)]
        able = [other for other in able if not of_another_country(form, other)]
        if able and not form.certain:
            for place in list(form.places):
                best = min(able, key=lambda other: _far(place, other))
                clusters.join(best, clusters.cut(form, [place]), "head of the last one named", 0.7)


def _head_before(text: str, start: int) -> str:
    """The noun directly in front of a name, marks of quotation apart, without clitics."""
    words = text[max(0, start - _BEFORE) : start].rstrip(' «"“(').split()
    word = fold_name(words[-1]) if words else ""
    return next((stem for reading in readings(word) if (stem := reading.form) in HEADS), word)


def _stems(form: Form) -> tuple[str, ...]:
    """The words of a name without article, preposition, and the ending of an adjective: للانتخابات, الخليجي."""
    return tuple(_stem(word) for word in form.words)


def _stem(word: str) -> str:
    for front in ("لل", "بال", "ال"):
        if word.startswith(front) and len(word) > len(front) + 2:
            word = word.removeprefix(front)
            break
    return word


def _shortens(form: Form, full: Form, own: tuple[str, ...], stems: tuple[str, ...]) -> bool:
    """Whether a form is a short form of the full name."""
    if len(own) >= len(stems):  # وزارة الصحة, beside one with في غزة behind it
        return bool(full.seat) and own == stems and not form.seat
    if form.label == "LOC":
        return _shortens_place(own, stems)
    left_out = [stem for stem in stems if stem not in own]
    if _OTHER_BODY & set(left_out) or (form.certain and full.certain):
        return _same_sport(form, own, stems)
    if len(own) == 1 and own[0] == stems[0]:
        return form.words[0].startswith("ال") and (
            own[0] in _BARE_HEADS or all(nation(word) for word in full.words[1:])
        )
    if stems[0] in HEADS and own[0] == stems[1]:
        return _in_order(own, stems[1:])
    return _likely(own[0], stems[0]) and _in_order(own, stems)


def is_group(name: str) -> bool:
    """Whether a name begins as those of organisations do: وزارة، المجلس، هيئة."""
    return _stem(fold_name(name).partition(" ")[0]) in _BARE_HEADS


def abbreviates(short: str, full: str) -> bool:
    """Whether a name is a short form of an organisation's full name, by itself and without an article around.

    Left out may be the head (القاعدة), a nationality or الدولي behind, or words inside where head and end stay.
    """
    own, stems = (tuple(_same_word(_stem(word)) for word in fold_name(name).split()) for name in (short, full))
    if (
        not own
        or len(own) >= len(stems)
        or (_OTHER_BODY | _SPORT) & {stem.removeprefix("ل") for stem in stems if stem not in own}
    ):
        return False
    if stems[0] in _BARE_HEADS and own == stems[1:]:
        return True
    if not _in_order(own, stems) or len(own) == 1:
        return False
    ends = _likely(own[-1], stems[-1]) or (own[-1][-1:] == "ي" and own[-1][:-1] in stems)
    behind = stems[len(own) :] if own == stems[: len(own)] else ()
    headless = stems[0] in _BARE_HEADS and not _likely(own[0], stems[0])
    if headless or _likely(own[0], stems[0]):
        return ends or (bool(behind) and all(nation(word) or word in _WIDE for word in behind))
    return False


_WIDE = wordset("دولي دوليه عالمي عالميه عربي عربيه اسلامي اسلاميه وطني وطنيه عام عامه موحد موحده")
_SYNONYMS = {
    "فيدرالي": "اتحادي", "فدرالي": "اتحادي", "فيدراليه": "اتحاديه", "فدراليه": "اتحاديه", "استخبارات": "مخابرات",
    "اميركي": "امريكي", "اميركيه": "امريكيه", "اوربي": "اوروبي", "اوربيه": "اوروبيه", "برلمان": "مجلس",
    "عالمي": "دولي", "عالميه": "دوليه", "غذا": "اغذيه", "بترول": "نفط", "بلدان": "دول", "صحافي": "صحفي",
    "صحافيين": "صحفيين",
}  # fmt: skip


def translated_alike(one: str, other: str) -> bool:
    """Whether two names differ only in words that translators choose between: الفيدرالي, الاتحادي."""
    words, others = (tuple(_same_word(_stem(word)) for word in fold_name(name).split()) for name in (one, other))
    return len(words) > 1 and words == others


def without_head(name: str) -> str | None:
    """A name without the generic noun in front (وكالة رويترز, شركة أرامكو), or None where there is none."""
    head, _, rest = fold_name(name).partition(" ")
    return rest if rest and (head in HEADS or head in _SAME_PLACE) else None


def _same_word(stem: str) -> str:
    """One form of words that translators choose between."""
    return _SYNONYMS.get(stem, stem)


def _same_sport(form: Form, own: tuple[str, ...], stems: tuple[str, ...]) -> bool:
    """الاتحاد الأوروبي is the football union where the article names that one in full."""
    return (
        len(own) > 1
        and own == stems[: len(own)]
        and bool(_SPORT & {stem.removeprefix("ل") for stem in stems[len(own) :]})
        and form.label == "ORG"
    )


def _shortens_place(own: tuple[str, ...], stems: tuple[str, ...]) -> bool:
    if stems[0] in _PLACE_HEADS and own == stems[1:]:
        return True
    return own == stems[:-1] and stems[-1] in _SIDES and len(own) == 1 and own[0] not in _NO_SIDE


_NO_SIDE = wordset("كوريا افريقيا امريكا اميركا اسيا اوروبا كارولاينا داكوتا")  # the half is no whole


def _in_order(own: tuple[str, ...], stems: tuple[str, ...]) -> bool:
    rest = iter(stems)
    return all(any(_likely(stem, other) for other in rest) for stem in own)


def _likely(one: str, other: str) -> bool:
    """The same word up to the preposition ل and the ending of an adjective: لغرب, غرب; الخليجي, الخليج."""
    if one == other:
        return True
    left, right = _core(one), _core(other)
    return left == right and len(left) > 2  # noqa: PLR2004 - letters of a root


def _core(word: str) -> str:
    word = word.removeprefix("ل") if len(word) > 3 else word  # noqa: PLR2004
    word = bare(word)
    for end in ("يه", "ي", "ه"):
        if word.endswith(end) and len(word) - len(end) > 2:  # noqa: PLR2004
            return word.removesuffix(end)
    return word


def _attach(clusters: Clusters, form: Form, found: Sequence[Form]) -> None:
    """Joins a short form with its full name; of several, mention by mention with the last one before it."""
    sport = [
        other for other in found if form.label == "ORG" and form.certain and other.certain and form.thing != other.thing
    ]
    if sport:
        clusters.join(sport[0], form, "short-form of a sport body", 0.7, force=True)
        return
    wholes = [other for other in found if _names_region(form, other)]
    if wholes:
        clusters.join(wholes[0], form, "short-form of a region", 0.8, force=True)
        return
    able = [  # a form of which all mentions went to others stands nowhere any more
        other
        for other in found
        if other.places and not clusters.apart(form, other) and not of_another_country(form, other)
    ]
    roots = {clusters.root(other) for other in able}
    if len(roots) == 1:
        clusters.join(able[0], form, "short-form", 0.85)
    elif roots and not form.certain:
        for place in list(form.places):
            best = min(able, key=lambda other: _far(place, other))
            clusters.join(best, clusters.cut(form, [place]), "short-form of the last one named", 0.6)


def _far(place: int, form: Form) -> tuple[bool, int]:
    before = [other for other in form.places if other < place]
    return (not before, place - before[-1] if before else form.places[0] - place)


def _names_region(form: Form, full: Form) -> bool:
    """كردستان beside إقليم كردستان is the region, though the wider area has the name too."""
    wide = form.thing is not None and form.thing.kind == "area"
    return form.label == "LOC" and wide and _stem(full.words[0]) in {"اقليم", "منطقه"} and full.words[1:] == form.words


def _parliaments(clusters: Clusters, groups: Sequence[Form]) -> None:
    """البرلمان العراقي is مجلس النواب العراقي: one parliament of a country in an article, if only one is named."""
    houses = [form for form in groups if form.label == "ORG" and form.key.startswith(_PARLIAMENTS)]
    for form in groups:
        if form.label == "ORG" and form.words[0] == "البرلمان":
            able = [house for house in houses if house.words[-1] == form.words[-1] or len(form.words) == 1]
            if len({clusters.root(house) for house in able}) == 1:
                clusters.join(able[0], form, "translation", 0.75)
