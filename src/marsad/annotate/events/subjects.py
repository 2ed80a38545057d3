"""Who does what the finite verbs of a text say: the noun phrase before or behind a verb, or who was spoken of last.

Verb first (اعتقلت الشرطة ناشطا), subject first (الشرطة اعتقلت, وكانت الشرطة قد اعتقلت), relative clauses (الشرطة التي
اعتقلته), and verbs without a subject of their own (وأضاف, أنها ستطرد), which take the last agreeing one.
"""

from collections.abc import Mapping
from dataclasses import replace

from marsad.annotate.events.chunks import Chunk, chunked
from marsad.annotate.events.clauses import Clauses, Memory, Subject, agrees, auxiliary, following, opens
from marsad.annotate.events.naming import Who
from marsad.annotate.events.parties import inside, thing
from marsad.annotate.events.words import attached
from marsad.annotate.events.world import World
from marsad.annotate.grammar import Passage, definite, particles
from marsad.annotate.lists.codes import noun
from marsad.annotate.lists.tables import party_words
from marsad.annotate.lists.verbs import VerbReading

_FAR = 24  # tokens between a verb and its subject

_SPEECH = 8  # tokens between marks that are speech rather than a name
_BETWEEN = 3  # phrases with prepositions between a verb and its subject: طالب في بيان له أمس في باريس وزير …
_BACK = 14  # tokens between a subject and its verb: adverbs, times, what stands between commas or dashes


def read(passage: Passage, verbs: Mapping[int, VerbReading], world: World, memory: Memory) -> Clauses:
    """The phrases and verbs of a passage with their subjects.

    `memory` is what the passages before have left, and is updated.
    """
    chunks = chunked(passage, verbs)
    at = [-1] * (len(passage.tokens) + 1)
    for chunk in chunks:
        at[chunk.first : chunk.last] = [chunk.number] * (chunk.last - chunk.first)
    acting = {index: verb for index, verb in verbs.items() if not auxiliary(passage.tokens[index].key)}
    found = Clauses(passage, chunks, world, at, acting)
    for index in range(len(passage.tokens)):
        found.stands.append(memory.last)
        if index in acting:
            subject = _subject(found, index, acting[index], memory)
            found.subjects[index] = subject = _of_country(subject, world, memory)
            if subject.how in {"before", "behind"} and not subject.inner and _remembers(subject.parties):
                memory.add(subject.parties)
    return found


def _of_country(subject: Subject, world: World, memory: Memory) -> Subject:
    """بلاده ستنسحب: the country of who spoke last."""
    first = subject.parties[0] if subject.parties else None
    if first is None or first.head != "بلد" or not first.owned or not memory.last:
        return subject
    country = memory.last[0][0].country
    mine = replace(first, country=country, sector="GOV", entity=world.countries.get(country))
    return replace(subject, parties=(mine, *subject.parties[1:]))


def _remembers(parties: tuple[Who, ...]) -> bool:
    """Whether a later verb without subject may mean these: no place, no news outlet that received a copy."""
    return bool(parties) and parties[0].sort != "place" and parties[0].sector != "JRN" and parties[0].head not in _TELL


_TELL = party_words("tell")


def _subject(clauses: Clauses, index: int, verb: VerbReading, memory: Memory) -> Subject:
    if verb.form.person == 1:
        return Subject((), "speaker")
    before = _skipped(clauses, index)
    opener = clauses.passage.tokens[before].key if before >= 0 else ""
    whoever = opener == "من" and before == index - 1  # من يرفضها
    if whoever or opener.removeprefix("و") in particles("relatives"):
        return Subject((), "whoever") if whoever else _relative(clauses, index, before, verb, memory)
    dropped = _carries_pronoun(opener) or opener.removeprefix("و") in particles("pronouns")
    joins = verb.clitics[:1] in {"و", "ف"}  # behind و a clause begins: what stands in front is not its subject
    if not dropped and not joins and before >= 0 and clauses.at[before] >= 0:
        found = _in_front(clauses, index, before, verb) or _far_in_front(clauses, before, verb)
        if found:
            return found
        if _thing(clauses, before):
            return Subject((), "thing")
    if not dropped:
        after = index + 1 if clauses.passage.tokens[min(index + 1, len(clauses.at) - 2)].key[:1] == "و" else index
        behind = _behind(clauses, after if after in clauses.verbs else index, verb)  # قتل وأصيب عشرات المدنيين
        if behind:
            return behind
    return Subject(memory.find(verb), "resumed" if _carries_pronoun(opener) else "dropped")


def _carries_pronoun(key: str) -> bool:
    """أنه، وأنها، بأنهم: a "that" with the subject on it."""
    bare = key.lstrip("وفبل")
    return bare in {"انه", "انها", "انهم", "انهما", "انهن"}


def _skipped(clauses: Clauses, index: int) -> int:
    """The token in front of a verb, with its particles, adverbs, times and what stands between signs left out."""
    passage = clauses.passage
    start = max(passage.sentence(index)[0], index - _BACK)
    place = index - 1
    while place >= start:
        token = passage.tokens[place]
        moment = passage.time_at(place)
        if moment:
            place = moment[0] - 1
        elif auxiliary(token.key) or token.key in _LIGHT or token.key in particles("adverbs"):
            place -= 1
        elif token.text in "،,)-–—" and token.kind == "sign":
            place = _opening(passage, place, start)
        else:
            return place
    return place if place >= passage.sentence(index)[0] else -1


_LIGHT = party_words("before_verbs")


def _opening(passage: Passage, place: int, start: int) -> int:
    """The token in front of a parenthesis that ends at `place`; in front of a lone sign where it opens nowhere."""
    wanted = {")": "(", "،": "،", ",": ","}.get(passage.tokens[place].text, passage.tokens[place].text)
    for index in range(place - 1, start - 1, -1):
        if passage.tokens[index].text == wanted:
            return index - 1
    return place - 1


def _relative(clauses: Clauses, index: int, relative: int, verb: VerbReading, memory: Memory) -> Subject:
    """Behind الذي: who stands in front of it, unless the verb's pronoun means that one (التي اتهمها الوزير)."""
    if clauses.passage.tokens[min(index + 1, len(clauses.at) - 2)].key in {"به", "بها"}:  # الزيارة التي قام بها
        found = _behind(clauses, index, verb)
        return replace(found, inner=True) if found else Subject(memory.find(verb), "resumed")
    antecedent = _antecedent(clauses, relative, verb)
    if not antecedent and not verb.suffix and not _taken_up(clauses, index):
        return Subject((), "thing")  # الهجمات التي ضربت لندن
    if verb.suffix or not antecedent or not agrees(verb, antecedent, before=True):
        found = _behind(clauses, index, verb)
        if found:
            return replace(found, object=antecedent if verb.suffix else (), inner=True)
        return Subject((), "relative", object=antecedent) if verb.suffix else Subject(antecedent, "relative")
    return Subject(antecedent, "relative")


def _taken_up(clauses: Clauses, index: int) -> bool:
    """Whether a pronoun behind a verb takes up what its relative clause is about: القرية التي سقط *فيها* الصاروخ."""
    high = min(clauses.passage.sentence(index)[1], index + _PRONOUN)
    return any(clauses.passage.tokens[at].key in _WITH_PRONOUN for at in range(index + 1, high))


_PRONOUN = 10  # tokens behind a verb in which its pronoun stands
_WITH_PRONOUN = party_words("with_pronoun")


def _antecedent(clauses: Clauses, relative: int, verb: VerbReading) -> tuple[Who, ...]:
    """Who stands in front of a relative pronoun: the nearest phrase, unless only one before it agrees."""
    low = max(clauses.passage.sentence(relative)[0], relative - _BACK)
    nearest: tuple[Who, ...] | None = None
    place = relative - 1
    while place >= low:
        number = clauses.at[place]
        if number < 0:
            if place in clauses.verbs:
                break
            place -= 1
            continue
        single = (verb.form.number == "s" and verb.form.part == "perfect") or verb.suffix in {"ه", "ها"}
        chunk = clauses.chunks[number if single else _first_joined(clauses, number)]
        parties = clauses.parties(chunk.number)[:1] if single else clauses.parties(chunk.number)
        within = inside(clauses.passage, chunk.first + 1, chunk.last, clauses.world)
        for some in filter(None, (parties, (within,) if within else ())):
            if verb.suffix or agrees(verb, some, before=True):
                return some
        if nearest is None:
            nearest = parties
        if not parties or chunk.prep == "":
            break
        place = clauses.chunks[number].first - 1
    return nearest or ()


def _first_joined(clauses: Clauses, number: int) -> int:
    """The first of the chunks that are joined up to this one."""
    while number > 0 and clauses.chunks[number].joined:
        number -= 1
    return number


def _in_front(clauses: Clauses, index: int, before: int, verb: VerbReading) -> Subject | None:
    """The phrase right before a verb as its subject: bare, or indefinite with a relative clause."""
    chunk = clauses.chunks[clauses.at[before]]
    if chunk.last != before + 1:
        return None
    first = _first_joined(clauses, chunk.number)
    parties = clauses.parties(first)
    bare = chunk.joined and not set("بلك") & set(attached(clauses.passage, chunk.first))
    clause = bare and chunk.last == index and clauses.chunks[first].prep != ""  # قتلى بالزبداني والمعارضة تمطر
    if first != chunk.number and (clause or not (parties and agrees(verb, parties, before=True))):  # والتحالف يقصف
        first, parties = chunk.number, clauses.parties(chunk.number)
    if verb.suffix and not definite(clauses.passage, chunk.last - 1):  # مبادئ هاجمها بعض الحاضرين
        found = _behind(clauses, index, verb)
        meant = parties or (thing(clauses.passage, chunk.first, chunk.last, clauses.world),)  # متجر أحرقه مستوطنون
        return replace(found, object=meant, inner=True) if found else None
    if not parties or not agrees(verb, parties, before=True):
        return None
    prep = "" if clause else clauses.chunks[first].prep
    located = parties[0].sort == "place" and not _begins(clauses, clauses.chunks[first].first)
    aside = parties[0].head in _SIDES or parties[0].sort != "nominal" or bool(verb.suffix)
    return (
        None
        if located or (prep and (aside or prep in _ACCORDING))
        else Subject(parties, "relative" if prep else "before")
    )


_ACCORDING = frozenset({"بحسب", "حسب", "وفق", "وفقا"})  # بحسب شهود، قصفت
_SIDES = frozenset({"جهة", "جانب", "طرف"})  # من جهة أخرى


def _thing(clauses: Clauses, before: int) -> bool:
    """Whether a thing stands in front of a verb as its subject: خمس غارات قصفت."""
    chunk = clauses.chunks[clauses.at[before]]
    bare = chunk.last == before + 1 and not chunk.prep and not clauses.parties(chunk.number)
    first = clauses.passage.tokens[chunk.first]
    return bare and _begins(clauses, chunk.first) and not noun(first.text).clitics and first.key not in _NO_SUBJECT


_NO_SUBJECT = particles("adverbs") | frozenset({"ذلك", "هذا", "هذه", "هناك", "لا", "فيما"})


def _far_in_front(clauses: Clauses, before: int, verb: VerbReading) -> Subject | None:
    """A subject with a phrase behind it: هيئة الدفاع عن المعتقلين تقدمت, تيارات في المعارضة رفضت."""
    low = max(clauses.passage.sentence(before)[0], before - _FAR)
    place = before
    while place >= low:
        number = clauses.at[place]
        if number < 0:
            token = clauses.passage.tokens[place]
            if place in clauses.verbs or token.kind == "sign" or opens(token.key):
                return None
            place -= 1
            continue
        chunk = clauses.chunks[_first_joined(clauses, number)]
        if chunk.prep:
            place = chunk.first - 1
            continue
        parties = clauses.parties(chunk.number)
        fits = parties and _begins(clauses, chunk.first) and agrees(verb, parties, before=True)
        return Subject(parties, "before") if fits else None
    return None


def _begins(clauses: Clauses, first: int) -> bool:
    """Whether a phrase begins its clause."""
    token = clauses.passage.tokens[first - 1] if first else None
    return token is None or token.kind == "sign" or opens(token.key) or auxiliary(token.key)


def _behind(clauses: Clauses, index: int, verb: VerbReading) -> Subject | None:
    """The first bare phrase behind a verb that agrees with it."""
    if verb.form.number in {"p", "d"}:
        return None
    between = 0
    for chunk in following(clauses, index + 1, index + _FAR):
        if chunk.prep:
            between += 1
            continue
        if between > _BETWEEN:
            return None
        joined = chunk.joined or "و" in attached(clauses.passage, chunk.first)
        if joined or _opens_speech(clauses.passage, chunk.first - 1):
            return None
        parties = clauses.parties(chunk.number)
        if not parties or _oblique(clauses.passage, chunk, parties[0]) or not agrees(verb, parties, before=False):
            return None
        return Subject(parties, "behind", clauses.group(chunk.number)[-1].last)
    return None


def _opens_speech(passage: Passage, place: int) -> bool:
    """Whether a mark opens speech: ودعا، في بيان، «كل الأحزاب إلى …»; a name in marks is shorter."""
    pair = passage.mark_at(place)
    return pair is not None and pair.open == place and pair.close is not None and pair.close - place > _SPEECH


def _oblique(passage: Passage, chunk: Chunk, first: Who) -> bool:
    """Whether the letters say that a phrase is no subject: المشيعين, مواطنا, عشرات …ين do not tell."""
    place = next(
        (index for index in range(chunk.first, chunk.last) if passage.tokens[index].start >= first.start), None
    )
    if place is None or place != chunk.first:
        return False
    token, word = passage.tokens[place], noun(passage.tokens[place].text)
    if token.plain.endswith(("ا", "اً")) and word.head is not None and not passage.mention_at(place):
        return word.form.removesuffix("ا") != word.form and not word.definite
    return word.form.endswith("ين") and (first.plural or first.sort == "nation")
