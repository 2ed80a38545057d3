"""Arabic news pages without end, the same ones every time: sentences built from parts written for this purpose.

No two pages are equal. The markup is that of a usual outlet: menu, crumb, headline, date line, byline, paragraphs,
read-also list, teasers, footer and a script, so that a reader has as much to leave out as on a real page.
"""

import random

SEED = 20261124
WHO = (
    "وزير الموارد المائية", "رئيس بلدية المدينة", "المتحدث باسم الشرطة", "مديرة مستشفى الولادة", "نقيب الصيادين",
    "محافظ البنك المركزي", "أمين عام اتحاد المزارعين", "رئيسة لجنة التعليم", "قائد الدفاع المدني", "عميد كلية الزراعة",
)  # fmt: skip
SAID = ("قال", "أعلن", "أكد", "أوضح", "ذكر", "أضاف", "بيّن", "كشف")
THAT = (
    "أن أعمال صيانة الجسر القديم ستنتهي قبل نهاية الشهر المقبل",
    "أن حصيلة الموسم الحالي من القمح فاقت التوقعات بنحو عشرين في المئة",
    "أن المدارس المتضررة من السيول ستفتح أبوابها يوم الأحد",
    "أن اللجنة ستعقد اجتماعها القادم بحضور ممثلين عن ثماني محافظات",
    "أن خط المياه الجديد يخدم أكثر من ستين ألف نسمة",
    "أن فرق الإنقاذ واصلت عملها طوال الليل رغم سوء الأحوال الجوية",
    "أن أسعار الأسماك تراجعت بعد عودة المراكب إلى البحر",
    "أن المكتبة العامة ستضم قاعة للمخطوطات وأخرى للأطفال",
)
WHERE = ("في صفاقس", "في أسوان", "في اللاذقية", "في البصرة", "في نواكشوط", "في صلالة", "في وهران", "في عدن", "في إربد")
WHEN = ("صباح السبت", "مساء الأحد", "يوم الاثنين", "ظهر الثلاثاء", "خلال مؤتمر صحفي", "في ختام جولة ميدانية")
MORE = (
    "وتأتي هذه الخطوة بعد أشهر من المشاورات بين الجهات المعنية",
    "ومن المنتظر أن يبدأ العمل في المشروع خلال الربع الأول من العام",
    "وكان السكان قد طالبوا مراراً بتحسين الخدمات في الأحياء الشرقية",
    "وشارك في اللقاء عدد من الخبراء والطلبة وممثلي الجمعيات",
    "ولم تعلق الجهات الرسمية بعد على ما ورد في التقرير",
)
SECTIONS = ("اقتصاد", "محليات", "مجتمع", "ثقافة", "تعليم", "صحة")
AUTHORS = ("سلمى الحداد", "يوسف بن عمر", "هناء الزعبي", "مروان القاسم", "ليلى بوعزيز")
MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")
MENU = "".join(f'<li><a href="/{n}">{name}</a></li>' for n, name in enumerate(SECTIONS * 4))
SCRIPT = "<script>var q=[" + ",".join(str(n * 7919 % 104729) for n in range(900)) + "];</script>"
STYLE = "<style>" + "".join(f".c{n}{{margin:{n}px;padding:{n}px}}" for n in range(120)) + "</style>"


class PageMaker:
    """Makes one page after the other from its seed."""

    def __init__(self, seed: int = SEED) -> None:
        self._random = random.Random(seed)
        self._number = 0

    def _pick(self, parts: tuple[str, ...]) -> str:
        return parts[int(self._random.random() * len(parts))]

    def _sentence(self) -> str:
        pick = self._pick
        number = int(self._random.random() * 9000) + 1000
        return (
            f"{pick(SAID)} {pick(WHO)} {pick(WHERE)} {pick(WHEN)} {pick(THAT)}، بكلفة {number} ألف دينار. {pick(MORE)}."
        )

    def _headline(self) -> str:
        return f"{self._pick(WHO)} {self._pick(WHERE)}: {self._pick(THAT)[3:]} رقم {self._number}"

    def page(self) -> str:
        """The next page; between 25 and 40 thousand bytes of UTF-8."""
        self._number += 1
        headline, section, author = self._headline(), self._pick(SECTIONS), self._pick(AUTHORS)
        day, month = self._number % 28 + 1, self._number // 28 % 12
        paragraphs = "".join(
            f"<p>{self._sentence()} {self._sentence()}</p>\n" for _ in range(5 + int(self._random.random() * 7))
        )
        related = "".join(f'<li><a href="/n/{n}">{self._headline()}</a></li>' for n in range(5))
        teasers = "".join(
            f'<div class="card"><a href="/t/{n}"><img src="/i/{n}.jpg" alt=""><h3>{self._headline()}</h3></a>'
            f"<span>{n + 1} ساعات</span></div>"
            for n in range(24)
        )
        return (
            '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
            f"<title>{headline} - جريدة الميناء</title>"
            f'<meta property="og:title" content="{headline}"><meta property="og:site_name" content="جريدة الميناء">'
            f'<link rel="canonical" href="https://almina.example/news/{self._number}">{STYLE}</head><body>'
            f'<nav><ul>{MENU}</ul></nav><div class="crumb"><a href="/">الرئيسية</a> » <a href="/s">{section}</a></div>'
            f'<article><h1>{headline}</h1><div class="date">{day} {MONTHS[month]} 2024</div>'
            f'<div class="by">كتب: {author}</div><div class="text">{paragraphs}</div>'
            f'<div class="more"><h4>اقرأ أيضاً</h4><ul>{related}</ul></div></article>'
            f"<aside>{teasers}</aside><footer>جميع الحقوق محفوظة لجريدة الميناء 2024</footer>{SCRIPT}</body></html>"
        )
