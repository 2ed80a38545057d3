"""How well and how fast an archive is searched: `python -m bench.search FILE.db [--make N]`.

Recall and precision of the words of `search_words.tsv` over the articles of an archive. An article should be found
where one of its words is a form of the query word: the rule cuts clitics, article and pronouns off every word of every
text (`text/clitics.py`, not the search's own forms), and the forms that are another word (فرد of رد) were read through
and are listed in the file. Beside the archive's search stand SQLite's FTS5 (unicode61) and tantivy's Snowball stemmer,
on the same texts. Then the times of queries, with highlights. `--make N` first fills the archive with N articles of
the news corpora; `--forms` prints what the rule takes for forms, to be read through.
"""

import argparse
import random
import resource
import sqlite3
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import tantivy

from bench import dumps
from marsad.archive import Archive, Intake
from marsad.archive.facts_find import Events, Quotes, events, quotes
from marsad.archive.query_dates import day_range
from marsad.archive.search import Finder, Wish
from marsad.errors import MarsadError
from marsad.finding import finder
from marsad.pipeline import ARTICLE_ONLY, Wanted, read_bytes
from marsad.records import Origin, Page
from marsad.text.clitics import readings
from marsad.text.fold import fold_key
from marsad.text.search_words import written
from marsad.text.words import words

HERE = Path(__file__).resolve().parent
NEWS = HERE.parent.parent / "shared" / "corpora" / "news"
LEAST = 3  # letters of a word that takes a pronoun
PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "كم")
MOST = 100_000
Texts = dict[str, str]


def make(path: Path, size: int, engine: str) -> None:
    """Fills an archive with articles of the news corpora."""
    corpora = (dumps.antcorpus(NEWS / "antcorpus_v1.1.tar.gz"), dumps.saudinewsnet(NEWS / "saudinewsnet"))
    known = dumps.sample(chain(*corpora), size)
    who = Intake("2026-11-24T12:00:00Z", "bench", "bench/search.py", "marsad")
    wanted = Wanted(engine=engine) if engine else ARTICLE_ONLY
    with Archive.open(path, create=True) as archive:
        for start in range(0, len(known), 200):
            with archive.writing():
                for one in known[start : start + 200]:
                    url, data = f"https://news.example/{one.key}", dumps.plain(one, ()).encode()
                    try:
                        found = read_bytes(
                            data, uri=url, url=url, media_type="text/plain", any_page=True, wanted=wanted
                        )
                    except MarsadError:
                        continue
                    archive.add(Page(Origin(uri=url, url=url, media_type="text/plain"), data), found, who)


def texts_of(archive: Archive) -> Texts:
    """The text of every article, by its id."""
    return {one: record.article.text for one in archive.ids() if (record := archive.record(one))}


def forms_in(texts: Texts) -> dict[str, set[str]]:
    """The articles that each written word stands in."""
    found: dict[str, set[str]] = defaultdict(set)
    for article, text in texts.items():
        for word in {word.text for word in words(text) if word.kind == "arabic"}:
            found[written(word)].add(article)
    return found


def is_form(form: str, word: str) -> bool:
    """Whether the rule reads a written form as the word with clitics, article or pronoun; spellings are folded.

    Pronouns stand behind words of three letters and more; what ends in ة has none.
    """
    folded, wanted = fold_key(form), fold_key(word)
    if wanted.removeprefix("ال")[:-1] not in folded:
        return False
    definite = wanted.startswith("ال")
    targets = {wanted}
    if not definite and len(wanted) >= LEAST and not (form.endswith("ة") and not word.endswith("ة")):
        targets |= {(wanted[:-1] + "ت" if word.endswith("ة") else wanted) + end for end in PRONOUNS}
    if form.endswith("ة") and not word.endswith(("ة", "ه")):
        return False
    forms = {reading.form for reading in readings(folded)}
    return bool(forms & targets) or (not definite and any(one.startswith("ال") and one[2:] == wanted for one in forms))


def gold(row: "Asked", forms: dict[str, set[str]]) -> set[str]:
    """The articles that have a form of the word which is not another word."""
    return set().union(
        *(
            where
            for form, where in forms.items()
            if form not in row.others and any(is_form(form, word) for word in (row.word, *row.spellings))
        )
    )


def fts5(texts: Texts) -> Callable[[str], set[str]]:
    """SQLite's full-text search as it comes."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, body, tokenize='unicode61')")
    base.executemany("INSERT INTO t VALUES (?, ?)", texts.items())
    return lambda word: {row[0] for row in base.execute("SELECT id FROM t WHERE t MATCH ?", (f'"{word}"',))}


def snowball(texts: Texts) -> Callable[[str], set[str]]:
    """Tantivy with the Arabic stemmer of Snowball, which is what PostgreSQL has too."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("body", tokenizer_name="stem", index_option="freq")
    index = tantivy.Index(builder.build())
    stemmer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.stemmer("arabic")).build()
    index.register_tokenizer("stem", stemmer)
    writer = index.writer(64_000_000, 1)
    for article, text in texts.items():
        writer.add_document(tantivy.Document(id=[article], body=[text]))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(word: str) -> set[str]:
        query = tantivy.Query.term_query(index.schema, "body", stemmer.analyze(word)[0])
        return {searcher.doc(at)["id"][0] for _, at in searcher.search(query, MOST).hits}

    return ask


def own(asked: Finder) -> Callable[[str], set[str]]:
    """The search of the archive."""
    return lambda word: {found.article for found in asked.search(word, Wish(limit=MOST, snippets=0)).found}


class Asked(NamedTuple):
    """A query word: its kind, forms that are other words, other spellings that the rule does not know."""

    word: str
    kind: str
    others: set[str]
    spellings: list[str]


def listed() -> list[Asked]:
    """The query words of the list."""
    lines = (HERE / "search_words.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    padded = [[*row, "", ""] for row in rows]
    return [Asked(row[0], row[1], set(row[2].split()), row[3].split()) for row in padded]


def quality(asked: Finder, texts: Texts) -> Iterator[str]:
    """A table: recall, precision and the worst word of each program, for plain words and for homographs."""
    forms = forms_in(texts)
    programs = {"marsad": own(asked), "FTS5": fts5(texts), "Snowball": snowball(texts)}
    yield f"{len(texts):,} articles; recall and precision are means over words, the worst recall in brackets"
    for kind in ("plain", "homograph"):
        chosen = [(row.word, right) for row in listed() if row.kind == kind and (right := gold(row, forms))]
        for name, ask in programs.items():
            rows = [(word, right, ask(word)) for word, right in chosen]
            recalls = {word: len(right & got) / len(right) for word, right, got in rows}
            precise = {word: len(right & got) / len(got) if got else 1.0 for word, right, got in rows}
            worst = min(recalls, key=lambda word: recalls[word])
            impure = min(precise, key=lambda word: precise[word])
            yield (
                f"{kind:9} {len(rows):3} words  {name:9} "
                f"recall {mean(recalls.values()):.4f} [{worst} {recalls[worst]:.3f}]"
                f"  precision {mean(precise.values()):.4f} [{impure} {precise[impure]:.3f}]"
            )


def speed(asked: Finder, texts: Texts) -> Iterator[str]:
    """p50 and p99 of kinds of queries in milliseconds, ten articles with highlights each."""
    common = [form for form, where in forms_in(texts).items() if len(form) > 3 and len(where) > len(texts) / 500]
    chance = random.Random(20261124)
    plain = [[word.text for word in words(text) if word.kind == "arabic"] for text in list(texts.values())[:2000]]
    pairs = [pair for row in plain for pair in pairwise(row)]

    def pick(size: int) -> str:
        return " ".join(chance.sample(common, size))

    kinds: dict[str, Callable[[], object]] = {
        "1 word": lambda: asked.search(pick(1), Wish(limit=10)),
        "2 words": lambda: asked.search(pick(2), Wish(limit=10)),
        "3 words": lambda: asked.search(pick(3), Wish(limit=10)),
        "phrase": lambda: asked.search(f'"{" ".join(chance.choice(pairs))}"', Wish(limit=10)),
        "prefix": lambda: asked.search(chance.choice(common)[:4] + "*", Wish(limit=10)),
        "date": lambda: asked.search(pick(1), Wish(limit=10, period=day_range("2015-07"))),
        "facets": lambda: asked.search(pick(1), Wish(limit=10, facets=10)),
        "quotes": lambda: first(quotes(asked, Quotes(words=pick(1)))),
        "events": lambda: first(events(asked, Events(actor=chance.choice(("USA", "SAU", "لافروف", "GOV"))))),
    }
    for name, ask in kinds.items():
        pairs_of_times = [timed(ask) for _ in range(300)]
        wall, busy = (sorted(pair[place] for pair in pairs_of_times) for place in (0, 1))
        yield (
            f"{name:8} p50 {wall[150]:7.2f} ms   p99 {wall[296]:7.2f} ms   of which the processor was busy: "
            f"p50 {busy[150]:7.2f} ms   p99 {busy[296]:7.2f} ms"
        )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"memory of the process, with the texts and the other programs' indexes: {memory:.0f} MB"


def first(found: Iterator[object]) -> list[object]:
    """The first ten."""
    return [one for one, _ in zip(found, range(10), strict=False)]


def timed(ask: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds that a question takes, and those in which this process computed: others may use the machine."""
    start, busy = time.perf_counter(), time.process_time()
    ask()
    return (time.perf_counter() - start) * 1000, (time.process_time() - busy) * 1000


def print_forms(texts: Texts) -> None:
    """What the rule takes for forms of each word, the frequent ones first."""
    forms = forms_in(texts)
    for word, _, others, _ in listed():
        found = sorted(((len(where), form) for form, where in forms.items() if is_form(form, word)), reverse=True)
        print(word, *(f"{form}:{count}" + "-" * (form in others) for count, form in found))


def main(arguments: Sequence[str]) -> None:
    """Measures, and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--make", type=int, metavar="N")
    parser.add_argument(
        "--engine", default="", help="what reads names where the archive is made; nothing: articles only"
    )
    parser.add_argument("--forms", action="store_true")
    given = parser.parse_args(arguments)
    if given.make:
        make(given.archive, given.make, given.engine)
    with Archive.open(given.archive, read_only=True) as archive:
        asked = finder(archive)
        print(f"index brought up to date in {timed(lambda: asked.search('x'))[0] / 1000:.1f} s")
        texts = texts_of(archive)
        if given.forms:
            print_forms(texts)
            return
        for line in (*quality(asked, texts), *speed(asked, texts)):
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
