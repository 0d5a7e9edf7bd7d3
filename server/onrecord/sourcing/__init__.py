"""The room of sources: mentions and their context become people, bodies, documents and shadows."""

from onrecord.sourcing.attributed import Attributed
from onrecord.sourcing.lexicon import sector_of_noun
from onrecord.sourcing.resolve import Sourcing, resolve

__all__ = ["Attributed", "Sourcing", "resolve", "sector_of_noun"]
