"""Months and days behind `حتى`, nights of two days: which way the clause looks, told by more verbs than usual.

What lasts until a month is told of the month to come, unless its verb is of the past; who reports it says nothing.
"""

import re
from datetime import timedelta

from marsad.annotate.times.calendar import bounds
from marsad.annotate.times.forms import Form
from marsad.annotate.times.lexicon import word_set
from marsad.annotate.times.scene import FUTURE, PAST, Scene, will

_UNTIL = word_set("حتى لغاية")
_REPORTS = word_set(
    "قال قالت اضاف اضافت اعلن اعلنت اكد اكدت ذكر ذكرت افاد افادت كشف كشفت صرح صرحت اوضح اوضحت نشر نشرت اصدر اصدرت"
)
_MOVES = word_set(
    "تستمر تتواصل تواصل تمدد تبقى تظل تمتد تسري تمديد مدد مددت تأجيل أجل أجلت إرجاء أرجأ أرجأت قرر قررت جدد جددت "
    "استمرار مواصلة إبقاء إغلاق تعليق مهلة صلاحية"
)
_LASTED = word_set(
    "استمر ظل بقي امتد دام بلغ عاش عمل تولى لعب شغل احتفظ انتظر ارتفع انخفض تراجع سجل وثق رصد استمروا ظلوا بقوا كانوا"
)
_OF_PAST = word_set("كان كانت كانوا ظل ظلت بقي بقيت لم")  # with a verb of the present they tell of the past
_GOES_ON = word_set("يستمر تستمر يتواصل تتواصل وتستمر ويستمر وتتواصل ويتواصل")
_AWAITED = word_set("المنتظر المقرر المرتقب المتوقع المزمع المؤمل المفترض")
_PRESENT = re.compile(r"[وف]?ي[ء-ي]{3,}")
_SHE_DID = re.compile(r"[ء-ي]{2,}[بتجحخدرزسشصضطعغفقكلمنه]ت")
_NOT_DONE = word_set("مؤقت ثابت صامت إنترنت الإنترنت الوقت التوقيت السبت الزيت")
_CLAUSE = 15  # tokens between a verb and its time
_FAR = 25
_BEHIND = 6
_HALF_A_YEAR = timedelta(days=183)
_OTHER_END = frozenset("muHUdoyhRFPLA9")  # the first of two ends: من مايو حتى يونيو


def looks_ahead(scene: Scene, form: Form, coming: str | None) -> bool | None:
    """Whether the clause puts a month or day into the future; None where nothing tells.

    `coming` is the next one. Behind `حتى`, where no verb tells, it is meant if it is within half a year.
    """
    place = scene.before(form.first)
    if scene.word(place) in _UNTIL and scene.symbol(place - 1) not in _OTHER_END:
        return _lasts(scene, form, coming)
    ahead = scene.ahead(form.first, form.last)
    return True if ahead is None and _goes_on(scene, form) else ahead


def planned_night(scene: Scene, first: int, last: int) -> bool:
    """Whether the clause announces a night between two days; such nights are told of when they are over.

    It takes a verb of the future or `من المقرر` before it, and no verb of the past on either side.
    """
    announced = False
    for place in range(first - 1, max(first - _CLAUSE, -1), -1):
        word = scene.word(place)
        if scene.symbol(place) == "!":
            break
        if _told(scene, place) is False:
            return False
        announced = announced or will(word) or word in _AWAITED
    return announced and not any(_told(scene, place) is False for place in range(last, last + _BEHIND))


def _goes_on(scene: Scene, form: Form) -> bool:
    """`يستمر المعرض في يونيو`; `من المنتظر`, which rules its clause from afar."""
    for place in range(form.first - 1, max(form.first - _FAR, -1), -1):
        if scene.symbol(place) == "!":
            return False
        if scene.word(place) in _GOES_ON:
            return form.first - place <= _CLAUSE
        if scene.symbol(place) == "f" and scene.word(place + 1) in _AWAITED:
            return True
        if scene.word(place) in PAST:
            return False
    return False


def _lasts(scene: Scene, form: Form, coming: str | None) -> bool:
    for place in range(form.first - 1, max(form.first - _CLAUSE, -1), -1):
        if scene.symbol(place) == "!":
            break
        told = _told(scene, place)
        if told is not None:
            return told
    return scene.published is not None and coming is not None and bounds(coming)[0] - scene.published <= _HALF_A_YEAR


def _told(scene: Scene, place: int) -> bool | None:
    word = scene.word(place)
    bare = word[1:] if word[:1] in ("و", "ف") else word
    if scene.symbol(place) != "x" or word in _REPORTS or bare in _REPORTS:
        return None
    if word in FUTURE or bare in _MOVES or word in _MOVES or will(word):
        return True
    if _PRESENT.fullmatch(word):
        return not {scene.word(place - 1), scene.word(place - 2)} & _OF_PAST
    if word in PAST or word in _LASTED or bare in _LASTED:
        return None if scene.word(place - 1) == "في" else False  # في ظل
    return False if _SHE_DID.fullmatch(bare) and word not in _NOT_DONE else None
