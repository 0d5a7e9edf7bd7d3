"""The room of sources: mentions and their context become people, bodies, documents and shadows."""

from onrecord.sourcing.lexicon import sector_of_noun
from onrecord.sourcing.resolve import Attributed, Sourcing, resolve

__all__ = ["Attributed", "Sourcing", "resolve", "sector_of_noun"]
