"""The network: a small encoder with a casing embedding, a chain of roles over words, and two pointers."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from onrecord.attribution.decoding import BUCKETS, LABELS, allowed, bucket_table
from training.encoder import Encoder

POINTER_WIDTH = 64
MASKED = -1e4


class Network(nn.Module):
    """Encoder and heads.

    Outputs of ``forward`` per word piece: emissions ``[batch, pieces, 7]`` and pointer features
    ``[batch, pieces, 4 * POINTER_WIDTH]`` (cue asks, source answers, content asks, cue answers).
    ``transitions`` and ``distance`` are read by the decoder from the model file's metadata.
    """

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        width = encoder.shape.width
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.emission = nn.Linear(width, len(LABELS))
        self.pointer = nn.Linear(width, 4 * POINTER_WIDTH)
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.distance = nn.Parameter(torch.zeros(2, BUCKETS))
        self.register_buffer("forbidden", torch.where(torch.from_numpy(allowed()), 0.0, MASKED))
        self.register_buffer("buckets", torch.from_numpy(bucket_table(512)))

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Run the encoder and the heads over word pieces."""
        hidden = self.dropout(self.encoder(ids, case, mask))
        return self.emission(hidden), self.pointer(hidden)

    def chain_loss(self, emissions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Negative log likelihood of the label sequences, a mean over words.

        Args:
            emissions: ``[batch, words, 7]``.
            labels: ``[batch, words]``.
            mask: ``[batch, words]``, true for words.
        """
        move = self.transitions + self.forbidden
        emissions = emissions.float()
        gold = emissions.gather(2, labels[..., None])[..., 0]
        gold = gold + torch.cat([gold.new_zeros(len(gold), 1), move[labels[:, :-1], labels[:, 1:]]], 1)
        return (self._all_paths(emissions, move, mask) - (gold * mask).sum()) / mask.sum()

    def chain_lesson(self, emissions: Tensor, single: Tensor, pair: Tensor, mask: Tensor) -> Tensor:
        """Cross-entropy against a teacher's chain over all label sequences, a mean over words.

        Args:
            emissions: ``[batch, words, 7]``, this network's.
            single: how likely the teacher thinks each label at each word, ``[batch, words, 7]``.
            pair: how often it expects each move, in all, ``[7, 7]``.
            mask: ``[batch, words]``, true for words.
        """
        move = self.transitions + self.forbidden
        emissions = emissions.float()
        expected = (single * emissions).sum() + (pair * move).sum()
        return (self._all_paths(emissions, move, mask) - expected) / mask.sum()

    def _all_paths(self, emissions: Tensor, move: Tensor, mask: Tensor) -> Tensor:
        """Sum over the batch of the logarithm of all paths' weight."""
        alpha = emissions[:, 0] + self.forbidden[0]  # as if the word before were outside
        for t in range(1, emissions.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + move, 1) + emissions[:, t]
            alpha = torch.where(mask[:, t, None], step, alpha)
        return torch.logsumexp(alpha, 1).sum()

    @torch.no_grad()
    def marginals(self, emissions: Tensor, transitions: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """What a chain with these numbers thinks: ``single`` and ``pair`` of ``chain_lesson``."""
        move = transitions + self.forbidden
        forward = [emissions[:, 0] + self.forbidden[0]]
        for t in range(1, emissions.shape[1]):
            step = torch.logsumexp(forward[-1][:, :, None] + move, 1) + emissions[:, t]
            forward.append(torch.where(mask[:, t, None], step, forward[-1]))
        backward = [torch.zeros_like(emissions[:, 0])]
        for t in range(emissions.shape[1] - 1, 0, -1):
            step = torch.logsumexp(move + (emissions[:, t] + backward[-1])[:, None], 2)
            backward.append(torch.where(mask[:, t, None], step, backward[-1]))
        alpha, beta = torch.stack(forward, 1), torch.stack(backward[::-1], 1)
        total = torch.logsumexp(alpha[:, -1], 1)[:, None, None]
        single = torch.exp(alpha + beta - total) * mask[..., None]
        ahead = (emissions + beta)[:, 1:, None]
        pair = torch.exp(alpha[:, :-1, :, None] + move + ahead - total[..., None]) * mask[:, 1:, None, None]
        return single, pair.sum((0, 1))

    def pointer_loss(self, which: int, features: Tensor, mask: Tensor, links: list[tuple[int, int, int]]) -> Tensor:
        """Cross-entropy of links ``(row, from word, to word)`` over all words of their window (0 is CLS: nowhere)."""
        if not links:
            return features.sum() * 0.0
        row, source, target = torch.tensor(links).unbind(1)
        ask, answer = features.float().split(POINTER_WIDTH, -1)[2 * which : 2 * which + 2]
        scores = (ask[row, source][:, None] @ answer[row].transpose(1, 2))[:, 0] / POINTER_WIDTH**0.5
        words = torch.arange(mask.shape[1])
        scores = scores + self.distance[which][self.buckets[source][:, words]]
        return nn.functional.cross_entropy(scores.masked_fill(~mask[row], MASKED), target)
