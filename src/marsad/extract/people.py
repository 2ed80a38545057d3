"""Who wrote a text and whom the page names as its source: labels, bylines, datelines, agency tails.

`source` (المصدر: outlet or agency that the text is taken from) is neither the author (الكاتب) nor the
publisher (the site). An author that is doubtful is left out: empty beats wrong.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from marsad.extract.lexicon import agency_key, bare, is_agency, labels
from marsad.text.fold import fold_key

_LONGEST_BYLINE = 110  # characters
_MOST_WORDS = 6  # of one name; «فريق عمل قسم الأخبار المحلية» has five
_SIGNS = r"[:：؛/|\-–—ـ]"
_DASH = re.compile(r"\s*[-–—ـ|/]+\s*|\s*[:：]\s*")
_NOT_IN_NAMES = re.compile(r"[0-9٠-٩۰-۹@!؟?«»\"“”…=+*#<>\[\]{}&%]|https?:|www\.|\.(?:com|net|org|info)\b|\.\.|،.*،.*،.*،")


@cache
def places() -> frozenset[str]:
    """Folded names of places that stand in datelines."""
    data = tomllib.loads(files("marsad.data").joinpath("places.toml").read_text("utf-8"))
    return frozenset(fold_key(place) for place in data["places"])


@cache
def _given_names() -> frozenset[str]:
    data = tomllib.loads(files("marsad.data").joinpath("names.toml").read_text("utf-8"))
    return frozenset(map(fold_key, data["given"].split()))


def is_surely_name(text: str) -> bool:
    """Whether a short text is the name of a person by its first word: `سفيان العرفاوي`, `د. هدى سالم`, `عبد الله علي`."""
    words = [word for word in bare(fold_key(text)).split() if word not in _titles()]
    if not (2 <= len(words) <= 4 and is_name(text)):  # noqa: PLR2004
        return False
    return words[0] in _given_names() or words[0] in {"عبد", "ابو", "ام", "ابن"} or words[0].startswith(("عبدال", "ابوال"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(fold_key, ("د", "د.", "أ", "أ.", "أ.د", "أ.د.", "م.", "الدكتور", "الدكتورة", "الأستاذ", "الأستاذة", "الشيخ", "المهندس", "اللواء", "العميد")))


def is_place(text: str) -> bool:
    """Whether a text is a place of a dateline: `القاهرة`, `دمشق، سوريا`, `من القاهرة`."""
    key = bare(fold_key(text))
    for prefix in ("من ", "في "):
        key = key.removeprefix(prefix)
    return all(part.strip() in places() for part in re.split(r"[،,/]| و(?=\S)", key) if part.strip()) and bool(key)


@dataclass(frozen=True, slots=True)
class Credit:
    """One thing that a line credits: an author or a source, as written."""

    role: Literal["author", "source", "other"]
    name: str


@cache
def _labelled() -> re.Pattern[str]:
    """Labels with their colon, anywhere in a line: the line is cut at them."""
    alternatives = "|".join(
        re.escape(label) for label in sorted({*labels("author"), *labels("source"), *labels("author", "not_author")}, key=len, reverse=True)
    )
    return re.compile(rf"(?:(?<=^)|(?<=[\s(\[|•●·/\-–—]))({alternatives})\s*[:：]\s*")


@cache
def _bare() -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, labels("author", "bare")))
    return re.compile(rf"({alternatives})\s*[-–—ـ/|]?\s+(?=\S)")


_OTHER = re.compile(r"(?:مشارك[هة]|شارك|التاريخ|بتاريخ|تاريخ النشر|نشر|القراءات|قراءات|القراء|الزيارات|التعليقات|القسم|تصنيف|الوسوم|تاج|طباعه|المشاهدات|اقرا ايضا|اخر تحديث|الرابط|رابط|كلمات)\s*[:：]")


def credits(text: str) -> tuple[Credit, ...]:
    """What a line credits by labels: `المصدر: شبكة كذا الكاتب: فريق التحرير مشاركة:` gives a source and an author.

    Works on the folded line only to find labels; names come back as written. Lines longer than a byline that
    do not begin with a label give nothing.
    """
    folded = _aligned(text)
    if folded is None:
        return ()
    found: list[Credit] = []
    hits = list(_labelled().finditer(folded))
    if len(text) > _LONGEST_BYLINE and (not hits or hits[0].start() > 3):  # noqa: PLR2004
        return ()
    for number, hit in enumerate(hits):
        end = hits[number + 1].start() if number + 1 < len(hits) else len(text)
        if stop := _OTHER.search(folded, hit.end(), end):
            end = stop.start()
        found.extend(_credit(hit.group(1), text[hit.end() : end]))
    if not hits and len(text) <= _LONGEST_BYLINE:
        found.extend(_unlabelled(text, folded))
    return tuple(found)


def _aligned(text: str) -> str | None:
    """The folded text, where folding kept every position (no vowel marks inside); else of the bare letters."""
    folded = "".join(fold_key(c) or c if not c.isspace() else " " for c in text) if len(text) <= 400 else None  # noqa: PLR2004
    return folded if folded is not None and len(folded) == len(text) else None


def _credit(label: str, value: str) -> list[Credit]:
    value = _trim(value)
    if not value:
        return []
    if label in labels("author", "not_author"):
        return [Credit("other", value)]
    if label in labels("source"):
        return [Credit("source", _clip_source(value))] if len(value) <= 80 else []  # noqa: PLR2004
    return _people(value)


def people_in(value: str) -> list[str]:
    """The names of authors in a field that should hold only such: places, agencies and labels set apart."""
    if "://" in value or "@" in value or "www." in value:
        return []
    found = credits(value) or tuple(_people(value))
    return [credit.name for credit in found if credit.role == "author"]


def _trim(value: str) -> str:
    return value.strip(" \t:-–—ـ|/•●·,،؛*").removesuffix(".").strip()


def _clip_source(value: str) -> str:
    return _trim(re.split(r"\s{2,}|[|•●]|\s-\s(?=\S+\s*:)", value)[0]).strip("()[]").strip()


def _people(value: str) -> list[Credit]:
    """Names of a byline: places and agencies set apart, several names split."""
    found: list[Credit] = []
    value = re.sub(r"[\(\[]([^()\[\]]{0,60})[\)\]]", lambda m: "" if is_place(m.group(1)) else f" - {m.group(1)} ", value)
    for part in (p for p in _DASH.split(value) if p.strip()):
        if is_place(part) or bare(fold_key(part)) in _jobs():
            continue
        for name in _several(part):
            if is_agency(name):
                found.append(Credit("source", _trim(name)))
            elif is_name(name):
                found.append(Credit("author", _without_place(_trim(name))))
    return found


@cache
def _jobs() -> frozenset[str]:
    return frozenset(map(fold_key, ("خاص", "مراسل", "مراسلنا", "كاتب", "كاتب صحفي", "صحفي", "كاتبة", "صحفية", "محرر", "كاتب وصحفي", "كاتب ومحلل سياسي", "خاص بالموقع")))


def _without_place(name: str) -> str:
    """`سامي عادل من القاهرة`, `القاهرة سامي عادل`: the name."""
    words = name.split()
    for size in (3, 2, 1):
        if len(words) >= size + 2 and is_place(" ".join(words[-size:])) and words[-size] in {"من", "في"}:
            return " ".join(words[:-size])
    return name


def _several(part: str) -> list[str]:
    """`أحمد علي ومنى سعد، سامي عادل`: three names. A single word after و is a compound, not a second person."""
    names: list[str] = []
    for piece in re.split(r"\s*[،,؛&]\s*", part):
        words = piece.split()
        cut = [0]
        for at in range(2, len(words) - 1):
            if words[at] == "و" or (words[at].startswith("و") and fold_key(words[at]) not in _waw_names() and len(words[at]) > 3):  # noqa: PLR2004
                cut.append(at)
        for number, start in enumerate(cut):
            chunk = words[start : cut[number + 1] if number + 1 < len(cut) else None]
            if number and chunk[0] == "و":
                chunk = chunk[1:]
            elif number:
                chunk = [chunk[0][1:], *chunk[1:]]
            names.append(" ".join(chunk))
    return [name for name in names if name]


@cache
def _waw_names() -> frozenset[str]:
    return frozenset(map(fold_key, ("وليد", "وائل", "وسام", "وفاء", "وداد", "وجدي", "وحيد", "وسيم", "وردة", "والي", "وهبي", "وصفي", "وجيه", "وديع", "ورد", "وعد", "وئام", "واصف", "وافي", "والتحرير")))


def is_name(text: str) -> bool:
    """Whether a text may be the name of a person or a team: few words, letters only."""
    text = _trim(text)
    words = text.split()
    if not 1 <= len(words) <= _MOST_WORDS or _NOT_IN_NAMES.search(text) or len(text) < 3:  # noqa: PLR2004
        return False
    key = bare(fold_key(text))
    return key not in labels("not_names", "words") and any(c.isalpha() for c in text)


def _unlabelled(text: str, folded: str) -> list[Credit]:
    """`كتبت هدى سالم`, `القاهرة - سامي عادل`, `(د ب أ)`."""
    stripped = text.strip()
    if is_agency(stripped) or (stripped[:1] in "([" and stripped[-1:] in ")]" and _all_agencies(stripped.strip("()[] "))):
        return [Credit("source", bare_name(stripped))]
    hit = _bare().match(folded.lstrip(" -–—*•●|"))
    if hit:
        rest = text[len(text) - len(folded.lstrip(" -–—*•●|")) + hit.end() :]
        people = _people(rest)
        if people and rest.count(" ") < 2 * _MOST_WORDS and not rest.rstrip().endswith((".", "؟")):
            return people
        return []
    parts = [p for p in re.split(r"\s*[-–—ـ/|]+\s*|\s*:\s*|[()]", stripped) if p.strip()]
    if 2 <= len(parts) <= 4 and any(is_place(p) for p in parts) and len(stripped) <= 70:  # noqa: PLR2004
        rest_parts = [p for p in parts if not is_place(p) and bare(fold_key(p)) not in _jobs()]
        if rest_parts and all(is_agency(p) or is_surely_name(_several(p)[0]) for p in rest_parts):
            return [
                Credit("source", _trim(n)) if is_agency(n) else Credit("author", _trim(n))
                for p in rest_parts for n in _several(p)
            ]  # fmt: skip
    if len(parts) >= 2 and all(is_agency(p) for p in parts):  # noqa: PLR2004
        return [Credit("source", bare_name(stripped))]
    return []


def bare_name(text: str) -> str:
    """A name without the brackets and dashes around it."""
    return text.strip(" \t()[]{}-–—ـ*.:،/|").strip()


_TAIL = re.compile(r"[\s.!؟?»\"”)…،]*(?:[-–—ـ]{1,4}\s*)?[(\[{]\s*([^()\[\]{}]{2,50})\s*[)\]}]\s*[.\-–—ـ]*\s*$")


def agency_tail(text: str) -> tuple[str, str] | None:
    """An agency in brackets behind the last full stop: (text without it, agency), or None."""
    hit = _TAIL.search(text[-90:])
    if not hit or not _all_agencies(hit.group(1)):
        return None
    at = len(text) - len(text[-90:]) + hit.start(1)
    opening = max(text.rfind(c, 0, at) for c in "([{")
    body = text[:opening].rstrip(" \t-–—ـ")
    return body, bare_name(hit.group(1))


def _all_agencies(text: str) -> bool:
    parts = [p for p in re.split(r"\s*[،,/+؛\-–—]\s*|\s+و(?=\S)", text) if p]
    known = sum(is_agency(p) for p in parts)
    # `(صحيفة كذا + وكالات)`: one known agency vouches for a short unknown partner.
    return is_agency(text) or (bool(parts) and known >= 1 and known >= len(parts) - 1 and all(len(p.split()) <= 3 for p in parts))  # noqa: PLR2004


_END_MARK = re.compile(r"[\s/(\[*#=\-–—ـ.]*(?:النهايه|انتهى|انتهي|يتبع|تمت)[\s/)\]*#=\-–—ـ.]*")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}[\s/.،,\-–ـ]+){2,}[^\W\d_]{1,3}\W*|\S{2,10}\d{4,}(?:\s+\S+){0,4}")


def is_end_mark(text: str) -> bool:
    """Whether a line is what an agency closes a text with: `(النهاية)`, `// انتهى //`, initials of the desk, wire numbers."""
    key = fold_key(text)
    return bool(_END_MARK.fullmatch(key)) or (len(key) <= 40 and bool(_INITIALS.fullmatch(key)))  # noqa: PLR2004


def without_end_mark(text: str) -> str:
    """A last paragraph without `(النهاية)` or `// انتهى //` behind its full stop."""
    hit = re.search(r"(?<=[.!؟»\"”])\s*[/(\[*#]+\s*(?:النهاية|النهايه|انتهى|يتبع)\s*[/)\]*#]+[\s.]*$", text)
    return text[: hit.start()] if hit else text


def starts_with_label(key: str) -> bool:
    """Whether a folded line begins with a label of author or source, or is an agency as a whole."""
    start = key.lstrip(" -–—*•●|([")
    return bool(_labelled().match(start)) or bool(_bare().match(start)) or is_agency(key)


_DATELINE_LENGTH = 70


def dateline_agency(text: str) -> str | None:
    """The agency in the dateline that opens a first paragraph: `القاهرة - رويترز:`, `دمشق، سوريا (CNN) --`."""
    head = text[:_DATELINE_LENGTH]
    parts = re.split(r"\s*(?:[-–—ـ]{1,3}|[:()/\[\]|])\s*", head)
    ended = re.search(r"[-–—ـ:)\]]", head)
    if not ended or len(parts) < 2:  # noqa: PLR2004
        return None
    for number, part in enumerate(parts[:-1][:4]):
        if not part:
            continue
        if len(part.split()) > 5:  # noqa: PLR2004
            return None
        if _all_agencies(part):
            return part.strip(" .،") if number or not agency_key(part).isdigit() else None
    return None
