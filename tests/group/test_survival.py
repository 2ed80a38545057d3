"""A quote in several articles: what became of its words and of its speaker."""

from dataclasses import replace

from marsad.group.survival import survivals
from marsad.records import SCHEMA, Article, Content, Cue, Origin, PrintedDate, Quote, Record, Span

WORDS = "لن نسمح بأن تغلق المدرسة أبوابها في وجه أطفال القرية مهما بلغت كلفة الترميم هذا العام"
SPEAKER = "جمانة الأيوبي"


def record(name: str, day: str, words: str = WORDS, speaker: str | None = SPEAKER, *, marks: bool = True) -> Record:
    lead = f"زارت لجنة التعليم القرية أمس. وقالت {speaker or 'مسؤولة'}: "
    text = f"{lead}«{words}»." if marks else f"زارت لجنة التعليم القرية أمس. {words}."
    start = text.index(words)
    quote = Quote(
        "q1", "direct", words, (Content(start, start + len(words), "direct"),), Cue(30, 35, "قالت", "declare"), None,
        None, speaker, "asserted", "quotes@1",
    )  # fmt: skip
    article = Article(
        name, "ar", None, text, (Span(0, len(text)),), published=PrintedDate(day, "day", day), publisher=f"صحيفة {name}"
    )
    return Record(SCHEMA, Origin(uri=name), article, quotes=(quote,) if marks else ())


def test_a_quote_is_followed_from_its_first_telling_on() -> None:
    records = [record("c", "2024-05-03", speaker="رائد منصور"), record("a", "2024-05-01"), record("b", "2024-05-02")]
    (found,) = survivals(records)
    assert [(one.article, one.named) for one in found.tellings] == [("a", "first"), ("b", "same"), ("c", "other")]
    assert found.outlets == 3
    assert all(one.text == WORDS and one.edits == () for one in found.tellings)
    assert survivals(reversed(records)) == (found,)


def test_a_cut_and_a_changed_word_are_told() -> None:
    cut = WORDS.removesuffix(" مهما بلغت كلفة الترميم هذا العام")
    changed = WORDS.replace("أطفال القرية", "أطفال المدينة")
    (found,) = survivals([record("a", "1"), record("b", "2", cut), record("c", "3", changed)])
    first, shorter, other = found.tellings
    assert first.share == 1.0
    assert 0.5 < shorter.share < 0.8
    assert [edit.kind for edit in shorter.edits] == ["deletion"]
    assert [(edit.kind, edit.b.text) for edit in other.edits if edit.b] == [("wording", "المدينة")]


def test_who_names_nobody_and_who_takes_the_words_as_its_own_are_told() -> None:
    (found,) = survivals([record("a", "1"), record("b", "2", speaker=None), record("c", "3", marks=False)])
    assert [one.named for one in found.tellings] == ["first", "nobody", "unquoted"]
    unquoted = found.tellings[2]
    assert unquoted.quote is None
    assert unquoted.text == f"{WORDS}."


def test_the_words_without_marks_may_be_the_earliest() -> None:
    (found,) = survivals([record("a", "1", marks=False), record("b", "2")])
    assert [one.named for one in found.tellings] == ["unquoted", "first"]


def test_short_quotes_other_quotes_and_one_article_alone_are_no_survival() -> None:
    short = "لن نسمح بذلك أبدا"
    assert survivals([record("a", "1", short), record("b", "2", short)]) == ()
    other = "سيبدأ تسجيل التلاميذ الجدد يوم الأحد المقبل في مبنى البلدية القديم قرب الساحة"
    assert survivals([record("a", "1"), record("b", "2", other)]) == ()
    assert survivals([record("a", "1")]) == ()
    assert survivals([]) == ()
    assert survivals([replace(record("a", "1"), quotes=None), replace(record("b", "2"), quotes=None)]) == ()
