"""``python -m evaluation.gold check``: read every gold article, name every slip, count what is there.

``python -m evaluation.gold measure [--split dev] [--errors]``: what the engine makes of them.
``python -m evaluation.gold agreement``: how far two independent annotations of them agree.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from evaluation.floors import fallen
from evaluation.gold.agreement import compare
from evaluation.gold.marks import ARTICLES, GoldArticle, GoldError, read
from evaluation.gold.measure import errors, figures, measure, split_of, table


def main() -> None:
    """Check the form of all articles, or measure the engine on them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=["check", "measure", "agreement"])
    parser.add_argument("--folder", type=Path, default=ARTICLES)
    parser.add_argument("--split", choices=["dev", "test"], default=None, help="default: both, one after the other")
    parser.add_argument("--errors", action="store_true", help="list what went wrong (dev only: test is not for tuning)")
    arguments = parser.parse_args()
    if arguments.command == "agreement":
        print("\n".join(compare()))
        return
    articles, slips = [], []
    for path in sorted(arguments.folder.glob("*.txt")):
        try:
            articles.append(read(path))
        except (GoldError, OSError) as error:
            slips.append(str(error))
    if arguments.command == "check":
        print("\n".join(counts(articles)))
    else:
        for split in [arguments.split] if arguments.split else ["dev", "test"]:
            chosen = [a for a in articles if split_of(a) == split]
            result = measure(chosen)
            print(f"Gold articles, {split}: {len(chosen)}\n\n" + "\n".join(table(result)) + "\n")
            if arguments.errors and split == "dev":
                print("\n".join(errors(result)))
            slips += fallen(f"gold_{split}", figures(result))
    if slips:
        sys.exit("\n".join(slips))


def counts(articles: list[GoldArticle]) -> list[str]:
    """What the articles hold, a line a kind."""
    every = [(article, a) for article in articles for a in article.attributions]
    sources = [[article.sources[key] for key in a.sources] for article, a in every]
    unnamed = ("unnamed_person", "unnamed_group", "anonymous_source")
    kinds = {
        "articles": len(articles),
        "attributions": len(every),
        "with an unnamed or anonymous source": sum(any(s.identity in unnamed for s in group) for group in sources),
        "intelligence or military": sum(any(s.sector in ("intelligence", "military") for s in g) for g in sources),
        "relayed": sum(bool(a.relay) for _, a in every),
        "agentless": sum(not a.sources for _, a in every),
        "hedges": sum(len(article.hedges) for article in articles),
    }
    lines = [f"{count:6} {kind}" for kind, count in kinds.items()]
    slices = Counter(name for _, a in every for name in a.slices)
    topics = Counter(article.topic for article in articles)
    return [*lines, *(f"{n:6} {name}" for table in (topics, slices) for name, n in table.most_common())]


if __name__ == "__main__":
    main()
