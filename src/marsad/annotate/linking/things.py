"""Which thing of the lists a name is in this article.

A name that the lists give to one thing without condition is that thing. Of several, a country stands before its
capital, then what the rest of the article speaks of decides: the same thing under another name, its country, the
country's adjectives. An alias that needs evidence (المملكة, السلطنة) is taken only with such evidence.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from marsad.annotate.linking.forms import Form
from marsad.annotate.lists.gazetteer import fold_word
from marsad.annotate.lists.lexicon import lexicon
from marsad.annotate.lists.things import Thing, country, usual_name
from marsad.records import Mention
from marsad.text.clitics import readings
from marsad.text.name_words import FIXED, bare, fold_name, wordset


def choose(forms: Sequence[Form], mentions: Sequence[Mention]) -> None:
    """Sets `Form.thing` for every form that the lists and the article decide."""
    _drop_wholes(forms)
    for form in forms:
        form.thing = _without_condition(form)
    _paraphrases(forms)
    seen = evidence(forms, mentions)
    _drop_foreign(forms, seen)
    named = {form.thing.id for form in forms if form.thing}
    for form in forms:
        if form.thing is None and form.things:
            form.thing = _by_evidence(form.things, named, seen)


# What several countries are called; the lists may know it of one of them only.
_PARAPHRASES = {"المملكه": ("SA", "MA", "JO", "BH"), "السلطنه": ("OM", "BN"), "الاماره": ("QA", "KW")}


def _paraphrases(forms: Sequence[Form]) -> None:
    """المملكة may be each kingdom of the region: the rest of the article will tell."""
    for form in forms:
        codes = _PARAPHRASES.get(form.key, ()) if form.label == "LOC" and form.thing is None else ()
        able = [thing._replace(need="context") for code in codes if (thing := country(code))]
        form.things = tuple({thing.id: thing for thing in (*able, *form.things)}.values())


def _spelt_as_adjective(form: Form, thing: Thing) -> bool:
    """سورية as a name is the country: whoever found the mention has told it from the adjective."""
    return form.label == "LOC" and thing.kind == "country" and form.key.endswith("يه") and len(form.words) == 1


def _is_common(form: Form) -> bool:
    """Whether a person's name is borne by many (محمد نور), so that a listed bearer needs evidence; rulers do not."""
    if form.label != "PER" or any(thing.sector in {"government", "royal", "international"} for thing in form.things):
        return False
    words = form.parts.words
    if all(bare(word) in FIXED for word in words):
        return True
    usual = len(words) == _FULL and words[0] in _MOST_USUAL and "family" in lexicon().flags(fold_word(words[1]))
    return usual and not any(thing.wikidata for thing in form.things)


_FULL = 2  # words of a short full name
_MOST_USUAL = wordset("محمد احمد محمود علي حسن حسين خالد ابراهيم يوسف عمر مصطفي عبدالله سعيد سعد صالح")


def _drop_foreign(forms: Iterable[Form], seen: Counter[str]) -> None:
    """Takes from a body with a name of general words (المجلس التشريعي) a thing of a country that goes unmentioned.

    Only where the article speaks of other countries instead.
    """
    for form in forms:
        thing = form.thing
        if thing and thing.kind in {"party", "body", "court"} and not thing.wikidata and _is_general(form.words):
            own = seen[thing.country] - len(form.places)
            others = sum(seen.values()) - seen[thing.country]
            if thing.country and own <= 0 and others >= _SHARE:
                form.thing, form.things = None, ()


def _is_general(words: Sequence[str]) -> bool:
    return len(words) > 1 and all(word.startswith("ال") and nation(word) is None and word != "الله" for word in words)


def _without_condition(form: Form) -> Thing | None:
    if _is_common(form):
        return None
    able = {thing.id: thing for thing in form.things if not thing.need or _spelt_as_adjective(form, thing)}
    if len(able) > 1:
        able = {key: thing for key, thing in able.items() if thing.kind == "country"}
    return next(iter(able.values())) if len(able) == 1 else None


def _by_evidence(things: Iterable[Thing], named: set[str], seen: Counter[str]) -> Thing | None:
    """The one thing that is named otherwise, else the one whose country is spoken of most."""
    able = list({thing.id: thing for thing in things}.values())
    again = [thing for thing in able if thing.id in named]
    if len(again) == 1:
        return again[0]
    ranked = sorted(able, key=lambda thing: -seen[thing.country])
    best = ranked[0]
    if not best.country or not seen[best.country]:
        return None
    far = best.label == "ORG" and best.need == "context" and _SHARE * seen[best.country] < max(seen.values())
    clear = not far and (len(ranked) == 1 or seen[best.country] > seen[ranked[1].country])
    return best if clear else None


_SHARE = 3  # where another country is spoken of so many times more, an alias that needs context is not of this one

_PART_OF_IT = wordset(
    """
    شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي نت مباشر اونلاين الرياضيه بلس مطار ميناء مينا جامعه متحف قاعده سجن ملعب
    ضواحي ضاحيه ريف سفاره مستشفي بورصه محكمه
    """
)


def narrower(one: str, other: str) -> bool:
    """Whether one name adds to the other what makes it a part: شمال سيناء, الجزيرة نت; lists may give both one id."""
    words, others = (frozenset(fold_name(name).split()) for name in (one, other))
    return (words < others or others < words) and bool((words ^ others) & _PART_OF_IT)


def _drop_wholes(forms: Iterable[Form]) -> None:
    """Takes from each form the things of which it names a part only: مطار بغداد is not بغداد."""
    for form in forms:
        form.things = tuple(thing for thing in form.things if not narrower(usual_name(thing), form.text))


def evidence(forms: Sequence[Form], mentions: Sequence[Mention]) -> Counter[str]:
    """How often each country is spoken of, by a name in it or by its adjective (inside longer names too)."""
    seen: Counter[str] = Counter()
    for form in forms:
        if form.thing and form.thing.country:
            seen[form.thing.country] += len(form.places)
        elif not form.thing:
            seen.update(dict.fromkeys(nations(form.words), len(form.places)))
    for mention in mentions:
        code = nation(mention.text) if mention.kind == "adjective" else None
        if code:
            seen[code] += 1
    return seen


def nation(word: str) -> str | None:
    """The country code (or the id of a group) of a nationality word (الروسية, والأمريكي), or None."""
    for reading in readings(fold_name(word)):
        code = _nations().get(reading.form.removeprefix("ال"))
        if code:
            return code
    return None


# Words of finance and colour that are nationality words too: of a country only where the article names it.
OTHER_SENSE = wordset("مالي ماليه المالي الماليه ماليون ماليين الماليون الماليين بني البنيه")


def nations(words: Iterable[str]) -> set[str]:
    """The country codes that the words of a body's name say; المالية in one is finance."""
    return {code for word in words if fold_name(word) not in OTHER_SENSE and (code := nation(word))}


@cache
def _nations() -> dict[str, str]:
    """The nationality words of the lexicon by `fold_name`, which folds more than the lexicon does (جزائري)."""
    return {fold_name(word): code for word, code in lexicon().countries.items()}
