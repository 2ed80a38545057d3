"""The section of an article: the last name of the crumb line before it, else what stands near its headline."""

import re

from marsad.extract.credits import credits
from marsad.extract.facts import Facts, Scene, by_nearness
from marsad.extract.kickers import kickers
from marsad.extract.lexicon import bare, is_agency, label_kind, labels, phrases
from marsad.extract.lines import LINKED, Line, letters
from marsad.extract.names import is_initials, is_place, is_surely_name
from marsad.extract.parts import is_outlet
from marsad.text.dates import find
from marsad.text.fold import fold_key

_SECTION_WORDS = 6
_MOST_CRUMBS = 6
_CRUMB_CUT = re.compile(r"\s*[|/\\»«>›‹●•·■▪◄►←→]+\s*|\s+[-–—:<]\s+")
_SECTION_WORD = (
    "القسم|التصنيف|تصنيف|الاقسام|تصنيفات|قسم|باب|الباب|التصنيفات|الصفحه|في|التسميات|المجموعه|الفئه|فئه|عمود|زاويه"
)
_SECTION_LABEL = re.compile(
    rf"^(?:(?:{_SECTION_WORD})\s*[:：]\s*|(?:نشر في|في تصنيف|مصنف تحت|ضمن تصنيف|التسميات)\s*[:：]?\s+)"
)


def is_labelled(line: Line) -> bool:
    """Whether a short line labels the section: `التصنيف: هجرة`."""
    named = line.words <= _SECTION_WORDS and ":" in line.text and not line.key.startswith("في")
    return named and bool(_SECTION_LABEL.match(line.key)) and line.text[-1] not in ".؟!:"


def section(facts: Facts, scene: Scene) -> str | None:
    """The section: the crumb nearest to the headline, else a label behind the text, else what metadata names."""
    is_dump = scene.sheet.is_dump
    named = {letters(fold_key(name)) for name in [*scene.metadata.sections, *scene.metadata.crumbs]}
    head = [line for line in scene.head if line.reason not in _NO_CRUMB or _short_teaser(line)]
    hinted = [line for line in head if "section" in line.hints and line.words <= 30]
    paths = [line for line in head if _is_path(line) and line not in hinted]
    near = [line for line in scene.head if line in head or line.reason == "widget"]  # `خدمات` labels boxes as well
    alone = [line for line in kickers(scene.sheet, near, scene.key, scene.menu) if line not in hinted]
    rest = [line for line in by_nearness(head, scene.key) if line not in hinted and line not in alone]
    for line in [*reversed(hinted), *paths, *alone, *rest]:
        if any(author in line.text for author in facts.authors) and scene.key not in line.letters:
            continue
        if line.reason == "dateline" and is_agency(line.text.rsplit(" ", 1)[-1]):
            continue  # `الدمام 28 مارس 2023 م واس`: where and for whom it was written
        crumbs = _crumbs(_written(line, scene.key), scene)
        if not crumbs or (line.reason in _NO_SECTION_REASONS and not _path_to_title(line, scene.key)):
            continue
        shaped = (is_dump or not named) and (_is_crumb_line(line) or _is_section_line(line, head, scene.key))
        if line in hinted or line in alone or letters(fold_key(crumbs[-1])) in named or shaped:
            if line.reason in {None, "other", "menu"}:
                line.reason = "section"
            return _deepest(line, scene) or crumbs[-1]
    if is_dump and (name := _plain_section(head, scene.key)):
        return name
    if not is_dump and (crumbs := _crumbs(_far_crumb(scene), scene)):
        return crumbs[-1]
    labelled = [line.text for line in scene.tail if _SECTION_LABEL.match(line.key) and line.words <= 8]
    stated = [name for name in [*reversed(scene.metadata.crumbs), *scene.metadata.sections] if _is_short(name)]
    return next((crumbs[-1] for text in [*labelled, *stated] if (crumbs := _crumbs(text, scene))), None)


def _names_outlet(part: str) -> bool:
    return fold_key(part).split(" ")[0] in labels("outlet", "kinds")


def _is_home(word: str) -> bool:
    """Whether a folded word names the home page, or says that a path follows."""
    return word in labels("section", "home")


def _is_path(line: Line) -> bool:
    """`الرئيسية » محليات`: from the home page to the section."""
    return _is_home(bare(line.key).split(" ")[0]) and bool(_STEP.search(line.text)) and line.words <= _PATH_WORDS


_STEP = re.compile(r"\s[>»›/<←]\s")  # `|` parts the entries of menus as well
_PATH_WORDS = 30
_BULLETED = re.compile(r"\s*[•●▪■]\s*\S")


def _deepest(line: Line, scene: Scene) -> str | None:
    """The last of sections that stand under each other, each behind a bullet, from the widest to the narrowest."""
    deepest = None
    for below in scene.sheet.lines[line.number + 1 : line.number + 4]:
        if not (_BULLETED.match(line.text) and _BULLETED.match(below.text)) or below.reason == "dateline":
            break
        if not (crumbs := _crumbs(below.text, scene)):
            break
        below.reason = "section"
        deepest = crumbs[-1]
    return deepest


_NO_SECTION_REASONS = frozenset({"byline", "source", "headline", "repeat", "caption"})


def _path_to_title(line: Line, key: str) -> bool:
    """`الرئيسية | أخبار اليمن | تعز | العنوان`: a crumb line that ends in the headline."""
    return line.reason == "repeat" and line.letters != key and _is_home(bare(line.key).split(" ")[0])


_ARROWS = re.compile(r"[^>»›]+(?:\s[>»›]\s[^>»›]+){1,4}")


def _far_crumb(scene: Scene) -> str:
    """A path of links with arrows somewhere above the text, as forums have it; "" where there is none."""
    first = scene.body[0].number if scene.body else 0
    above = (line for line in scene.sheet.lines[:first] if 2 <= len(line.links) <= 5 and line.words <= 20)
    return next((line.text for line in above if line.link_share >= LINKED and _ARROWS.fullmatch(line.text)), "")


def _is_short(name: str) -> bool:
    return len(name.split()) <= _SECTION_WORDS


def _short_teaser(line: Line) -> bool:
    """A crumb above a list of teasers passes for one of them."""
    return line.reason == "teaser" and line.words <= _SECTION_WORDS


_FEWEST_LETTERS = 8  # of a headline


def _written(line: Line, title: str) -> str:
    """A crumb line as text; where links stand side by side without a sign, each link is a crumb."""
    to_title = len(line.links) > 1 and len(title) > _FEWEST_LETTERS and line.letters.endswith(title)
    if to_title or (len(line.links) > 1 and line.link_share >= LINKED):
        return (" › " if _STEP.search(line.text) else " | ").join(name for name, _ in line.links)
    return line.text


_NO_CRUMB = frozenset({"widget", "advert", "share", "plea", "teaser", "read-also", "legal", "comment"})


def _is_section_line(line: Line, head: list[Line], title: str) -> bool:
    """A line near the headline that is the name of a section and no entry of a menu."""
    names = phrases("section")
    if line.words > 4 or ("list-item" in line.hints and "section" not in line.hints and line.link_share >= LINKED):
        return False  # an entry of a menu
    at = head.index(line)
    top = next((i for i, other in enumerate(head) if other.letters == title), None)
    if top is None or not -4 <= at - top <= 6:
        return False
    named = head[top].breaks > 1 or bare(line.key) in names.whole or names.begins(bare(line.key))
    apart = at == top - 1 and line.breaks > 1 and named and line.words <= 2
    if apart and at > 1 and ("|" in head[at - 1].text or head[at - 1].breaks == 1):
        return True  # alone between the menu and the headline
    if at < top:
        # Above the headline the last of many short lines is a menu's, unless a separator makes them a crumb.
        above = head[max(0, at - 3) : at]
        if len(
            [other for other in above if other.words <= 2 and other.breaks == 1 and _is_words(other)]
        ) >= 3 and not any(not other.letters for other in head[at - 1 : at + 1]):
            return False
    core = bare(line.key)
    beside = (
        abs(at - top) == 1
        and not line.hints & {"menu", "list-item", "aside"}
        and line.words <= 3
        and len(line.links) == 1
        and line.link_share >= LINKED
    )
    if beside and not is_surely_name(line.text):
        return True  # a single link above or under the headline
    return (
        core in names.whole
        or (is_place(core) and not _between_facts(head, at))
        or names.begins(core)
        or (at < top and head[at - 1 : at] != [] and not head[at - 1].letters)
    )


def _between_facts(head: list[Line], at: int) -> bool:
    """Whether a line stands between byline and date, where a place says where it was written."""
    around = head[max(0, at - 1) : at + 2 : 2]
    return {line.reason for line in around} == {"byline", "dateline"}


def _is_words(line: Line) -> bool:
    """Whether a line is Arabic words and nothing else: no clock, no address."""
    return line.letters.isalpha() and not line.letters.isascii()


def _plain_section(head: list[Line], title: str) -> str | None:
    """In a dump, a line of one to three words between headline and text that is nothing else."""
    for at in [i for i, line in enumerate(head) if line.letters == title]:
        if at >= 2 and _under_outlet(head[at - 2], head[at - 1]):  # `جريدة كذا`, `ملاعب`, the headline
            head[at - 1].reason = "section"
            return head[at - 1].text
        near = head[at + 1 : at + 7]
        if not any(line.reason in {"dateline", "byline", "section", "source"} for line in near):
            continue  # a text without date or byline has no section either, only captions and names
        for line in near:
            if line.reason == "section":
                return line.text
            plain = (
                line.reason in {None, "other"}
                and line.words <= 3
                and not line.label
                and not re.search(r"[\d.:،؟!؛\"«(]", line.text)
            )
            plain = plain and line.key.split(" ")[0] not in labels("outlet", "kinds")
            plain = plain and not is_surely_name(line.text) and not is_place(line.text)
            if plain and not credits(line.text) and _ARABIC.search(line.text):
                line.reason = "section"
                return line.text
    return None


def _under_outlet(outlet: Line, line: Line) -> bool:
    """Whether a word or two stand right under the name of an outlet."""
    plain = line.words <= 2 and line.reason in {None, "other", "menu"} and line.key.replace(" ", "").isalpha()
    return plain and not line.label and outlet.words <= 5 and is_outlet(outlet.text) and not is_place(line.text)


def _is_crumb_line(line: Line) -> bool:
    """Whether a line of a dump looks like a crumb: bullets, a path, or a date beside a few words."""
    begins = line.words <= 8 and _is_home(bare(line.key).split(" ")[0])
    if begins and (line.link_share < LINKED or len(line.links) <= 4):
        return True
    return bool(re.search(r"[●•▪■|»>/›←◄]", line.text)) or bool(find(line.text)) or bool(_SECTION_LABEL.match(line.key))


def _crumbs(text: str, scene: Scene) -> list[str]:
    """The parts of a crumb line that may be sections: no home, title, site, date, byline."""
    if len(text) > _LONGEST_CRUMB:
        return []
    for found in reversed(find(text)):
        text = f"{text[: found.start]} | {text[found.end :]}"
    text = _IN.sub("", text)
    hit = _SECTION_LABEL.match(fold_key(text))
    if hit and len(fold_key(text)) == len(text.strip()):
        text = text.strip()[hit.end() :]
    parts = [_IN.sub("", _without_home(part)).strip(" \t:،,.-–—()[]\"'*_") for part in _CRUMB_CUT.split(text)]
    parts = [part for part in parts if part]
    if len(parts) > 1 and _STEP.search(text) and _names_outlet(parts[0]):
        parts = parts[1:]  # `جريدة كذا ← أرياف`: from the front page on
    if len(parts) == 2 and any(map(_names_outlet, parts)):
        return []  # `الناصرية/ بوابة كذا`: where and for whom it was written
    crumbs = [part for part in parts if _may_be_section(part, scene)]
    most = _MOST_CRUMBS if _PATH.search(text) else _MOST_BESIDE
    if (len(parts) > _MOST_CRUMBS or len(crumbs) >= most) and scene.key not in letters(fold_key(text)):
        return []  # a menu in one line
    return crumbs


_LONGEST_CRUMB = 400  # characters
_MOST_BESIDE = 4  # parts that stand beside each other and lead nowhere
_PATH = re.compile("[>»›/\\\\←•●]")


def _may_be_section(part: str, scene: Scene) -> bool:
    key = bare(fold_key(part))
    size = len(part.split())
    squeezed = letters(key)
    if ":" in part or not 1 <= size <= _SECTION_WORDS or len(squeezed) < 2 or _is_home(key) or key.isdigit():
        return False
    if squeezed in scene.sites or (scene.key and (squeezed == scene.key or (size > 2 and squeezed in scene.key))):
        return False
    if not _ARABIC.search(part) or is_initials(part):
        return False
    # `تاريخ`, `كتب` and the like label facts, and are sections where the menu has them.
    if squeezed not in scene.menu and (_NO_SECTION.search(key) or key in {*labels("author"), *labels("source")}):
        return False
    kind = label_kind(key)
    if kind in _NO_SECTION_KINDS or (kind == "menu" and key not in phrases("section").whole):
        return False
    return not credits(part) and not is_surely_name(part) and key.split(" ")[0] not in labels("outlet", "kinds")


_NO_SECTION_KINDS = frozenset({"share", "comment", "related", "plea", "advert", "legal", "tags"})
_IN = re.compile(
    r"^\s*(?:(?:نشر|نشرت|منشور|مصنف|كتب)\s+)?(?:في|ضمن|تحت)\s+(?:تصنيف\s+|قسم\s+|باب\s+)?|^\s*(?:تصنيف|قسم|باب)\s+"
)
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_OTHER_FACTS = (
    "تاريخ|التاريخ|المصدر|مصدر|الكاتب|القراءات|المشاهدات|عدد|مسيحي|ميلادي|ميلاديه|هجري|هـ|حجم الخط|uploader\\d*"
    "|نشر|نشره|نشرت|اضيف|تم نشر|تم نشره|تم النشر|تم التحديث|اخر تحديث|تحديث|بتاريخ|كتب|الساعه|gmt"
    "|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|am|pm|ص|م"
)
_NO_SECTION = re.compile(rf"[؛°%]|^(?:{_OTHER_FACTS})\b|\d{{3,}}|[@؟!]|http|^و |^ابرز |\bيوم$")


def _without_home(part: str) -> str:
    """`الرئيسية حوادث`: links side by side leave the home page's name before the section's."""
    while " " in part and _is_home(first := bare(fold_key(part)).split(" ")[0]):
        if first in labels("outlet", "kinds"):
            break  # `بوابة كذا` is a name
        part = part.strip().split(" ", 1)[1].strip()
    return part
