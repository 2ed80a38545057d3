"""The words by which pages label what is not the article, read once from `data/`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from marsad.kinds import DropReason
from marsad.text.fold import fold_key

# A line longer than this is text, whatever it begins with.
LABEL_LIMIT = 160
POLICY_LIMIT = 900  # the rules for comments run on
_EDGE = " \t:：؛،,.-–—_*•●·▪■□◆◄►»«|/\\\"'()[]{}…+<>#!؟?📢🔴👇⬇↓←→✅🔗📌🔹🔸👈📷"


def bare(key: str) -> str:
    """A folded line without the signs at its ends."""
    return key.strip(_EDGE)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one kind of label; `starts` by their first word."""

    whole: frozenset[str]
    starts: dict[str, tuple[str, ...]]
    fragments: dict[str, tuple[str, ...]]
    holds: tuple[str, ...]

    def match(self, key: str, limit: int = LABEL_LIMIT) -> bool:
        """Whether a folded line of at most `limit` characters is such a label."""
        core = bare(key)
        return core in self.whole or (
            len(core) <= limit
            and (
                _begins(key, self.starts) or self.held(key) or (_begins(key, self.fragments) and not _is_sentence(key))
            )
        )

    def begins(self, key: str) -> bool:
        """Whether a folded line begins with one of the phrases, at the end of a word."""
        return _begins(key, self.starts)

    def held(self, key: str) -> bool:
        """Whether a folded line holds one of the phrases."""
        return any(phrase in key for phrase in self.holds)


_LEFT = _EDGE.replace("(", "")
_FIRST_WORD = re.compile(r"\w+|\W")
_FEWEST_BLANKS = 5  # of a sentence
# What sentences speak of that ask for something or forbid it, and no sentence of a text.
_OF_SITES = re.compile(
    "موقع|تطبيق|نشرتنا|النشره|بريد|صفحت|حساب|محفوظ|ا?باذن|جوجل|غوغل|تلغرام|تلجرام|تليجرام|تيليغرام|واتس|فيسبوك|تويتر|انستغرام"
    "|يوتيوب|اشترا?ك|قناتنا|قنواتنا|رابط|تعليق"
)


def _begins(key: str, phrases_by_word: dict[str, tuple[str, ...]]) -> bool:
    start = key.lstrip(_LEFT)
    first = _FIRST_WORD.match(start)
    return first is not None and any(
        start.startswith(phrase) and not start[len(phrase) : len(phrase) + 1].isalnum()
        for phrase in phrases_by_word.get(first.group(), ())
    )


def _is_sentence(key: str) -> bool:
    return key.endswith((".", "؟", "!")) and key.count(" ") >= _FEWEST_BLANKS and not _OF_SITES.search(key)


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("marsad.data").joinpath(name).read_text("utf-8"))


@cache
def phrases(kind: str) -> Phrases:
    """The phrases of a kind: a table of `data/labels.toml`."""
    table = _data("labels.toml")[kind]
    return Phrases(
        frozenset(bare(fold_key(phrase)) for phrase in table.get("whole", [])),
        _by_first_word(table.get("starts", [])),
        _by_first_word(table.get("fragments", [])),
        tuple(map(fold_key, table.get("holds", []))),
    )


def _by_first_word(listed: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in map(fold_key, listed):
        if first := _FIRST_WORD.match(phrase):
            found[first.group()] = (*found.get(first.group(), ()), phrase)
    return found


# In the order in which a line is tried: the more telling kinds first.
LABEL_KINDS: dict[str, DropReason] = {
    "policy": "comment",  # rules for comments, whose opinion it is: a paragraph that opens nothing
    "comment": "comment",
    "related": "read-also",
    "popular": "teaser",
    "advert": "advert",
    "tags": "tags",
    "plea": "plea",
    "legal": "legal",
    "share": "share",
    "widget": "widget",
    "menu": "menu",
}


@lru_cache(maxsize=8192)  # menus and teasers of a site stand on each of its pages
def label_kind(key: str) -> str | None:
    """Which kind of label a folded line is, if any: a key of `LABEL_KINDS`."""
    if len(key) > POLICY_LIMIT:
        return None
    if is_policy(key):
        return "policy"
    if len(key) > LABEL_LIMIT:
        return None
    if key[-1:].isdigit() or "تعليق" in key or "comment" in key:
        return "comment" if _COUNTED.fullmatch(key) else _plain_kind(key)
    return _plain_kind(key)


_MENU_LINE = re.compile(r"(?:الصفحه )?الرئيس(?:ي)?ه(?: [^\s.:،|/>»«<]+){3,}")
_SHARE_LINE = re.compile(
    r"(?:شارك|مشاركه|طباعه|اطبع|ارسل|ارسال|اغلاق)\b(?: \S+){0,5} (?:طباعه|اطبع|اغلاق|ل?صديق|تويتر|فيسبوك|واتساب|حفظ)"
)


_RELATED_LINE = re.compile(
    r"(?:ال)?(?:مواضيع|موضوعات|اخبار|مقالات|مواد|روابط|تقارير|قصص|عناوين|قضايا|ملفات|مشاركات)(?: اخري)? "
    r"(?:(?:ذات|لها) (?:ال)?(?:صله|علاقه)|(?:ال)?(?:متعلقه|مرتبطه|مشابهه|متشابهه|مقترحه|متصله)"
    r"|(?:قد )?(?:تهمك|تعجبك))(?: \S+){0,3}"
    r"|(?:اخبار|مواضيع|مقالات) \S+ اخري"
)


def _plain_kind(key: str) -> str | None:
    if _MENU_LINE.fullmatch(key):
        return "menu"
    if _SHARE_LINE.fullmatch(key):
        return "share"
    if _RELATED_LINE.fullmatch(bare(key)):
        return "related"
    return next((kind for kind in LABEL_KINDS if kind != "policy" and phrases(kind).match(key)), None)


_COUNTED = re.compile(r"\W*\d+\s*(?:تعليق|تعليقا|تعليقات|comments?)\W*|(?:تعليق|تعليقات|التعليقات|comments?)\W*\d+\W*")
_ABOUT_COMMENTS = re.compile("تعليق|مشاركات|المشاركات|رايكم|ارائكم|شروط")


def is_policy(key: str) -> bool:
    """Whether a folded line is a paragraph about comments or about whose opinion a text is."""
    policy = phrases("policy")
    if len(key) < LABEL_LIMIT:
        return policy.held(key)
    return policy.begins(bare(key)) and (policy.held(key) or bool(_ABOUT_COMMENTS.search(key)))


@cache
def labels(kind: str, field: str = "labels") -> tuple[str, ...]:
    """Folded label words of a kind, longest first (`author`, `source`; fields `labels`, `bare`, …)."""
    return tuple(sorted({fold_key(p) for p in _data("labels.toml")[kind][field]}, key=len, reverse=True))


@cache
def agencies() -> frozenset[str]:
    """All forms of the names of agencies and outlets, folded, without dots and spaces between single letters."""
    return frozenset(agency_key(form) for group in _data("agencies.toml")["agencies"] for form in group)


@cache
def ambiguous_agencies() -> frozenset[str]:
    """Forms that are ordinary words as well and need a bracket, a dateline or a label beside them."""
    return frozenset(map(agency_key, _data("agencies.toml")["ambiguous"]))


def agency_key(name: str) -> str:
    """A name of an agency as it is compared: `(أ.ف.ب)`, `أ ف ب` and `أف ب` give the same."""
    key = bare(fold_key(name)).replace(".", " ")
    parts = key.split()
    return "".join(parts) if parts and max(map(len, parts)) <= 2 else " ".join(parts)


@cache
def _agency_words() -> frozenset[str]:
    return frozenset({fold_key("وكالة"), fold_key("وكالات")})


@lru_cache(maxsize=4096)  # the same few lines around a text are asked by several rules
def is_agency(name: str) -> bool:
    """Whether a name is that of a known agency or outlet, or says that it is one (`وكالة …`)."""
    key = agency_key(name)
    if key in agencies():
        return True
    first, _, rest = key.partition(" ")
    return first in _agency_words() and 0 < rest.count(" ") + 1 <= 6 and bool(rest)
