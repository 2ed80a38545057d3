"""A page of the facts that were found: from which to which, how many there are, how many were not sure enough."""

from collections.abc import Iterator
from itertools import islice

from marsad.archive.facts_find import Fact
from marsad.cli.words import WORDS, counted
from marsad.terms import Lang


class Listing:
    """Hands out the facts of a page and counts on the way."""

    def __init__(self, found: Iterator[Fact], offset: int, limit: int | None, least: float) -> None:
        """`limit`: so many at most, None for all; `least`: what is less certain is left out."""
        self._found = found
        self._offset, self._limit, self._least = offset, limit, least
        self.total = 0  # of those that were looked at, the ones that are certain enough
        self.shown = 0
        self.unsure = 0
        self.whole = False  # whether all were looked at

    def page(self) -> Iterator[Fact]:
        """The facts of the page."""
        while self._limit is None or self.shown < self._limit:
            fact = self._next()
            if fact is None:
                return
            if self.total > self._offset:
                self.shown += 1
                yield fact

    def count(self, most: int | None) -> None:
        """Counts those behind the page; no more than `most`, None for all."""
        for _ in islice(iter(self._next, None), most):
            pass

    def told(self, kind: str, lang: Lang, *, paged: bool) -> Iterator[str]:
        """What a reader must know: that there is more (`paged`: of a page for people), that something is left out."""
        if paged and self.shown and self.total > self.shown:
            total = counted(self.total, kind, lang)
            first, last = self._offset + 1, self._offset + self.shown
            yield (_PAGE if self.whole else _PAGE_OF_MORE)[lang].format(first=first, last=last, total=total)
        if self.unsure:
            least = "" if self.whole else f"{WORDS[lang]['at-least']} "
            number = counted(self.unsure, kind, lang)
            yield _UNSURE[lang].format(number=f"{least}{number}", least=f"{self._least:g}")

    def _next(self) -> Fact | None:
        for fact in self._found:
            if fact.fact.get("confidence", 1.0) >= self._least:
                self.total += 1
                return fact
            self.unsure += 1
        self.whole = True
        return None


_PAGE: dict[Lang, str] = {
    "en": "{first:,} to {last:,} of {total}; --offset and --limit show others",
    "ar": "من {first:,} إلى {last:,} من أصل {total}؛ تظهر البقية مع --offset و--limit",
}
_PAGE_OF_MORE: dict[Lang, str] = {
    "en": "{first:,} to {last:,} of more than {total}; --offset and --limit show others, --limit 0 counts",
    "ar": "من {first:,} إلى {last:,} من أصل أكثر من {total}؛ تظهر البقية مع --offset و--limit، والعدد مع --limit 0",
}
_UNSURE: dict[Lang, str] = {
    "en": "left out because less certain than {least}: {number}",
    "ar": "حُذف ما تقل الثقة فيه عن {least}: {number}",
}
