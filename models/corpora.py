"""Everything that the recognisers learn from, in one form and by one convention.

    for sentence in corpora.sentences(): sentence.words, sentence.tags, sentence.source, sentence.group
    for article in corpora.articles(): article.id, article.group, article.words, article.tags, article.sentences

Words are those of `marsad.text.words` (signs are words, a clitic before digits is a word, other clitics stay on
theirs). Tags are BIO over words: O, B-PER, I-PER, B-ORG, I-ORG, B-LOC, I-LOC, and X for words that are neither right
nor wrong (optional mentions, and where the annotators of a corpus contradict each other): leave them out of the loss.
A word carries the tag of the name in it, clitics or not (وبالأردن is B-LOC).

`sentences()` are the corpora (`source` anercorp, aqmar, wojood; `group` too), one after the other in the order of
their text. `articles()` are the annotated news articles that may be learnt from, with `group` for cross-validation
over outlets; `articles(("ds", "df", "seed"))` gives those that must only ever be scored.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from marsad.text.sentences import sentences as cut
from marsad.text.words import words as split
from models import conventions, newsfane
from models.conll import MASKED, OUTSIDE, Tagged, Token, bio, read, spans

SHARED = Path(os.environ.get("MARSAD_SHARED", Path(__file__).parents[2] / "shared"))
LEARNT = ("de", "dj", "dh", "dk", "dm")  # prefixes of the articles whose terms allow that weights have seen them
TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")

_GROUPS = {"aljazeera.net": "aljazeera", "ahdath.info": "maghreb", "Jawhara FM": "maghreb"}
_LABELS = {"PERS": "PER", "PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "MISC": "MISC"}
_NAMES = ("PER", "ORG", "LOC")
_OFTEN, _SURE = 6, 0.9  # a word that is a name so often and so surely is masked where it is none
_PAPERS = frozenset({"جريدة", "صحيفة", "مجلة", "إذاعة", "قناة"})
_BROKEN = "$#$"  # a mark of Wojood's between pieces


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a corpus: words and as many tags."""

    words: list[str]
    tags: list[str]
    source: str
    group: str


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated article. `starts` are the words' offsets in its text (code points); `sentences` are word ranges."""

    id: str
    outlet: str
    group: str
    text: str
    words: list[str]
    starts: list[int]
    tags: list[str]
    sentences: list[tuple[int, int]]


def sentences(folder: Path = SHARED / "corpora" / "ner") -> list[Sentence]:
    """All sentences of the corpora, each once, by our conventions. Takes about five seconds."""
    found = [
        *_anercorp(folder / "ANERCorp_CamelLab_train.txt", folder / "newsfane_minus_anercorp_test.conll"),
        *_aqmar(folder / "aqmar_train.txt"),
        *_wojood(folder / "wojood_sample_train.txt"),
    ]
    found = _countries(found)
    return _consistent(list({tuple(sentence.words): sentence for sentence in found if sentence.words}.values()))


def articles(prefixes: Sequence[str] = LEARNT, folder: Path = SHARED / "gold" / "dev") -> list[Article]:
    """The annotated articles whose id begins with one of `prefixes`, in the order of their ids."""
    paths = (path for path in sorted(folder.glob("*.json")) if path.name.startswith(tuple(prefixes)))
    return [_article(json.loads(path.read_text("utf-8"))) for path in paths]


def _article(record: dict[str, Any]) -> Article:
    text, gold = record["text"], record["gold"]
    found = split(text)
    masked = [(span["start"], span["end"], MASKED) for span in gold["entities_optional"]]
    names = [(span["start"], span["end"], span["type"]) for span in gold["entities"]]
    marks = [OUTSIDE] * len(found)
    for start, end, label in [*masked, *names]:  # a name inside an optional mention is a name
        inside = [at for at, word in enumerate(found) if word.start < end and start < word.end]
        if inside:
            marks[inside[0] : inside[-1] + 1] = bio(len(inside), [Tagged(0, len(inside), label)])
    bounds = [span.start for span in cut(text)] + [len(text) + 1]
    ranges = [
        (sum(word.start < one for word in found), sum(word.start < two for word in found))
        for one, two in pairwise(bounds)
    ]
    return Article(
        id=record["id"],
        outlet=record["outlet"],
        group=_GROUPS.get(record["outlet"], "others"),
        text=text,
        words=[word.text for word in found],
        starts=[word.start for word in found],
        tags=marks,
        sentences=[(start, end) for start, end in ranges if start < end],
    )


def _sentence(tokens: list[str], found: list[Tagged], source: str) -> Sentence:
    """A sentence of a corpus' tokens and spans over them as one of words and tags."""
    words: list[str] = []
    first: list[int] = []  # token -> its first word
    for token in tokens:
        first.append(len(words))
        words += [word.text for word in split(token)]
    first.append(len(words))
    over_words = [Tagged(first[span.start], first[span.end], span.label) for span in found]
    settled = [conventions.ours(words, span) if span.label in _NAMES else span for span in over_words]
    return Sentence(words, bio(len(words), settled), source, source)


def _anercorp(path: Path, second: Path) -> Iterator[Sentence]:
    """ANERcorp's sentences with the labels of both its annotators."""
    mine, theirs = list(read(path)), list(read(second))
    nations = frozenset(
        " ".join(token.text for token in sentence[span.start : span.end]).split()[0]
        for sentence in theirs
        for span in spans([token.tags[-1] for token in sentence])
        if span.label == "Nation"
    )
    for sentence, other in zip(mine, newsfane.opinions(mine, theirs), strict=True):
        tokens = [token.text for token in sentence]
        found = [Tagged(*span[:2], _LABELS[span.label]) for span in spans([token.tags[-1] for token in sentence])]
        joined = _joined(tokens, found, other or [], nations)
        yield _sentence(tokens, joined, "anercorp")


def _joined(tokens: list[str], mine: list[Tagged], theirs: list[Tagged], nations: frozenset[str]) -> list[Tagged]:
    """The spans of two annotators as one list; later spans win over earlier ones."""
    joined: list[Tagged] = []
    seen: set[Tagged] = set()
    for span in mine:
        against = [other for other in theirs if other.start < span.end and span.start < other.end]
        seen.update(against)
        joined += [_pair(tokens, span, other, nations) for other in against] or [span]
    for other in theirs:
        label = newsfane.COARSE.get(other.label, OUTSIDE)
        if other not in seen and label != OUTSIDE:
            joined.append(other._replace(label=MASKED if other.label in newsfane.FACILITIES else label))
    return [span._replace(label=_competition(tokens, span)) if span.label == "MISC" else span for span in joined]


def _pair(tokens: list[str], mine: Tagged, other: Tagged, nations: frozenset[str]) -> Tagged:
    """One annotator's span and the other's that overlaps it."""
    label = newsfane.COARSE.get(other.label)
    if label:
        return conventions.merged(tokens, mine, other._replace(label=label), nations)
    if other.label == "Group" and mine.label != "MISC":
        return mine._replace(label=MASKED)
    return mine if mine.label == "MISC" else mine._replace(label=MASKED)


def _competition(tokens: list[str], span: Tagged) -> str:
    """MISC is outside, but a competition is optional."""
    optional = conventions.ours(tokens, span._replace(label="ORG")).label == MASKED
    return MASKED if optional else OUTSIDE


def _aqmar(path: Path) -> Iterator[Sentence]:
    for sentence in read(path):
        tags = ["O" if token.tags[-1] in {"OO", "IO"} else token.tags[-1] for token in sentence]
        tokens = [token.text for token in sentence]
        found = [Tagged(span.start, span.end, _LABELS.get(span.label, "MISC")) for span in spans(tags)]
        yield _sentence(
            tokens,
            [span._replace(label=_competition(tokens, span)) if span.label == "MISC" else span for span in found],
            "aqmar",
        )


def _wojood(path: Path) -> Iterator[Sentence]:
    """Wojood's sample; of nested names the outermost person, group or place counts, inside titles and events too."""
    for sentence in read(path):
        for piece in _pieces(sentence):
            found: list[Tagged] = []
            for label in {tag[2:] for token in piece for tag in token.tags if tag != OUTSIDE} & _LABELS.keys():
                tags = [next((tag for tag in token.tags if tag[2:] == label), OUTSIDE) for token in piece]
                found += [span._replace(label=_LABELS[label]) for span in spans(tags)]
            outer = [
                span
                for span in found
                if not any(other != span and other.start <= span.start and span.end <= other.end for other in found)
            ]
            yield _sentence([token.text for token in piece], outer, "wojood")


def _pieces(sentence: list[Token]) -> Iterator[list[Token]]:
    piece: list[Token] = []
    for token in sentence:
        if token.text != _BROKEN:
            piece.append(token)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _countries(found: list[Sentence]) -> list[Sentence]:
    """Wojood calls a country that acts a group; with us it is a place, unless a newspaper has its name."""
    places = Counter(
        word for sentence in found for word, tag in zip(sentence.words, sentence.tags, strict=True) if tag == "B-LOC"
    )
    for sentence in found:
        for span in spans(sentence.tags):
            word = sentence.words[span.start]
            named = span.start and sentence.words[span.start - 1] in _PAPERS
            if (
                sentence.source == "wojood"
                and span[1:] == (span.start + 1, "ORG")
                and places[word] >= _OFTEN
                and not named
            ):
                sentence.tags[span.start] = "B-LOC"
    return found


def _consistent(found: list[Sentence]) -> list[Sentence]:
    """Where a word that is nearly always a name of its own stands unlabelled, it was overlooked: it is masked."""
    names: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for sentence in found:
        total.update(sentence.words)
        names.update(word for word, tag in zip(sentence.words, sentence.tags, strict=True) if tag.startswith("B-"))
    sure = {word for word, count in names.items() if total[word] >= _OFTEN and count >= _SURE * total[word]}
    return [
        Sentence(
            sentence.words,
            [
                MASKED if tag == OUTSIDE and word in sure else tag
                for word, tag in zip(sentence.words, sentence.tags, strict=True)
            ],
            sentence.source,
            sentence.group,
        )
        for sentence in found
    ]
