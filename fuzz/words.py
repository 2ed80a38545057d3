"""Parts to build inputs from: a byte of the fuzzer chooses a part, so that half of all inputs look like news."""

from collections.abc import Sequence

DIGITS = tuple("0123456789٠١٢٣٤٥٦٧٨٩۰۱۴۹")
MONTHS = (
    "يناير", "فبراير", "مارس", "أبريل", "نيسان", "أيار", "كانون الثاني", "كانون ثاني", "تشرين الأول", "جانفي",
    "فيفري", "أوت", "غشت", "شتنبر", "دجنبر", "يوليوز", "آب/أغسطس", "آب/اغسطس", "رمضان", "ذو الحجة", "جمادى الآخرة",
    "محرم", "النوار", "الفاتح", "هانيبال", "الكانون", "بهمن", "اردیبهشت", "March", "Feb", "août",
)  # fmt: skip
DATES = (
    *DIGITS, *MONTHS, "2015", "٢٠١٥", "1436", "١٤٤٢", "29", "31", "12", "٠٨", "/", "-", "،", " ", " ", ":", "هـ", "م",
    "ص", "الموافق", "الأحد", "الثلاثاء", "أمس", "اليوم", "منذ", "قبل", "ساعات", "ثلاثة أيام", "مساءً", "صباحا",
    "بتاريخ", "نشر", "آخر تحديث", "GMT+3", "بتوقيت غرينتش", "\u200f", "\u200e", "ـ", "T", "Z", "+03:00", "الماضي",
    "السبت", "\u064b", ".", "(", ")", "99999999999999999999", "0000", "00", "13",
)  # fmt: skip
LINES = (
    "القاهرة - رويترز",
    "", " ", "\t", "محافظ صفاقس يفتتح محطة لتحلية المياه", "● أخبار محلية ٣ مايو ٢٠١٦", "كتب: سامي الهلالي",
    "الرئيسية",
    "قال محافظ صفاقس يوم الأربعاء إن المحطة الجديدة تخدم ستين ألف ساكن وتغني عن الصهاريج التي كانت تجوب الأحياء صباحا.",
    "وأضاف أن العمل بدأ قبل عامين، وأن كلفته بلغت عشرين مليون دينار، دفع نصفها صندوق التنمية والنصف الآخر قرض ميسر.",
    "(د ب أ)", "المصدر: وكالة الأنباء الكاتب: فريق التحرير", "مشاركة:", "اقرأ أيضاً:",
    "ـــــــ ــ", "*****", "آخر تحديث: 04:10 (GMT+3)", "نشر في: 2016/05/03 - 1:59 صباحًا", "صورة أرشيفية من الميناء",
    "تابعونا على تويتر", "جميع الحقوق محفوظة", "التعليقات", "أضف تعليقا", "الكلمات الدالة: مياه، صفاقس",
    "الأكثر قراءة", "الطقس اليوم 23", "\ufefb \ufedf\ufe8e", "\x00", "\u2028", "a"*300, "ا"*300, "<p>", "&#1571;",
    "\ud7ff", "\U0001f4f0",
)  # fmt: skip
TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<br>", "<br/><br/>", "<article>", "</article>", "<h1>", "</h1>", "<ul><li>",
    "</li></ul>", "<pre>", "</pre>", "<table><tr><td>", "</table>", '<a href="/x">', "</a>", "<figure>",
    "<figcaption>", "</figure>", "<time>", '<time datetime="2016-05-03T10:00:00Z">', "<!--", "-->", "<script>",
    "</script>", "<title>", "</title>", "<body>", "<svg>",
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"',
    '","datePublished":"2016-05-03","author":[{"name":"', '"}]}</script>', '<script type="application/ld+json">[[[',
    '<meta charset="windows-1256">', '<meta property="og:title" content="',
    '<meta property="article:published_time" content="', '">', '<div class="related">', '<div class="comments">',
    '<div itemprop="articleBody">', '<span class="author">', "</span>", "<template>", "<noscript>", "<iframe>",
    "<math>", "&amp;#1571;", "&#0;", "&#xD800;", "&#x110000;", "<![CDATA[", "]]>", "<xml>", '<html lang="fa">',
    '<img src="', '" alt="', "<base href='//x'>",
)  # fmt: skip
FEED = (
    '<?xml version="1.0" encoding="utf-8"?>', '<?xml version="1.0" encoding="windows-1256"?>', "<rss><channel>",
    "</channel></rss>", "<item>", "</item>", "<title>", "</title>", "<description><![CDATA[", "]]></description>",
    "<content:encoded><![CDATA[", "]]></content:encoded>", "<pubDate>", "Tue, 03 May 2016 10:00:00 +0300",
    "</pubDate>", "<link>https://almina.example/1</link>", "<link>file:///etc/passwd</link>",
    '<feed xmlns="http://www.w3.org/2005/Atom">', "<entry>", "</entry>", "</feed>", "<guid>x</guid>",
    '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', "&b;",
    '{"version":"https://jsonfeed.org/version/1.1","items":[', '{"id":"1","title":"', '","content_html":"<p>',
    '</p>"}', "]}", ",", "<dc:creator>", "</dc:creator>", "<category>",
)  # fmt: skip


MOST = 400  # parts of one input: what is slow for its size shows itself long before


def spell(data: bytes, parts: Sequence[str]) -> str:
    """The text whose parts the bytes choose."""
    return "".join(parts[byte % len(parts)] for byte in data[:MOST])
