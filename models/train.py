"""Trains the recogniser: first on the corpora, then on annotated articles; `python -m models.train --help`.

Recipe: AdamW, rates falling from the upper to the lower layers, a warm-up and a straight line down to 0; the table of
pieces and the lowest layers stay as they are; bfloat16 where the machine has it. Every epoch packs the sentences anew,
exchanges some of their mentions (`mixing.py`) and leaves out half of the sentences without any.
"""

import argparse
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from marsad.annotate.engines.pieces import Pieces
from models import corpora, mixing, vocabulary, weights
from models.chunks import IGNORED, TAGS, Chunk, Labelled, batches, chunks, tensors
from models.conll import OUTSIDE
from models.network import Network

LONGEST = 160  # pieces of a chunk
SMOOTHING = 0.05
SHOWN = 10  # steps between two lines of the log
FROZEN = 4  # layers, from below
BLEND = 0.5  # how far the kept weights lie from those of the first stage towards those of the second
NAMELESS = 0.5  # of the corpora's sentences without a name that an epoch reads


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one stage learns."""

    epochs: int
    rate: float  # of the uppermost layer
    head: float  # of the layer of the tags
    decay: float = 0.9  # of the rate from each layer to the one below
    warmup: float = 0.08  # of the steps
    batch: int = 2048  # pieces
    beside: float = 0.0  # chunks of the corpora beside each chunk of the articles


BASE = Recipe(epochs=5, rate=3e-4, head=1e-3)
ARTICLES = Recipe(epochs=6, rate=1.5e-4, head=5e-4, batch=1024)


def groups(net: Network, recipe: Recipe) -> list[dict[str, object]]:
    """The parameters with their rates."""
    found: list[dict[str, object]] = [{"params": list(net.tags.parameters()), "lr": recipe.head}]
    for depth, layer in enumerate(reversed(net.layers[FROZEN:])):
        found.append({"params": list(layer.parameters()), "lr": recipe.rate * recipe.decay**depth})
    return found


def fit(
    net: Network,
    epoch_chunks: Callable[[], Sequence[Chunk]],
    recipe: Recipe,
    chance: random.Random,
    each: Callable[[int], None],
) -> None:
    """Trains `net` in place; `each` is called behind every epoch."""
    made = batches(epoch_chunks(), recipe.batch, chance)
    optimizer = torch.optim.AdamW(groups(net, recipe), weight_decay=0.01)  # type: ignore[arg-type]
    total = len(made) * recipe.epochs
    warm = max(1, int(total * recipe.warmup))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (total - step) / (total - warm)))
    )
    for epoch in range(recipe.epochs):
        begun, losses = time.monotonic(), []
        net.train()
        for batch in made:
            losses.append(step(net, tensors(batch), optimizer))
            schedule.step()
            if len(losses) % SHOWN == 0:
                print(f"  {len(losses)}/{len(made)}: loss {sum(losses[-SHOWN:]) / SHOWN:.4f}", flush=True)
        print(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.4f}, {time.monotonic() - begun:.0f} s", flush=True)
        each(epoch + 1)
        if epoch + 1 < recipe.epochs:
            made = batches(epoch_chunks(), recipe.batch, chance)


def step(net: Network, batch: tuple[Tensor, Tensor, Tensor], optimizer: torch.optim.Optimizer) -> float:
    """One batch; its loss."""
    pieces, firsts, tags = batch
    with torch.autocast("cpu", torch.bfloat16):
        scores = net(pieces, firsts)
    loss = functional.cross_entropy(scores.float(), tags, ignore_index=IGNORED, label_smoothing=SMOOTHING)
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    return loss.item()


def corpus_chunks(pieces: Pieces, chance: random.Random) -> Callable[[], list[Chunk]]:
    """The corpora, packed anew at each call."""
    labelled: list[Labelled] = [(one.words, one.tags) for one in corpora.sentences()]
    names = mixing.stock(corpora.SHARED / "gazetteers", labelled)

    def made() -> list[Chunk]:
        start = chance.randrange(len(labelled))
        turned = labelled[start:] + labelled[:start]
        taken = (one for one in turned if set(one[1]) != {OUTSIDE} or chance.random() < NAMELESS)
        return list(chunks((mixing.mixed(*one, names, chance) for one in taken), pieces, LONGEST))

    return made


def article_chunks(
    found: Sequence[corpora.Article], pieces: Pieces, chance: random.Random, beside: float = ARTICLES.beside
) -> Callable[[], list[Chunk]]:
    """The articles, each packed for itself, anew at each call, with `beside` times as many chunks of the corpora."""
    others = corpus_chunks(pieces, chance)
    texts: list[list[Labelled]] = [
        [(one.words[start:end], one.tags[start:end]) for start, end in one.sentences] for one in found
    ]
    everything = [(one.words, one.tags) for one in corpora.sentences()] + [one for text in texts for one in text]
    names = mixing.stock(corpora.SHARED / "gazetteers", everything)

    def made() -> list[Chunk]:
        mixed = ([mixing.mixed(*one, names, chance) for one in text] for text in texts)
        packed = [chunk for text in mixed for chunk in chunks(text, pieces, LONGEST)]
        return packed + (chance.sample(others(), int(beside * len(packed))) if beside else [])

    return made


def kept_pieces() -> tuple[list[int], Pieces]:
    """The numbers of the kept pieces in the pretrained table, and the table of the kept ones."""
    texts = [one.words for one in corpora.sentences()] + [one.words for one in corpora.articles()]
    numbers = vocabulary.kept(texts)
    table = vocabulary.whole()
    return numbers, Pieces(table[number] for number in numbers)


def fresh(numbers: list[int], seed: int) -> Network:
    """The pretrained encoder with an untrained layer of tags."""
    torch.manual_seed(seed)
    net = Network(weights.encoder(), numbers, len(TAGS))
    for module in (net.norm, *net.layers[:FROZEN]):
        module.requires_grad_(requires_grad=False)
    net.places.requires_grad_(requires_grad=False)
    return net


def base(folder: Path, seed: int) -> None:
    """The first stage; a checkpoint behind every epoch, `base.pt` behind the last."""
    chance = random.Random(seed)
    numbers, pieces = kept_pieces()
    net = fresh(numbers, seed)

    def save(epoch: int) -> None:
        torch.save(net.state_dict(), folder / f"base-{epoch}.pt")
        if epoch == BASE.epochs:
            torch.save(net.state_dict(), folder / "base.pt")

    fit(net, corpus_chunks(pieces, chance), BASE, chance, save)


def articles(folder: Path, out: str, without: str, seed: int) -> None:
    """The second stage, from `base.pt`, on the articles of all groups but `without`.

    What is kept lies between both stages (Wortsman et al. 2022): so few articles make the network forget otherwise.
    """
    chance = random.Random(seed)
    numbers, pieces = kept_pieces()
    net = fresh(numbers, seed)
    net.load_state_dict(torch.load(folder / "base.pt"))
    found = [one for one in corpora.articles() if one.group != without]
    fit(net, article_chunks(found, pieces, chance), ARTICLES, chance, lambda _: None)
    before = torch.load(folder / "base.pt")
    torch.save(
        {name: torch.lerp(before[name], now, BLEND) for name, now in net.state_dict().items()}, folder / f"{out}.pt"
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("models/out"), help="where checkpoints go")
    parser.add_argument("--stage", choices=("all", "base", "articles", "folds"), default="all")
    parser.add_argument("--ship", type=Path, help="exports the weights of both stages into this folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(chosen.threads)
    if chosen.stage in {"all", "base"}:
        base(chosen.folder, chosen.seed)
    if chosen.stage in {"all", "articles"}:
        articles(chosen.folder, "full", "", chosen.seed)
    if chosen.stage == "folds":
        for group in ("aljazeera", "maghreb", "others"):
            articles(chosen.folder, f"without-{group}", group, chosen.seed)
    if chosen.ship:
        from models.export import export  # it needs this module

        export(chosen.folder / "full.pt", chosen.ship, quantised=True)


if __name__ == "__main__":
    main()
