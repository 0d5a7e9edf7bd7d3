"""The network: a small encoder with a casing embedding, a chain of roles over words, and two pointers."""

from __future__ import annotations

import os
from pathlib import Path

import torch
from torch import Tensor, nn

from onrecord.attribution.decoding import BUCKETS, LABELS, allowed, bucket_table

POINTER_WIDTH = 64
MASKED = -1e4


def encoder(path: Path) -> nn.Module:
    """Load the base encoder without pooling and without dropout; its word embeddings stay as they are."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from transformers import BertModel

    model = BertModel.from_pretrained(str(path), add_pooling_layer=False, attn_implementation="eager")
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    model.embeddings.word_embeddings.weight.requires_grad_(False)
    return model


class Network(nn.Module):
    """Encoder and heads.

    Outputs of ``forward`` per word piece: emissions ``[batch, pieces, 7]`` and pointer features
    ``[batch, pieces, 4 * POINTER_WIDTH]`` (cue asks, source answers, content asks, cue answers).
    ``transitions`` and ``distance`` are read by the decoder from the model file's metadata.
    """

    def __init__(self, base: nn.Module, width: int = 384) -> None:
        super().__init__()
        self.encoder = base
        self.case = nn.Embedding(4, width)
        nn.init.zeros_(self.case.weight)
        self.dropout = nn.Dropout(0.1)
        self.emission = nn.Linear(width, len(LABELS))
        self.pointer = nn.Linear(width, 4 * POINTER_WIDTH)
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.distance = nn.Parameter(torch.zeros(2, BUCKETS))
        self.register_buffer("forbidden", torch.where(torch.from_numpy(allowed()), 0.0, MASKED))
        self.register_buffer("buckets", torch.from_numpy(bucket_table(512)))

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Run the encoder and the heads over word pieces."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.case(case)
        hidden = self.encoder(
            inputs_embeds=embedded, attention_mask=mask, token_type_ids=torch.zeros_like(ids)
        ).last_hidden_state
        hidden = self.dropout(hidden)
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
        start = emissions[:, 0] + self.forbidden[0]  # as if the word before were outside
        alpha = start
        for t in range(1, emissions.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + move, 1) + emissions[:, t]
            alpha = torch.where(mask[:, t, None], step, alpha)
        return (torch.logsumexp(alpha, 1) - (gold * mask).sum(1)).sum() / mask.sum()

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
