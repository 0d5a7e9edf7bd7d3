"""Train the attribution tagger: ``python -m training.train --corpora DIR --out DIR`` (or ``make train``).

Two processes of one thread each share every step (gloo), which on two cores is about twice as fast as one process
of two threads. Gradients are averaged over ``SHARES`` shares of a step however many processes there are, so that
one process gives the same result but for rounding and the draws of dropout.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, distributed, multiprocessing

from onrecord.attribution.windows import Paragraph, pack
from training.corpus import Document, Example, examples, tokenised
from training.data import annotated, hedged, unannotated, with_mentions, written
from training.encoder import Encoder, minilm, mpnet, package_file, slimmed
from training.lessons import Lesson, read, transitions
from training.network import Network

SHARES = 2
PIECES_PER_SHARE = 2000
WARM_UP_STEPS = 60
AVERAGING = 0.99  # what is exported is a running mean of the weights over about the last hundred steps
POINTER_WEIGHT = 0.15
FACETS_WEIGHT = 0.1
HEDGES_WEIGHT = 0.5
LESSON_WEIGHT = 0.6  # the teacher's part of the loss, the annotation's is the rest
EXAMPLE_COPIES = 2  # the project's own examples come so often in an epoch
SAMPLE_WINDOWS = 64  # read once to see which of the encoder's units are of use


@dataclass(frozen=True, slots=True)
class Taught:
    """A teacher's transitions and its lessons by document id."""

    transitions: Tensor
    lessons: dict[str, Lesson]


def shares_of_epoch(
    documents: list[Document], parts: list[list[list[Paragraph]]], rng: random.Random
) -> list[list[Example]]:
    """All windows of one epoch in shares of about ``PIECES_PER_SHARE`` pieces of like length, shuffled."""
    pool = [e for d, p in zip(documents, parts, strict=True) for e in examples(d, p, rng)]
    rng.shuffle(pool)
    shares: list[list[Example]] = []
    for at in range(0, len(pool), 800):
        current: list[Example] = []
        for example in sorted(pool[at : at + 800], key=lambda e: len(e.window.ids)):
            if current and (len(current) + 1) * len(example.window.ids) > PIECES_PER_SHARE:
                shares.append(current)
                current = []
            current.append(example)
        shares.append(current)
    rng.shuffle(shares)
    return shares[: len(shares) // SHARES * SHARES]


def padded(rows: list[list[int]], fill: int = 0) -> Tensor:
    """Rows of unlike length as one tensor."""
    width = max(map(len, rows))
    return torch.tensor([row + [fill] * (width - len(row)) for row in rows])


def loss_of(network: Network, share: list[Example], gold: list[bool], taught: Taught | None) -> Tensor:
    """The training loss of one share: the chain of roles by annotation and teacher, pointers and sources by annotation.

    Args:
        network: what is trained.
        share: windows of like length.
        gold: whether each window is annotated.
        taught: the teacher and its lessons, for windows that have one.
    """
    ids = padded([e.window.ids for e in share])
    case = padded([e.window.case for e in share])
    mask = padded([[1] * len(e.window.ids) for e in share])
    first = padded([e.window.first for e in share])
    words = padded([[1] * len(e.window.first) for e in share]).bool()
    with torch.autocast("cpu", torch.bfloat16):
        emissions, pointers, states = network(ids, case, mask)
    at = first[..., None]
    emissions = emissions.gather(1, at.expand(-1, -1, emissions.shape[-1]))
    pointers = pointers.gather(1, at.expand(-1, -1, pointers.shape[-1]))
    known = [row for row, annotated in enumerate(gold) if annotated]
    learned = [row for row, e in enumerate(share) if taught and e.document in taught.lessons]
    sources = [(row, cue, source) for row in known for cue, source in share[row].sources]
    cues = [(row, content, cue) for row in known for content, cue in share[row].cues]
    pointing = network.pointer_loss(0, pointers, words, sources) + network.pointer_loss(1, pointers, words, cues)
    mentions = [(row, *mention) for row, e in enumerate(share) for mention in e.mentions]
    loss = POINTER_WEIGHT * pointing
    hedged = [row for row, e in enumerate(share) if e.hedges is not None]
    if mentions or hedged:
        states = states.gather(1, at.expand(-1, -1, states.shape[-1]))
    if mentions:
        loss = loss + FACETS_WEIGHT * network.facets_loss(states, mentions)
    if hedged:
        marks = padded([e.hedges or [0] * len(e.window.first) for e in share])
        loss = loss + HEDGES_WEIGHT * network.hedges_loss(states[hedged], marks[hedged], words[hedged])
    if known:
        labels = padded([share[row].labels + [0] * (words.shape[1] - len(share[row].labels)) for row in known])
        weight = 1 - LESSON_WEIGHT if learned else 1.0
        loss = loss + weight * network.chain_loss(emissions[known], labels, words[known])
    if taught and learned:
        says = torch.stack(
            [taught.lessons[share[row].document].of(share[row].window, words.shape[1]) for row in learned]
        )
        single, pair = network.marginals(says, taught.transitions, words[learned])
        loss = loss + LESSON_WEIGHT * network.chain_lesson(emissions[learned], single, pair, words[learned])
    return loss


def average_gradients(network: Network, world: int) -> None:
    """Make every process hold the mean gradient."""
    trained = [p for p in network.parameters() if p.requires_grad]
    flat = torch.cat([(p.grad if p.grad is not None else torch.zeros_like(p)).view(-1) for p in trained])
    distributed.all_reduce(flat)
    flat /= world
    at = 0
    for p in trained:
        p.grad = flat[at : at + p.numel()].view_as(p).clone()
        at += p.numel()


def base_encoder(name: str, parts: list[list[list[Paragraph]]]) -> Encoder:
    """The encoder that training starts from: the teacher's as it comes, the shipped one slimmed."""
    if name == "mpnet":
        return mpnet()
    windows = [w for document in parts[:SAMPLE_WINDOWS] for w in pack([p for passage in document for p in passage])[:1]]
    return slimmed(minilm(), [(torch.tensor([w.ids]), torch.tensor([w.case])) for w in windows])


def _meeting(out: Path) -> Path:
    """The file by which the processes of one run find each other."""
    return out.resolve() / "processes"


def work(rank: int, world: int, arguments: argparse.Namespace) -> None:
    """One training process."""
    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)
    if world > 1:
        distributed.init_process_group(
            "gloo", init_method=f"file://{_meeting(arguments.out)}", rank=rank, world_size=world
        )
    tokenizer = Tokenizer.from_file(str(package_file("tokenizer.json")))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    documents = annotated(arguments.corpora)[: arguments.limit]
    taught = None
    if not arguments.plain:
        documents += written() * EXAMPLE_COPIES
    gold = {document.id for document in documents}
    if arguments.lessons:
        documents += unannotated(arguments.corpora)
        taught = Taught(transitions(arguments.lessons), read(arguments.lessons, documents))
        documents = with_mentions(documents, arguments.corpora) + hedged(arguments.corpora)
    parts = tokenised(tokenizer, documents)
    network = Network(base_encoder(arguments.base, parts), aside=taught is not None)
    named = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
    inner = [p for n, p in named if n.startswith("encoder.") and "case" not in n]
    heads = [p for n, p in named if not n.startswith("encoder.") or "case" in n]
    rates = [arguments.rate, arguments.head_rate]
    optimiser = torch.optim.AdamW([{"params": inner}, {"params": heads}], lr=1.0, weight_decay=0.01)
    rng = random.Random(arguments.seed)
    averaged = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGING), use_buffers=False
    )
    network.train()
    step, began, total = 0, time.monotonic(), 0
    for epoch in range(arguments.epochs):
        shares = shares_of_epoch(documents, parts, rng)
        total = total or arguments.epochs * len(shares) // SHARES
        for at in range(0, len(shares), SHARES):
            warmth = min(1.0, (step + 1) / WARM_UP_STEPS) * max(0.01, 1 - step / total)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * warmth
            optimiser.zero_grad()
            losses = []
            for share in shares[at + rank : at + SHARES : world]:
                loss = loss_of(network, share, [e.document in gold for e in share], taught) * world / SHARES
                loss.backward()
                losses.append(float(loss.detach()))
            if world > 1:
                average_gradients(network, world)
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            averaged.update_parameters(network)
            step += 1
            if rank == 0 and step % 20 == 0:
                print(f"step {step}/{total} {time.monotonic() - began:.0f} s loss {sum(losses):.4f}", flush=True)
        if rank == 0:
            torch.save(averaged.module.state_dict(), arguments.out / "network.pt")
            print(f"epoch {epoch + 1} of {arguments.epochs} saved", flush=True)


def main() -> None:
    """Parse the command line and run the training processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=Path("build/training"))
    parser.add_argument("--base", choices=["minilm", "mpnet"], default="minilm")
    parser.add_argument("--lessons", type=Path, default=None, help="folder that training.lessons wrote")
    parser.add_argument("--plain", action="store_true", help="PolNeAR alone, without the project's own examples")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--limit", type=int, default=None, help="articles to train on (for a quick trial)")
    parser.add_argument("--processes", type=int, choices=(1, 2), default=min(2, os.cpu_count() or 1))
    arguments = parser.parse_args()
    if not (arguments.corpora / "polnear" / "train.jsonl").exists():
        sys.exit(f"No polnear/train.jsonl under {arguments.corpora}: see training/README.md for where it comes from.")
    os.environ |= {"GLOO_SOCKET_IFNAME": "lo", "OMP_NUM_THREADS": "1"}
    arguments.out.mkdir(parents=True, exist_ok=True)
    _meeting(arguments.out).unlink(missing_ok=True)
    if arguments.processes == 1:
        work(0, 1, arguments)
    else:
        multiprocessing.spawn(work, (arguments.processes, arguments), nprocs=arguments.processes)


if __name__ == "__main__":
    main()
