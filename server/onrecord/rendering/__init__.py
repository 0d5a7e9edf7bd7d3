"""A report in the forms people and programs read: JSON, terminal text, an annotated page."""

from onrecord.rendering.as_json import to_json
from onrecord.rendering.as_page import PAGE_POLICY, to_page
from onrecord.rendering.as_text import to_text

__all__ = ["PAGE_POLICY", "to_json", "to_page", "to_text"]
