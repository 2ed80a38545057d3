"""The closed lists of the record: every kind of thing that a field may hold, each with what it means.

Part of the public contract, as the nouns in `records.py` are, which pass them on.
"""

from typing import Literal

Calendar = Literal["gregorian", "hijri", "jalali"]
MonthSystem = Literal["egypt", "levant", "maghreb", "morocco", "libya", "mauritania", "hijri", "jalali", "latin"]
Precision = Literal["year", "month", "day", "minute"]
DateBasis = Literal["printed", "metadata", "url", "given"]
DropReason = Literal[
    "repeat",  # a further copy of something that is kept
    "headline",  # a line of the head that the headline field holds
    "section",  # a crumb or section line
    "dateline",  # the line with date, or the place and agency in front of the text
    "byline",
    "source",
    "menu",
    "share",
    "read-also",
    "tags",
    "caption",
    "comment",
    "advert",
    "plea",  # "follow us", "subscribe"
    "teaser",  # headline or abstract of another article
    "rule",  # a line drawn with signs
    "widget",  # weather, prayer times, prices, polls
    "legal",  # copyright, terms
    "other",
]
Label = Literal["PER", "ORG", "LOC"]
MentionKind = Literal["name", "part", "adjective", "nominal", "pronoun"]
PlacePrecision = Literal["country", "admin1", "admin2", "city", "area", "water"]
TimeBasis = Literal["explicit", "relative", "anaphoric"]
QuoteKind = Literal[
    "direct",  # the words themselves, in marks or behind a colon: قال الوزير: «لن ننسحب»
    "indirect",  # a clause or noun phrase in the words of the writer: أكد أن القوات لن تنسحب
    "mixed",  # such a clause of which a part stands in marks: أكد أن القوات «لن تنسحب أبدا»
]
CueKind = Literal[
    "verb",  # قال، تقول، أعلنت
    "verbal-noun",  # قوله، تأكيده، تصريحات
    "participle",  # مضيفا، مشيرة إلى
    "preposition",  # بحسب، وفقا لـ، نقلا عن
    "punctuation",  # the colon or dots of a headline
]
CueClass = Literal[
    "declare",  # قال، صرح، أعلن، أضاف، أشار إلى
    "assert",  # أكد، شدد على، اعتبر، وصف
    "demand",  # طالب، دعا إلى، حث، ناشد
    "deny",  # نفى، أنكر
    "warn",  # حذر من، نبه إلى، هدد
    "ask",  # سأل، تساءل
    "promise",  # تعهد، وعد
    "accuse",  # اتهم، انتقد، ندد، أدان
    "doubt",  # شكك، استبعد، زعم
]
QuoteStatus = Literal[
    "asserted",  # the source says it
    "denied",  # the source says that it is not so: نفى أن
    "hearsay",  # nobody is named: قيل، تردد أن
    "anonymous",  # a source without a name: مصدر أمني
]
Resolution = Literal[
    "explicit",  # a name stands at the cue: قال لافروف
    "nominal",  # an office or description: قال الوزير
    "pronoun",  # قوله، وهو يقول
    "pro-drop",  # the verb alone: وأضاف
    "document",  # a statement or report speaks: جاء في البيان
    "anonymous",  # قال مصدر مطلع
    "hearsay",  # قيل
]
ChannelKind = Literal[
    "social-media",  # على صفحته في فيسبوك، في تغريدة، عبر حسابه
    "press-conference",  # في مؤتمر صحفي
    "interview",  # في مقابلة مع قناة، في حوار
    "statement",  # في بيان، في تصريح
    "outlet",  # قال لصحيفة، تصريحات لقناة
    "agency",  # أبلغ وكالة الأنباء، قال لرويترز
    "letter",  # في رسالة إلى مجلس الأمن
    "speech",  # في كلمة، في خطاب أمام الجمعية العامة
    "phone",  # في اتصال هاتفي
    "broadcast",  # في كلمة متلفزة، في تسجيل صوتي
    "court",  # أمام المحكمة، في حكم
    "parliament",  # أمام مجلس النواب، في جلسة البرلمان
    "other",  # في تقرير، في دراسة, and what fits nowhere else
]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Modality = Literal["actual", "planned", "reported"]
