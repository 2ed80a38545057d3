"""Who said what, for people: speaker, cue, channel, addressee, words; a quote inside another stands indented."""

from collections import defaultdict
from collections.abc import Iterator

from marsad.annotate.linking.forms import whom
from marsad.cli.look import Look, Piece, theirs
from marsad.cli.words import WORDS
from marsad.records import Content, Quote, Record
from marsad.terms import Lang, term

STEP = 4  # cells of an indent
MOST = 4  # lines of one quote, unless all is wanted
_DEEPEST = 6  # steps: what stands deeper than that is not told apart by eye


def quotes(record: Record, look: Look, *, whole: bool = False) -> list[str]:
    """The lines of all quotes, each behind the one that holds it; `whole`: however long they are."""
    names = named(record)
    lines: list[str] = []
    for quote, depth in _nested(record.quotes or ()):
        indent = STEP * min(depth, _DEEPEST)
        lines += look.lines(
            joined(quote_parts(quote, names, look.lang)), label=f"{quote.id}  ", indent=indent, hang=STEP
        )
        words = " ".join(_marked(part, record.article.text) for part in quote.content) or quote.text
        lines += look.lines(said(quote, words, look.lang), indent=indent + STEP, most=0 if whole else MOST)
    return lines


def named(record: Record) -> dict[str, str]:
    """The usual names of the entities of a record by their ids."""
    return {entity.id: entity.name for entity in record.entities or ()}


def _nested(found: tuple[Quote, ...]) -> Iterator[tuple[Quote, int]]:
    """Each quote with how deep it stands, in the order of the record; none is lost, whatever the record says."""
    ids = {quote.id for quote in found}
    inside: defaultdict[str | None, list[Quote]] = defaultdict(list)
    for quote in found:
        inside[quote.within if quote.within in ids and quote.within != quote.id else None].append(quote)
    shown: set[str] = set()
    for top in (*inside[None], *found):  # the second time only what stands inside each other
        waiting = [(top, 0)]
        while waiting:
            quote, depth = waiting.pop()
            if quote.id not in shown:
                shown.add(quote.id)
                yield quote, depth
                waiting += [(inner, depth + 1) for inner in reversed(inside[quote.id])]


def quote_parts(quote: Quote, names: dict[str, str], lang: Lang) -> list[list[Piece | str]]:
    """What stands above the words: `لافروف · declares (صرّح) · press conference (في مؤتمر صحفي) · to الصحفيين`."""
    words = WORDS[lang]
    parts: list[list[Piece | str]] = [_speaker(quote, lang)]
    if quote.cue:
        parts.append([f"{term('cue_class', quote.cue.class_, lang)} (", theirs(quote.cue.text), ")"])
    if channel := quote.channel:
        kind = term("channel_kind", channel.kind, lang) + (f", {channel.platform}" if channel.platform else "")
        parts.append([f"{kind} (", theirs(channel.text), ")"])
    parts += [
        [f"{words[key]} ", theirs(whom(someone, names))]
        for key, someone in (("to", quote.addressee), ("reporter", quote.reporter))
        if someone
    ]
    if quote.paraphrase_of:
        parts.append([f"{words['repeats']} {quote.paraphrase_of}"])
    return parts


def joined(parts: list[list[Piece | str]]) -> list[Piece | str]:
    """The parts of a line with dots between them."""
    line: list[Piece | str] = []
    for part in parts:
        line += [" · ", *part] if line else part
    return line


def _speaker(quote: Quote, lang: Lang) -> list[Piece | str]:
    name = quote.speaker_name or (quote.source.text if quote.source else "")
    if quote.status == "hearsay" or not name:
        known: list[Piece | str] = [theirs(name), " · "] if name else []
        return [*known, term("quote_status", "hearsay", lang) if quote.status == "hearsay" else WORDS[lang]["nobody"]]
    unnamed = f" · {term('quote_status', 'anonymous', lang)}" if quote.status == "anonymous" else ""
    return [theirs(name), unnamed]


def said(quote: Quote, words: str, lang: Lang) -> list[Piece | str]:
    """The words of a quote; what is denied says so in front."""
    return [f"{term('quote_status', 'denied', lang)}: " if quote.status == "denied" else "", theirs(words)]


def _marked(part: Content, text: str) -> str:
    words = text[part.start : part.end].replace("\n", " ").strip()
    return f"«{words}»" if part.mode == "direct" else words
