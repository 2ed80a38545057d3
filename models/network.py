"""The encoder as a torch module: a BERT of twelve layers over the kept pieces, and one linear layer for the tags.

Dropout stands where BERT has it, but one mask serves a whole chunk, which is cheaper. The tags are read at the first
piece of each word.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.weights import Encoder


def dropped(states: Tensor, rate: float) -> Tensor:
    """Dropout of whole features: one mask for all pieces of a chunk."""
    mask = torch.empty(states.shape[0], *[1] * (states.dim() - 2), states.shape[-1], dtype=states.dtype)
    return states * mask.bernoulli_(1 - rate).div_(1 - rate)


class Layer(nn.Module):
    """Attention and feed-forward, each with its residual and its norm behind it."""

    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads, self.rate = heads, dropout
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm = nn.LayerNorm(hidden, epsilon)
        self.inner = nn.Linear(hidden, inner)
        self.outer = nn.Linear(inner, hidden)
        self.last = nn.LayerNorm(hidden, epsilon)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States, batch x pieces x hidden; mask, true where a piece may be looked at, batch x 1 x 1 x pieces."""
        batch, length, hidden = states.shape
        qkv = self.qkv(states).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], attn_mask=mask)
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, hidden))
        states = self.norm(states + self._drop(seen))
        deep = self.outer(functional.gelu(self.inner(states)))
        return self.last(states + self._drop(deep))

    def _drop(self, states: Tensor) -> Tensor:
        return dropped(states, self.rate) if self.training else states


class Network(nn.Module):
    """Pieces in, scores of tags out."""

    def __init__(self, encoder: Encoder, pieces: list[int], tags: int, dropout: float = 0.1) -> None:
        super().__init__()
        shape, weights = encoder.shape, {name: torch.from_numpy(value) for name, value in encoder.weights.items()}
        self.words = nn.Embedding.from_pretrained(weights["emb.word"][pieces].clone(), freeze=True)
        self.places = nn.Parameter(weights["emb.pos"] + weights["emb.type"][0])
        self.norm = nn.LayerNorm(shape.hidden, encoder.epsilon)
        self.layers = nn.ModuleList(
            Layer(shape.hidden, shape.heads, shape.inner, encoder.epsilon, dropout) for _ in range(shape.layers)
        )
        self.rate = dropout
        self.tags = nn.Linear(shape.hidden, tags)
        self._load(weights)

    def _load(self, weights: dict[str, Tensor]) -> None:
        """The pretrained values into the layers."""
        pairs = {"out": "ao", "norm": "aln", "inner": "fi", "outer": "fo", "last": "oln"}
        with torch.no_grad():
            self.norm.weight.copy_(weights["emb.ln.w"])
            self.norm.bias.copy_(weights["emb.ln.b"])
            for number, layer in enumerate(self.layers):
                for ours, theirs in pairs.items():
                    module = getattr(layer, ours)
                    module.weight.copy_(weights[f"l{number}.{theirs}.w"])
                    module.bias.copy_(weights[f"l{number}.{theirs}.b"])
                layer.qkv.weight.copy_(torch.cat([weights[f"l{number}.{part}.w"] for part in "qkv"]))
                layer.qkv.bias.copy_(torch.cat([weights[f"l{number}.{part}.b"] for part in "qkv"]))

    def states(self, pieces: Tensor) -> Tensor:
        """The last layer's states; pieces are batch x length, filled up with 1 (`PAD`)."""
        states = self.norm(self.words(pieces) + self.places[: pieces.shape[1]])
        states = dropped(states, self.rate) if self.training else states
        mask = (pieces != 1)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        return states

    def forward(self, pieces: Tensor, firsts: Tensor) -> Tensor:
        """Scores of the tags at the pieces `firsts`, which count through the flattened batch."""
        states = self.states(pieces)
        chosen = states.reshape(-1, states.shape[-1])[firsts]
        return self.tags(functional.dropout(chosen, self.rate, self.training))
