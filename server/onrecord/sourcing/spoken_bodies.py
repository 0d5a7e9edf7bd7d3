"""Bodies among the sources, found by their initials, by the beginning of their name or by the noun for them."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Sector
from onrecord.sourcing.drafts import Draft
from onrecord.sourcing.lexicon import phrases, singular
from onrecord.sourcing.mentions import Kind, Mention
from onrecord.sourcing.name_forms import body_words
from onrecord.sourcing.named_bodies import general_sector


class SpokenBodies:
    """The bodies that have spoken in an article."""

    def __init__(self) -> None:
        self._by_initials: dict[str, Draft] = {}
        self._by_letters: dict[str, Draft] = {}
        self._by_opening: dict[tuple[str, ...], Draft] = {}
        self._by_noun: dict[str, Draft] = {}
        self._by_sector: dict[Sector, Draft] = {}

    def add(self, draft: Draft) -> None:
        """Take in a new source that is a body."""
        words = body_words(draft.name)
        self._by_initials.setdefault("".join(w[0] for w in words), draft)
        self._by_letters.setdefault("".join(words).replace(".", ""), draft)
        for length in range(2, len(words) + 1):
            self._by_opening.setdefault(tuple(words[:length]), draft)
        for word in draft.name.lower().split():
            self._by_noun[singular(word)] = draft
        self.learn(draft)

    def learn(self, draft: Draft) -> None:
        """Take in the sector of a body, which may be told after its name."""
        last = self._by_sector.get(draft.sector)
        if last is None or last.number < draft.number:
            self._by_sector[draft.sector] = draft

    def same(self, name: str) -> Draft | None:
        """The first body that a name may be another form of: its initials, what its letters stand for, its opening."""
        words = body_words(name)
        forms = (
            self._by_initials.get(" ".join(words).replace(".", "")),
            self._by_initials.get("".join(words)),
            self._by_letters.get("".join(w[0] for w in words)),
            self._by_opening.get(tuple(words)),
        )
        return min(_present(forms), key=_number, default=None)

    def called(self, mention: Mention) -> Draft | None:
        """The last body that may be called so: "the ministry" of the Defence Ministry, "the firm" of Halden Foods."""
        if not is_common_noun(mention):
            return None
        sector = general_sector(mention.head)
        forms = (self._by_noun.get(mention.head), self._by_sector.get(sector) if sector else None)
        return max(_present(forms), key=_number, default=None)

    def last_outlet(self) -> Draft | None:
        """The last outlet: "the paper" that reported it."""
        return self._by_sector.get(Sector.MEDIA)


def is_common_noun(mention: Mention) -> bool:
    """Whether a mention is a common noun for a body: "the ministry", "the company"."""
    return mention.kind is Kind.ROLE and phrases("organizations").has(mention.head)


def _present(forms: Iterable[Draft | None]) -> list[Draft]:
    return [draft for draft in forms if draft]


def _number(draft: Draft) -> int:
    return draft.number
