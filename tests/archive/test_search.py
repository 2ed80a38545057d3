"""A search finds what was kept under every form and spelling, says why, and trusts its index no more than the file."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad.archive import Archive, Intake, withdraw
from marsad.archive.index_files import folder_of, read_state
from marsad.archive.query_dates import Period
from marsad.archive.query_tokens import QueryError
from marsad.archive.search import Answer, Finder, Wish, search
from marsad.archive.search_variants import Choice
from marsad.errors import ArchiveError, UsageError
from marsad.finding import KnownLists, finder
from marsad.pipeline import ARTICLE_ONLY, Wanted, read_bytes
from marsad.records import Origin, Page
from marsad.text.search_words import tokens

NOW = Intake("2026-03-10T09:00:00Z", "مريم", "test", "marsad test")
TEXTS = {
    "russia": "أعلنت روسيا أمس أنها مستعدة للتعاون، وقال سيرغي لافروف في بيان إن بروسيا حاجة إلى السلام ولروسيا حلفاء.",
    "adjective": "قالت مصادر إن طائرات حربية روسية عبرت الأجواء فجر اليوم فوق البحر ولم يصدر تعليق من الجيش بعد ذلك.",
    "capital": "قال الوزير أحمد الخطيب إن الحكومة ستعلن موازنتها، وشكر الوزير لأحمد سالم جهده، وأثنى على احمد كذلك.",
    "walid": "وصل وليد المعلم إلى بغداد، والتقى الفرد الوحيد من أسرته هناك، ورد على أسئلة الصحفيين ردا مفصلا طويلا.",
    "media": "أكدت وزارة الإعلام أن الاعلام الرسمي سينقل الجلسة كاملة، وأن وسائل الأعلام الأخرى مدعوة إلى الحضور أيضا.",
}


def keep(archive: Archive, name: str, body: str, *, day: str = "9 مارس 2026", wanted: Wanted = ARTICLE_ONLY) -> str:
    """Adds an article; its id."""
    url = f"https://akhbar.example/{name}"
    data = f"خبر {name}\n\nأخبار محلية {day}\n\n{body}\n".encode()
    page = Page(Origin(uri=url, url=url, media_type="text/plain"), data)
    found = read_bytes(data, uri=url, url=url, media_type="text/plain", any_page=True, wanted=wanted)
    with archive.writing():
        return archive.add(page, found, NOW).id


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An archive of the texts above, on a path with Arabic letters and a space."""
    folder = tmp_path / "أرشيف الأخبار"
    folder.mkdir()
    with Archive.open(folder / "مرصد.db", create=True) as opened:
        for name, body in TEXTS.items():
            keep(opened, name, body)
        yield opened


def names(answer: Answer) -> set[str]:
    """Which articles were found, by the last part of their addresses."""
    return {(found.url or "").rpartition("/")[2] for found in answer.found}


def forms(answer: Answer, *, on: bool) -> set[str]:
    """The forms that were searched for, or that were left out."""
    return {variant.form for variant in answer.variants if variant.on is on and variant.count}


def test_a_word_finds_its_clitic_forms_and_says_which(archive: Archive) -> None:
    answer = search(archive, "روسيا")
    assert names(answer) == {"russia"}
    assert forms(answer, on=True) == {"روسيا", "بروسيا", "ولروسيا"}
    (found,) = answer.found
    assert [mark.text for mark in found.hits] == ["روسيا", "بروسيا", "ولروسيا"]
    assert [mark.why for mark in found.hits] == ["exact", "clitic", "clitic"]


def test_a_word_that_stands_only_with_a_clitic_is_found_in_it(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "m.db", create=True) as opened:
        keep(opened, "grid", "بحث وزيرا الطاقة في الأردن ومصر ربط شبكتي الكهرباء بين البلدين خلال العام المقبل.")
        answer = search(opened, "مصر")
        assert names(answer) == {"grid"}
        assert "ومصر" in forms(answer, on=True)


def test_hamza_is_found_however_it_is_written(archive: Archive) -> None:
    for query in ("أحمد", "احمد"):
        assert forms(search(archive, query), on=True) == {"أحمد", "لأحمد", "احمد"}


def test_another_hamza_is_another_word_until_it_is_asked_for(archive: Archive) -> None:
    answer = search(archive, "الإعلام")
    assert forms(answer, on=True) == {"الإعلام", "الاعلام"}
    assert forms(answer, on=False) == {"الأعلام"}
    also = search(archive, "الإعلام", Wish(choice=Choice(on=frozenset({"الأعلام"}))))
    assert forms(also, on=True) == {"الإعلام", "الاعلام", "الأعلام"}
    without = search(archive, "الإعلام", Wish(choice=Choice(off=frozenset({"الاعلام"}))))
    assert forms(without, on=True) == {"الإعلام"}


def test_a_word_that_begins_as_a_clitic_does_is_no_form_of_another(archive: Archive) -> None:
    keep(archive, "female", "اقتنع الفرد بأن الفرد حر في رأيه، وقال إن كل فرد يعرف ذلك جيدا وإن الرد على ذلك سهل ميسر.")
    answer = search(archive, "رد", lists=KnownLists())
    assert "فرد" in forms(answer, on=False)
    assert "ورد" in forms(answer, on=True) | forms(answer, on=False)
    assert names(search(archive, "وليد")) == {"walid"}


def test_as_written_and_phrases_take_words_as_they_stand(archive: Archive) -> None:
    assert forms(search(archive, "احمد", Wish(choice=Choice(as_written=True))), on=True) == {"احمد"}
    assert names(search(archive, "«وزارة الإعلام»")) == {"media"}
    assert names(search(archive, '"وزارة الاعلام"')) == set()
    assert names(search(archive, "“الإعلام وزارة”")) == set()


def test_a_country_finds_its_other_spelling_only_where_it_names_the_country(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        lists = Wanted(engine="lists")
        keep(
            archive,
            "country",
            "قال الوزير إن روسية استضافت لقاء تشاوريا في موسكو نهاية الشهر الماضي بين وفدين.",
            wanted=lists,
        )
        keep(archive, "adjective", TEXTS["adjective"], wanted=lists)
        keep(archive, "plain", TEXTS["russia"], wanted=lists)
        answer = finder(archive).search("روسيا")
        assert names(answer) >= {"plain"}
        assert "adjective" not in names(answer)
        assert "روسية" in forms(answer, on=False)
        assert "adjective" in names(finder(archive).search("روسيا", Wish(choice=Choice(adjectives=True))))


def test_names_of_people_find_their_other_spellings(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        lists = Wanted(engine="lists")
        keep(
            archive,
            "one",
            "قال وزير الخارجية الروسي سيرغي لافروف في موسكو أمس إن بلاده مستعدة للحوار مع الجميع.",
            wanted=lists,
        )
        keep(
            archive,
            "two",
            "قال وزير الخارجية الروسي سيرجي لافروف في موسكو أمس إن بلاده مستعدة للحوار مع الجميع.",
            wanted=lists,
        )
        assert names(search(archive, "سيرغي")) == {"one", "two"}
        assert names(search(archive, 'person:"سيرغي لافروف"')) == {"one", "two"}
        assert names(search(archive, "has:entities")) == {"one", "two"}
        assert search(archive, "place:موسكو").total == 2
        assert search(archive, "place:موسكو NOT لافروف").total == 0


def test_operators_fields_and_dates(archive: Archive) -> None:
    keep(
        archive,
        "old",
        "قال الوزير إن الجسر القديم سيغلق أسبوعا كاملا أمام السيارات لأعمال الصيانة الدورية.",
        day="3 شباط 2015",
    )
    assert names(search(archive, "روسيا OR وليد")) == {"russia", "walid"}
    assert names(search(archive, "روسيا أو وليد")) == {"russia", "walid"}
    assert names(search(archive, "الوزير وليس أحمد")) == {"old"}
    assert names(search(archive, "الوزير NOT (أحمد OR روسيا)")) == {"old"}
    assert names(search(archive, "date:2015-02")) == {"old"}
    assert names(search(archive, 'date:"شباط ٢٠١٥..آذار 2015"')) == {"old"}
    assert names(search(archive, "الوزير", Wish(period=Period(None, "2020-01-01")))) == {"old"}
    assert names(search(archive, "موازن*")) == {"capital"}
    assert search(archive, "lang:ar").total == 6
    assert search(archive, "lang:fr").total == 0
    assert search(archive, "", Wish(sort="oldest")).found[0].published == "2015-02-03"
    assert search(archive, "").found[-1].published == "2015-02-03"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ('"روسيا', 'the quotation mark " at character 1 is not closed'),
        ("(روسيا", "the parenthesis at character 1 is not closed"),
        ("روسيا)", "the parenthesis ) at character 6 closes nothing"),
        ("روسيا AND", "AND at character 7 has nothing behind it"),
        ("OR روسيا", "OR at character 1 has nothing in front of it"),
        ("foo:x", "there is no field foo:"),
        ("speaker:", "speaker: at character 1 has no value"),
        ("date:يوما", "is no date"),
        ("date:2016..2015", "runs backwards"),
        ("ر*", "is too short"),
        ("رو*سيا", "the * at character 3 must stand behind"),
        ("()", "something to search for is missing at character 2"),
        ('"،"', "holds no word"),
        ("(" * 40 + "x" + ")" * 40, "parentheses inside one another"),
        ("x " * 70, "more than 60 parts"),
        ("x" * 3000, "2,000 are the most"),
        ("، -", "the query holds no word"),
        ("\udcff", "the query holds no word"),
        ("type:WAR", "no type of event"),
        ("has:money", "has: knows no"),
    ],
)
def test_a_malformed_query_says_where_and_how_to_mend_it(archive: Archive, query: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        search(archive, query)
    assert says in str(caught.value)
    assert 0 <= caught.value.start <= caught.value.end <= len(query)


def test_paging_gives_every_article_once(archive: Archive) -> None:
    for number in range(30):
        keep(
            archive,
            f"n{number}",
            f"قال الوزير في الجلسة رقم {number} إن العمل مستمر في كل القطاعات وإن النتائج قريبة جدا.",
        )
    for sort in ("relevance", "newest", "oldest"):
        whole = [found.article for found in search(archive, "الوزير", Wish(limit=100, sort=sort)).found]
        pages = [
            found.article
            for offset in range(0, 40, 7)
            for found in search(archive, "الوزير", Wish(limit=7, offset=offset, sort=sort)).found
        ]
        assert pages == whole
        assert len(set(whole)) == len(whole) == 31
    with pytest.raises(UsageError):
        Wish(limit=-1)


def test_marks_are_whole_words_of_the_original_and_snippets_are_cut_at_their_edges(archive: Archive) -> None:
    keep(
        archive,
        "marks",
        "وَقالَ الرَّئيسُ: «الســـلام» هدفُنا! " + "كلمة طويلة جدا " * 30 + "ثم عاد إلى السلام مرة أخرى في ختام كلمته.",
    )
    for found in search(archive, "السلام الرئيس").found + search(archive, "السلام").found:
        record = archive.record(found.article)
        assert record is not None
        text = record.article.text
        words = {(token.start, token.end) for token in tokens(text)}
        for mark in found.hits:
            assert text[mark.start : mark.end] == mark.text
            assert (mark.start, mark.end) in words
        for snippet in found.snippets:
            assert text[snippet.start : snippet.end] == snippet.text
            assert not any(start < edge < end for start, end in words for edge in (snippet.start, snippet.end))
            assert snippet.marks


def test_facets_count_all_articles_that_answer(archive: Archive) -> None:
    answer = search(archive, "الوزير OR روسيا", Wish(limit=1, facets=5))
    assert answer.total == 2
    assert answer.facets["source"] == (("akhbar.example", 2),)
    assert answer.facets["month"] == (("2026-03", 2),)
    assert answer.facets["person"] == ()


def test_every_word_of_an_article_finds_it(archive: Archive) -> None:
    asked = Finder(archive)
    for article in archive.ids():
        record = archive.record(article)
        assert record is not None
        for token in tokens(record.article.text):
            word = record.article.text[token.start : token.end]
            assert article in {found.article for found in asked.search(f'"{word}"').found}, word
            assert article in {found.article for found in asked.search(word).found} or word in {"و", "أو"}, word


def test_what_is_added_later_is_found_and_what_is_withdrawn_is_not(archive: Archive) -> None:
    asked = Finder(archive)
    assert asked.search("القطار").total == 0
    added = keep(archive, "train", "قال الوزير إن القطار الجديد سينطلق من المحطة المركزية صباح يوم الأحد المقبل.")
    assert asked.search("القطار").total == 1
    keep(archive, "train", "قال الوزير إن الحافلة الجديدة ستنطلق من المحطة المركزية صباح يوم الأحد المقبل.")
    assert asked.search("القطار").total == 0
    assert asked.search("الحافلة").total == 1
    before = read_state(folder_of(archive.path))
    withdraw(archive, added, "court order", NOW)
    assert asked.search("الحافلة").total == 0
    after = read_state(folder_of(archive.path))
    assert before is not None
    assert after is not None
    assert not (folder_of(archive.path) / before.folder).exists()  # its words are in no file any more
    assert asked.search("").total == len(TEXTS)
    assert not asked.search("الحافلة").variants[0].on or asked.search("الحافلة").found == ()


def test_an_index_that_is_missing_foreign_or_damaged_is_made_again(archive: Archive, tmp_path: Path) -> None:
    assert search(archive, "روسيا").notes == ()
    folder = folder_of(archive.path)
    shutil.rmtree(folder)
    assert search(archive, "روسيا").total == 1
    state = read_state(folder)
    assert state is not None
    for path in (folder / state.folder).iterdir():
        path.write_bytes(b"nonsense" * 3)
    assert search(archive, "روسيا").total == 1
    (folder / "state.json").write_text("{", "utf-8")
    assert search(archive, "روسيا").total == 1
    old = json.loads((folder / "state.json").read_text("utf-8"))
    (folder / "state.json").write_text(json.dumps(old | {"shape": "0"}), "utf-8")
    assert "made again" in search(archive, "روسيا").notes[0]
    with Archive.open(tmp_path / "other.db", create=True) as other:
        keep(other, "x", TEXTS["media"])
        shutil.copytree(folder, folder_of(other.path))
        assert search(other, "روسيا").total == 0
        assert search(other, "الإعلام").total == 1


def test_files_of_the_index_cut_short_or_gone_do_not_change_an_answer(archive: Archive) -> None:
    search(archive, "روسيا")
    folder = folder_of(archive.path)
    for number in range(12):
        state = read_state(folder)
        assert state is not None
        files = sorted(path for path in (folder / state.folder).iterdir() if path.suffix not in {".lock", ""})
        path = files[number % len(files)]
        if number % 2:
            path.unlink()
        else:
            os.truncate(path, path.stat().st_size // 2)
        answer = search(archive, "روسيا", Wish(facets=3))
        assert [names(answer), answer.facets["month"]] == [{"russia"}, (("2026-03", 1),)]


def test_where_nothing_can_be_written_the_index_is_in_memory(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("marsad.archive.index.fresh", refuse)
    answer = search(archive, "روسيا")
    assert answer.total == 1
    assert "no search index can be kept" in answer.notes[0]
    assert not folder_of(archive.path).exists()


def test_while_another_process_writes_the_index_the_old_one_answers(archive: Archive) -> None:
    from marsad.archive.index_files import open_index

    search(archive, "روسيا")
    state = read_state(folder_of(archive.path))
    assert state is not None
    keep(archive, "late", "قال الوزير إن روسيا ستشارك في المعرض المقبل بجناح كبير يضم أحدث ما لديها من الطائرات.")
    writer = open_index(folder_of(archive.path) / state.folder).writer(20_000_000, 1)
    answer = search(archive, "روسيا")
    assert answer.total == 1
    assert "lacks the last 1 changes" in answer.notes[0]
    writer.wait_merging_threads()
    assert search(archive, "روسيا").total == 2


def test_an_empty_archive_has_no_answers(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        assert search(archive, "روسيا").total == 0
        assert search(archive, "", Wish(facets=3)).facets["source"] == ()


def test_a_damaged_article_is_said_in_a_sentence(archive: Archive) -> None:
    with archive.writing():
        archive.connection.execute("UPDATE articles SET body = x'00'")
    with pytest.raises(ArchiveError, match="run marsad verify"):
        search(archive, "روسيا")
