"""Other ways to say how alike two texts are: simhash, MinHash and tf-idf, as their papers have them."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import blake2b

from marsad.text.fold import fold_key

Score = Callable[[str, str], float]
BITS = 64
HASHES = 128  # of a MinHash signature
ROW = 3  # words of its shingles
PRIME = (1 << 61) - 1


def words(text: str) -> list[str]:
    """The folded words of a text, signs and all, as a program that knows no Arabic has them."""
    return fold_key(text).split()


def number(piece: str) -> int:
    """A hash that is the same in every run."""
    return int.from_bytes(blake2b(piece.encode(), digest_size=8).digest(), "big")


def simhash(corpus: Sequence[str]) -> Score:
    """The share of equal bits of two fingerprints of 64 bits (Charikar 2002)."""
    del corpus

    def made(text: str) -> int:
        sums = [0] * BITS
        for word, count in Counter(words(text)).items():
            value = number(word)
            for bit in range(BITS):
                sums[bit] += count if value >> bit & 1 else -count
        return sum(1 << bit for bit in range(BITS) if sums[bit] > 0)

    return lambda first, second: 1 - (made(first) ^ made(second)).bit_count() / BITS


def minhash(corpus: Sequence[str]) -> Score:
    """The share of equal places of two signatures of 128 hashes (Broder 1997), over rows of three words."""
    del corpus
    factors = [(number(f"a{at}") % PRIME, number(f"b{at}") % PRIME) for at in range(HASHES)]

    def made(text: str) -> list[int]:
        found = words(text)
        values = {number(" ".join(found[at : at + ROW])) for at in range(max(len(found) - ROW + 1, 1))}
        return [min((a * value + b) % PRIME for value in values) for a, b in factors]

    def score(first: str, second: str) -> float:
        return sum(a == b for a, b in zip(made(first), made(second), strict=True)) / HASHES

    return score


def tfidf(corpus: Sequence[str]) -> Score:
    """The cosine of two rows of weighted words; rare words of the corpus weigh more."""
    having = Counter(word for text in corpus for word in set(words(text)))

    def made(text: str) -> dict[str, float]:
        weights = {w: (1 + math.log(n)) * math.log(len(corpus) / having[w]) for w, n in Counter(words(text)).items()}
        size = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / size for word, weight in weights.items()}

    def score(first: str, second: str) -> float:
        one, other = made(first), made(second)
        return sum(weight * other.get(word, 0.0) for word, weight in one.items())

    return score


PEERS: dict[str, Callable[[Sequence[str]], Score]] = {
    "simhash": simhash,
    "MinHash alone": minhash,
    "tf-idf, cosine": tfidf,
}
