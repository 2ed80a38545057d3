"""Names of persons and places, as far as lists and shapes tell them: for bylines, not for running text."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from marsad.extract.lexicon import bare, labels
from marsad.extract.name_parts import is_given, is_part
from marsad.text.fold import fold_key

_ONE_NAME = 4  # words that one name may well have
MOST_WORDS = 6  # of one name; «فريق عمل قسم الأخبار المحلية» has five
_NOT_IN_NAMES = re.compile(
    r"[0-9٠-٩۰-۹@!؟?«»\"“”…=+*#<>\[\]{}&%]|https?:|www\.|\.(?:com|net|org|info)\b|\.\.|،.*،.*،.*،"
)


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
    """Whether a short text is a person's name by its first word: `سفيان العرفاوي`, `د. هدى سالم`, `عبد الله علي`."""
    words = [word for word in bare(fold_key(text)).split() if word not in _titles()]
    if any(_POST.match(word) for word in words[1:]):
        return False  # `أمين العمال بمحافظة كذا`
    particles = sum(word in _PARTICLES for word in words[1:-1])
    if not (2 <= len(words) - particles <= 4 and is_name(text)):
        return False
    return (
        words[0] in _given_names()
        or words[0] in {"عبد", "ابو", "ام", "ابن"}
        or words[0].startswith(("عبدال", "ابوال"))
        or _is_built_like_a_name(words)
        or _is_usual_name(words)
    )


def _is_usual_name(words: list[str]) -> bool:
    """Whether the table of name parts knows the first word as a given name, and of three or more another one too."""
    usual = is_given(words[0]) and not _FUNCTION_WORDS.intersection(words)
    return usual and (len(words) == 2 or any(is_part(word) or is_given(word) for word in words[1:]))


# What no name holds. Not على, which folds to a name.
_FUNCTION_WORDS = frozenset(
    map(fold_key, ("في", "من", "عن", "إلى", "مع", "بعد", "قبل", "بين", "أو", "ثم", "لا", "ما", "هل", "كيف", "لماذا"))
)


def may_be_name(text: str) -> bool:
    """Whether a short text may be a name where a byline is expected: two to four words, half of them of names."""
    words = [word for word in bare(fold_key(text)).split() if word not in _titles()]
    if not 2 <= len(words) <= 4 or not is_name(text) or _FUNCTION_WORDS.intersection(words):
        return False
    plain = words[0] not in labels("not_names", "things") and not any(_POST.match(word) for word in words[1:])
    return plain and not _LATIN.search(text) and 2 * sum(map(is_part, words)) >= len(words)


_LATIN = re.compile("[A-Za-z]")


def _is_built_like_a_name(words: list[str]) -> bool:
    """Whether a particle of names stands inside (`قسّام أبو لبدة`, `سلطان آل مهري`), and no thing is named so."""
    return words[0] not in labels("not_names", "things") and bool(_PARTICLES.intersection(words[1:-1]))


_PARTICLES = frozenset({"ابو", "ابي", "بن", "ابن", "بنت", "ولد", "منت", "ود", "ال", "ايت", "عبد", "فان", "فون"})


@cache
def _bio() -> re.Pattern[str]:
    words = "|".join(map(re.escape, labels("professions", "words")))
    return re.compile(rf"^\W*(?:{words})\b")


def is_bio(key: str) -> bool:
    """Whether a folded line begins as notes about writers do: `كاتب وباحث …`."""
    return bool(_bio().match(key))


_POST = re.compile("ب(?:محافظ|مدين|وزار|جامع|كلي|مرك|منطق|قسم|قري|مجلس|حزب|لجن)")


@cache
def _titles() -> frozenset[str]:
    return frozenset(
        map(
            fold_key,
            (
                "د",
                "د.",
                "أ",
                "أ.",
                "أ.د",
                "أ.د.",
                "م.",
                "الدكتور",
                "الدكتورة",
                "الأستاذ",
                "الأستاذة",
                "الشيخ",
                "المهندس",
                "اللواء",
                "العميد",
            ),
        )
    )


@lru_cache(maxsize=4096)  # the same few lines around a text are asked by several rules
def is_place(text: str) -> bool:
    """Whether a text is a place of a dateline: `القاهرة`, `دمشق، سوريا`, `من القاهرة`."""
    key = bare(fold_key(text))
    for prefix in ("من ", "في "):
        key = key.removeprefix(prefix)
    if key in places():
        return True  # `تيزي وزو`
    return all(part.strip() in places() for part in re.split(r"[،,/]| و(?=\S)", key) if part.strip()) and bool(key)


def trim(value: str) -> str:
    """A value without the signs that part it from its neighbours."""
    return value.strip(" \t:-–—ـ|/•●·,،؛*").removesuffix(".").strip()


@cache
def jobs() -> frozenset[str]:
    """What stands beside a name in bylines and is none: folded."""
    return frozenset(
        map(
            fold_key,
            (
                "خاص",
                "مراسل",
                "مراسلنا",
                "كاتب",
                "كاتب صحفي",
                "صحفي",
                "كاتبة",
                "صحفية",
                "محرر",
                "كاتب وصحفي",
                "كاتب ومحلل سياسي",
                "خاص بالموقع",
            ),
        )
    )


def without_place(name: str) -> str:
    """`سامي عادل من القاهرة`, `القاهرة سامي عادل`: the name."""
    words = name.split()
    for size in (3, 2, 1):
        if len(words) >= size + 2 and is_place(" ".join(words[-size:])) and words[-size] in {"من", "في"}:
            return " ".join(words[:-size])
        if is_place(" ".join(words[:size])) and is_surely_name(" ".join(words[size:])):
            return " ".join(words[size:])
    return name


_FEWEST_LETTERS = 4  # with the و, of a given name that the table alone knows


def _begins_second(word: str, *, many: bool) -> bool:
    """Whether a word in the middle of names is و, or begins with a و that joins two names.

    Family names may begin with و as well (وهدان): in a short row of words only a given name behind it parts them.
    """
    key = fold_key(word)
    if word == "و" or not key.startswith("و") or len(word) <= 3 or key in _waw_names():
        return word == "و"
    return (
        many
        or key[1:] in _given_names()
        or (len(key) > _FEWEST_LETTERS and is_given(key[1:]))
        or key[1:].startswith(("عبد", "ابو", "ال"))
    )


def several(part: str) -> list[str]:
    """`أحمد علي ومنى سعد، سامي عادل`: three names. A single word after و is a compound, not a second person."""
    names: list[str] = []
    for number_of_piece, piece in enumerate(re.split(r"\s*[،,؛&]\s*", part)):
        words = piece.split()
        if number_of_piece and len(words) > 1 and words[0][0] == "و" and fold_key(words[0]) not in _waw_names():
            words[0] = words[0][1:]  # `هاجر شمسان، ومارتن كولبي`
            words = words if words[0] else words[1:]
        cut = [0, *(at for at in range(2, len(words) - 1) if _begins_second(words[at], many=len(words) > _ONE_NAME))]
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
    return frozenset(
        map(
            fold_key,
            (
                "وليد",
                "وائل",
                "وسام",
                "وفاء",
                "وداد",
                "وجدي",
                "وحيد",
                "وسيم",
                "وردة",
                "والي",
                "وهبي",
                "وصفي",
                "وجيه",
                "وديع",
                "ورد",
                "وعد",
                "وئام",
                "واصف",
                "وافي",
                "والتحرير",
            ),
        )
    )


def is_name(text: str) -> bool:
    """Whether a text may be the name of a person or a team: few words, letters only."""
    text = trim(text)
    words = text.split()
    if not 1 <= len(words) <= MOST_WORDS or _NOT_IN_NAMES.search(text) or len(text) < 3 or is_initials(text):
        return False
    key = bare(fold_key(text))
    if key in labels("not_names", "words") or all(word in _label_words() for word in key.split()):
        return False
    return any(c.isalpha() for c in text)


_LONGEST_INITIALS = 20  # characters
_INITIALS = re.compile(r"(?:[^\W\d_ـ]{1,2} ?[.ـ/] ?)+[^\W\d_ـ]{0,2}\.?")


def is_initials(text: str) -> bool:
    """Whether a text is the initials of a desk or an editor: `ق.ث`, `س. ع.`."""
    return len(text) <= _LONGEST_INITIALS and bool(_INITIALS.fullmatch(text.strip()))


@cache
def _label_words() -> frozenset[str]:
    return frozenset({*labels("author"), *labels("author", "bare"), *labels("source")})


def bare_name(text: str) -> str:
    """A name without the brackets and dashes around it."""
    return text.strip(" \t()[]{}-–—ـ*.:،/|").strip()
