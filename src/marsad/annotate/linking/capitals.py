"""Does a capital speak for its government here, or is it a place?

`موسكو لن تتخلى`, `اتهمت واشنطن`, `موقف طهران`, `العلاقات بين موسكو وواشنطن`, `مع دمشق` are governments; `في موسكو`,
`إلى موسكو`, `العاصمة موسكو` are places. Where nothing decides, it is a place.
"""

import re

from marsad.text.fold import fold_key
from marsad.text.letters import INVISIBLE, MARK, TATWEEL
from marsad.text.name_words import wordset

_VERB = 4  # letters of a verb that is known by its shape
_WINDOW = 60  # characters looked at on each side
_WORD = re.compile(r"[^\W\d_]+")
_NO_LETTER = re.compile(f"[{MARK}{TATWEEL}{INVISIBLE}]+")
_STOP = re.compile(r"[.؟!\n؛:()\[\]]")

_PLACE_BEFORE = wordset(
    """
    في الي من قرب وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي مدينه العاصمه ضواحي ضاحيه ريف مطار جامعه شوارع
    شارع محافظه داخل خارج حول نحو تجاه صوب عبر بلديه منطقه مقرها مقره عمده سكان اهالي بجوار احياء حي سماء مغادره
    وصوله زياره مؤتمر اجتماع لقاء محادثات اعلان اتفاق معركه سفاره سفير استاد ملعب
    """
)
_STANCE = wordset(
    """
    موقف مواقف سياسه سياسات دعم مصالح رد ردود اتهام اتهامات مخاوف قلق حلفاء حليفه حلفائه رغبه استعداد رفض قرار
    قرارات دور نفوذ ضغط ضغوط تصريحات تهديدات عقوبات وساطه مبادره مسوولي مسؤولي نوايا نيه التزام تعهد تعهدات
    مطالب طلب شروط علاقات علاقه اعتراض تحفظات استراتيجيه حكومه نظام سلطات جانب قبل مع ضد باسم لدي ايدي يد تدخل
    اعتبار ادانه انتقاد مطالبه دعوه اقتراح عزل اعتراضات ادعاءات مزاعم انتقادات احترام احجام خشيه حكام رهان
    استياء استدعاء ازاء امتعاض غضب ارتياح صمت تحفظ تاييد رضوخ تنازل
    """
)
_BETWEEN = wordset(
    """
    العلاقات علاقات المحادثات محادثات المفاوضات مفاوضات المباحثات مباحثات الخلاف خلاف خلافات الخلافات التوتر
    توتر التوترات الاتفاق اتفاق التعاون تعاون التنسيق تنسيق الازمه ازمه المواجهه مواجهه الحوار حوار التقارب
    تقارب الصراع صراع حرب الحرب التفاهم تفاهم الاتصالات اتصالات اتفاقيه الاتفاقيه تفاهمات قمه التصعيد تبادل
    الشراكه شراكه التبادل المصالحه مصالحه السلام سلام الهدنه الوساطه وساطه الثقه الدبلوماسيه الثنائيه مشتركه
    المشتركه
    """
)
_DOES = wordset(
    """
    تتهم تقول تري توكد تؤكد تعلن تنفي ترفض تدعو تدعم تطالب تعتبر تعتزم تسعي تحاول تريد ترغب تصر تخشي تامل تهدد
    تحذر تستعد تدرس تبحث تنوي تخطط تواصل تتمسك تشدد تعارض تويد تؤيد تنتقد تندد تتطلع تتوقع تستخدم تفرض تقدم ترسل
    تمنح تتبني تقود تضغط تعول تعترف تحمل تلوح تبدي تلتزم تتجه ترد تتابع تراهن توافق تتخلي تقبل تشترط تحتج تستنكر
    تدين توقع تستدعي تقترح تعرض تكشف تتراجع تملك تزود تسلح تمول تنشر تحشد تشن تقصف تتدخل توجه تمارس تستضيف تقف
    تعد تطلب تسحب تطرد تعلق تقرر تستبعد تكرر تزعم تتعهد ترحب تجدد تبلغ توضح تشير تضيف
    """
)
_DID = wordset(
    """
    اتهمت قالت اعلنت اكدت نفت رفضت دعت دعمت طالبت اعتبرت سعت حاولت ارادت اصرت هددت حذرت شددت عارضت ايدت انتقدت
    نددت ادانت فرضت قدمت ارسلت منحت تبنت قادت ضغطت اعترفت حملت لوحت ابدت التزمت ردت وافقت تخلت قبلت اشترطت احتجت
    استنكرت وقعت استدعت اقترحت عرضت كشفت تراجعت زودت مولت نشرت حشدت شنت تدخلت وجهت مارست ابلغت اوضحت اشارت اضافت
    رحبت جددت طلبت سحبت طردت علقت قررت استبعدت كررت زعمت تعهدت وعدت اعربت اتخذت وقفت بدات رات لجات فاجات جاءت
    """
)
# Feminine verbs of which a place is the subject as well, and nouns in ت.
_NO_DEED = wordset(
    """
    شهدت عاشت احتضنت تعرضت سقطت كانت وكانت ظلت اصبحت باتت غدت صارت ليست ودعت استيقظت غرقت تحولت زالت مازالت
    الوقت توقيت بيروت الكويت كويت انترنت الانترنت تشرت كونكريت بخت سكوت بيوت اصوات ثبت صيت صمت صوت نعت تفاوت
    تهافت تثبت
    """
)
_BEFORE_A_VERB = wordset("لن لم لا قد سوف كانت ليست ما لاتزال مازالت باتت اصبحت ظلت انها بدورها ايضا")


def speaks(text: str, start: int, end: int) -> bool:
    """Whether the capital that stands at `start:end` of the text stands for its government."""
    front = _bare(text[max(0, start - 3 * _WINDOW) : start])[-_WINDOW:]
    before = _words_before(front)
    glued = front[-1:]
    if glued in {"ب", "ل", "ك"} or (before and before[-1] in _PLACE_BEFORE and glued != "و"):
        return False
    if _stance(before, glued):
        return True
    if glued in {"و", "ف"}:
        return False
    return _acts(before, _words_after(_bare(text[end : end + 3 * _WINDOW])[:_WINDOW]))


def _bare(part: str) -> str:
    """Text without vowel marks, tatweel and invisible characters: they change no window and end no word."""
    return _NO_LETTER.sub("", part)


def _words_before(front: str) -> list[str]:
    part = _STOP.split(front)[-1]
    found = [fold_key(word) for word in _WORD.findall(part)]
    return found[:-1] if found and part[-1:].isalpha() else found  # the last is a clitic


def _words_after(behind: str) -> list[str]:
    part = _STOP.split(behind)[0]
    return [fold_key(word) for word in _WORD.findall(part)] if part[:1].isspace() or part[:1] == "،" else []


_PUT_ON = wordset("فرضت المفروضه مفروضه العقوبات عقوبات الضغط ضغط ضغوط الضغوط رد ردا تفرض فرض ستفرض")


def _stance(before: list[str], glued: str) -> bool:
    """A government's stance (موقف موسكو), or one of two parties (العلاقات بين موسكو وواشنطن)."""
    last = before[-1] if before else ""
    if last == "علي" and not glued.strip():
        return bool(set(before[-4:-1]) & _PUT_ON)
    if glued != "و" and (last in _STANCE or (last[:1] in "وبل" and len(last) > _VERB and last[1:] in _STANCE)):
        return True
    near = before[-5:]
    if "بين" in near:
        place = len(before) - near[::-1].index("بين") - 1
        return bool(set(before[max(0, place - 3) : place]) & _BETWEEN)
    return False


def _acts(before: list[str], after: list[str]) -> bool:
    """The subject of a verb of saying or doing, before or after it; ان and لكن may stand in front."""
    if before and _is_deed(before[-1]):
        return True
    if after[:1] == ["التي"] and after[1:2] and _is_deed(after[1]):
        return True
    front = not before or before[-1] in _CLAUSE or before[-1] in _BEFORE_A_VERB
    follow = [word for word in after[:3] if word not in _BEFORE_A_VERB]
    moved = len(after) > len(follow) and after[0] in _BEFORE_A_VERB
    if not front or not follow:
        return False
    return (moved and follow[0].startswith("ت")) or (_is_deed(follow[0]) and (moved or follow[0] == after[0]))


def _is_deed(word: str) -> bool:
    """A feminine verb of doing, under و ف س and over an object: listed, or by its shape (انتهكت, تتحفظ)."""
    forms = {word, word[1:] if word[:1] in "وف" else word}
    forms |= {form[1:] for form in forms if form.startswith("ست")}
    forms |= {form.removesuffix("ها").removesuffix("ه") for form in forms}
    return bool(forms & (_DOES | _DID)) or any(_shaped(form) for form in forms)


def _shaped(form: str) -> bool:
    """تت… and تست… are verbs; so is what ends in ت, but for plurals in ات and some nouns."""
    if len(form) < _VERB or form in _NO_DEED or form.startswith(("ال", "لل", "بال")):
        return False
    return form.startswith(("تت", "تست")) or (form.endswith("ت") and not form.endswith("ات"))


_CLAUSE = wordset("ان ولكن لكن وان بان لان فان حيث بينما فيما كما اذا حين عندما ولان وبان مما وكانت كانت اعتبر اكد")
