"""What a line credits: labels with names behind them, bylines without labels, agencies alone."""

import re
from functools import cache, lru_cache

from marsad.extract.lexicon import agency_key, ambiguous_agencies, is_agency, labels
from marsad.extract.named import Credit, behind, is_person, people
from marsad.extract.names import (
    MOST_WORDS,
    bare_name,
    is_initials,
    is_place,
    is_surely_name,
    may_be_name,
    several,
    trim,
)
from marsad.extract.parts import PIECES, is_beside_names, names_outlet, undated, without_technicians
from marsad.extract.tails import all_agencies
from marsad.text.fold import fold_key
from marsad.text.letters import MARK

_LONGEST_BYLINE = 110  # characters
_LONGEST_LINE = 400
_BRACKETS = ("(", "[", "-", "–")  # `(بترا)`, `--(بترا)`


@cache
def _labelled() -> re.Pattern[str]:
    """Labels with their colon, anywhere in a line: the line is cut at them."""
    alternatives = "|".join(
        re.escape(label)
        for label in sorted(
            {*labels("author"), *labels("source"), *labels("author", "not_author")}, key=len, reverse=True
        )
    )
    return re.compile(rf"(?:(?<=^)|(?<=[\s(\[|•●·/\-–—]))({alternatives})\s*[:：]\s*")


@cache
def _bare() -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, labels("author", "bare")))
    return re.compile(rf"({alternatives})\s*[-–—ـ/|]?\s+(?=\S)")


_OTHER_LABELS = (
    "مشارك[هة]|شارك|التاريخ|بتاريخ|تاريخ النشر|نشر|القراءات|قراءات|القراء|الزيارات|التعليقات|القسم|تصنيف|الوسوم|تاج"
    "|طباعه|المشاهدات|اقرا ايضا|اخر تحديث|الرابط|رابط|كلمات"
)
_WORDS = frozenset({"كتب", "اعداد"})  # labels that are also words: books, numbers
_SHORT = frozenset({"عن", "by"})  # labels only at the beginning of a line: `المزيد عن: …` is none
_AT_START = 3
_APART = re.compile(r"[(\[|•●·/\-–—\])]\s?$|\s{2}$")
_OTHER = re.compile(rf"(?:{_OTHER_LABELS})\s*[:：]")


@lru_cache(maxsize=4096)  # each line of a head is asked several times
def credits(text: str) -> tuple[Credit, ...]:
    """What a line credits by labels: `المصدر: شبكة كذا الكاتب: فريق التحرير مشاركة:` gives a source and an author.

    Works on the folded line only to find labels; names come back as written. Lines longer than a byline that
    do not begin with a label give nothing.
    """
    text = undated(text)
    folded = _aligned(_MARKS.sub("", text))  # vowel marks would hide labels: كَتَبَت
    if folded is None:
        return ()
    if roles := _roles(text, folded):
        return tuple(roles)
    places = [at for at, char in enumerate(text) if not _MARKS.match(char)] if len(folded) < len(text) else None
    found: list[Credit] = []
    hits: list[re.Match[str]] = []
    for hit in _labelled().finditer(folded):
        # `وأضاف المصدر: …` reports speech: behind a word a label counts only where one stood before it.
        apart = hit.start() <= _AT_START or _APART.search(folded, max(0, hit.start() - 3), hit.start())
        if text[hit.start() : hit.end()].startswith("أعداد"):
            continue  # numbers of a paper, which fold to `إعداد`
        if apart or (hits and hit.group(1) not in _SHORT):
            hits.append(hit)
    if len(text) > _LONGEST_BYLINE and (not hits or hits[0].start() > 3):
        return ()
    for number, hit in enumerate(hits):
        end = hits[number + 1].start() if number + 1 < len(hits) else len(folded)
        if stop := _OTHER.search(folded, hit.end(), end):
            end = stop.start()
        found.extend(behind(hit.group(1), _written(text, places, hit.end(), end)))
    if not hits and len(text) <= _LONGEST_BYLINE:
        found.extend(_unlabelled(_MARKS.sub("", text), folded))
        found = [Credit(credit.role, _marked(credit.name, text, places)) for credit in found] if places else found
    return tuple(found)


def _marked(name: str, text: str, places: list[int]) -> str:
    """A name found in the form of a text without vowel marks, as the text writes it."""
    at = _MARKS.sub("", text).find(name)
    return _written(text, places, at, at + len(name)) if at >= 0 else name


def _written(text: str, places: list[int] | None, start: int, end: int) -> str:
    """What stands in a text between two places of its form without vowel marks."""
    if places is None:
        return text[start:end]
    return text[places[start] if start < len(places) else len(text) : places[end] if end < len(places) else len(text)]


_MARKS = re.compile(f"[{MARK}]")


class _Aligned(dict[int, str]):
    """A fold that keeps every position: what folds to one character does, the rest stays."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = fold_key(char)
        self[code] = " " if char.isspace() else folded if len(folded) == 1 else char
        return self[code]


_ALIGNED = _Aligned()


def _aligned(text: str) -> str | None:
    """The folded text with every position kept; None for lines too long to credit anybody."""
    return text.translate(_ALIGNED) if len(text) <= _LONGEST_LINE else None


def people_in(value: str) -> list[str]:
    """The names of authors in a field that should hold only such: places, agencies and labels set apart."""
    if "://" in value or "@" in value or "www." in value:
        return []
    found = credits(value) or tuple(people(value))
    return [credit.name for credit in found if credit.role in {"author", "editor"}]


_TAKEN_FROM = re.compile(r"[\W_]*(?:نقلا|نقلاً|نقلًا)\s+عن\s*:?\s+([^.،:]{3,60})$")


def _unlabelled(text: str, folded: str) -> list[Credit]:
    """`كتبت هدى سالم`, `القاهرة - سامي عادل`, `(د ب أ)`."""
    stripped = text.strip()
    bracketed = stripped[:1] in _BRACKETS and stripped[-1:] in ")]" and all_agencies(stripped.strip("()[]-– "))
    spelled = " " in stripped.replace(".", " ").strip()  # `و م أ` is no word
    if bracketed or (is_agency(stripped) and (spelled or agency_key(stripped) not in ambiguous_agencies())):
        return [Credit("source", bare_name(stripped))]
    if quoted := _TAKEN_FROM.match(stripped):
        return [Credit("source", trim(quoted.group(1)))] if quoted.group(1).count(" ") < 6 else []
    if (shorter := without_technicians(text, folded)) != text:
        return list(credits(shorter)) or [Credit("other", stripped)]
    if hit := _signed().match(folded):
        return _behind_sign(hit.group(1), text[hit.end() :])
    if hit := _bare().match(folded.lstrip(" -–—*•●|")):
        return _behind_bare(hit.group(1), text[len(text) - len(folded.lstrip(" -–—*•●|")) + hit.end() :])
    return _placed(stripped)


@cache
def _signed() -> re.Pattern[str]:
    """A label that another sign than a colon parts from its name: `تقرير/ فلان`, `متابعة – فلان`."""
    kinds = {*labels("author"), *labels("author", "not_author")}
    alternatives = "|".join(map(re.escape, sorted(kinds, key=len, reverse=True)))
    return re.compile(rf"\W*({alternatives})\s*(?:/\s*|[-–—]\s+)(?=\S)")


def _behind_sign(label: str, rest: str) -> list[Credit]:
    """Who stands behind a label and a sign; words that are no name make the line something else."""
    parts = [part for part in PIECES.split(rest) if part.strip() and not is_beside_names(part)]
    names = [name for part in parts for name in several(part)]
    return behind(label, rest) if names and all(is_surely_name(n) or may_be_name(n) for n in names) else []


def _behind_bare(label: str, rest: str) -> list[Credit]:
    """Who stands behind a label without a colon, unless the line is a sentence."""
    if label in _WORDS and not is_person(rest):
        return []
    found = behind(label, rest)
    sentence = rest.count(" ") >= 2 * MOST_WORDS or rest.rstrip().endswith((".", "؟"))
    return [] if sentence else found


def _placed(text: str) -> list[Credit]:
    """`القاهرة - سامي عادل`, `عمان (بترا)`, `رويترز - د ب أ`: what stands between signs, places left out."""
    if (hit := _FROM.fullmatch(text)) and is_surely_name(hit.group(1)):
        return [Credit("author", name) for name in several(hit.group(1))]
    parts = [p for p in PIECES.split(text) if p.strip()]
    if 2 <= len(parts) <= 4 and len(text) <= 70 and _is_credited(text, parts):
        # `الدوحة – قنا`: the agency, though a town is called so as well.
        rest = [p for p in parts if not is_beside_names(p) or (p is parts[-1] is not parts[0] and is_agency(p))]
        if len(rest) == len(parts):
            rest = rest[1:]  # a place that no list knows: `مصيرة - خلفان سالم:`
        # Beside a place a name need not be usual; behind a colon stands a headline as well (`الكاف: إضراب عمال`).
        sure = any(map(is_place, parts)) and ":" not in text.rstrip(" :")
        if rest and all(is_agency(p) or is_surely_name(several(p)[0]) or (sure and may_be_name(p)) for p in rest):
            names = [name for part in rest for name in several(part)]
            return [Credit("source" if is_agency(name) else "author", trim(name)) for name in names]
    if len(parts) >= 2 and all(is_agency(p) for p in parts):
        return [Credit("source", bare_name(text))]
    return []


_FROM = re.compile(r"(\S+(?: \S+){1,3}) (?:من|في) \S+(?: \S+){0,2}\s*[:：]\W*")  # `سامي عادل من القنطرة:`


def _is_credited(text: str, parts: list[str]) -> bool:
    """Whether a place, an outlet, a desk or a colon at the end makes short parts a byline."""
    closed = text.rstrip().endswith((":", ":-")) and len(parts) == 2
    taken = len(parts) == 2 and parts[0].count(" ") <= 1 and is_agency(parts[1])  # `عواصم - وكالات`
    return closed or taken or any(is_place(part) or names_outlet(part) or is_initials(part) for part in parts)


_BETWEEN_ROLES = re.compile(r"\s+[-–—]\s+|\s*[؛|]\s*")
_FOR_WHOM = re.compile(r"\s+(?:للنشرة|للموقع|لموقع|لصحيفة|لجريدة|لوكالة)\s.*$|\s+للموقع$")


@cache
def _any_label() -> re.Pattern[str]:
    """A label of any kind of people at the beginning of a part, with its sign or without."""
    kinds = [label for kind in ("labels", "bare", "not_author", "in_rows") for label in labels("author", kind)]
    alternatives = "|".join(map(re.escape, sorted(set(kinds), key=len, reverse=True)))
    return re.compile(rf"({alternatives})\s*[:：-]?\s+(?=\S)")


def _roles(text: str, folded: str) -> list[Credit]:
    """`(تغطية فلان - إعداد فلان للنشرة العربية - تحرير فلان)`: a row of labels, each with its names."""
    if len(text) > _LONGEST_ROW or not _BETWEEN_ROLES.search(text):
        return []
    found: list[Credit] = []
    at = 0
    for part in _BETWEEN_ROLES.split(text):
        at = text.index(part, at)
        start = at + len(part) - len(part.lstrip(" (["))
        hit = _any_label().match(folded, start)
        if hit is None or len(folded) != len(text):
            return []
        value = _FOR_WHOM.sub("", text[hit.end() : at + len(part)].strip(" ()[]"))
        if not 1 <= value.count(" ") <= 2 * MOST_WORDS:
            return []
        found.extend(behind(hit.group(1), value))
    return found


_LONGEST_ROW = 200  # characters


def reads_on(text: str) -> bool:
    """Whether a line that begins with a label is a sentence all the same: `المصدر: لا تعليق لدي.`"""
    value = text.rstrip().rpartition(":")[2].strip()
    if not value.endswith((".", "؟", "!", "»", "”", '"')):
        return False
    name = trim(value)
    return not (is_agency(name) or is_surely_name(name)) and name.count(" ") >= _FEWEST_BLANKS


_FEWEST_BLANKS = 1


def starts_with_label(key: str) -> bool:
    """Whether a folded line begins with a label of author or source, or is an agency as a whole."""
    start = key.lstrip(" -–—*•●|([")
    return (
        bool(_labelled().match(start)) or start.startswith("نقلا عن ") or bool(_bare().match(start)) or is_agency(key)
    )
