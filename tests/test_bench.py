"""The measures measure: what is counted as right, what a dump is made of, and that a floor holds."""

import json
from importlib.metadata import version
from pathlib import Path

import pytest

from bench import dumps, gold, peers, quality, roundtrip, warc, words
from bench.measure import Expected, Reading, body_scores, repeats, score, verdict
from marsad import ARTICLE_ONLY, NotAnArticle, Record, read_bytes

KNOWN = dumps.Known(
    key="one",
    headline="افتتاح محطة لتحلية المياه في صفاقس",
    paragraphs=(
        "قال محافظ صفاقس يوم الأربعاء إن المحطة الجديدة تخدم ستين ألف ساكن وتغني عن الصهاريج.",
        "وأضاف أن العمل بدأ قبل عامين، وأن كلفته بلغت عشرين مليون دينار دفع نصفها صندوق التنمية.",
        "وحضر الافتتاح ممثلون عن البلديات المجاورة وعدد من المهندسين الذين أشرفوا على البناء.",
    ),
)
OTHERS = ("انطلاق معرض الكتاب في تونس", "أمطار غزيرة في بنزرت")


def read(dump: str, *, any_page: bool) -> Record:
    return read_bytes(dump.encode(), uri="dump.txt", any_page=any_page, wanted=ARTICLE_ONLY)


def test_body_is_compared_as_a_multiset_of_tokens() -> None:
    assert body_scores(["أ ب", "ب"], ["أ ب ج"]) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert body_scores([], ["أ"]) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("found", "expected", "said"),
    [
        (["سامي  الهلالي"], "سامي الهلالي", "right"),
        (["سامي", "هدى"], "سامي", "wrong"),
        ([], "سامي", "missing"),
        (["سامي"], None, "invented"),
        ([], None, "none"),
    ],
)
def test_a_verdict_tells_wrong_from_invented(found: list[str], expected: str | None, said: str) -> None:
    assert verdict(found, expected) == said


def test_a_paragraph_that_differs_by_tatweel_only_is_a_repeat() -> None:
    assert repeats(["نهاية الخبر", "نهايـــة الخبر", "خبر"]) == 1


def test_a_page_is_scored_field_by_field() -> None:
    expected = Expected("عنوان", "2016-05-03", "سامي", None, None, ("أول النص", "آخر النص"), ("أول",), ("شارك",))
    said = Reading("عنوان", "2016-05-04", ("سامي",), "وكالة", None, ("أول النص", "شارك"))
    result = score(said, expected)
    assert (result.title, result.date, result.author, result.source) == (True, "wrong", "right", "invented")
    assert (result.missed, result.forbidden) == ((), ("شارك",))


@pytest.mark.parametrize("name", dumps.DUMPS)
def test_a_known_article_comes_back_exact_from_every_dump(name: str) -> None:
    outcome = roundtrip.read_back(KNOWN, dumps.DUMPS[name](KNOWN, OTHERS), read)
    assert outcome.exact, outcome
    assert outcome.headline


def test_a_lead_that_the_text_opens_with_is_expected_once() -> None:
    opening = KNOWN.paragraphs[0]
    doubled = dumps.Known("two", KNOWN.headline, KNOWN.paragraphs, lead=opening)
    apart = dumps.Known("three", KNOWN.headline, KNOWN.paragraphs, lead="محطة جديدة للمياه تخدم ستين ألف ساكن.")
    assert doubled.expected == KNOWN.paragraphs
    assert apart.expected == (apart.lead, *KNOWN.paragraphs)


def test_what_became_of_a_line_is_told() -> None:
    def without_its_end(dump: str, *, any_page: bool) -> Record:
        return read(dump.replace(KNOWN.paragraphs[2], ""), any_page=any_page)

    outcome = roundtrip.read_back(KNOWN, dumps.plain(KNOWN, OTHERS), without_its_end)
    assert outcome.fates == (("lost", KNOWN.paragraphs[2]),)
    shares = roundtrip.shares([outcome])
    assert [shares[key] for key in ("exact", "headline", "lines_kept")] == pytest.approx([0.0, 1.0, 2 / 3])


def test_a_refused_article_keeps_no_line() -> None:
    def refuse(dump: str, *, any_page: bool) -> Record:
        raise NotAnArticle(f"{len(dump)} characters, {any_page}", reason="listing")

    outcome = roundtrip.read_back(KNOWN, dumps.plain(KNOWN, OTHERS), refuse)
    assert roundtrip.shares([outcome])["lines_kept"] == 0.0
    assert roundtrip.fates([outcome]) == {"rejected: listing": 1}


def test_a_sample_is_the_same_every_time() -> None:
    articles = [dumps.Known(str(n), f"عنوان {n}", ("كلمة " * 60,)) for n in range(50)]
    first = dumps.sample(iter(articles), 10)
    assert first == dumps.sample(iter(articles), 10)
    assert len(first) == 10


def test_a_measure_below_its_floor_is_named() -> None:
    floors: dict[str, dict[str, float]] = {"at_least": {"f1": 0.9, "absent": 1.0}, "at_most": {"invented": 0}}
    assert quality.below_floor({"f1": 0.9, "invented": 0}, floors) == []
    said = quality.below_floor({"f1": 0.89, "invented": 1}, floors)
    assert [line.split()[0] for line in said] == ["f1", "invented"]


def test_every_floor_is_a_figure() -> None:
    floors = json.loads(quality.FLOORS.read_text("utf-8"))
    assert set(floors) == {"at_least", "at_most"}
    assert all(isinstance(value, int | float) for part in floors.values() for value in part.values())


def test_without_gold_a_section_is_skipped_with_a_reason(tmp_path: Path) -> None:
    assert "absent" in str(quality.pages_section(shared=tmp_path).skipped)
    assert "absent" in str(quality.dumps_section(10, shared=tmp_path).skipped)


@pytest.mark.shared
def test_pages_with_gold_are_measured_in_their_groups() -> None:
    groups = {page.group for page in gold.pages()}
    assert groups == {"arabic", "persian", "seed", "rejected"}


def test_the_table_of_peers_gives_ratios() -> None:
    expected = Expected("عنوان", "2016-05-03", None, None, None, ("نص",))
    right = score(Reading("عنوان", "2016-05-03", (), None, None, ("نص",)), expected)
    wrong = score(Reading("عنوان", None, ("الموقع",), None, None, ("نص", "نص")), expected)
    rows = [
        peers.Row("marsad", "1", (right,), (2.0,), 0),
        peers.Row("other", "2", (wrong,), (20.0,), 0),
    ]
    lines = peers.table(rows).splitlines()
    assert lines[2].startswith("| marsad 1 | 2.00 | 1.0 |")
    assert lines[3].startswith("| other 2 | 20.00 | 10.0 |")
    assert "0/0 +1" in lines[3]


def test_a_made_crawl_is_read_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    unpacked = warc.write(path, 0.2)
    run = warc.run(path, unpacked, "warc.gz")
    assert run.read > 5
    assert run.failed == 0
    assert run.row().count("|") == 10


def test_a_made_crawl_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("one.warc", "two.warc"):
        warc.write(tmp_path / name, 0.05)
    assert (tmp_path / "one.warc").read_bytes() == (tmp_path / "two.warc").read_bytes()


def test_a_reader_of_words_is_measured_in_its_own_process() -> None:
    row = words.measure("segmentation", ["قال الوزير إن المحطة جاهزة. وأضاف أن العمل بدأ."] * 50, 2)
    assert row.version == version("marsad")
    assert min(row.speed, row.first, row.clock) > 1000
    assert 5 < row.peak_mib < 500


def test_the_table_of_words_tells_speed_beside_others_and_what_was_skipped() -> None:
    rows = [
        words.Row("gazetteer", "1", 90_000, 50_000, 80_000, 0.5, 60),
        words.Row("fast, mentions", skipped="no weights"),
        words.Row("spaCy, blank Arabic", "3", 180_000, 90_000, 170_000, 0.4, 90),
    ]
    lines = words.table(rows).splitlines()
    assert lines[2] == "| gazetteer | 90,000 | 0.5 | 50,000 | 80,000 | 60,000 | 0.50 | 60 |"
    assert lines[3].startswith("| spaCy, blank Arabic 3 | 180,000 | 1 |")
    assert lines[-1] == "Skipped: fast, mentions (no weights)."


def test_without_gold_the_samples_are_read(tmp_path: Path) -> None:
    name, articles = words.texts(tmp_path)
    assert name == "the samples, 200 times"
    assert len(articles) % 200 == 0
    assert len(set(articles)) >= 3


def test_the_program_starts_with_every_engine_or_says_why_not() -> None:
    assert words.start("lists").seconds > 0
    assert "engine" in words.start("no such").skipped
