"""The engines that read names, behind one function: what each believes of every word.

`lists` needs nothing but the lists that ship; `fast` adds the small linear model, `accurate` a transformer beside
it (both from the package marsad-model-ar); `transformers:NAME` asks a model of the user's choice.
"""

from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Protocol

from marsad.annotate.engines.decoding import TAGS, Beliefs
from marsad.annotate.engines.linear import Linear
from marsad.annotate.lists.parsing import Sentence
from marsad.errors import MissingExtra, UsageError


class Posteriors(Protocol):
    """A model over bare words: `encoder.Encoder`, `hub.Hub`."""

    def posteriors(self, sentences: Sequence[Sequence[str]]) -> Sequence[Sequence[Beliefs]]:
        """For every word of every sentence the logarithm of the probability of each of TAGS."""


class Engine(Protocol):
    """Something that reads names."""

    name: str

    def beliefs(self, sentences: Sequence[Sentence]) -> Sequence[Sequence[Beliefs]]:
        """For every word of every sentence the logarithm of the probability of each of TAGS."""


_UNLIKELY = -8.0
_OUTSIDE = tuple(0.0 if tag == "O" else _UNLIKELY for tag in TAGS)


class ListsEngine:
    """Believes the lists where a name needs nothing beside it, and nothing else."""

    name = "lists"

    def beliefs(self, sentences: Sequence[Sentence]) -> Sequence[Sequence[Beliefs]]:
        """See Engine."""
        return [_listed(sentence) for sentence in sentences]


def _listed(sentence: Sentence) -> list[Beliefs]:
    rows: list[Beliefs] = [_OUTSIDE] * len(sentence.words)
    for hit in sentence.hits:
        sure = [thing for thing in hit.things if not thing.need]
        if sure:
            tag = TAGS.index(f"B-{sure[0].label}")
            for place in range(hit.first, hit.last):
                wanted = tag + (place > hit.first)
                rows[place] = tuple(-0.05 if number == wanted else _UNLIKELY for number in range(len(TAGS)))
    return rows


class FastEngine:
    """The small linear model over words, context and lists."""

    name = "fast"

    def __init__(self, model: Linear) -> None:
        self._model = model

    def beliefs(self, sentences: Sequence[Sentence]) -> Sequence[Sequence[Beliefs]]:
        """See Engine."""
        return self._model.beliefs(sentences)


class AccurateEngine:
    """The transformer and the linear model together: the mean of what both believe, by weight."""

    name = "accurate"

    def __init__(self, linear: Linear, encoder: Posteriors) -> None:
        self._linear = FastEngine(linear)
        self._encoder = encoder

    def beliefs(self, sentences: Sequence[Sentence]) -> Sequence[Sequence[Beliefs]]:
        """See Engine."""
        near = self._linear.beliefs(sentences)
        far = self._encoder.posteriors([[word.text for word in sentence.words] for sentence in sentences])
        return [[_mixed(*pair) for pair in zip(*rows, strict=True)] for rows in zip(near, far, strict=True)]


_NEAR = 0.35  # weight of the linear model


def _mixed(near: Beliefs, far: Beliefs) -> Beliefs:
    return tuple(_NEAR * one + (1 - _NEAR) * other for one, other in zip(near, far, strict=True))


class HubEngine:
    """A token-classification model that the user names."""

    def __init__(self, name: str, model: Posteriors) -> None:
        self.name = f"transformers:{name}"
        self._model = model

    def beliefs(self, sentences: Sequence[Sentence]) -> Sequence[Sequence[Beliefs]]:
        """See Engine."""
        return self._model.posteriors([[word.text for word in sentence.words] for sentence in sentences])


_HUB = "transformers:"


def _model() -> Path:
    """The folder of the weights. Raises MissingExtra."""
    try:
        return Path(str(files("marsad_model_ar")))
    except ModuleNotFoundError:
        raise MissingExtra("names are read with the package marsad-model-ar; install marsad[model]") from None


def _fast() -> Engine:
    return FastEngine(Linear(_model() / "linear.npz"))


def _accurate() -> Engine:
    from marsad.annotate.engines.encoder import Encoder  # noqa: PLC0415 - heavy

    return AccurateEngine(Linear(_model() / "linear.npz"), Encoder.load(None))


def _auto() -> Engine:
    """The best engine that is installed. Weights that are installed but broken are an error, not a reason for less."""
    for made in (_accurate, _fast):
        try:
            return made()
        except MissingExtra:
            continue
    return ListsEngine()


ENGINES: dict[str, Callable[[], Engine]] = {
    "auto": _auto,
    "lists": ListsEngine,
    "fast": _fast,
    "accurate": _accurate,
}


def engine(name: str) -> Engine:
    """An engine by its name.

    Raises UsageError for an unknown name, MissingExtra where its parts are not installed, NotFound and Damaged where
    its weights are absent or broken.
    """
    if name.startswith(_HUB):
        from marsad.annotate.engines.hub import Hub  # noqa: PLC0415 - heavy

        return HubEngine(name.removeprefix(_HUB), Hub.load(name.removeprefix(_HUB)))
    made = ENGINES.get(name)
    if made is None:
        raise UsageError(f"there is no engine {name!r}; known: {', '.join(ENGINES)}, {_HUB}NAME")
    return made()
