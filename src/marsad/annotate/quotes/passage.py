"""The attributions of one passage: drafts, how far each reaches, quotations in front of their cue, sources behind."""

from marsad.annotate.grammar import Marked, finite_verb, particles
from marsad.annotate.lists.verbs import verb_readings
from marsad.annotate.quotes.according import According, according
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.complements import Opening, Range, is_that, speaks
from marsad.annotate.quotes.contents import Boundary, Extent, extent, stretches, trimmed, whole_or_kind
from marsad.annotate.quotes.cues import FINITE, Candidate, behind_clitics, entries
from marsad.annotate.quotes.drafts import Draft, draft
from marsad.annotate.quotes.layout import Layout
from marsad.kinds import CueKind
from marsad.records import Content, Span

_SUFFIXES = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("", "d"), "هن": ("f", "p")}
_KINDS: dict[str, CueKind] = {"perfect": "verb", "imperfect": "verb", "participle": "participle", "masdar": "verbal-noun"}
_COMMAS = frozenset("،,")
_ADJACENT, _BEHIND_COMMA = 5, 2  # words of speech in front of its cue, without and with a comma between
_CONNECTORS = frozenset({"فيما", "بينما", "كما", "ان", "حيث", "حين"})


def in_passage(layout: Layout, *, head: bool = False) -> list[Attribution]:
    """The attributions of a passage, in no particular order. In a headline (`head`) only clauses and speech count."""
    return _Passage(layout, head=head).read()


class _Passage:
    """What was found so far in one passage."""

    def __init__(self, layout: Layout, *, head: bool) -> None:
        self.layout, self.tokens, self.head = layout, layout.tokens, head
        self.found: list[Attribution] = []
        self.covered: list[Range] = []  # tokens of contents
        self.direct: list[Range] = []  # of those in marks
        self.sources = _apart([one for index in range(len(self.tokens)) if (one := according(layout, index))])

    def read(self) -> list[Attribution]:
        taken = {one.verb for one in self.sources}
        drafts = [made for index in sorted(self.layout.cues) if index not in taken and (made := draft(self.layout, index))]
        drafts = _once(drafts)
        if self.head:
            drafts = [made for made in drafts if made.opening.form in {"that", "marks", "colon"}]
        boundaries = sorted(
            [made.boundary for made in drafts if made.boundary.kind != "masdar"]
            + [Boundary(one.first, "tail", joined=False) for one in self.sources if not self._fronted(one)]
        )
        for made in drafts:
            self._draft(made, boundaries)
        self._without_inner()
        drafted = {made.cue.index for made in drafts}
        self._without_nested()
        self._quoted_first(drafted | taken)
        for one in self.sources:
            self._according(one, boundaries)
        return self.found

    def _without_inner(self) -> None:
        """Inside marked speech only those count who are named there; what "I" or "they" say is part of the speech."""
        direct = [(content.start, content.end) for one in self.found for content in one.content if content.mode == "direct"]
        self.found = [
            one
            for one in self.found
            if (one.source and (one.rule.endswith("/that") or self._named(one.source) or self._speaks(one.source)))
            or not any(start <= one.cue.start < end for start, end in direct)
        ]

    def _without_nested(self) -> None:
        """Inside the clause of another one a mere demand or mood counts only of somebody named (لافروف شدد على ضرورة …)."""
        spans = [(one.content[0].start, one.content[-1].end) for one in self.found]
        kept: list[Attribution] = []
        last: int | None = None  # end of the clause that holds the last one of somebody named
        for one, span in zip(self.found, spans, strict=True):
            around = [end for start, end in spans if (start, end) != span and start <= one.cue.start < end]
            if not around or (one.rule.endswith(("/that", "/marks", "/colon")) and not self._inanimate(one)):
                kept.append(one)
            elif one.source is None and last in around:  # … وصف … وحث …: the same one goes on
                kept.append(one)
            elif one.source and (self._named(one.source) or self._speaks(one.source)) and not entries()[one.lemma].takes("attitude"):
                kept.append(one)
                last = around[0]
        self.found = kept

    def _inanimate(self, one: Attribution) -> bool:
        """استشهاده يؤكد أن: inside a clause a thing in front of a verb shows, and says nothing."""
        first = self.tokens[self.layout.passage.at(one.cue.start)].key.removeprefix("و")
        front = one.source is not None and one.source.end < one.cue.start and one.cue_kind == "verb"
        return front and first[:1] in "يت" and one.source is not None and not self._speaks(one.source)

    def _named(self, source: Span) -> bool:
        first, behind = self._tokens(source)
        return any(self.layout.passage.mention_at(place) for place in range(first, behind))

    def _speaks(self, source: Span) -> bool:
        return speaks(self.layout, *self._tokens(source))

    def _tokens(self, span: Span) -> Range:
        return self.layout.passage.at(span.start), self.layout.passage.at(span.end - 1) + 1

    # -- drafts

    def _draft(self, made: Draft, boundaries: list[Boundary]) -> None:
        reach = extent(self.layout, made.opening, made.cue.index, boundaries)
        if reach is None or (made.opening.form not in {"marks", "colon", "that"} and self._holds_speech(reach)):
            return
        if any(behind == reach.behind and made.cue.index < first <= reach.first + 2 for first, behind in self.covered[-3:]):
            return
        for one in self._parallel(made, reach):
            self._add(made, one)
        before = self._first_part(made, reach)
        self._add(made, reach)
        if before is not None:
            one = self.found[-1]
            one.content = (*stretches(self.layout, before, 0), *one.content)
            one.rule = "split"
            self.covered.append((before.first, before.behind))

    def _holds_speech(self, reach: Extent) -> bool:
        """قال فلان مشيرا إلى الوزير «…»: the speech in reach is another cue's."""
        return any(reach.first < first and behind <= reach.behind for first, behind in self.direct)

    def _first_part(self, made: Draft, reach: Extent) -> Extent | None:
        """«…»، قال فلان، «…»: the part of a quotation in front of its cue."""
        cue = made.cue
        if made.opening.form != "marks" or reach.kind != "direct" or not cue.finite or cue.reading.clitics:
            return None
        pair = self._marks_before(cue.index)
        if pair is None or pair.close is None or self._inside(pair.open):
            return None
        return Extent(pair.open + 1, trimmed(self.layout, pair.open + 1, pair.close, _COMMAS), "direct")

    def _parallel(self, made: Draft, reach: Extent) -> list[Extent]:
        """ردد المحتجون «…» و«…»: further marks joined by و are further quotations."""
        if made.opening.form != "marks":
            return []
        found = []
        place = reach.behind + 1
        while place + 1 < len(self.tokens):
            while place < len(self.tokens) and self.tokens[place].text in {"،", ",", *"\"”»"}:
                place += 1
            if place + 1 >= len(self.tokens) or self.tokens[place].key != "و":
                break
            pair = self.layout.passage.mark_at(place + 1)
            if not pair or pair.open != place + 1 or pair.close is None or pair.close - pair.open < 2:
                break
            found.append(Extent(pair.open + 1, pair.close, "direct"))
            place = pair.close + 1
        return found

    def _add(self, made: Draft, reach: Extent) -> None:
        cue, form = made.cue, made.cue.reading.form
        token = self.tokens[cue.index]
        gender, number = form.gender, form.number
        if made.pronoun is not None:
            gender, number = _SUFFIXES.get(cue.reading.suffix, ("", ""))
        content = stretches(self.layout, reach, made.opening.cut if reach.first == made.opening.content else 0)
        if not content:
            return
        start = behind_clitics(token, cue.reading.skip if cue.finite or form.part == "participle" else 0)
        if form.part == "masdar" and cue.reading.clitics[:1] in {"و", "ف"}:
            start = behind_clitics(token, 1)
        self.covered.append((reach.first, reach.behind))
        if made.opening.form == "marks":
            self.direct.append((reach.first, reach.behind))
        self.found.append(
            Attribution(
                cue=Span(start, token.end),
                lemma=cue.entry.lemma,
                class_=cue.entry.class_,
                cue_kind=_KINDS[form.part],
                kind=reach.kind,
                content=content,
                frame=Span(start, max(token.end, content[0].start)),
                source=self._span(made.source),
                passage=self.layout.passage.number,
                rule=made.rule,
                gender=gender if form.part != "masdar" or made.pronoun is not None else "",
                number=number if form.part != "masdar" or made.pronoun is not None else "",
                person=form.person or 3,
                passive=form.voice == "passive" or cue.entry.takes("hearsay"),
                pronoun=Span(token.start, token.end) if made.pronoun is not None else None,
                target=self._span(made.opening.target),
                reporter=self._span(made.reporter),
            )
        )

    def _span(self, found: Range | None) -> Span | None:
        if found is None or found[0] >= found[1]:
            return None
        first, last = self.tokens[found[0]], self.tokens[found[1] - 1]
        name = self.layout.passage.mention_at(found[0])
        start = first.start
        if name and name[0] == found[0] and name[2].start > start:
            start = name[2].start
        elif first.key.startswith("لل"):
            pass
        elif first.key[:1] in "ول" and len(first.key) > 1 and not name:
            start = behind_clitics(first, self._attached(first.text))
        return Span(start, last.end)

    def _attached(self, text: str) -> int:
        return 0 if text[:1] == "و" and any(not one.clitics for one in verb_readings(text)) else 0

    # -- speech in front of its cue

    def _quoted_first(self, done: set[int | None]) -> None:
        """«…»، قال فلان, and the split form «…»، قال فلان، «…»."""
        for index in sorted(self.layout.cues):
            if index in done:
                continue
            cue = next((one for one in self.layout.cues[index] if one.finite and not one.reading.clitics and one.entry.takes("say")), None)
            if cue is None:
                continue
            pair = self._marks_before(index)
            if pair is None or self._inside(pair.open):
                continue
            self._behind_speech(cue, pair)

    def _marks_before(self, index: int) -> Marked | None:
        place = index - 1
        while place >= 0 and (self.tokens[place].text in "،,-–" or self.tokens[place].key in {"كما", "هكذا"}):
            place -= 1
        pair = self.layout.passage.mark_at(place) if place >= 0 else None
        if pair is None or pair.close != place or not self.layout.speech(pair, fresh=True):
            return None
        return pair if self.layout.words_between(pair.open, place) >= (_ADJACENT if place == index - 1 else _BEHIND_COMMA) else None

    def _behind_speech(self, cue: Candidate, pair: Marked) -> None:
        start = self.layout.skip_between(cue.index + 1, self.layout.limit(cue.index))
        behind = self.layout.phrase(start, self.layout.limit(cue.index))
        source = (start, behind) if behind > start else None
        made = Draft(cue, Opening("marks", pair.open, source), "marks-then-cue", source)
        reach = Extent(pair.open + 1, trimmed(self.layout, pair.open + 1, pair.close or pair.open + 1, _COMMAS), "direct")
        if reach.behind <= reach.first:
            return
        self._add(made, reach)
        one = self.found[-1]
        one.frame = Span(one.cue.start, self.tokens[max(behind, cue.index + 1) - 1].end)

    def _inside(self, place: int) -> bool:
        return any(first - 1 <= place < behind for first, behind in self.covered)

    # -- according to

    def _fronted(self, one: According) -> bool:
        """Whether the phrase opens its clause, so that the content follows it."""
        first = one.first
        before = self.tokens[first - 1] if first else None
        begins = first == self.layout.passage.sentence(first)[0]
        if not begins and before is not None:
            begins = before.key in {"و", "ف"} or self.tokens[first].key[:1] in "وف" and self.tokens[first].key[1:2] not in "ف"
        if not begins:
            return False
        return self._behind_source(one) < self.layout.limit(first)

    def _behind_source(self, one: According) -> int:
        """Where the clause behind a fronted source begins: behind its comma and فإن."""
        limit = self.layout.limit(one.first)
        for place in range(one.behind, min(limit, one.behind + 25)):
            if self.tokens[place].key in {"فان", "فانه", "فانها", "فانهم"} and self.layout.shut[place] >= limit:
                return place
        place = one.behind
        if place < limit and self.tokens[place].key in particles("relatives"):
            comma = next((index for index in range(place, min(limit, place + 30)) if self.tokens[index].text in _COMMAS), limit)
            place = comma
        while place < limit:
            token = self.tokens[place]
            moment = self.layout.passage.time_at(place)
            if place in self.layout.behind:
                place = self.layout.behind[place]
            elif token.text in _COMMAS or token.text == ":":
                place += 1
            elif token.key == "غير" and place == one.behind:  # تسريبات غير مؤكدة
                place += 2
            elif moment and place == one.behind:
                place = moment[1]
            elif token.key in {"نشره", "صدر", "نشر", "اصدره", "اجرته", "اجراه", "اعده", "اعدته"}:  # an attribute of the source
                place = next((index for index in range(place, min(limit, place + 25)) if self.tokens[index].text in _COMMAS), limit)
            else:
                break
        return place

    def _according(self, one: According, boundaries: list[Boundary]) -> None:
        if self._fronted(one):
            place = self._behind_source(one)
            reach = self._after(one, place, boundaries)
            rule = "according-to/first"
        else:
            reach = self._before(one)
            rule = "according-to/behind"
        if reach is None:
            return
        token = self.tokens[one.first]
        skip = 1 if token.key[:1] in "وف" and not token.key.startswith("وفق") else 0
        start = behind_clitics(token, skip)
        end = self.tokens[one.behind - 1].end
        gender, number = "", ""
        if one.pronoun is not None:
            key = self.tokens[one.pronoun].key
            gender, number = next((_SUFFIXES[end_] for end_ in ("هما", "هم", "هن", "ها", "ه") if key.endswith(end_)), ("", ""))
        content = stretches(self.layout, reach, self._conjunction(reach.first))
        if not content:
            return
        self.covered.append((reach.first, reach.behind))
        lemma = next((lemma for lemma, entry in entries().items() if entry.takes("according") and lemma in token.plain), "وفق")
        self.found.append(
            Attribution(
                cue=Span(start, token.end), lemma=lemma, class_="declare", cue_kind="preposition", kind=reach.kind,
                content=content, frame=Span(start, end), source=self._span(one.source),
                passage=self.layout.passage.number, rule=rule, gender=gender, number=number, reporter=self._span(one.reporter),
                pronoun=Span(self.tokens[one.pronoun].start, self.tokens[one.pronoun].end) if one.pronoun is not None else None,
            )
        )  # fmt: skip

    def _conjunction(self, place: int) -> int:
        """و or ف that joins the clause to the one in front stays outside."""
        readings = verb_readings(self.tokens[place].text)
        return 1 if readings and readings[0].clitics[:1] in {"و", "ف"} and readings[0].form.part in FINITE else 0

    def _after(self, one: According, place: int, boundaries: list[Boundary]) -> Extent | None:
        if place >= self.layout.limit(one.first):
            return None
        pair = self.layout.passage.mark_at(place)
        if pair and pair.open == place and self.layout.speech(pair, fresh=True):
            return extent(self.layout, Opening("marks", place), one.first, boundaries)
        form = "that" if is_that(self.tokens[place]) or self.tokens[place].key in {"فان", "فانه", "فانها"} else "noun"
        found = extent(self.layout, Opening(form, place), one.first, [bound for bound in boundaries if bound.index > place])
        return found if found and found.behind - found.first > 1 else None

    def _before(self, one: According) -> Extent | None:
        """The clause in front of the source, unless somebody already says it."""
        place = one.first - 1
        while place >= 0 and self.tokens[place].text in "،,-–.":
            place -= 1
        sentence = self.layout.passage.sentence(one.first)[0]
        if place < sentence or self.layout.shut[one.first] < len(self.tokens):
            return None
        if any(first <= place <= behind for first, behind in self.covered):
            return None
        pair = self.layout.passage.mark_at(place)
        if pair and pair.close == place and self.layout.speech(pair, fresh=False) and self.layout.words_between(pair.open, pair.close) > 5:
            return Extent(pair.open + 1, trimmed(self.layout, pair.open + 1, pair.close, _COMMAS), "direct")
        before = [behind for _, behind in self.covered if sentence < behind <= place]
        first = max([sentence, *before])
        if before and (one.pronoun is not None or not self._tells_on(first, place)):
            return None
        first = self._joined(self._connector(first, place), place)
        while first < place and (self.tokens[first].text in "،,؛.:\"»”" or self.tokens[first].key in {"و", "في"}):
            first += 1
        behind = place + 1
        if self.layout.words_between(first, behind) < 3:
            return None
        return whole_or_kind(self.layout, first, behind)

    def _tells_on(self, first: int, place: int) -> bool:
        """Whether behind what somebody says in this sentence a clause of its own begins: ، و and a verb."""
        while first < place and self.tokens[first].kind == "sign":
            first += 1
        return self.tokens[first].key[:1] == "و" and finite_verb(self.layout.passage, first) is not None

    def _joined(self, first: int, place: int) -> int:
        """Behind the last comma that و and a verb follow: only that clause is attributed."""
        for index in range(place - 1, first, -1):
            if self.tokens[index].text in _COMMAS and self.tokens[index + 1].key[:1] == "و":
                if self.layout.shut[index] == len(self.tokens) and finite_verb(self.layout.passage, index + 1):
                    return index + 1
        return first

    def _connector(self, first: int, place: int) -> int:
        """Behind the last فيما, بينما, في حين أن of the sentence."""
        for index in range(place - 1, first, -1):
            token = self.tokens[index]
            if self.layout.shut[index] < len(self.tokens):
                continue
            if token.key in {"فيما", "بينما"} and self.tokens[index - 1].text in _COMMAS:
                return index + 1
            if token.key == "حين" and self.tokens[index - 1].key == "في":
                return index + (2 if is_that(self.tokens[index + 1]) else 1)
        return first


def _apart(found: list[According]) -> list[According]:
    """Without those that stand inside another one."""
    kept: list[According] = []
    for one in found:
        if not kept or one.first >= kept[-1].behind:
            kept.append(one)
    return kept


def _once(drafts: list[Draft]) -> list[Draft]:
    """One draft for each content: of قال … قائلا the verb with its subject."""
    found: dict[int, Draft] = {}
    for made in drafts:
        other = found.get(made.opening.content)
        if other is None or (other.cue.reading.form.part == "masdar" and made.cue.reading.form.part != "masdar"):
            found[made.opening.content] = made
    return sorted(found.values(), key=lambda made: made.cue.index)
