"""Real articles written out as text dumps, clean or messed up on purpose, to see whether they come back whole."""

import html
import io
import json
import random
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import bare

SEED = 20261124
SHORTEST = 200  # characters of text below which a rejection may be right
LABEL = 40  # characters that may stand before a headline that is said again
_TAG = re.compile(r"<(TITLE|ABSTRACT|TEXT)>(.*?)</\1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Known:
    """An article as its corpus holds it; `lead` is an abstract that stands before the text and may open it too."""

    key: str
    headline: str | None
    paragraphs: tuple[str, ...]
    lead: str | None = None

    @property
    def expected(self) -> tuple[str, ...]:
        """The paragraphs that an exact reading gives: the lead once, and not at all where the text opens with it.

        A line that only says the headline again, alone or after a label, is no paragraph.
        """
        headline = bare(self.headline or "")
        body = tuple(line for line in self.paragraphs if not _says_again(bare(line), headline))
        lead = bare(self.lead or "")
        if lead in ("", headline) or bare(" ".join(body)).startswith(lead.rstrip(" .…")):
            return body
        return (self.lead or "", *body)


def _says_again(line: str, headline: str) -> bool:
    return bool(headline) and line.endswith(headline) and len(line) <= len(headline) + LABEL


def _lines(text: str) -> tuple[str, ...]:
    unescaped = html.unescape(html.unescape(text))
    return tuple(line for line in (" ".join(raw.split()) for raw in unescaped.splitlines()) if bare(line))


def _one(text: str) -> str | None:
    return " ".join(_lines(text)) or None


def gold_dev(folder: Path) -> Iterator[Known]:
    """The annotated articles: `text` holds the headline, where one is known, and the paragraphs as lines."""
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        title = data["gold"]["title"]
        lines = _lines(data["text"])
        if title and bare(lines[0]) == bare(title):
            lines = lines[1:]
        yield Known(path.stem, _one(title or ""), lines)


def saudinewsnet(folder: Path) -> Iterator[Known]:
    """Zip files of JSON lists with `title` and `content`."""
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                for number, item in enumerate(json.loads(archive.read(name))):
                    key = f"{path.stem}#{number} {item.get('source')}"
                    yield Known(key, _one(item.get("title") or ""), _lines(item.get("content") or ""))


def antcorpus(path: Path) -> Iterator[Known]:
    """A tar file of TREC-like documents with title, abstract and text."""
    if not path.exists():
        return
    with tarfile.open(path) as archive:
        for member in archive:
            if not member.isfile() or not member.name.endswith(".txt"):
                continue
            stream = archive.extractfile(member) or io.BytesIO()
            fields = dict(_TAG.findall(stream.read().decode("utf-8", "replace")))
            title, lead = _one(fields.get("TITLE", "")), _one(fields.get("ABSTRACT", ""))
            yield Known(Path(member.name).stem, title, _lines(fields.get("TEXT", "")), lead)


def sample(articles: Iterator[Known], size: int) -> list[Known]:
    """The same articles every time, of those with a headline and enough text."""
    fit = [a for a in articles if a.headline and sum(map(len, a.paragraphs)) >= SHORTEST]
    chosen = sorted(random.Random(SEED).sample(range(len(fit)), min(size, len(fit))))
    return [fit[number] for number in chosen]


def plain(article: Known, others: Sequence[str]) -> str:
    """Headline, blank line, lead, one paragraph a block."""
    del others
    return "\n\n".join(filter(None, (article.headline, article.lead, *article.paragraphs))) + "\n"


def close(article: Known, others: Sequence[str]) -> str:
    """The same, without blank lines."""
    del others
    return "\n".join(filter(None, (article.headline, article.lead, *article.paragraphs))) + "\n"


def messed(article: Known, others: Sequence[str]) -> str:
    """Headline three times around a crumb line, the body twice with other blank lines, a tail and read-also titles."""
    head = article.headline or ""
    body = tuple(filter(None, (article.lead, *article.paragraphs)))
    return "\n".join(
        (
            head, head, "● أخبار محلية ٢١ يوليو ٢٠١٥", "", head, "",
            "\n\n\n\n".join(body), "", "\n\n".join(body), " ", "",
            "المصدر: وكالة الأنباء الكاتب: فريق التحرير", "مشاركة:", "", "اقرأ أيضاً:", *others, "", "ـــــــ ــ", "",
        )
    )  # fmt: skip


DUMPS: dict[str, Callable[[Known, Sequence[str]], str]] = {"plain": plain, "close": close, "messed": messed}
