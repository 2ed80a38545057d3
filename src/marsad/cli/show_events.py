"""Who did what to whom, for people: type and word, parties, date, place, marks, figures."""

from marsad.annotate.linking.forms import whom
from marsad.cli.look import Look, Piece, theirs
from marsad.cli.show_quotes import STEP, joined, named
from marsad.cli.words import WORDS, counted
from marsad.records import Event, EventDate, Figure, Party, Place, Record
from marsad.terms import Lang, term

_MOST = 3  # lines of one event's figures


def events(record: Record, look: Look) -> list[str]:
    """The lines of all events."""
    names = named(record)
    lines: list[str] = []
    for event in record.events or ():
        lines += look.lines(joined(event_parts(event, names, look.lang)), label=f"{event.id}  ", hang=STEP)
        for figure in event.figures:
            lines += look.lines(_figure(figure, names, look.lang), indent=STEP, hang=STEP, most=_MOST)
    return lines


def event_parts(event: Event, names: dict[str, str], lang: Lang, *, dated: bool = True) -> list[list[Piece | str]]:
    """The line of an event: `meeting or talks, visit (زار) · لافروف → مصر · 2015-02-08 · in القاهرة · planned · in q1`.

    `dated`: with its date.
    """
    words = WORDS[lang]
    mode = f"{words['comma']}{term('mode', event.mode, lang)}" if event.mode else ""
    parts: list[list[Piece | str]] = [
        [f"{term('event_type', event.type, lang)}{mode} (", theirs(event.trigger.text), ")"],
        _parties(event, names, lang),
    ]
    if dated and event.date and (day := date(event.date)):
        parts.append([day])
    if event.place:
        parts.append([f"{words['in']} ", theirs(_place(event.place, names))])
    if event.host:
        parts.append([f"{words['host']} ", theirs(whom(event.host, names))])
    return parts + [[mark] for mark in _marks(event, lang)]


def _parties(event: Event, names: dict[str, str], lang: Lang) -> list[Piece | str]:
    """`لافروف, كيري` of a meeting, `لافروف → مصر`; who is not named is a question mark."""
    words = WORDS[lang]
    actors = _list(event.actors, names, lang) or [Piece("?")]
    return [*actors, f" {words['arrow']} ", *_list(event.recipients, names, lang)] if event.recipients else actors


def _list(parties: tuple[Party, ...], names: dict[str, str], lang: Lang) -> list[Piece | str]:
    pieces: list[Piece | str] = []
    for number, party in enumerate(parties):
        if number:
            pieces.append(WORDS[lang]["comma"])
        pieces.append(theirs(whom(party, names)))
    return pieces


def _place(place: Place, names: dict[str, str]) -> str:
    """The place by its usual name, and as written where that differs: `ميونخ ("موينخ")`."""
    usual = names.get(place.entity or "", place.text)
    return place.text if usual == place.text else f"{usual} («{place.text}»)"


def date(found: EventDate) -> str:
    """The day, or the days between which it was."""
    if found.earliest or found.latest:
        days = f"{found.earliest or '…'} – {found.latest or '…'}"
        return f"{found.value} ({days})" if found.value else days
    return found.value or ""


def _marks(event: Event, lang: Lang) -> list[str]:
    """What a reader must know before using it."""
    words = WORDS[lang]
    marks = [words["background"]] if event.background else []
    if event.modality == "planned" or (event.modality == "reported" and not event.quote):
        marks.append(term("modality", event.modality, lang))
    if event.quote:
        marks.append(f"{words['in']} {event.quote}")
    if len(event.mentions) > 1:
        marks.append(words["told"].format(count=counted(len(event.mentions), "time", lang)))
    return marks


def _figure(figure: Figure, names: dict[str, str], lang: Lang) -> list[Piece | str]:
    """`dead: 3–5 (بين ثلاثة وخمسة قتلى), counted by وزارة الصحة`."""
    words = WORDS[lang]
    pieces: list[Piece | str] = [
        f"{term('figure', figure.kind, lang)}: {number(figure, lang)} (",
        theirs(figure.text),
        ")",
    ]
    if figure.counted_by:
        counter = names.get(figure.counted_by, figure.counted_by)
        pieces += [f"{words['comma']}{words['counted-by']} ", theirs(counter)]
    return pieces


def number(figure: Figure, lang: Lang) -> str:
    """The count in figures: `3`, `3–5`, `at least 3`, `at most 5`, `?` where it cannot be known."""
    words = WORDS[lang]
    least, most = figure.minimum, figure.maximum
    if least is None or most is None:
        return (
            f"{words['at-least']} {least:,}"
            if least is not None
            else f"{words['at-most']} {most:,}"
            if most is not None
            else "?"
        )
    return f"{least:,}" if least == most else f"{least:,}–{most:,}"
