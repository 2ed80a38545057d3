"""Cues with their openings, before the reach of each is known."""

from dataclasses import dataclass

from marsad.annotate.grammar import definite, finite_verb, particles
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.lists.verbs import verb_readings
from marsad.annotate.quotes import subjects
from marsad.annotate.quotes.complements import Opening, Range, is_that, opening, speaks
from marsad.annotate.quotes.contents import Boundary
from marsad.annotate.quotes.cues import FINITE, Candidate, word_list
from marsad.annotate.quotes.layout import Layout

_NEGATIONS = frozenset({"لم", "لن", "لا", "ما", "غير", "ليس", "وما", "ولم", "ولن", "ولا", "فلم", "الم", "الن"})
_CONDITIONS = frozenset({"اذا", "لو", "ولو", "واذا", "حال", "فاذا"})
_FUTURE = frozenset({"سوف", "قد", "كي", "لكي", "وقد"})
_RELATIVE_MA = frozenset({"ما", "بما", "مما", "لما", "عما", "وما"})
_JOINING = frozenset({"كما", "لكن", "ولكن", "بينما", "فيما", "حيث", "اذ", "ثم", "قد", "وقد", "كان", "كانت", "وكان", "وكانت",
                      "لكنه", "لكنها", "لكنهم", "بل", "هو", "هي", "وهو", "وهي", "حين", "فقد", "لقد", "كانوا", "وكانوا", "في", "غير", "الا", "انه", "انها"})  # fmt: skip


_LEADS = frozenset({"بدوره", "بدورها", "بدورهم", "وبدوره", "وبدورها", "بالمقابل", "وبالمقابل"})
_STRONG = frozenset({"that", "marks", "colon", "question"})
_BEFORE_NOUNS = frozenset({"في", "من", "الي", "علي", "عن", "مع", "بعد", "قبل", "خلال", "حول", "بين", "ضد", "تحت", "دون", "بدون", "عبر",
                           "اثر", "عقب", "بشان", "بسبب", "لدي", "عند", "كل", "اي", "وفق", "حسب", "بحسب"})  # fmt: skip
_SHARED = frozenset({"وعد", "عدّ", "أصرّ", "عاب", "أقرّ"})  # other verbs have the same forms
_EXPRESSING = frozenset({"عبّر", "أعرب", "أبدى"})


_SHOWING = frozenset({"أكّد", "كشف", "بيّن", "أظهر", "أوضح", "برهن", "رجّح", "استبعد", "نفى", "أشار"})
_INSIDE = frozenset(
    {"قد", "كان", "كانت", "كانوا", "هو", "هي", "في", "غير", "الا", "انه", "انها"}
)  # between subject and verb too


@dataclass(slots=True)
class Draft:
    """One cue with what it brings. All are tokens of its passage."""

    cue: Candidate
    opening: Opening
    rule: str
    source: Range | None = None
    reporter: Range | None = None
    pronoun: int | None = None
    boundary: Boundary = Boundary(0, "verb", joined=False)


def draft(layout: Layout, index: int) -> Draft | None:
    """The reading of the cue at token `index` that finds a content; None where it is no cue here."""
    for cue in layout.cues[index]:
        if cue.finite and (not _verb_here(layout, cue) or _unsaid(layout, cue)):
            continue
        if not cue.finite and index and layout.tokens[index - 1].key in _RELATIVE_MA | _NEGATIONS:
            continue
        found = opening(layout, cue)
        if found is None:
            found = _bare_speech(layout, cue)
        if found and cue.finite and not _sure(layout, cue, found):
            found = None
        if found is None or not _allowed(layout, cue, found):
            continue
        made = Draft(cue, found, _rule(cue, found), found.source)
        _subject(layout, made)
        made.boundary = _boundary(layout, made)
        return made
    return None


def _verb_here(layout: Layout, cue: Candidate) -> bool:
    """Whether the word is a verb at this place, not a noun, number of things or particle that is spelt alike."""
    if not cue.index:
        return True
    before = layout.tokens[cue.index - 1]
    if before.key.removeprefix("و") in _BEFORE_NOUNS:
        return False
    if before.kind == "number" and any(one.reading.form.part not in FINITE for one in layout.cues[cue.index]):
        return False
    return not (cue.reading.form.part == "perfect" and before.key in {"ان", "بان"} and not cue.reading.clitics)


def _sure(layout: Layout, cue: Candidate, found: Opening) -> bool:
    """Whether the word is a verb of saying here, by what it brings."""
    if found.form not in _STRONG:
        return _weak_verb(layout, cue)
    key = layout.tokens[cue.index].key
    if key not in word_list("rare_cues"):
        return True
    near = layout.skip_between(cue.index + 1, found.content)
    return key != "بين" or near >= found.content - 1


def _weak_verb(layout: Layout, cue: Candidate) -> bool:
    """Whether the word is surely a verb, as it must be where neither clause nor speech follows."""
    if "\u0651" in layout.tokens[cue.index].text:
        return True
    if layout.tokens[cue.index].key in word_list("rare_cues"):
        return False
    others = {one.form.lemma for one in verb_readings(layout.tokens[cue.index].text) if one.form.part in FINITE}
    if len(others) > 1 and not cue.reading.suffix and cue.entry.lemma in _SHARED:
        return False
    if cue.index == layout.sentence(cue.index)[0] and cue.reading.clitics == "و":
        return True
    return bool(cue.reading.suffix and cue.reading.clitics) or finite_verb(layout.passage, cue.index) is not None


def _unsaid(layout: Layout, cue: Candidate) -> bool:
    """Speech that is denied, wished, planned or supposed: لم يقل, قد يعلن, أن يؤكد, إذا قال."""
    index = cue.index
    if not index:
        return False
    before = layout.tokens[index - 1]
    imperfect = cue.reading.form.part == "imperfect"
    if before.key in _NEGATIONS and not (before.key == "ما" and cue.reading.suffix):
        return True
    if imperfect and (before.key in _FUTURE or (is_that(before) and before.key in {"ان", "بان"})):
        return True
    near = [token.key for token in layout.tokens[max(0, index - 3) : index]]
    if imperfect and near and near[-1] in {"لن", "سوف"}:
        return True
    return not _CONDITIONS.isdisjoint(near[-2:]) or (len(near) > 1 and near[-2] in _CONDITIONS)


def _bare_speech(layout: Layout, cue: Candidate) -> Opening | None:
    """وتابع قائلا لن نقبل: speech without any sign."""
    place = cue.index + 1
    if cue.reading.form.part != "participle" or cue.entry.lemma != "قال" or place >= layout.limit(cue.index):
        return None
    return Opening("colon", place) if layout.tokens[place].kind == "arabic" else None


def _allowed(layout: Layout, cue: Candidate, found: Opening) -> bool:
    """What the frame alone does not tell: passives, documents, so-called things, attributes."""
    index, reading, entry = cue.index, cue.reading, cue.entry
    before = layout.tokens[index - 1] if index else None
    that_next = found.form == "that" and layout.skip_between(index + 1, found.content) == found.content
    if entry.takes("in"):
        following = layout.tokens[index + 1].key if index + 1 < len(layout.tokens) else ""
        return following in {"في", "فيه", "فيها"} and found.form in {"that", "marks", "colon"}
    if entry.takes("hearsay") or (entry.lemma == "ادّعى" and reading.form.part == "imperfect"):
        return that_next
    if (
        found.form == "two"
        and reading.form.part == "imperfect"
        and not reading.suffix
        and found.source is None
        and not reading.clitics
    ):
        return False  # يعتبر كذا: passive
    known = layout.tokens[index].key.removeprefix("و") in word_list("background")
    if known and cue.finite and found.form == "that" and (that_next or found.source is None):
        return False
    if cue.finite and reading.form.voice == "passive":
        return found.form == "that" and found.source is None
    if entry.lemma == "كشف" and found.form == "prep" and not (found.source and _tells(layout, found.source)):
        return False
    if entry.lemma == "نقل" and cue.finite and not _relays(layout, cue, found):
        return False
    if (
        cue.finite
        and before is not None
        and before.key in _RELATIVE_MA
        and not (reading.suffix and found.form == "that")
    ):
        return False
    if before is not None and entry.lemma in _EXPRESSING and is_that(before):
        return False  # أنه يعبر عن: a thing expresses
    if entry.lemma == "عبّر" and reading.form.part == "imperfect" and found.source is None:
        return False
    if cue.finite and found.form == "noun" and not found.source and not _own_noun(layout, cue, found):
        return False
    if found.source and _listed(layout, found.source, "nobody"):
        return False
    if found.source and entry.lemma in _SHOWING and _listed(layout, found.source, "evidence"):
        return False
    if reading.form.part == "participle":
        return _circumstance(layout, cue, found)
    return True


def _relays(layout: Layout, cue: Candidate, found: Opening) -> bool:
    """Whether نقل means to relay: عن stands behind it, or one who speaks."""
    if any(token.key == "عن" for token in layout.tokens[cue.index + 1 : found.content]):
        return True
    return found.source is not None and speaks(layout, *found.source)


def _tells(layout: Layout, source: Range) -> bool:
    """Whether a source reveals by words (مصدر كشف عن), not by digging or spying as a mission or army may."""
    name = layout.passage.mention_at(source[0])
    noun = speaker_noun(layout.tokens[source[0]].key)
    if noun:
        return noun.kind in {"person", "anonymous", "document", "outlet"}
    return name is not None and name[2].label == "PER"


def _own_noun(layout: Layout, cue: Candidate, found: Opening) -> bool:
    """أعلن ترشحه, وأعلن تأجيل: of a verb without any subject, else (أعلن مقتله) it is passive and nobody speaks."""
    if cue.reading.clitics[:1] in {"و", "ف"} or subjects.before(layout, cue.index):
        return True
    if cue.index and layout.tokens[cue.index - 1].key in particles("relatives"):
        return True
    return any(one.suffix for one in verb_readings(layout.tokens[found.content].text))


def _listed(layout: Layout, source: Range, name: str) -> bool:
    if layout.passage.mention_at(source[0]):
        return False
    key = layout.tokens[source[0]].key
    return key in word_list(name) or key.removeprefix("ال") in word_list(name)


def _circumstance(layout: Layout, cue: Candidate, found: Opening) -> bool:
    """Whether a participle says what somebody does besides (مضيفا أن), not which one is meant (قوى مطالبة بـ)."""
    if not cue.index:
        return True
    before = layout.tokens[cue.index - 1]
    if cue.reading.form.number == "s" and cue.reading.form.gender == "m":
        return True
    if cue.reading.form.number == "p" and not cue.reading.clitics and definite(layout.passage, cue.index - 1):
        return True
    if found.form in {"that", "colon"} or (found.form == "marks" and definite(layout.passage, cue.index - 1)):
        return True
    if cue.entry.lemma == "التزم":  # الولايات المتحدة ملتزمة: a predicate
        return False
    place = cue.index - 1
    named = layout.passage.mention_at(place) is not None or layout.passage.time_at(place) is not None
    return not cue.reading.clitics and (before.kind == "sign" or named)


def _subject(layout: Layout, made: Draft) -> None:
    """The source where it does not stand behind the cue: in front, behind في or عن, the pronoun of a verbal noun."""
    cue, index = made.cue, made.cue.index
    if cue.entry.takes("in"):
        _document(layout, made)
    elif cue.entry.lemma == "نقل":
        _relayed(layout, made, index + 1, made.opening.content)
    elif cue.finite and made.source is None:
        before = layout.tokens[index - 1] if index else None
        if before is not None and before.key in particles("relatives"):
            made.source = subjects.antecedent(layout, index - 1)
        elif not cue.reading.clitics and (before is None or before.key not in {"و", "ف"}):
            made.source = subjects.before(layout, index)
    elif cue.reading.form.part == "masdar" and cue.reading.suffix:
        made.pronoun = index
        _relay_in_front(layout, made)


def _document(layout: Layout, made: Draft) -> None:
    place = made.cue.index + 1
    if layout.tokens[place].key in {"في", "علي"}:
        behind = layout.phrase(place + 1, made.opening.content)
        made.source = (place + 1, behind) if behind > place + 1 else None
    else:
        made.source = subjects.before(layout, made.cue.index)


def _relayed(layout: Layout, made: Draft, first: int, behind: int) -> None:
    """نقلت الوكالة عن المصدر أن: the medium relays, who stands behind عن speaks."""
    for place in range(first, behind):
        if layout.tokens[place].key == "عن":
            end = layout.phrase(place + 1, behind)
            if end > place + 1:
                made.reporter, made.source = made.source, (place + 1, end)
            return


def _relay_in_front(layout: Layout, made: Draft) -> None:
    """نقلت الوكالة عن المصدر قوله إن: verb and source in front of the verbal noun."""
    index = made.cue.index
    start = max(layout.passage.sentence(index)[0], index - 40)
    for place in range(index - 1, start - 1, -1):
        for cue in layout.cues.get(place, ()):
            if cue.finite and cue.entry.lemma in {"نقل", "أورد", "ذكر", "أفاد"}:
                subject = layout.phrase(place + 1, index)
                medium = (place + 1, subject) if subject > place + 1 else None
                made.source = medium
                _relayed(layout, made, place + 1, index)
                if made.source == medium:
                    made.source = None
                return


def _boundary(layout: Layout, made: Draft) -> Boundary:
    tokens, index = layout.tokens, made.cue.index
    part = made.cue.reading.form.part
    if part == "participle":
        return Boundary(index, "participle", joined=True)
    if part == "masdar":
        return Boundary(index, "masdar", joined=False)
    before = tokens[index - 1] if index else None
    if before is not None and (
        before.key in particles("relatives") or before.key.removeprefix("و") in particles("relatives")
    ):
        return Boundary(index - 1, "relative", joined=False)
    start = index
    if made.source and made.source[1] <= index:
        start = made.source[0]
    while start > 0 and tokens[start - 1].key in _JOINING and start > index - 40:
        start -= 1
    if start == index:
        start = _adverbial(layout, start)
    joined = start == 0 or tokens[start - 1].text in "،,؛." or tokens[start].key in _JOINING - _INSIDE
    if not joined and start == index:
        joined = made.cue.reading.clitics[:1] in {"و", "ف"}
    elif not joined:
        joined = tokens[start].key[:1] == "و" and not _own_waw(layout, start)
    return Boundary(start, "verb", joined=joined)


def _own_waw(layout: Layout, place: int) -> bool:
    """Whether a noun begins with و of its own: وزير."""
    name = layout.passage.mention_at(place)
    token = layout.tokens[place]
    if name:
        return name[2].start == token.start
    return speaker_noun(token.key) is not None


def _adverbial(layout: Layout, verb: int) -> int:
    """Where the adverbial in front of a verb begins, if a comma stands before it: ، في سياق آخر أعلن."""
    tokens = layout.tokens
    for place in range(verb - 1, max(verb - 12, 0), -1):
        if tokens[place].kind == "sign":
            first = tokens[place + 1]
            bare = first.key.removeprefix("و")
            led = bare in particles("prepositions") or layout.passage.time_at(place + 1) or first.key in _LEADS
            return place + 1 if tokens[place].text in "،,؛." and led else verb
    return verb


def _rule(cue: Candidate, found: Opening) -> str:
    part = cue.reading.form.part
    name = {"perfect": "verb", "imperfect": "verb", "participle": "participle", "masdar": "nominal"}[part]
    if cue.entry.takes("in"):
        name = "document"
    elif cue.finite and (cue.reading.form.voice == "passive" or cue.entry.takes("hearsay")):
        name = "passive-hearsay"
    return f"{name}/{found.form}"
