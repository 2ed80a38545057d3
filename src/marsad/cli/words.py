"""The words around records and in summaries, in English and Arabic; an Arabic noun agrees with its number."""

from collections import Counter

from marsad.terms import Lang

WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "source": "source", "authors": "by", "publisher": "publisher", "modified": "updated", "dropped": "Dropped",
        "related": "Related", "warning": "Note", "images": "Images", "comma": ", ",
        "summary": "{read} of {pages}", "refused": "; refused: {why}",
        "passed": "; passed over: {count} of other kinds",
        "PER": "People", "ORG": "Organisations", "LOC": "Places", "times": "Times",
        "quotes": "Who said what", "events": "Who did what to whom", "to": "to", "reporter": "passed on by",
        "repeats": "repeats", "nobody": "nobody is named", "in": "in", "host": "hosted by", "arrow": "→",
        "background": "background", "told": "told {count}", "counted-by": "counted by", "at-least": "at least",
        "at-most": "at most",
        "added": "{articles} added to {file}", "added-not": "{articles} added (nothing is kept: --dry-run)",
        "with-versions": "{articles} and {versions}", "known": "; {count} known already",
        "withdrawn": "; {count} withdrawn before, left out", "refused-all": "; {count} refused ({why})",
        "interrupted": "interrupted; {summary}", "no-date": "no date", "within": "within",
        "shares": "{a} of the first text stands in the second, {b} of the second in the first",
        "sentences": "Sentences:", "no-difference": "no difference that weighs enough to be shown",
    },
    "ar": {
        "source": "المصدر", "authors": "الكاتب", "publisher": "الناشر", "modified": "تحديث", "dropped": "المحذوف",
        "related": "مواضيع ذات صلة", "warning": "تنبيه", "images": "صور", "comma": "، ",
        "summary": "{read} من {pages}", "refused": "؛ المرفوض: {why}", "passed": "؛ لم يُقرأ من أنواع أخرى: {count}",
        "PER": "أشخاص", "ORG": "منظمات", "LOC": "أماكن", "times": "أزمنة",
        "quotes": "من قال ماذا", "events": "من فعل ماذا بمن", "to": "المخاطب:", "reporter": "نقلته", "repeats": "تكرار",
        "nobody": "لم يُسمَّ أحد", "in": "في", "host": "باستضافة", "arrow": "←", "background": "خلفية",
        "told": "رُوي {count}", "counted-by": "بحسب", "at-least": "ما لا يقل عن", "at-most": "ما لا يزيد على",
        "added": "أضيف إلى {file}: {articles}", "added-not": "أضيف: {articles} (لا يُحفظ شيء: --dry-run)",
        "with-versions": "{articles} و{versions}", "known": "؛ معروف من قبل: {count}",
        "withdrawn": "؛ سُحب من قبل فلا يضاف: {count}", "refused-all": "؛ المرفوض: {count} ({why})",
        "interrupted": "قُطع قبل التمام؛ {summary}", "no-date": "بلا تاريخ", "within": "داخل",
        "shares": "{a} من النص الأول في الثاني، و{b} من الثاني في الأول", "sentences": "الجمل:",
        "no-difference": "لا فرق يستحق العرض",
    },
}  # fmt: skip
# English: one, many. Arabic: one, two, three to ten, eleven to ninety-nine, hundreds.
_NOUNS: dict[Lang, dict[str, tuple[str, ...]]] = {
    "en": {
        "paragraph": ("paragraph", "paragraphs"), "word": ("word", "words"), "article": ("article", "articles"),
        "page": ("page", "pages"), "capture": ("capture", "captures"), "time": ("time", "times"),
        "version": ("version", "versions"), "quote": ("quote", "quotes"), "event": ("event", "events"),
        "entry": ("ledger entry", "ledger entries"), "of article": ("article", "articles"),
        "entity": ("entity", "entities"), "doubt": ("doubtful join", "doubtful joins"),
    },
    "ar": {
        "paragraph": ("فقرة واحدة", "فقرتان", "فقرات", "فقرة", "فقرة"),
        "word": ("كلمة واحدة", "كلمتان", "كلمات", "كلمة", "كلمة"),
        "article": ("مقال واحد", "مقالان", "مقالات", "مقالا", "مقال"),
        "page": ("صفحة واحدة", "صفحتان", "صفحات", "صفحة", "صفحة"),
        "capture": ("نسخة واحدة", "نسختان", "نسخ", "نسخة", "نسخة"),
        "time": ("مرة واحدة", "مرتين", "مرات", "مرة", "مرة"),
        "version": ("نسخة واحدة", "نسختان", "نسخ", "نسخة", "نسخة"),
        "quote": ("قول واحد", "قولان", "أقوال", "قولا", "قول"),
        "event": ("حدث واحد", "حدثان", "أحداث", "حدثا", "حدث"),
        "entry": ("قيد واحد", "قيدان", "قيود", "قيدا", "قيد"),
        "of article": ("مقال واحد", "مقالين", "مقالات", "مقالا", "مقال"),
        "entity": ("كيان واحد", "كيانان", "كيانات", "كيانا", "كيان"),
        "doubt": ("ربط واحد مشكوك فيه", "ربطان مشكوك فيهما", "روابط مشكوك فيها", "رابطا مشكوكا فيه", "رابط مشكوك فيه"),
    },
}  # fmt: skip
_REASONS = {
    "repeat": "تكرار", "headline": "عنوان", "section": "قسم", "dateline": "سطر التاريخ", "byline": "سطر الكاتب",
    "source": "سطر المصدر", "menu": "قائمة", "share": "مشاركة", "read-also": "اقرأ أيضا", "tags": "وسوم",
    "caption": "تعليق صورة", "comment": "تعليقات القراء", "advert": "إعلان", "plea": "دعوة إلى المتابعة",
    "teaser": "مقتطف من مقال آخر", "rule": "خط فاصل", "widget": "طقس وأسعار وما إليها", "legal": "حقوق النشر",
    "other": "غير ذلك",
    "empty": "بلا نص", "listing": "قائمة عناوين", "home-page": "صفحة رئيسية", "error-page": "صفحة خطأ",
    "other-language": "لغة أخرى", "not-text": "ليس نصا", "too-short": "قصير", "no-headline": "بلا عنوان",
    "not-found": "غير موجود", "forbidden": "ممنوع", "robots": "ممنوع في robots.txt", "damaged": "تالف",
    "too-large": "أكبر من المسموح", "fetch-failed": "تعذر جلبه", "spared": "لم يُطلب بعد", "encrypted": "مشفر",
}  # fmt: skip


def counted(number: int, noun: str, lang: Lang) -> str:
    """A number with its noun: `1 page`, `صفحتان`, `151 كلمة`."""
    forms = _NOUNS[lang][noun]
    if lang == "en":
        return f"{number:,} {forms[number != 1]}"
    if number in {1, 2}:
        return forms[number - 1]
    rest = number % 100
    return f"{number:,} {forms[2 if 3 <= rest <= 10 else 3 if rest > 10 else 4]}"  # noqa: PLR2004 - the grammar


def reason(key: str, lang: Lang) -> str:
    """Why something was left out; the key itself in English, which is what the record says."""
    return _REASONS.get(key, key) if lang == "ar" else key


def tally(counts: Counter[str], lang: Lang) -> str:
    """Reasons with their counts, the most frequent first."""
    return WORDS[lang]["comma"].join(f"{reason(key, lang)} {count}" for key, count in counts.most_common())
