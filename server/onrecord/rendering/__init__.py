"""A report in the forms people and programs read: JSON, terminal text, an annotated page; and the rules behind it."""

from onrecord.rendering.as_json import to_json
from onrecord.rendering.as_page import PAGE_POLICY, to_page
from onrecord.rendering.as_text import to_text
from onrecord.rendering.rules import rule_ids, rule_text, rules_dict, rules_text, rules_told

__all__ = [
    "PAGE_POLICY",
    "rule_ids",
    "rule_text",
    "rules_dict",
    "rules_text",
    "rules_told",
    "to_json",
    "to_page",
    "to_text",
]
