"""The encoder of the `accurate` engine: a small transformer, run with onnxruntime; weights in `marsad-model-ar`.

Sentences that follow each other are read together, up to `WINDOW` pieces, so that a name in one helps with a name in
the next; a longer sentence is read in windows that overlap, and each word is judged where it stands farthest from an
edge. Windows of like length share a batch. Time is linear in the number of words, memory too, but for one batch.
"""

import importlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from marsad.annotate.engines.decoding import Beliefs
from marsad.annotate.engines.pieces import BEGIN, END, PAD, Pieces
from marsad.errors import Damaged, MissingExtra, NotFound

WINDOW = 160  # pieces that are read together: what the encoder was trained with
OVERLAP = 48  # pieces that two windows of one sentence share
BATCH = 1024  # pieces of a batch, filling included; larger ones leave the processor's caches
ALIKE = 0.9  # a window that is shorter than so much of its batch's longest is read apart: filling costs more

_PACKAGE = "marsad_model_ar"


class Window(NamedTuple):
    """Pieces without their ends; the places of first pieces in them; and whose words of the input those are."""

    pieces: list[int]
    firsts: list[int]
    words: list[int]


class Encoder:
    """Weights, ready to read. Make one with `load`."""

    def __init__(self, session: Any, pieces: Pieces) -> None:  # noqa: ANN401 - onnxruntime has no types
        self._session = session
        self._pieces = pieces
        self._array = importlib.import_module("numpy").array

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 0) -> "Encoder":
        """The encoder in folder `path`, or that of the installed `marsad-model-ar`.

        `threads`: 0 lets onnxruntime take what the machine has. Raises MissingExtra where onnxruntime or the
        package of the weights is absent, NotFound and Damaged for a folder without sound weights.
        """
        folder = path or _installed()
        try:
            runtime = importlib.import_module("onnxruntime")
        except ImportError:
            raise MissingExtra("the accurate engine runs with onnxruntime; install marsad[model]") from None
        options = runtime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # others need the cores too
        options.log_severity_level = 3
        try:
            table = (folder / "pieces.tsv").read_bytes()
            weights = (folder / "encoder.onnx").read_bytes()
        except OSError as error:
            raise NotFound(f"no weights of the encoder: {error.strerror}", where=str(folder)) from None
        try:
            session = runtime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
            return cls(session, Pieces.read(table.decode("utf-8")))
        except Exception as error:  # noqa: BLE001 - onnxruntime's errors have no root of their own
            raise Damaged(f"these weights can't be read: {type(error).__name__}", where=str(folder)) from None

    def posteriors(self, sentences: Sequence[Sequence[str]]) -> list[list[Beliefs]]:
        """For every word the natural logarithm of the probability of each of `decoding.TAGS`.

        `sentences`: words of the sentences of one text, in its order.
        """
        lengths = [len(sentence) for sentence in sentences]
        found: list[Beliefs] = [()] * sum(lengths)
        cut = [[self._pieces.of(word) for word in sentence] for sentence in sentences]
        for batch in _batches(windows(cut)):
            rows = self._read(batch)
            for at, row in zip((word for window in batch for word in window.words), rows, strict=True):
                found[at] = row
        ends = iter(found)
        return [[next(ends) for _ in range(length)] for length in lengths]

    def _read(self, batch: Sequence[Window]) -> list[Beliefs]:
        """The beliefs of the words that a batch of windows judges, in their order."""
        length = max(len(window.pieces) for window in batch) + 2
        filled = [[BEGIN, *window.pieces, END, *[PAD] * (length - len(window.pieces) - 2)] for window in batch]
        firsts = [row * length + 1 + first for row, window in enumerate(batch) for first in window.firsts]
        given = {"pieces": self._array(filled, "int32"), "firsts": self._array(firsts, "int64")}
        (rows,) = self._session.run(None, given)
        return [tuple(row) for row in rows.tolist()]


def _installed() -> Path:
    """The folder of the installed package of the weights."""
    try:
        return Path(str(files(_PACKAGE)))
    except ModuleNotFoundError:
        raise MissingExtra("the accurate engine needs the package marsad-model-ar; install marsad[model]") from None


def windows(sentences: Sequence[Sequence[tuple[int, ...]]]) -> list[Window]:
    """What is read together, given the pieces of every word of every sentence; every word is judged in one window."""
    made: list[Window] = []
    word = 0
    for sentence in sentences:
        size = sum(map(len, sentence))
        if size > WINDOW - 2:
            made += _overlapping(sentence, word)
            made.append(Window([], [], []))
        else:
            if not made or len(made[-1].pieces) + size > WINDOW - 2:
                made.append(Window([], [], []))
            _extend(made[-1], sentence, word)
        word += len(sentence)
    return [window for window in made if window.words]


def _extend(window: Window, sentence: Sequence[tuple[int, ...]], word: int) -> None:
    for at, pieces in enumerate(sentence):
        window.firsts.append(len(window.pieces))
        window.words.append(word + at)
        window.pieces.extend(pieces)


def _overlapping(sentence: Sequence[tuple[int, ...]], word: int) -> Iterator[Window]:
    """The windows of one long sentence; in the middle of what two of them share, the second takes over."""
    start = judged = 0
    while judged < len(sentence):
        end, size = start, 0
        while end < len(sentence) and size + len(sentence[end]) <= WINDOW - 2:
            size += len(sentence[end])
            end += 1
        again = back = end
        shared = 0
        while end < len(sentence) and again > start + 1 and shared < OVERLAP:
            again -= 1
            shared += len(sentence[again])
            back = again if shared <= OVERLAP // 2 else back
        window = Window([], [], [])
        for at in range(start, end):
            if judged <= at < back:
                window.firsts.append(len(window.pieces))
                window.words.append(word + at)
            window.pieces.extend(sentence[at])
        yield window
        start, judged = again, back


def _batches(found: list[Window]) -> Iterator[list[Window]]:
    """Windows of like length together, at most `BATCH` pieces with the filling."""
    batch: list[Window] = []
    for window in sorted(found, key=lambda window: -len(window.pieces)):
        longest = len(batch[0].pieces) + 2 if batch else 0
        if batch and (longest * (len(batch) + 1) > BATCH or len(window.pieces) + 2 < ALIKE * longest):
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch
