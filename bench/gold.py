"""The pages with hand-made gold beside the repository (`../shared`): measured where present, never copied."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import Expected

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SEED_GOLD = "seed-shaam-p"  # the text dump of the seed page holds the article of this markup


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page on disk; `expected` is None where it holds no Arabic or Persian article and must be rejected."""

    path: Path
    language: str
    expected: Expected | None

    @property
    def group(self) -> str:
        """arabic, persian, seed or rejected: the groups that the report gives means of."""
        if self.expected is None:
            return "rejected"
        if self.path.stem.startswith("seed") or self.path.suffix == ".txt":
            return "seed"
        return "persian" if self.language == "fa" else "arabic"


def _expected(gold: dict[str, object]) -> Expected | None:
    if "paragraphs" not in gold:
        return None
    text = {key: gold.get(key) for key in ("title", "date", "author", "source", "category")}
    lists = {key: tuple(str(item) for item in _list(gold.get(key))) for key in ("paragraphs", "must", "must_not")}
    title, day, author, source, section = (str(value) if value else None for value in text.values())
    return Expected(title, day, author, source, section, **lists)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def pages(shared: Path = SHARED) -> Iterator[GoldPage]:
    """Every page of `shared/pages` and the text dump of the seed page; nothing where the folder is absent."""
    seed: Expected | None = None
    for record in sorted((shared / "pages").glob("*.json")):
        gold = json.loads(record.read_text("utf-8"))
        expected = _expected(gold)
        if record.stem == SEED_GOLD:
            seed = expected
        suffix = ".xml" if record.with_suffix(".xml").exists() else ".html"
        yield GoldPage(record.with_suffix(suffix), str(gold.get("lang", "")), expected)
    for dump in sorted((shared / "seed").glob("*.txt")):
        yield GoldPage(dump, "ar", seed)


def story_pairs(shared: Path = SHARED) -> list[dict[str, Any]]:
    """The labelled pairs of articles: number, label, and the place of each side in the corpus; none where absent."""
    path = shared / "gold" / "stories_dev.json"
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8")) if path.exists() else []
    return found
