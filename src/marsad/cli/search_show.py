"""An answer of the search for people: what was found, under which forms, and where in the text."""

from collections.abc import Iterable, Sequence

from marsad.archive.highlight import Mark
from marsad.archive.search import Answer, Found
from marsad.archive.search_variants import Variant
from marsad.cli.look import Look, Piece, look, theirs
from marsad.cli.words import WORDS, counted
from marsad.terms import Lang

_MOST_FORMS = 12  # of a word, on and off each
_ANSWER_FACET = 5
_LABELS: dict[Lang, dict[str, str]] = {
    "en": {
        "shown": "{total}, {first:,} to {last:,} shown", "more": "{count} more",
    },
    "ar": {
        "shown": "{total}، المعروض من {first:,} إلى {last:,}", "more": "و{count} غيرها",
        "variants": "الصيغ", "off": "المستبعد", "source": "المصدر", "section": "القسم", "month": "الشهر",
        "person": "الأشخاص", "place": "الأماكن", "speaker": "القائلون", "type": "أنواع الأحداث",
    },
}  # fmt: skip


def show(answer: Answer, offset: int, lang: Lang, *, terminal: bool) -> str:
    """The answer as text; words that were found stand in [ ]."""
    how = look(lang, terminal=terminal)
    lines = how.lines([_summary(answer, offset, lang)])
    lines += _variants(answer.variants, how)
    for name, rows in answer.facets.items():
        if rows:
            lines += how.lines(
                _listed(f"{value} {count:,}" for value, count in rows[:_ANSWER_FACET]),
                label=f"{_label(name, lang)}: ",
                hang=2,
            )
    for found in answer.found:
        lines += ["", *_article(found, how)]
    return "\n".join(lines) + "\n"


def _label(name: str, lang: Lang) -> str:
    return _LABELS[lang].get(name, name)


def _summary(answer: Answer, offset: int, lang: Lang) -> str:
    text = counted(answer.total, "article", lang)
    if not answer.found or len(answer.found) == answer.total:
        return text
    return _LABELS[lang]["shown"].format(total=text, first=offset + 1, last=offset + len(answer.found))


def _variants(variants: Sequence[Variant], how: Look) -> list[str]:
    """Under which forms each word was looked for, with the number of articles that have the form; what is left out."""
    lines: list[str] = []
    for word in dict.fromkeys(one.of for one in variants):
        mine = [one for one in variants if one.of == word and (one.count or one.why == "exact")]
        for label, chosen in (
            ("variants", [one for one in mine if one.on]),
            ("off", [one for one in mine if not one.on]),
        ):
            if chosen and (len(chosen) > 1 or label == "off"):
                shown = [f"{one.form} {one.count:,}" for one in chosen[:_MOST_FORMS]]
                more = (
                    [_LABELS[how.lang]["more"].format(count=len(chosen) - _MOST_FORMS)]
                    if len(chosen) > _MOST_FORMS
                    else []
                )
                lines += how.lines(_listed([*shown, *more]), label=f"{_label(label, how.lang)}: ", hang=2)
    return lines


def _listed(values: Iterable[str]) -> list[Piece | str]:
    pieces: list[Piece | str] = []
    for value in values:
        pieces += [" · " if pieces else "", theirs(value)]
    return pieces


def _article(found: Found, how: Look) -> list[str]:
    source: list[Piece | str] = [" · ", theirs(found.source)] if found.source else []
    lines = how.lines([found.published or WORDS[how.lang]["no-date"], *source, " · ", found.article])
    if found.headline:
        lines += how.lines([theirs(_marked(found.headline, 0, found.headline_hits))], indent=2)
    for snippet in found.snippets:
        piece = theirs(_marked(snippet.text, snippet.start, snippet.marks))
        lines += how.lines(["… " * snippet.before, piece, " …" * snippet.after], indent=4)
    return lines


def _marked(text: str, start: int, marks: Sequence[Mark]) -> str:
    """The text with its marks in brackets; `start`: where it begins, as the marks count."""
    pieces, done = [], 0
    for mark in marks:
        pieces += [text[done : mark.start - start], "[", text[mark.start - start : mark.end - start], "]"]
        done = mark.end - start
    return "".join([*pieces, text[done:]])
