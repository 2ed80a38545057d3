"""The look far ahead: a complementizer, a colon, a question or marked speech, however much stands between."""

from marsad.annotate.grammar import Token, finite_verb, particles
from marsad.annotate.lists.verbs import verb_readings
from marsad.annotate.quotes.cues import Candidate, word_list
from marsad.annotate.quotes.layout import COMMAS, QUOTES
from marsad.annotate.quotes.openings import PREPOSITIONS, Look, Opening, cut_that, is_that

_END_SIGNS = frozenset("؛;!؟?")
_TOLD = 8  # tokens between an aside and the clause, as of who is told
_PASSED = 16  # words that can be cues, passed on the way to a clause
_MA = frozenset({"ما", "بما", "مما", "عما", "كما"})


def clause_or_speech(look: Look, place: int, limit: int) -> Opening | None:
    """The first complementizer, colon or speech that belongs to the cue."""
    held = False  # another cue in a relative clause takes the next clause
    passed = 0
    while place < limit:
        token = look.tokens[place]
        if token.kind == "sign":
            found = _sign(look, place, token)
            if found is not None and not held:
                return found
            held = held and found is None and token.text not in COMMAS
            if token.text in _END_SIGNS and not _dotted(look, place):
                return None
            place = _over(look, place)
            continue
        if is_that(token):
            own = token.plain.startswith("إن") and look.entry.lemma == "قال"  # nothing else takes إن
            if (own or not held) and _takes_that(look, place, token):
                return Opening("that", place, look.source, None, cut_that(token))
            held = False
        elif _asks(look, place, token):
            return Opening("question", place, look.source)
        elif place in look.layout.cues and place > look.cue.index:
            passed += 1
            if passed > _PASSED or starts_anew(look, place):
                return None
            held = held or _takes_clause(look, place)
        place += 1
    return None


def _aside(look: Look, place: int) -> int:
    """The comma that closes what is said by the way of the source: قال متحدث، طلب عدم ذكر اسمه، إن; else 0."""
    source, tokens = look.source, look.tokens
    verb = place + 1
    if source is None or place != source[1] or tokens[place].text not in COMMAS or verb >= look.limit:
        return 0
    if finite_verb(look.passage, verb) is None:
        return 0
    for comma in look.layout.commas(verb + 1, look.limit - 1):
        if look.layout.shut[comma] >= look.limit:
            joined = tokens[verb].key[:1] == "و"
            return comma if _clause_behind(look, comma + 1, near=not joined) else 0
    return 0


def _clause_behind(look: Look, place: int, *, near: bool) -> bool:
    """Whether the clause of the cue follows behind an aside: at once (`near`), or of قال its إن or what was told."""
    if near and is_that(look.tokens[place]):
        return True
    for index in range(place, min(place + _TOLD, look.limit) if look.entry.lemma == "قال" else place):
        token = look.tokens[index]
        if is_that(token):
            return token.plain.startswith("إن")
        if token.text == ":":
            return near and look.layout.opens_marks(min(index + 1, look.limit - 1))
        if finite_verb(look.passage, index) or token.text in _END_SIGNS | {"."}:
            return False
    return False


def _sign(look: Look, place: int, token: Token) -> Opening | None:
    if token.text == ":":
        return _colon(look, place + 1) if look.entry.takes("say") or look.entry.takes("that") else None
    pair = look.passage.mark_at(place)
    if not pair or pair.open != place or not look.entry.takes("say") or _has_object(look) or _about(look, place):
        return None
    fresh = place == look.cue.index + 1 or (look.source is not None and place == look.source[1])
    chant = look.entry.lemma in word_list("chanting")
    return Opening("marks", place, look.source) if look.layout.speech(pair, fresh=fresh, chant=chant) else None


def _colon(look: Look, behind: int) -> Opening | None:
    if behind < len(look.tokens) and is_that(look.tokens[behind]):
        return Opening("that", behind, look.source, None, cut_that(look.tokens[behind]))
    if behind + 1 < look.limit and look.tokens[behind].text in QUOTES and look.passage.mark_at(behind) is None:
        return Opening("colon", behind + 1, look.source)  # :" …": marks that lean on nothing
    if behind >= look.limit:
        return None
    return Opening("marks" if look.layout.opens_marks(behind) else "colon", behind, look.source)


def _over(look: Look, place: int) -> int:
    if place in look.layout.behind:
        return look.layout.behind[place]
    pair = look.passage.mark_at(place)
    if pair and pair.open == place and pair.close is not None:
        return pair.close + 1
    return _aside(look, place) or place + 1


def _dotted(look: Look, place: int) -> bool:
    return look.tokens[place].text == "." and any(
        0 <= near < len(look.tokens) and look.tokens[near].text == "." for near in (place - 1, place + 1)
    )


def _about(look: Look, place: int) -> bool:
    """في رده على سؤال حول «…»: marks behind a preposition that is not the cue's own."""
    key = look.tokens[place - 1].key
    if key in PREPOSITIONS and place - 1 > look.cue.index:
        return not look.entry.takes(PREPOSITIONS[key])
    return key in word_list("about")


def _has_object(look: Look) -> bool:
    """نشرته: the pronoun is the object, so that no speech can be."""
    return look.cue.finite and bool(look.cue.reading.suffix) and not look.objects()


def _takes_that(look: Look, place: int, token: Token) -> bool:
    """Whether a complementizer belongs to this cue, by what stands in front of it."""
    before = look.tokens[place - 1]
    if look.passage.mention_at(place - 1):  # فرج علي أن: a name, no preposition
        return look.entry.takes("that") or (token.key.startswith("ب") and look.entry.takes("ب"))
    if token.plain.startswith("إن") and before.key not in PREPOSITIONS:
        return look.entry.takes("that")
    if any(one.form.person == 1 for one in verb_readings(before.text)[:1]):  # أعتقد أن
        return False
    if token.key.startswith("ب"):
        return before.key not in word_list("before_by") and (look.entry.takes("ب") or look.entry.takes("that"))
    return _free(look, place) and look.entry.takes(PREPOSITIONS.get(before.key, "that"))


def _free(look: Look, place: int) -> bool:
    """Whether the word in front of أن leaves it to the cue: not بعد أن, ضرورة أن."""
    before = look.tokens[place - 1]
    if place - 1 == look.cue.index or before.key in PREPOSITIONS:
        return True
    return before.key not in word_list("before_that") and before.key not in word_list("matters")


def _asks(look: Look, place: int, token: Token) -> bool:
    if token.key not in word_list("asking") or not look.entry.takes("q"):
        return False
    return token.key not in word_list("asking_at_once") or place == look.cue.index + 1


def starts_anew(look: Look, place: int) -> bool:
    """Whether another cue begins a clause of its own here: و or a comma in front of a verb, or a participle."""
    before, here = look.tokens[place - 1], look.layout.cues[place]
    for cue in here:
        opened = cue.reading.clitics[:1] in {"و", "ف"} or before.text in COMMAS
        if cue.finite and not cue.reading.suffix and opened:
            return all(one.finite for one in here) or before.kind == "sign"
        if cue.reading.form.part == "participle" and _leads(look, place + 1) and not _in_source(look, place):
            return True
    return False


def _leads(look: Look, place: int) -> bool:
    """Whether the clause of a participle follows at once: مؤكدا أن, مشيرا إلى أن."""
    if place < look.limit and look.tokens[place].key in PREPOSITIONS:
        place += 1
    return place < look.limit and (is_that(look.tokens[place]) or look.tokens[place].text == ":")


def _takes_clause(look: Look, place: int) -> bool:
    """Whether another cue on the way has the next clause: الذي أكد أن, بعد إعلانه أن."""
    for cue in look.layout.cues[place]:
        before = look.tokens[place - 1].key.removeprefix("و")
        if cue.finite and _takes_words(cue) and not cue.reading.suffix:
            sure = all(one.finite for one in look.layout.cues[place]) and place > look.cue.index + 1
            if sure or before in particles("relatives") or before in _MA:
                return True
        if cue.reading.form.part == "masdar" and cue.reading.suffix and place + 1 < look.limit:
            return is_that(look.tokens[place + 1])
    return False


def _in_source(look: Look, place: int) -> bool:
    return look.source is not None and look.source[0] <= place < look.source[1]


def _takes_words(cue: Candidate) -> bool:
    return cue.entry.takes("that") or cue.entry.takes("say")
