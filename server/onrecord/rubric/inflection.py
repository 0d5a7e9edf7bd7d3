"""Regular English inflection, so that word lists need to spell out irregular words only."""

from __future__ import annotations

VOWELS = "aeiou"
SIBILANTS = ("s", "x", "z", "ch", "sh")


def verb_forms(listed: str) -> tuple[str, ...]:
    """All forms of a verb.

    Args:
        listed: the base form (``state``, ``point out``), inflected by rule at its first word; or all forms,
            base first, with commas between (``say, says, said, saying``).
    """
    if "," in listed:
        return _spelled_out(listed)
    word, space, rest = listed.partition(" ")
    forms = (word, _with_s(word), _with_ed(word), _with_ing(word))
    return tuple(form + space + rest for form in forms)


def noun_forms(listed: str) -> tuple[str, ...]:
    """Singular and plural of a noun, or the forms given with commas between."""
    return _spelled_out(listed) if "," in listed else (listed, _with_s(listed))


def _spelled_out(listed: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in listed.split(","))


def _with_s(word: str) -> str:
    if _ends_in_consonant_y(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(SIBILANTS) else "s")


def _with_ed(word: str) -> str:
    if _ends_in_consonant_y(word):
        return word[:-1] + "ied"
    return word + ("d" if word.endswith("e") else "ed")


def _with_ing(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return word + "ing"


def _ends_in_consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in VOWELS
