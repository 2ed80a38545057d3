"""Why the record says what it says: for each fact the rule or model, the words that it stands on, what it refers to."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable

from marsad.cli.evidence import Row, Spot, evidence
from marsad.cli.facts import Fact, chosen, facts, references
from marsad.cli.look import Look, Piece, theirs
from marsad.records import Entity, Event, Mention, Quote, Record, Span, Time
from marsad.terms import term
from marsad.text.sentences import sentences

_INDENT, _COLUMN = 4, 16  # cells
_KINDS: dict[type[Fact], str] = {Mention: "mention", Entity: "entity", Time: "time", Quote: "quote", Event: "event"}
_MANY = 12  # references of one role that are named
_FORMS = 3  # of an entity's name whose sentences are shown


def explain(record: Record, wanted: str, look: Look, whole: Record | None = None) -> str:
    """The facts that `wanted` names (q1,v2 or all), explained one after another.

    `whole`: the record before facts of little confidence were left out. Raises UsageError for an id that is not there.
    """
    found = chosen(record, wanted, whole)
    reader = _Reader(record, look)
    head = look.text(record.article.headline or "")
    return "\n".join([*head, *(line for name, fact in found.items() for line in ["", *reader.lines(name, fact)])])


class _Reader:
    """Explains the facts of one record."""

    def __init__(self, record: Record, look: Look) -> None:
        self._text = record.article.text
        self._sentences = sentences(self._text)
        self._starts = [sentence.start for sentence in self._sentences]
        self._facts = facts(record)
        self._look = look
        self._referring: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, fact in self._facts.items():
            for role, other in references(fact):
                if role not in {"names-entity", "named-by"}:  # both ends say it of themselves
                    self._referring[other].append((role, name))

    def lines(self, name: str, fact: Fact) -> list[str]:
        """One fact: a line that names it, and a row for everything that is known of how it was found."""
        shown = evidence(fact, self._text, self._look.lang)
        kind = self._term(_kind(fact))
        title: list[Piece | str] = [f"{kind} · ", *shown.title, f" · {self._term('confidence')} {fact.confidence:.2f}"]
        rows = [Row("found-by", self._maker(fact)), *shown.rows]
        spots = self._named(fact) if isinstance(fact, Entity) else shown.spots
        rows += [Row("text", [theirs(part)]) for part in self._marked(spots)]
        rows += self._roles("refers-to", references(fact)) + self._roles("referred-to", self._referring[name])
        lines = self._look.lines(title, label=f"{name}  ", hang=_INDENT)
        return lines + [line for row in rows for line in self._row(row)]

    def _row(self, row: Row) -> list[str]:
        """In two columns, where the terminal has room for them."""
        label = self._term(row.label)
        if self._look.narrow:
            return self._look.lines([f"{label}: ", *row.pieces], indent=_INDENT, hang=2)
        return self._look.lines(row.pieces, label=f"{label:<{_COLUMN}} ", indent=_INDENT, hang=_COLUMN + 1)

    def _term(self, key: str) -> str:
        return term("explain", key, self._look.lang)

    def _maker(self, fact: Fact) -> list[Piece | str]:
        """`linking@1 (rules that join names), rule metonym`."""
        maker = fact.made_by.partition("@")[0]
        words = term("maker", maker, self._look.lang)
        known = f" ({words})" if words != maker else ""
        rule = getattr(fact, "rule", "")
        return [f"{fact.made_by}{known}", f", {self._term('rule')} {rule}" if rule else ""]

    def _named(self, entity: Entity) -> list[Spot]:
        """Where an entity is named: the first mention of each form."""
        mentions = [self._facts.get(name) for name in entity.mentions]
        forms = {each.text: Spot(each.start, each.end) for each in reversed(mentions) if isinstance(each, Mention)}
        return sorted(forms.values())[:_FORMS]

    def _marked(self, spots: list[Spot]) -> list[str]:
        """The sentences of the words that decided, these in [ ]; what else belongs to the fact in { }."""
        decided = sorted({max(0, bisect(self._starts, spot.start) - 1) for spot in spots if spot.decides})
        return [_with_signs(self._text, self._sentences[number], spots) for number in decided if self._sentences]

    def _roles(self, label: str, found: Iterable[tuple[str, str]]) -> list[Row]:
        """`refers to  e1 سليم المرواني (speaker), q2 (stands inside)`."""
        by_role: defaultdict[str, list[str]] = defaultdict(list)
        for role, name in found:
            by_role[role].append(name)
        pieces: list[Piece | str] = []
        for role, names in by_role.items():
            pieces += ["; " if pieces else "", f"{self._term(role)}: "]
            for number, name in enumerate(names[:_MANY]):
                pieces += [", " if number else "", *self._name(name)]
            if len(names) > _MANY:
                pieces.append(f", … ({len(names):,})")
        return [Row(label, pieces)] if pieces else []

    def _name(self, name: str) -> list[Piece | str]:
        """An id with the words that it stands for."""
        match self._facts.get(name):
            case Entity(name=words) | Mention(text=words):
                return [f"{name} ", theirs(words)]
            case Quote(speaker_name=str(words)):
                return [f"{name} ", theirs(words)]
            case Event(trigger=trigger):
                return [f"{name} ", theirs(trigger.text)]
            case _:
                return [name]


def _kind(fact: Fact) -> str:
    return _KINDS[type(fact)]


def _with_signs(text: str, sentence: Span, spots: list[Spot]) -> str:
    """A sentence with signs around the spots; where they stand in one another, so do the signs."""
    signs: list[tuple[int, int, int, str]] = []
    for spot in dict.fromkeys(spots):
        if spot.start >= sentence.end or spot.end <= sentence.start:
            continue
        start, end = max(spot.start, sentence.start), min(spot.end, sentence.end)
        opening, closing = "[]" if spot.decides else "{}"
        signs += [
            (start, 1, -end, opening),
            (end, 0, -start, closing),
        ]  # at one place what ends stands before what begins
    told, done = "", sentence.start
    for place, _, _, sign in sorted(signs):
        told += text[done:place] + sign
        done = place
    return told + text[done : sentence.end]
