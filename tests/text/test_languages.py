"""The language of a text, by letters and words that are its own."""

import pytest

from marsad.text.languages import arabic_share, identify

SENTENCES = {
    "ar": [
        "أعلنت وزارة الصحة اليوم تسجيل أربعين إصابة جديدة في العاصمة.",
        "قال المتحدث باسم الحکومة فی مؤتمر صحفی إن علی الجمیع الالتزام بالقرار الذی صدر أمس",
        "مقتل عشرة جنود بانفجار عبوة ناسفة شمال بغداد",
        "گوگل تطلق تطبيق خرائط جديدا",
        "وقّعت شركة Siemens مع Orascom وGeneral Electric اتفاقاً لبناء محطة كهرباء في بني سويف",
        "شاهد الفيديو على https://www.example.com/very/long/path/that/never/ends?with=query&and=more @someone_there",
        "عاجل",
        "سان جيرمان يقدم عرضا لضم نجم جديد",
        "جو مشمس و«كرد» العراق: حرف «و»",
        "ده كلام جميل يا مي",
        "ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ ﺍﻟﻘﺮﺍﺭ ﻓﻲ ﻣﺼﻠﺤﺔ ﺍﻟﺒﻠﺪ",
        "قَالَ الرَّئِيسُ إِنَّ البِلَادَ بِخَيْرٍ",
    ],
    "fa": [
        "وزیر امور خارجه در دیدار با همتای خود گفت که مذاکرات ادامه دارد.",
        "رئیس جمهور وارد تهران شد",
        "اين خبر را رسانه هاي داخلي منتشر كردند و در آن از افزايش قيمت ها خبر دادند",
        "قیمت نفت در بازارهای جهانی پنج درصد کاهش یافت",
    ],
    "ur": [
        "وزیر اعظم نے کہا ہے کہ ملک میں مہنگائی کم ہو رہی ہے۔",
        "لاہور میں بارش کے بعد سڑکیں بند، ٹریفک متاثر",
    ],
    "ckb": ["سەرۆکی حکومەت لە هەولێر پێشوازی لە شاندێکی بازرگانی کرد.", "نرخی نەوت لە بازاڕەکانی جیهان بەرز بووەوە"],
    "ps": ["د افغانستان حکومت وايي چې په کندهار کې یې نوی روغتون جوړ کړی دی.", "ولسمشر له پلاوي سره ليدلي دي"],
    "ug": ["ئۈرۈمچى شەھىرىدە يېڭى كۆۋرۈك پۈتۈپ چىقتى ۋە قاتناشقا ئېچىۋېتىلدى."],
    "en": [
        "The minister said on Sunday that the talks would go on.",
        "In his speech the president said «لن نتراجع عن قرارنا» and then repeated it in English for the audience.",
    ],
    "fr": ["Le ministre a déclaré que les discussions se poursuivront dans la capitale."],
    "de": ["Der Minister sagte, dass die Gespräche in der Hauptstadt nicht beendet sind."],
    "es": ["El ministro dijo que las conversaciones seguirán en la capital del país."],
    "tr": ["Bakan, görüşmelerin başkentte daha sonra da olacağını ve bunun için bir heyet kurulduğunu söyledi."],
    "ru": ["Министр заявил, что переговоры продолжатся в столице."],
    "uk": ["Міністр заявив, що переговори триватимуть у столиці її країни."],
    "he": ["השר אמר שהשיחות יימשכו בבירה."],
    "el": ["Ο υπουργός είπε ότι οι συνομιλίες θα συνεχιστούν."],
    "ja": ["外務大臣は日曜日に会談が続くと述べた。"],
    "zh": ["外交部长星期日表示会谈将继续。"],
    "und": ["", "12 / 03 / 2021", "…!؟", "Xqzt Brrk"],
}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, texts in SENTENCES.items() for text in texts])
def test_a_text_is_recognised(language: str, text: str) -> None:
    assert identify(text) == language


def test_arabic_with_a_quoted_english_sentence_stays_arabic() -> None:
    text = SENTENCES["ar"][0] * 3 + SENTENCES["en"][0]
    assert identify(text) == "ar"


def test_arabic_that_quotes_persian_stays_arabic_and_the_other_way_round() -> None:
    assert identify(SENTENCES["ar"][0] * 3 + SENTENCES["fa"][1]) == "ar"
    assert identify(SENTENCES["fa"][0] * 3 + SENTENCES["ar"][2]) == "fa"


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("", 0.0),
        ("123 !", 0.0),
        ("abc", 0.0),
        ("خبر", 1.0),
        ("خبر abc", 0.5),
        ("خَبَرٌ ١٢ abc", 0.5),
        ("ﻻﺏ ab", 0.5),
        ("ب ﷼ ﴿ ab", 1 / 3),
    ],
)
def test_the_arabic_share_counts_letters_alone(text: str, share: float) -> None:
    assert arabic_share(text) == pytest.approx(share)
