"""The closed vocabularies of the report: kinds, identities, sectors, channels and the like.

Their names and values are those of the rubric (docs/rubric) and stand in every report.
"""

from __future__ import annotations

from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is to the article. Captions and promos are kept for placing, and never judged."""

    HEADLINE = "headline"
    DEK = "dek"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CAPTION = "caption"
    PROMO = "promo"


class Genre(StrEnum):
    """What the page says it is, by its own markup and wording."""

    NEWS = "news"
    OPINION = "opinion"
    LIVE_BLOG = "live_blog"
    LISTING = "listing"


class Identity(StrEnum):
    """How far a source is identified."""

    NAMED_PERSON = "named_person"
    NAMED_ORGANIZATION = "named_organization"
    DOCUMENT = "document"
    ANONYMOUS_SOURCE = "anonymous_source"
    UNNAMED_PERSON = "unnamed_person"
    UNNAMED_GROUP = "unnamed_group"
    NONE = "none"


class Sector(StrEnum):
    """The part of public life a source speaks from."""

    GOVERNMENT = "government"
    INTELLIGENCE = "intelligence"
    MILITARY = "military"
    LAW_ENFORCEMENT = "law_enforcement"
    COURTS = "courts"
    POLITICS = "politics"
    DIPLOMACY = "diplomacy_and_international_bodies"
    BUSINESS = "business"
    EXPERT = "expert"
    MEDIA = "media"
    CIVIL_SOCIETY = "civil_society"
    PUBLIC = "public"
    SOCIAL_MEDIA = "social_media"
    UNKNOWN = "unknown"


class Channel(StrEnum):
    """The way a statement reached the reporter."""

    QUOTE = "quote"
    INDIRECT = "indirect"
    STATEMENT = "statement"
    DOCUMENT = "document"
    PRESS_REPORT = "press_report"
    SOCIAL_POST = "social_post"
    BROADCAST = "broadcast"
    OWN_WITNESS = "own_witness"
    DECLINED_COMMENT = "declined_comment"
    THOUGHT = "thought"
    NONE = "none"


class Stance(StrEnum):
    """What a cue says of the statement it carries, beside carrying it."""

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    FACTIVE = "factive"
    DIRECTIVE = "directive"
    EVALUATIVE = "evaluative"


class HedgeKind(StrEnum):
    """The kinds of words that lower, hand away or raise commitment."""

    REPORTIVE = "reportive"
    EPISTEMIC = "epistemic"
    WEASEL = "weasel"
    SPECULATIVE = "speculative_framing"
    APPROXIMATOR = "approximator"
    BOOSTER = "booster"


class Reason(StrEnum):
    """Why a source stays unnamed, as the article tells it."""

    NONE = "none"
    STOCK = "stock"
    SPECIFIC = "specific"


class Band(StrEnum):
    """The score in words."""

    WELL = "well_sourced"
    MOSTLY = "mostly_sourced"
    THINLY = "thinly_sourced"
    POORLY = "poorly_sourced"


class Status(StrEnum):
    """Whether a report carries a score."""

    SCORED = "scored"
    NOT_SCORED = "not_scored"
