"""The network: a small encoder with a casing embedding, a chain of roles over words, and two pointers."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from onrecord.attribution.decoding import BUCKETS, LABELS, allowed, bucket_table
from onrecord.sourcing.learned import AROUND, IDENTITIES, SECTORS
from training.encoder import Encoder

POINTER_WIDTH = 64
STATE_LAYERS = (0, 2, 4)  # after so many layers: lower ones keep more of what words mean than the last
MASKED = -1e4


class Network(nn.Module):
    """Encoder and heads.

    Outputs of ``forward`` per word piece: emissions ``[batch, pieces, 7]``, pointer features
    ``[batch, pieces, 4 * POINTER_WIDTH]`` (cue asks, source answers, content asks, cue answers) and states
    ``[batch, pieces, 3 * width]`` (at ``STATE_LAYERS``).
    ``transitions`` and ``distance`` are read by the decoder from the model file's metadata. ``hedges`` reads the
    states too. ``facets`` only makes them tell who sources are; what reads that in the end is fitted to the finished
    network (``training/facets.py``). A teacher has neither.
    """

    def __init__(self, encoder: Encoder, *, aside: bool = False) -> None:
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
        seen = len(STATE_LAYERS) * width
        self.facets = nn.Linear(3 * seen, len(IDENTITIES) + len(SECTORS)) if aside else None
        self.hedges = nn.Linear(seen, 3) if aside else None

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Run the encoder and the heads over word pieces."""
        states = self.encoder(ids, case, mask)
        hidden = self.dropout(states[-1])
        seen = torch.cat([states[number] for number in STATE_LAYERS], -1)
        return self.emission(hidden), self.pointer(hidden), seen

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

    def facets_loss(self, states: Tensor, mentions: list[tuple[int, int, int, int, int]]) -> Tensor:
        """Cross-entropy of the identity and sector of mentions ``(row, first word, end, identity, sector)``.

        Args:
            states: ``[batch, words, 3 * width]``.
            mentions: labelled sources; a negative number for what nobody could tell.
        """
        assert self.facets
        looks = [
            torch.cat([states[row, first:end].mean(0), states[row, end - 1],
                       states[row, max(0, first - AROUND) : end + AROUND].mean(0)])
            for row, first, end, _, _ in mentions
        ]  # fmt: skip
        votes = self.facets(self.dropout(torch.stack(looks).float()))
        wanted = torch.tensor([mention[3:] for mention in mentions])
        parts = zip(votes.split([len(IDENTITIES), len(SECTORS)], 1), wanted.unbind(1), strict=True)
        return sum(
            (
                nn.functional.cross_entropy(part[label >= 0], label[label >= 0])
                for part, label in parts
                if (label >= 0).any()
            ),
            states.sum() * 0.0,
        )

    def hedges_loss(self, states: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Cross-entropy of which words begin a hedge (1), go on with one (2) or are none (0), a mean over words.

        Args:
            states: ``[batch, words, 3 * width]``.
            labels: ``[batch, words]``.
            mask: ``[batch, words]``, true where there is a word.
        """
        assert self.hedges
        return nn.functional.cross_entropy(self.hedges(self.dropout(states[mask].float())), labels[mask])

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
