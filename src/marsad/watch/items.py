"""The items of one feed: which are new or changed since they were seen, and what became of them."""

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import asdict

from marsad.archive.watched import Seen
from marsad.errors import FetchFailed, MarsadError
from marsad.read import Item
from marsad.read.feedformats import Entry
from marsad.scale import Kept
from marsad.watch.sparing import SPARED

TRIES = 5  # rounds in which a page that could not be fetched is asked for


class Items:
    """Sorts out the items of a feed that are known, and remembers the others when they are kept."""

    def __init__(self, feed: str, seen: dict[str, Seen], elsewhere: Callable[[str], bool] | None) -> None:
        """`elsewhere`: whether another feed has had a page; None where pages are not fetched."""
        self._feed, self._before, self._elsewhere = feed, seen, elsewhere
        self._asked: dict[str, Seen] = {}
        self._owner: Seen | None = None  # the item whose pages come
        self._owners: deque[Seen] = deque()  # of the pages that were handed on
        self._shared: dict[str, Seen] = {}
        self._settled: dict[str, Seen] = {}
        self.count = 0
        self.passed = 0  # were known
        self.trouble: MarsadError | None = None  # with the feed itself

    def known(self, entry: Entry) -> bool:
        """Whether an item needs no reading; `Options.known` asks."""
        self.count += 1
        new = _hashes(entry)
        if not self._is_known(new):
            before = self._before.get(new.item)
            same = before is not None and before.digest == new.digest
            self._owner = self._asked[new.item] = new._replace(tries=before.tries if before and same else 0)
            return False
        self.passed += 1
        return True

    def _is_known(self, new: Seen) -> bool:
        if asked := self._asked.get(new.item):  # a feed may tell a thing twice
            return asked.digest == new.digest
        if before := self._before.get(new.item):
            return before.digest == new.digest and not _open(before)
        if new.page and self._elsewhere and self._elsewhere(new.page):
            self._shared[new.item] = new
            return True
        return False

    def noted(self, found: Iterator[Item]) -> Iterator[Item]:
        """The pages and errors of items as they come; whose each is, is noted, and trouble with the feed itself."""
        for item in found:
            if isinstance(item, MarsadError) and item.where == self._feed:
                self.trouble = item
            elif self._owner:
                self._owners.append(self._owner)
                yield item

    def take(self, kept: Kept) -> None:
        """What became of the next page."""
        owner = self._owners.popleft()
        if isinstance(kept.error, FetchFailed):
            asked = kept.error.reason != SPARED
            self._settled[owner.item] = owner._replace(tries=max(1, owner.tries + asked))
        else:  # after a failure, what the feed itself says is kept for the time being
            self._settled.setdefault(owner.item, owner._replace(tries=0))

    def seen(self, *, whole: bool = True) -> list[Seen]:
        """The items to remember; of a run that broke off (not `whole`), not the last, of which more may come."""
        settled = list(self._settled.values())
        return [*self._shared.values(), *(settled if whole else settled[:-1])]

    @property
    def again(self) -> bool:
        """Whether pages are to be asked for once more: the feed must then be had again though it stays the same."""
        return any(map(_open, self._settled.values()))


def _open(item: Seen) -> bool:
    return 0 < item.tries < TRIES


def _hashes(entry: Entry) -> Seen:
    """Two items are one where id and address are the same; one without either is known by its title."""
    name = [entry.id, entry.url] if entry.id or entry.url else [entry.title]
    return Seen(_hash(name), _hash([entry.url]) if entry.url else None, _hash(asdict(entry)))


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()[:32]
