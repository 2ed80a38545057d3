"""Who says what: the shapes in which news attribute words, each with its cue, source, content and rule."""

from collections.abc import Callable

import pytest

from marsad.annotate.quotes.attribution import Attribution

Read = Callable[..., list[Attribution]]
Told = tuple[str, str | None, str, str, str]


def told(text: str, found: list[Attribution]) -> list[Told]:
    """Cue, source, content, kind and rule of each."""
    return [
        (
            text[one.cue.start : one.cue.end],
            text[one.source.start : one.source.end] if one.source else None,
            " … ".join(text[part.start : part.end] for part in one.content),
            one.kind,
            one.rule,
        )
        for one in found
    ]


VERB_FIRST = [
    ("وقال الوزير إن الجسر سيفتح غدا.", ("قال", "الوزير", "إن الجسر سيفتح غدا", "indirect", "verb/that")),
    ("وقال الوزير، في بيان، إن الجسر سيفتح.", ("قال", "الوزير", "إن الجسر سيفتح", "indirect", "verb/that")),
    ("وقال الوزير: «سنفتح الجسر غدا».", ("قال", "الوزير", "سنفتح الجسر غدا", "direct", "verb/marks")),
    ('وقال الوزير إن "الجسر سيفتح غدا".', ("قال", "الوزير", "الجسر سيفتح غدا", "direct", "verb/that")),
    ("وقال الوزير إن الجسر «تحفة نادرة» وسيفتح.",
     ("قال", "الوزير", "إن الجسر … تحفة نادرة … وسيفتح", "mixed", "verb/that")),
    ("وقال الوزير: سنفتح الجسر غدا.", ("قال", "الوزير", "سنفتح الجسر غدا", "direct", "verb/colon")),
    ("وأعلنت الوزارة تأجيل الامتحانات.", ("أعلنت", "الوزارة", "تأجيل الامتحانات", "indirect", "verb/noun")),
    ("وحذر الخبير من انهيار السد.", ("حذر", "الخبير", "انهيار السد", "indirect", "verb/prep")),
    ("وتساءل النائب هل تكفي الميزانية.", ("تساءل", "النائب", "هل تكفي الميزانية", "indirect", "verb/question")),
    ("والوزير قال إن الجسر سيفتح.", ("قال", "والوزير", "إن الجسر سيفتح", "indirect", "verb/that")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), VERB_FIRST)
def test_a_verb_brings_its_words(read: Read, text: str, wanted: Told) -> None:
    assert told(text, read(text)) == [wanted]


OTHER_CUES = [
    ("«سنفتح الجسر غدا أمام الجميع»، قال الوزير.", "marks-then-cue", "سنفتح الجسر غدا أمام الجميع"),
    ("«سنفتح الجسر»، قال الوزير، «ونحتفل به مساء».", "split", "سنفتح الجسر … ونحتفل به مساء"),
    ("وفق مصدر أمني، أغلقت الطريق مساء.", "according-to/first", "أغلقت الطريق مساء"),
    ("أغلقت الطريق مساء، وفق مصدر أمني.", "according-to/behind", "أغلقت الطريق مساء"),
    (
        "يبدأ المعرض الدولي، وفق رئيس الهيئة، في مارس المقبل.",
        "according-to/behind",
        "يبدأ المعرض الدولي … في مارس المقبل",
    ),
    ("هذه الأرض، يقول المزارع، ورثناها عن أجدادنا.", "parenthetical", "هذه الأرض … ورثناها عن أجدادنا"),
    ("أغلقت الطريق مساء، على حد قوله.", "according-to/behind", "أغلقت الطريق مساء"),
    ("أغلقت الطريق مساء، كما ذكرت مصادر رسمية.", "according-to/behind", "أغلقت الطريق مساء"),
    ("وجاء في البيان أن الطريق أغلقت.", "document/that", "أن الطريق أغلقت"),
    ("ونقلت الوكالة عن المتحدث قوله إن الطريق أغلقت.", "nominal/that", "إن الطريق أغلقت"),
    ("واكتفى المتحدث بالقول: «الطريق آمنة للجميع».", "nominal/marks", "الطريق آمنة للجميع"),
    ("ويقال إن الطريق أغلقت.", "passive-hearsay/that", "إن الطريق أغلقت"),
    ("الناطق باسم الحكومة: «الطريق آمنة للجميع».", "speaker-colon-marks", "الطريق آمنة للجميع"),
]


@pytest.mark.parametrize(("text", "rule", "words"), OTHER_CUES)
def test_other_cues_bring_theirs(read: Read, text: str, rule: str, words: str) -> None:
    assert [(one[4], one[2]) for one in told(text, read(text))] == [(rule, words)]


@pytest.mark.parametrize(
    "text",
    [
        "ويذكر أن الجسر بني قبل قرن.",
        "وتجدر الإشارة إلى أن الجسر قديم.",
        "ولم يقل الوزير إن الجسر سيفتح.",
        "وقد يعلن الوزير فتح الجسر.",
        "وإذا قال الوزير إن الجسر سيفتح فرح الناس.",
        "ورفض الوزير التعليق.",
        "وأكدت الصور أن الجسر انهار.",
        "وفتح الجسر بحسب القانون الجديد.",
        "وفتح الجسر وفق الاتفاق المبرم.",
        "وانتقد الحاضرون المجتمع الدولي.",
        "ونقلت الشاحنات القمح إلى الميناء.",
        "وزار فيلم «قال الراوي» الصالات.",
        "وزار الوزير حي «النور» وحديقة «الزهور».",
        "وكانت الوزارة قد فتحت الجسر بعد أن أصلحته.",
    ],
)
def test_nobody_says_anything(read: Read, text: str) -> None:
    assert told(text, read(text)) == []


def test_a_participle_ends_the_words_in_front_and_brings_its_own(read: Read) -> None:
    text = "وقال المدير إن المصنع يعمل، مضيفا أن الطلب زاد، ومؤكدا ضرورة التوسع."
    assert [(one[0], one[2]) for one in told(text, read(text))] == [
        ("قال", "إن المصنع يعمل"),
        ("مضيفا", "أن الطلب زاد"),
        ("مؤكدا", "ضرورة التوسع"),
    ]


def test_a_joined_verb_of_saying_ends_the_words_in_front(read: Read) -> None:
    text = "وقال النائب إن القانون معيب ودعا إلى تعديله."
    assert [one[2] for one in told(text, read(text))] == ["إن القانون معيب", "تعديله"]


@pytest.mark.parametrize(
    ("text", "target", "words"),
    [
        ("واتهم الوزير المعارضة بعرقلة الحوار.", "المعارضة", "المعارضة بعرقلة الحوار"),
        ("ودعا الوزير المواطنين إلى الهدوء.", "المواطنين", "المواطنين إلى الهدوء"),
        ("وطالب الوزير المصارف بخفض الفائدة.", "المصارف", "المصارف بخفض الفائدة"),
    ],
)
def test_who_is_asked_or_accused_is_the_target(read: Read, text: str, target: str, words: str) -> None:
    (one,) = read(text)
    assert one.target is not None
    assert text[one.target.start : one.target.end] == target
    assert told(text, [one])[0][1:3] == ("الوزير", words)


def test_words_inside_words_know_what_holds_them(read: Read) -> None:
    text = "وقالت الصحيفة إن الوزير أكد أن الجسر سيفتح."
    outer, inner = read(text)
    assert (outer.outer, inner.outer) == (None, 0)
    assert text[inner.source.start : inner.source.end] == "الوزير" if inner.source else False


def test_the_medium_relays_and_another_speaks(read: Read) -> None:
    text = "ونقلت صحيفة محلية عن مصدر أمني أن الطريق أغلقت."
    (one,) = read(text)
    assert one.reporter is not None
    assert text[one.reporter.start : one.reporter.end] == "صحيفة محلية"
    assert told(text, [one])[0][1] == "مصدر أمني"


def test_a_pronoun_carries_the_agreement(read: Read) -> None:
    (one,) = read("وجددت تأكيدها أن الطريق آمنة.")[-1:]
    assert (one.pronoun is not None, one.gender, one.number) == (True, "f", "s")


def test_a_dropped_subject_has_none(read: Read) -> None:
    (one,) = read("وأضافوا أن الطريق آمنة.")
    assert (one.source, one.gender, one.number) == (None, "m", "p")


@pytest.mark.parametrize(
    ("line", "rule", "words"),
    [
        ("سامي خليل: لن نغلق الطريق", "headline-colon", "لن نغلق الطريق"),
        ("سامي خليل... لن نغلق الطريق", "headline-dots", "لن نغلق الطريق"),
        ("«لن نغلق الطريق» - سامي خليل", "headline-dash", "لن نغلق الطريق"),
    ],
)
def test_a_headline_names_its_speaker_without_a_verb(read: Read, line: str, rule: str, words: str) -> None:
    text = line + "\n\nفتحت الطريق أمس."
    (one,) = read(text, "سامي خليل", headline=len(line))
    assert one.headline
    assert told(text, [one])[0][1:] == ("سامي خليل", words, one.kind, rule)


def test_speech_runs_over_paragraphs(read: Read) -> None:
    text = "وقال المدير: «بدأنا صغارا.\nثم كبر المصنع.\nواليوم نصدر». وفتح المصنع أبوابه."
    (one,) = read(text)
    assert [text[part.start : part.end] for part in one.content] == ["بدأنا صغارا", "ثم كبر المصنع", "واليوم نصدر"]


def test_speech_goes_on_in_sentences_that_are_wholly_in_marks(read: Read) -> None:
    text = "وقال اللاعب: «حلمت بهذا الهدف». «أهديه إلى والدي»."
    (one,) = read(text)
    assert [text[part.start : part.end] for part in one.content] == ["حلمت بهذا الهدف", "أهديه إلى والدي"]


def test_marks_that_nobody_closes_end_with_their_sentence(read: Read) -> None:
    text = 'وقال المدير: "بدأنا صغارا ثم كبر المصنع. وفتح المصنع أبوابه.'
    (one,) = read(text)
    assert told(text, [one])[0][2] == "بدأنا صغارا ثم كبر المصنع"
