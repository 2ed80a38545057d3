"""What the contents found so far take of a passage."""

from bisect import bisect_right, insort

from marsad.annotate.quotes.kinds import Extent


class Taken:
    """The tokens of the contents of a passage, and where those in marks begin."""

    def __init__(self, size: int) -> None:
        self._tokens = bytearray(size + 1)
        self._ends: list[int] = []
        self._speech: list[tuple[int, int]] = []
        self.last: list[tuple[int, int]] = []  # the contents in the order in which they were found

    def add(self, reach: Extent, *, speech: bool = False) -> None:
        """One more content; `speech`: what stands in marks behind its cue."""
        size = reach.behind - reach.first
        self._tokens[reach.first : reach.behind] = b"\1" * size
        insort(self._ends, reach.behind)
        self.last.append((reach.first, reach.behind))
        if speech:
            insort(self._speech, (reach.first, reach.behind))

    def __contains__(self, place: int) -> bool:
        return bool(self._tokens[place])

    def end_before(self, place: int) -> int:
        """Where the last content ends that ends at or before a token; 0 where none does."""
        index = bisect_right(self._ends, place)
        return self._ends[index - 1] if index else 0

    def holds_speech(self, reach: Extent) -> bool:
        """قال فلان مشيرا إلى الوزير «…»: whether the speech in a reach is another cue's."""
        index = bisect_right(self._speech, (reach.first, reach.behind + len(self._tokens)))
        while index < len(self._speech) and self._speech[index][0] < reach.behind:
            if self._speech[index][1] <= reach.behind:
                return True
            index += 1
        return False
