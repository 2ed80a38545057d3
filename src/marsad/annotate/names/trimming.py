"""What an engine takes for a name and is none, and where it joins too much or too little.

- Idioms and homographs: مسقط رأسه, لصالح الفريق, للنيل من, a month beside its other name (إبريل (نيسان)), a direction
  alone (شمال), رحمه الله, and المدينة where nothing says that the holy city is meant.
- Two names in one: اتحاد عمال تونس | والمنظمة التونسية للشغل; what only follows: القوات العراقية | والمسلحين; a person
  behind his body: الجامعة التونسية للجمباز | فيصل الزمني.
- A house belongs to the name: سلمان بن عبدالعزيز آل سعود; a style does not: خادم الحرمين الشريفين | الملك سلمان.
"""

from collections.abc import Iterable, Sequence

from marsad.annotate.engines.decoding import Stretch
from marsad.annotate.lists.forms import Form
from marsad.annotate.lists.lexicon import INSTITUTION, NATION, TITLE
from marsad.annotate.lists.parsing import Sentence
from marsad.annotate.lists.tables import word_list

_STYLES = (("خادم", "الحرمين", "الشريفين"),)


def trimmed(sentence: Sentence, found: Iterable[Stretch]) -> list[Stretch]:
    """The names of a sentence without words that are none, cut where two were one, in order."""
    kept: list[Stretch] = []
    for name in (_unstyled(sentence, _ended(sentence, name)) for name in found):
        if is_word(sentence, name):
            continue
        kept = _with_house(sentence, kept, name)
        kept[-1:] = _parted(sentence, kept[-1])
    return kept


def is_word(sentence: Sentence, name: Stretch) -> bool:
    """Whether a stretch is no name but words of the language."""
    if name.last - name.first > 1:
        return sentence.forms[name.last - 1].folded == "الله" and sentence.forms[name.first].folded in word_list(
            "praise"
        )
    form = sentence.forms[name.first]
    return (
        form.folded in word_list("bare_directions")
        or _idiom(sentence, name.first)
        or (form.known.form in word_list("months") and _beside_month(sentence, name.first))
        or (name.label == "LOC" and form.known.form == "المدينه" and not _holy(sentence, name.first))
    )


def _ended(sentence: Sentence, name: Stretch) -> Stretch:
    """A person up to the word of the sentence that no name holds (سعود | من كريمة); no name ends with في or من."""
    while name.last - name.first > 1 and _frames(sentence.forms[name.last - 1]) and not _listed_end(sentence, name):
        name = name._replace(last=name.last - 1)
    for place in range(name.first + 1, name.last if name.label == "PER" else 0):
        if sentence.forms[place].folded in word_list("ends_a_person"):
            return name._replace(last=place)
    return name


def _frames(form: Form) -> bool:
    """A word that only leads to what follows it."""
    return form.folded in word_list("closed") and not form.known.flags & {"given", "family"}


def _listed_end(sentence: Sentence, name: Stretch) -> bool:
    """سي إن إن ends with a word of the frame, and is a name."""
    return any(name.first <= hit.first and hit.last == name.last for hit in sentence.hits)


def _at(sentence: Sentence, place: int) -> str:
    return sentence.forms[place].folded if 0 <= place < len(sentence.forms) else ""


def _idiom(sentence: Sentence, place: int) -> bool:
    """مسقط رأسه; لصالح and a noun; للنيل من; فساد مالي."""
    word, behind = sentence.forms[place].folded, _at(sentence, place + 1)
    if word.endswith("مسقط"):
        return behind.startswith("راس")
    if word in {"مالي", "ومالي"}:
        return _at(sentence, place - 1) in word_list("before_financial")
    if word == "لصالح":
        return behind.startswith("ال") or any(hit.first == place + 1 for hit in sentence.hits)
    return word == "للنيل" and behind.startswith("من")


def _beside_month(sentence: Sentence, place: int) -> bool:
    """إبريل (نيسان), مارس/آذار, شهر آب, آذار 2015, 3 أيار."""
    months = word_list("months")
    before, behind = _at(sentence, place - 1), _at(sentence, place + 1)
    return (
        before.isdigit()
        or behind.isdigit()
        or before in {"شهر", "شهري"}
        or {before.removeprefix("و"), behind.removeprefix("و")} & months != set()
        or (before in {"(", "/"} and _at(sentence, place - 2).removeprefix("و") in months)
        or (behind in {"(", "/"} and _at(sentence, place + 2) in months)
    )


def _holy(sentence: Sentence, place: int) -> bool:
    """Whether المدينة stands where the holy city is meant: beside مكة, or behind منطقة and its like."""
    near = {_at(sentence, place + offset).removeprefix("و") for offset in (-2, -1, 1, 2)}
    return bool(near & {"مكه", "المنوره", "المكرمه"}) or _at(sentence, place - 1) in word_list("before_medina")


def _unstyled(sentence: Sentence, name: Stretch) -> Stretch:
    """A person without خادم الحرمين الشريفين in front, where a name follows."""
    for style in _STYLES:
        behind = name.first + len(style)
        words = tuple(form.folded for form in sentence.forms[name.first : behind])
        styled = words[1:] == style[1:] and words[0] in {style[0], f"ل{style[0]}", f"ب{style[0]}", f"و{style[0]}"}
        if name.label == "PER" and behind < name.last and styled:
            titled = behind + 1 < name.last and bool(sentence.forms[behind].known.flags & TITLE)
            return name._replace(first=behind + titled)
    return name


def _with_house(sentence: Sentence, names: Sequence[Stretch], name: Stretch) -> list[Stretch]:
    """The names so far and one more; آل in front of it is taken in, and the name that ends there with it."""
    if name.label != "PER" or _written(sentence, name.first - 1) != "آل":
        return [*names, name]
    first = name.first - 1
    if names and names[-1].label == "PER" and names[-1].last == first:
        return [*names[:-1], names[-1]._replace(last=name.last)]
    return [*names, name._replace(first=first)]


def _written(sentence: Sentence, place: int) -> str:
    return sentence.words[place].text if place >= 0 else ""


def _parted(sentence: Sentence, name: Stretch) -> list[Stretch]:
    """A name cut where another begins, or where only more words follow."""
    if name.label == "PER":
        return _second_person(sentence, name)
    if name.label != "ORG" or any(hit.first <= name.first and hit.last >= name.last for hit in sentence.hits):
        return [name]
    for place in range(name.first + 2, name.last):
        if _begins_anew(sentence, name.first, place):
            rest = name._replace(first=place)
            return [name._replace(last=place), *([rest] if _is_head(sentence.forms[place]) else [])]
    return _person_behind(sentence, name)


def _second_person(sentence: Sentence, name: Stretch) -> list[Stretch]:
    """Of (استقبال) فلان لفلان, taken for one name, both: a given name with ل in front begins the second."""
    for place in range(name.first + 1, name.last - 1):
        known = sentence.forms[place].known
        if known.clitics == "ل" and "given" in known.flags:
            return [name._replace(last=place), name._replace(first=place)]
    return [name]


def _begins_anew(sentence: Sentence, first: int, place: int) -> bool:
    """Whether و joins a further name or noun here, with the article.

    It does behind the country of the name that begins at `first`, and a head does behind a listed name.
    """
    form, before = sentence.forms[place], sentence.forms[place - 1]
    if not form.folded.startswith("وال") or form.known.flags & NATION:
        return False
    nation = bool(before.known.flags & NATION) and before.folded.startswith("ال")
    country = any(
        hit.last == place and any(thing.kind in {"country", "capital"} for thing in hit.things) for hit in sentence.hits
    )
    listed = any((hit.first, hit.last) == (first, place) and not hit.things[0].need for hit in sentence.hits)
    return nation or country or (listed and _is_head(form))


def _is_head(form: Form) -> bool:
    return bool(form.known.flags & INSTITUTION)


def _person_behind(sentence: Sentence, name: Stretch) -> list[Stretch]:
    """An organisation that ends in a given name whose family name was left outside."""
    last = name.last - 1
    if last - name.first < 2 or name.last >= len(sentence.forms):  # noqa: PLR2004 - words of the organisation
        return [name]
    given, before, behind = sentence.forms[last], sentence.forms[last - 1], sentence.forms[name.last]
    closed = before.folded.startswith("لل") or (before.folded.startswith("ال") and not before.known.flags & TITLE)
    person = "given" in given.known.flags and not given.known.clitics and not given.folded.startswith("ال")
    family = (
        behind.folded.startswith("ال") and behind.folded not in word_list("closed") and not behind.known.flags & NATION
    )
    if closed and person and family:
        return [name._replace(last=last), Stretch(last, name.last + 1, "PER", name.sure)]
    return [name]
