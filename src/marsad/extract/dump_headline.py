"""The headline of a dump, which no markup vouches for: a repeated line, the first one, or the likeliest of the head."""

import re
from collections import Counter

from marsad.extract.credits import credits
from marsad.extract.headline import FEWEST_LETTERS, LONGEST, Headline, cuts
from marsad.extract.lexicon import label_kind, labels, phrases
from marsad.extract.lines import Line, letters
from marsad.text.dates import find
from marsad.text.fold import fold_key

_RANKS = {"h1": 3.0, "h2": 2.0, "h3": 1.5}
_LONG_CUT = 25  # letters that two glued copies must share where the headline never stands alone
_LONG_TITLE = 22  # words; beyond that a repeated line is rather an abstract
_SHORT_HEAD = 12  # lines above the text; longer heads begin with menus
_TOP = 80  # lines in which a dump's headline must stand
_FEWEST_WORDS, _MOST_WORDS = 2, 40
_PATH = re.compile(r"^(?:الرئيسيه|home)\b|(?:\s[>»/|]\s.*){2}")
_SHORT_PATH = re.compile(r"\S+(?: \S+){0,2} [>»›←<] \S+(?: \S+){0,2}")  # `أخبار > صحة`
_CUT_OFF = re.compile(r"(?:\.{2,}|…)\s*(?:[\[(]?\s*(?:المزيد|اقرا المزيد|التفاصيل)\W*)?$")
_NO_HEADLINE = re.compile(
    r"(?:\|.*){3}|^(?:الرئيسيه|home)\b|العدد\s+\d|السنه ال\S+$|=|https?:|www\.|^\W*\d+[\W\d]*$|^[#@]?\w+\s*:\s*$"
)


def of_dump(lines: list[Line], given: str | None) -> Headline | None:
    """The headline of a dump: given from outside, else repeated at the top, else the likeliest line above the text."""
    limit = _where_text_begins(lines)
    head = lines[max(0, limit - _TOP) : limit]
    if given:
        wanted = {letters(fold_key(cut)) for cut in cuts(given)}
        found = next((line for line in head if line.letters in wanted), None)
        return Headline(found.text, found.number) if found else Headline(given, None)
    headline = _of_lines(lines, head, limit)
    return _with_line_above(lines, headline) if headline else None


# A headline does not begin with these: the line above it is its beginning.
_GOES_ON = re.compile(r"(?:الي|من|في|علي|بعد|قبل|عن|مع|بين|حتي|خلال|وسط|لدي|ضد)\s")


def _with_line_above(lines: list[Line], found: Headline) -> Headline:
    """A headline that runs over two lines of a narrow column."""
    if not found.line or lines[found.line].text != found.text:
        return found
    line, above = lines[found.line], lines[found.line - 1]
    if not _GOES_ON.match(line.key) or line.breaks != 1 or above.words < 3 or not _may_be_headline(above):
        return found
    above.reason = "headline"
    return Headline(f"{above.text} {found.text}", found.line)


def _of_lines(lines: list[Line], head: list[Line], limit: int) -> Headline | None:
    arabic = limit < len(lines) and not lines[limit].letters.isascii()
    usable = [line for line in head if _may_be_headline(line) and not (arabic and line.letters.isascii())]
    if repeated := _repeated(usable):
        return repeated
    first = lines[0] if lines else None
    if (
        first
        and 1 <= limit <= _SHORT_HEAD
        and not first.reason
        and not (arabic and first.letters.isascii())  # the name of an outlet above an Arabic text
        and (_opens_page(first, usable) or _only_line_above(lines, limit) or _alone_among_facts(head, usable))
    ):
        return Headline(first.text, 0)  # what a page begins with is its title
    return _likeliest(lines, usable, limit)


def _opens_page(first: Line, usable: list[Line]) -> bool:
    """Whether the first line of a page is its title: some words, and not the site's name above a longer title."""
    if first not in usable or first.words <= _SHORT_TITLE - 1:
        return False
    longer = len(usable) > 1 and usable[1].words > _SHORT_TITLE + 1 and not usable[1].text.endswith(".")
    return first.words > _SHORT_TITLE or not longer


_SHORT_TITLE = 3  # words


def _alone_among_facts(head: list[Line], usable: list[Line]) -> bool:
    """Whether a short first line stands above names, dates and a section, and above no longer line."""
    first = head[0]
    plain = first.number == 0 and not first.label and first.letters.isalpha() and not credits(first.text)
    return (
        plain
        and first.words <= _SHORT_TITLE
        and all(line.words <= _SHORT_TITLE for line in usable)
        and any(_says_when_or_who(line) for line in head[1:])
        and label_kind(first.key) is None
        and first.key not in phrases("section").whole
    )


def _only_line_above(lines: list[Line], limit: int) -> bool:
    """Whether nothing but one short line stands above the text: its title, be it a single word."""
    plain = lines[0].label not in {"share", "menu", "advert"} and len(lines[0].letters) > 2
    return limit == 1 and plain and not _is_byline(lines[0].text)


def _is_byline(text: str) -> bool:
    """Whether a line names authors and nothing else; one that names an agency may be a headline about it."""
    found = credits(text)
    return bool(found) and all(credit.role == "author" for credit in found) and text.count(" ") <= _BYLINE_BLANKS


_BYLINE_BLANKS = 7


_LONGEST_SENTENCE = 40  # words of a headline that is a whole sentence, as radio stations write them


def _where_text_begins(lines: list[Line]) -> int:
    """The number of the first line of text; a sentence that is repeated or only opens the page may be a headline."""
    counts = Counter(line.key for line in lines[:_TOP])
    titles: list[Line] = []  # the first two different lines that may be headlines, from the top
    asked = 0
    for line in lines:
        if not is_prose(line):
            continue
        if line.number == 0 and len(lines) > 8 and not any(is_prose(other) for other in lines[1:6]):
            continue  # a banner of the program that kept the page
        opening = (
            line.number == 0 and line.words <= _LONGEST_SENTENCE and (not line.text.endswith(".") or line.words <= 20)
        )
        while asked < line.number and len(titles) < 2:
            other = lines[asked]
            if not any(other.key == title.key for title in titles) and _may_be_headline(other):
                titles.append(other)
            asked += 1
        above = any(title.key != line.key for title in titles)
        again = (
            counts[line.key] > 1
            and not above
            and line.words <= _LONGEST_SENTENCE
            and any(is_prose(other) and other.key != line.key for other in lines[line.number + 1 : line.number + 8])
        )
        followed = any(is_prose(other) and other.key != line.key for other in lines[line.number + 1 : line.number + 6])
        if (opening and followed) or again:
            continue
        return line.number
    return lines[-1].number + 1 if lines else 0


def is_prose(line: Line) -> bool:
    """Whether a line of a dump is running text: a sentence that ends, or too long for anything else."""
    if line.reason or line.label or line.words < 8:
        return False
    if _CUT_OFF.search(line.key[-60:]) or _PATH.search(line.key):
        return line.words >= 40
    ended = line.text.endswith((".", "!", "؟", "?", ":", '"', "»", "”", ")", "؛"))
    return (ended and line.words >= 14) or line.words >= 24 or line.text.endswith(".")


def _may_be_headline(line: Line) -> bool:
    if line.reason or line.label or not _FEWEST_WORDS <= line.words <= _MOST_WORDS or len(line.text) > LONGEST:
        return False
    if len(line.letters) < FEWEST_LETTERS or _NO_HEADLINE.search(line.key) or phrases("caption").match(line.key):
        return False
    if _SHORT_PATH.fullmatch(line.text) or _parts_sections(line.key):
        return False
    dates = find(line.text)
    if dates and (sum(d.end - d.start for d in dates) >= 0.35 * len(line.text) or any(d.role for d in dates)):
        return False
    return not credits(line.text) and not (line.words <= 5 and line.key.split(" ")[0] in labels("outlet", "kinds"))


def _parts_sections(key: str) -> bool:
    """`سياسة / أخبار العراق`: a known section and one inside it."""
    first, slash, second = key.partition(" / ")
    known = first in phrases("section").whole
    return known and bool(slash) and second.count(" ") <= 2


def _repeated(usable: list[Line]) -> Headline | None:
    """A line that stands twice at the top, also once with the name of the site glued to it."""
    counts: dict[str, list[tuple[Line, str]]] = {}
    for line in usable:
        for key, cut in {letters(fold_key(cut)): cut for cut in cuts(line.text)}.items():
            counts.setdefault(key, []).append((line, cut))
    best: tuple[tuple[bool, int], list[tuple[Line, str]]] | None = None
    for key, found in counts.items():
        if len(found) < 2 or found[-1][1].count(" ") < 2:
            continue
        whole = [(line, cut) for line, cut in found if line.letters == key]
        rank = (bool(whole), len(key))
        if best is None or rank > best[0]:
            best = (rank, whole or found)
    if best is None or (not best[0][0] and best[0][1] < _LONG_CUT):
        return None
    # The copy next to the text is the headline as printed; the others are titles of windows and crumbs.
    line, cut = best[1][-1]
    if line.words > _LONG_TITLE and any(
        other.number < line.number and other.letters != line.letters for other in usable
    ):
        return None  # an abstract that the text repeats, under its headline
    return Headline(cut, line.number)


def _likeliest(lines: list[Line], usable: list[Line], limit: int) -> Headline | None:
    """The line that looks most like a headline: some words, near the text, a date or byline behind it."""
    best: tuple[float, Line] | None = None
    for order, line in enumerate(usable):
        score = min(line.words, 7) - 0.15 * order - 0.05 * (limit - line.number)
        score += _RANKS.get(line.tag or "", 0)  # an overline stands above the headline in a lower rank
        if line.text.endswith((".", "،", "؛")) and not line.text.endswith(".."):
            score -= 2
        if any(_says_when_or_who(other) for other in lines[line.number + 1 : min(line.number + 4, limit)]):
            score += 3
        if best is None or score > best[0]:
            best = (score, line)
    return Headline(best[1].text, best[1].number) if best else None


def _says_when_or_who(line: Line) -> bool:
    if len(line.text) > 90:
        return False
    dates = find(line.text)
    return sum(d.end - d.start for d in dates) >= 0.35 * len(line.text) if dates else bool(credits(line.text))
