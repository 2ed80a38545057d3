"""What holds for the quotes and events of any text: exact spans, a cue or trigger for each, ids that lead somewhere."""

import random
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.test_annotations import BIDI, CHANCE, CHARS, UNSEEN, dressed, stretched

from marsad import annotate
from marsad.annotate import Annotations, Annotator
from marsad.errors import MissingExtra
from marsad.records import Event, Quote, TextSpan
from marsad.text.clean import clean

PUBLISHED = "2024-05-05"
PARAGRAPHS = (
    "قال وزير الطاقة الأردني نادر الحوراني للصحفيين في مؤتمر صحفي إن بلاده «مستعدة لتزويد جيرانها» بالكهرباء.",
    "وأضاف أن الكلفة ستقسم مناصفة، مشيرا إلى أن العمل يبدأ في نيسان، ومؤكدا: «لن نتأخر».",
    "وقالت وزارة الخارجية الروسية على صفحتها في «فيسبوك»: «شدد الوزير سيرغي لافروف على ضرورة الحوار. ولن نقبل غيره».",
    "نفت شركة الشبكات أن تكون قد رفعت الأسعار. وقيل إن خلافا على الثمن أخّر التوقيع.",
    "«الحوار هو الحل»، بحسب رئيس الوزراء العراقي، الذي زار طهران أمس والتقى نظيره الإيراني.",
    "نقلت وكالة رويترز عن مصدر أمني قوله إن الجيش قصف مواقع في حلب، ما أدى إلى مقتل خمسة وإصابة أكثر من عشرين.",
    "فرضت الولايات المتحدة عقوبات على ثلاث شركات إيرانية، ورفضت طهران القرار ودعت واشنطن إلى التراجع.",
    "ومن المقرر أن يزور الرئيس المصري باريس الأسبوع المقبل. ويذكر أن العمال أضربوا في يناير الماضي.",
    "لم يقل الوزير إن الحرب انتهت، ولو انسحبت القوات لعاد السكان.",
    "فاز منتخب مصر على ضيفه بهدفين وهاجم مرمى الخصم حتى الدقيقة الأخيرة.",
    "لافروف: روسيا لن تشارك",
)
SOUP = [
    *sorted({word for text in PARAGRAPHS for word in text.split()}),
    *("(", ")", "«", "»", '"', "“", "”", ":", "،", ".", "...", "-", "…", "أن", "إن", "قوله", "بحسب", "قيل", "قُتل"),
]
ARTICLES = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6).map("\n\n".join)
SOUPS = st.lists(st.sampled_from(SOUP), max_size=60).map(" ".join)
TEXTS = st.lists(st.one_of(st.sampled_from(PARAGRAPHS), SOUPS, st.text(CHARS, max_size=40)), max_size=5).map(
    lambda parts: clean("\n\n".join(parts))
)
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?|-W\d\d)?(/\d{4}(-\d\d(-\d\d)?)?)?")


@pytest.fixture(scope="module")
def read() -> Annotator:
    try:
        return annotate.annotator("fast")
    except MissingExtra as missing:
        pytest.skip(str(missing))


def worded(found: Annotations) -> Iterator[object]:
    """Everything that says where it stands and what stands there."""
    for quote in found.quotes or ():
        yield from (quote.cue, quote.source, quote.channel, quote.addressee, quote.reporter)
    for event in found.events or ():
        yield from (event.trigger, *event.actors, *event.recipients, event.host)
        yield from (telling.trigger for telling in event.mentions)


@given(text=TEXTS)
@settings(max_examples=150)
def test_every_span_is_exact(read: Annotator, text: str) -> None:
    found = read(text, published=PUBLISHED)
    for part in filter(None, worded(found)):
        words = TextSpan(part.start, part.end, part.text)  # type: ignore[attr-defined]  # all of them have these
        assert text[words.start : words.end] == words.text
        assert words.text == words.text.strip() != ""
    for quote in found.quotes or ():
        assert quote.text == text[quote.content[0].start : quote.content[-1].end]
        assert all(text[part.start : part.end].strip() for part in quote.content)
        assert all(one.end <= two.start for one, two in zip(quote.content, quote.content[1:], strict=False))


@given(text=TEXTS)
@settings(max_examples=150)
def test_every_quote_has_a_cue_outside_of_its_words(read: Annotator, text: str) -> None:
    for quote in read(text, published=PUBLISHED).quotes or ():
        assert quote.cue is not None
        assert all(quote.cue.end <= part.start or part.end <= quote.cue.start for part in quote.content), quote
        modes = {part.mode for part in quote.content}
        assert {"direct": {"direct"}, "indirect": {"indirect"}, "mixed": {"direct", "indirect"}}[quote.kind] == modes


@given(text=TEXTS)
@settings(max_examples=150)
def test_every_event_has_a_trigger_in_its_evidence(read: Annotator, text: str) -> None:
    for event in read(text, published=PUBLISHED).events or ():
        assert event.mentions
        assert (event.mentions[0].trigger, event.mentions[0].evidence) == (event.trigger, event.evidence)
        for telling in event.mentions:
            assert telling.evidence.start <= telling.trigger.start < telling.trigger.end <= telling.evidence.end
        assert event.actors or event.recipients
        assert event.date is None or event.date.value is None or DATE.fullmatch(event.date.value)


@given(text=TEXTS)
@settings(max_examples=150)
def test_ids_lead_to_what_is_there(read: Annotator, text: str) -> None:
    found = read(text, published=PUBLISHED)
    entities = {entity.id for entity in found.entities or ()}
    quotes = [quote.id for quote in found.quotes or ()]
    assert quotes == [f"q{number}" for number in range(1, len(quotes) + 1)]
    events = [event.id for event in found.events or ()]
    assert events == [f"v{number}" for number in range(1, len(events) + 1)]
    for quote in found.quotes or ():
        whom = [quote.addressee and quote.addressee.entity, quote.reporter and quote.reporter.entity, quote.speaker]
        assert {name for name in whom if name} <= entities
        assert {name for name in (quote.within, quote.paraphrase_of) if name} <= {*quotes} - {quote.id}
        assert (quote.status == "hearsay") <= (quote.speaker is None)
    for event in found.events or ():
        named = [*event.actors, *event.recipients, event.host, event.place]
        assert {party.entity for party in named if party and party.entity} <= entities
        assert event.quote is None or event.quote in quotes
        assert (event.modality == "reported") <= (event.quote is not None)


@given(text=TEXTS)
@settings(max_examples=80)
def test_a_quote_within_another_stands_in_its_words(read: Annotator, text: str) -> None:
    quotes = {quote.id: quote for quote in read(text, published=PUBLISHED).quotes or ()}
    for quote in quotes.values():
        if quote.within:
            outer = quotes[quote.within].content
            assert outer[0].start <= quote.content[0].start < quote.content[-1].end <= outer[-1].end, quote


@given(text=st.text(st.characters(exclude_categories=("L", "M")), max_size=200))
@settings(max_examples=150)
def test_nothing_is_said_or_done_without_letters(read: Annotator, text: str) -> None:
    found = read(clean(text), published=PUBLISHED)
    assert (found.quotes, found.events) == ((), ())


@given(text=st.one_of(ARTICLES, SOUPS), chance=CHANCE, share=st.sampled_from([0.05, 0.3, 1.0]))
@settings(max_examples=60)
def test_tatweel_and_bidi_marks_change_nothing(read: Annotator, text: str, chance: random.Random, share: float) -> None:
    plain = clean(text)
    expected = seen(read(plain, published=PUBLISHED))
    assert seen(read(stretched(plain, chance, share), published=PUBLISHED)) == expected
    assert seen(read(dressed(plain, chance, BIDI, share), published=PUBLISHED)) == expected


def seen(found: Annotations) -> tuple[object, ...]:
    return [heard(quote) for quote in found.quotes or ()], [done(event) for event in found.events or ()]


def heard(quote: Quote) -> tuple[object, ...]:
    cue = quote.cue and (UNSEEN.sub("", quote.cue.text), quote.cue.class_)
    return UNSEEN.sub("", quote.text), cue, quote.speaker, quote.status, quote.kind, quote.within


def done(event: Event) -> tuple[object, ...]:
    parties = [[UNSEEN.sub("", party.text) for party in side] for side in (event.actors, event.recipients)]
    return event.type, UNSEEN.sub("", event.trigger.text), parties, event.modality, event.date, len(event.mentions)


@given(order=st.permutations(PARAGRAPHS[:-1]))
@settings(max_examples=40)
def test_the_order_of_paragraphs_changes_no_quote_whose_speaker_is_named_beside_it(
    read: Annotator, order: list[str]
) -> None:
    """But for what is carried over: a bare وأضاف leads to whoever spoke before."""

    def told(parts: list[str]) -> set[tuple[object, ...]]:
        text = "\n\n".join(parts)
        found = read(text, published=PUBLISHED, headline_end=0)
        return {
            (quote.text, quote.cue and quote.cue.text, quote.speaker_name, quote.kind, quote.status)
            for quote in found.quotes or ()
            if quote.resolution in {"explicit", "hearsay", "anonymous"}
        }

    assert told(order) == told(list(PARAGRAPHS[:-1]))
