"""Where a word spelt like a cue attributes nothing: a noun, speech denied or planned, evidence, a so-called thing."""

from marsad.annotate.grammar import definite, finite_verb, particles
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.lists.verbs import FINITE, verb_readings
from marsad.annotate.quotes import subjects
from marsad.annotate.quotes.cues import Candidate, word_list
from marsad.annotate.quotes.layout import Layout
from marsad.annotate.quotes.openings import Opening, Range, is_that, speaks

_STRONG = frozenset({"that", "marks", "colon", "question"})
_SHADDA = "\u0651"
_SHARED = frozenset({"وعد", "عدّ", "أصرّ", "عاب", "أقرّ"})  # other verbs have the same forms
_EXPRESSING = frozenset({"عبّر", "أعرب", "أبدى"})
_SHOWING = frozenset({"أكّد", "كشف", "بيّن", "أظهر", "أوضح", "برهن", "رجّح", "استبعد", "نفى", "أشار"})
_CONDITION = 2  # tokens in front of a verb among which إذا is looked for
_TELLERS = frozenset({"person", "anonymous", "document", "outlet"})


def verb_here(layout: Layout, cue: Candidate) -> bool:
    """Whether the word is a verb at this place, not a noun, number of things or particle that is spelt alike."""
    if not cue.index:
        return True
    before = layout.tokens[cue.index - 1]
    if layout.passage.mention_at(cue.index - 1):  # أحمد علي أعلن: a name, no preposition
        return True
    if before.key.removeprefix("و") in word_list("before_nouns"):
        return False
    if before.kind == "number" and any(one.reading.form.part not in FINITE for one in layout.cues[cue.index]):
        return False
    return not (cue.reading.form.part == "perfect" and before.key in {"ان", "بان"} and not cue.reading.clitics)


def sure(layout: Layout, cue: Candidate, found: Opening) -> bool:
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
    token = layout.tokens[cue.index]
    if _SHADDA in token.text:
        return True
    others = {one.form.lemma for one in verb_readings(token.text) if one.form.part in FINITE}
    shared = len(others) > 1 and not cue.reading.suffix and cue.entry.lemma in _SHARED
    if shared or token.key in word_list("rare_cues"):
        return False
    if cue.index == layout.sentence(cue.index)[0] and cue.reading.clitics == "و":
        return True
    return bool(cue.reading.suffix and cue.reading.clitics) or finite_verb(layout.passage, cue.index) is not None


def unsaid(layout: Layout, cue: Candidate) -> bool:
    """Speech that is denied, wished, planned or supposed: لم يقل, قد يعلن, أن يؤكد, إذا قال."""
    index = cue.index
    if not index:
        return False
    before = layout.tokens[index - 1]
    if before.key in word_list("denying") and not (before.key == "ما" and cue.reading.suffix):
        return True
    planned = before.key in word_list("planning") or (is_that(before) and before.key in {"ان", "بان"})
    if planned and cue.reading.form.part == "imperfect":
        return True
    near = [token.key for token in layout.tokens[max(0, index - _CONDITION) : index]]
    return not word_list("supposing").isdisjoint(near)


def allowed(layout: Layout, cue: Candidate, found: Opening) -> bool:
    """What the frame alone does not tell: passives, documents, so-called things, attributes."""
    if cue.entry.takes("in"):
        following = layout.tokens[cue.index + 1].key if cue.index + 1 < len(layout.tokens) else ""
        return following in {"في", "فيه", "فيها"} and found.form in {"that", "marks", "colon"}
    if cue.entry.takes("hearsay") or (cue.entry.lemma == "ادّعى" and cue.reading.form.part == "imperfect"):
        return _that_next(layout, cue, found)
    if cue.finite and _impersonal(layout, cue, found) is not None:
        return bool(_impersonal(layout, cue, found))
    if any(no(layout, cue, found) for no in (_digging, _carrying, _pointed_at, _expressing, _nobody)):
        return False
    return cue.reading.form.part != "participle" or _circumstance(layout, cue, found)


def _that_next(layout: Layout, cue: Candidate, found: Opening) -> bool:
    return found.form == "that" and layout.skip_between(cue.index + 1, found.content) == found.content


def _impersonal(layout: Layout, cue: Candidate, found: Opening) -> bool | None:
    """Of a verb that may be passive whether it attributes; None where it is none."""
    reading = cue.reading
    bare = reading.form.part == "imperfect" and not reading.suffix and not reading.clitics
    if found.form == "two" and found.source is None and bare:  # يعتبر كذا
        return False
    known = layout.tokens[cue.index].key.removeprefix("و") in word_list("background")
    if known and found.form == "that" and (_that_next(layout, cue, found) or found.source is None):
        return False
    if reading.form.voice == "passive":
        return found.form == "that" and found.source is None
    return None


def _digging(layout: Layout, cue: Candidate, found: Opening) -> bool:
    """كشف عن by other means than words, as a mission or army may."""
    if cue.entry.lemma != "كشف" or found.form != "prep":
        return False
    if found.source is None:
        return True
    noun = speaker_noun(layout.tokens[found.source[0]].key)
    if noun:
        return noun.kind not in _TELLERS
    name = layout.passage.mention_at(found.source[0])
    return name is None or name[2].label != "PER"


def _carrying(layout: Layout, cue: Candidate, found: Opening) -> bool:
    """نقل of things: neither عن nor one who speaks stands behind it."""
    if cue.entry.lemma != "نقل" or not cue.finite:
        return False
    if any(token.key == "عن" for token in layout.tokens[cue.index + 1 : found.content]):
        return False
    return found.source is None or not speaks(layout, *found.source)


def _pointed_at(layout: Layout, cue: Candidate, found: Opening) -> bool:
    """ما أعلنه: what is said is spoken of, not told."""
    before = layout.tokens[cue.index - 1].key if cue.index else ""
    return cue.finite and before in word_list("relative_ma") and not (cue.reading.suffix and found.form == "that")


def _expressing(layout: Layout, cue: Candidate, found: Opening) -> bool:
    """أنه يعبر عن: a thing expresses."""
    if cue.index and cue.entry.lemma in _EXPRESSING and is_that(layout.tokens[cue.index - 1]):
        return True
    return cue.entry.lemma == "عبّر" and cue.reading.form.part == "imperfect" and found.source is None


def _nobody(layout: Layout, cue: Candidate, found: Opening) -> bool:
    """No speaker: of a passive (أعلن مقتله), a proverb, or evidence."""
    if found.source is None:
        return cue.finite and found.form == "noun" and not _own_noun(layout, cue, found)
    if _listed(layout, found.source, "nobody"):
        return True
    return cue.entry.lemma in _SHOWING and _listed(layout, found.source, "evidence")


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
    number, place = cue.reading.form.number, cue.index - 1
    told_of = definite(layout.passage, place)
    if number == "s" and cue.reading.form.gender == "m":
        return True
    if (number == "p" and not cue.reading.clitics and told_of) or found.form in {"that", "colon"}:
        return True
    if found.form == "marks" and told_of:
        return True
    if cue.entry.lemma == "التزم" or cue.reading.clitics:  # الولايات المتحدة ملتزمة: a predicate
        return False
    named = layout.passage.mention_at(place) is not None or layout.passage.time_at(place) is not None
    return layout.tokens[place].kind == "sign" or named
