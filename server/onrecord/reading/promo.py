"""Page furniture by its wording: lines that invite, credit, date or sign, but tell no news.

Every pattern is anchored, bounded and tried on short texts only. Prose that merely begins with such a word ("Watch
groups said ...", "Follow-up tests showed ...") must stay prose: most patterns ask for a colon, a bar, or a line that
does not end like a sentence.
"""

from __future__ import annotations

import re

from onrecord.word_list import words

LONGEST_PROMO = 400  # characters

_INVITES = r"(?:watch|listen|see|read|view|explore|discover|learn|more|related|also)"
_THINGS = (
    r"(?:video|photos?|gallery|galleries|slideshow|podcast|interactive|live(?:\s+updates)?|in\s+pictures|in\s+photos"
    r"|recommended|trending|up\s+next|don['’]t\s+miss|must\s+read|editor['’]s\s+picks?|from\s+the\s+archives?)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = (
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}},?\s+)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}),?\s+\d{{4}}"
)
_CLOCK = r"(?-i:[^a-z]){0,30}(?:[ap]\.?m\.?)?(?-i:[^a-z]){0,16}"
_NAME = r"[A-Z][\w.'’-]{0,30}"
_STOPPED = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")

_ALWAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:watch|listen|related|more|see\s+also|also\s+(?:read|see|watch)|read\s+(?:more|also|next|this))\s*[:"
        r"|»→>]",
        rf"{_INVITES}(?:\s+[\w'’-]{{1,20}}){{0,3}}\s*[:|»→>].{{0,300}}[^.\"”’,]$",
        rf"{_THINGS}\s*[:|»→>–—]",
        r"(?:advertisements?|sponsored(?:\s+content)?|paid\s+content|promoted|loading)[\s.…:]{0,5}$",
        r"(?:story|article)\s+continues\s+(?:below|after)",
        r"(?:skip\s+(?:to|past)|jump\s+to|scroll\s+(?:down|to))\b[^.]{0,60}$",
        r"(?:click|tap)\s+(?:here|(?:on\s+)?(?:the|this)\s+(?:link|button|image|photo|picture|video|map|box))\b",
        r"(?:sign|signed)\s+up\s+(?:here|now|today|to|for)\b.{0,80}\b(?:newsletters?|e-?mails?|alerts?|updates"
        r"|inbox|briefing)\b",
        r"(?:subscribe|register|log\s+in|sign\s+in)\s+(?:to|for|now|here|today)\b.{0,90}(?:newsletter|inbox"
        r"|channel|podcast|access|reading|today|now|offer|\bus\b|\bour\b|$)",
        r"(?:get|have)\s+(?:the|our|all\s+the)\s+(?:latest|best|day['’]s|top|biggest)\b.{0,90}(?:inbox|e-?mail"
        r"|newsletter|app\b|delivered|alerts)",
        r"(?:want|like)\s+more\s+(?:news|stories|like)\b",
        r"(?:follow|like|find|join)\s+(?:us|our|the\s+conversation)\b.{0,120}$",
        r"(?:follow|find)\s+.{1,60}\s+on\s+(?:twitter|x|facebook|instagram|threads|bluesky|mastodon|linkedin"
        r"|tiktok|youtube|whatsapp|telegram)\b.{0,60}$",
        r"(?:download|get)\s+(?:our|the)\s+(?:\w{1,20}\s+){0,3}app\b",
        r"(?:support\s+(?:us|our|this|independent|local|quality)|help\s+us|donate|become\s+a\s+(?:member"
        r"|subscriber|supporter))\b.{0,60}\b(?:journalism|newsroom|reporting|donation|today|now|member|subscriber"
        r"|supporter)\b",
        r"(?:we|this\s+(?:site|website))\s+(?:and\s+our\s+partners\s+)?uses?\s+cookies(?:\s+(?:on|for|and"
        r"|to\s+(?:improve|give|provide|ensure|personali[sz]e|deliver|enhance|make|offer|analy[sz]e))\b"
        r"|[.\s]{0,3}$)",
        r"(?:accept|manage|reject)\s+(?:all\s+)?cookies?\b",
        r"(?:©|\(c\)\s|copyright\b(?:\s+(?:©|\d{4})))",
        r".{0,160}\ball\s+rights\s+reserved\b",
        r"this\s+material\s+may\s+not\s+be\s+published\b",
        r"[\[(]?\s*(?:reporting|writing|edited|additional\s+reporting|compiled)\s+by\s+(?-i:[A-Z])",
        r"(?-i:[A-Z]).{0,80}\bcontributed\s+(?:to\s+this\s+(?:report|story|article)|reporting)\b.{0,20}$",
        r"this\s+(?:article|story|report)\s+(?:was|has\s+been|is)\s+(?:originally\s+|first\s+)?(?:published"
        r"|republished|produced)\b",
        r"(?:[\[(]\s*)?(?:photo|photograph|image|picture|file\s+photo|photo\s+credit|image\s+credit|credit"
        r"|graphic|illustration)s?\s*(?:[:|]|by\s+(?-i:[A-Z])|courtesy\b)",
        r".{0,120}(?:/|\bvia\s)(?:getty(?:\s+images)?|shutterstock|istock|alamy)\b.{0,30}$",
        r"(?:\d{1,4}|no|leave\s+a|post\s+a|add\s+a|view|show|hide|join\s+the|all|see\s+all)\s+(?:comments?"
        r"|repl(?:y|ies)|responses)\b[^.]{0,40}$",
        r"\d{1,3}[\s-]*min(?:ute)?s?\s+(?:read|listen|watch)\s*$",
        rf"(?:(?:first\s+|last\s+)?(?:published|updated|posted|modified|updated\s+on|created)\s*(?:on|at"
        rf"|:)?\s*){{1,2}}(?:{_DATE}|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}|\d{{1,3}}\s+\w{{3,8}}\s+ago|(?:today"
        rf"|yesterday)\b).{{0,80}}$",
        rf"{_DATE}{_CLOCK}$",
        r"(?:for\s+more\s+(?:news|stories|information|on\s+this\s+(?:story|topic)))\b.{0,120}\b(?:visit|follow"
        r"|click|go\s+to|see|read|subscribe)\b",
        r"(?:share|tweet|e-?mail|print|save|copy\s+link|facebook|twitter|whatsapp|linkedin|reddit|pinterest"
        r"|telegram|x|flipboard|bookmark|gift)(?:(?:\s*[,|·/•]\s*|\s+)(?:share|this|article|story|on|via|to|tweet"
        r"|e-?mail|print|save|link|copy|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|x|flipboard"
        r"|bookmark|gift|with|friends|icon|by)){0,16}\s*$",
    )
)
_UNSTOPPED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:read|see|show|load|view|continue|keep)\s+(?:more|next|also|reading|all|the\s+full\s+(?:story|article"
        r"|report))\b.{0,120}$",
        r"(?:more|also)\s+(?:from|on|in|about|stories|news|coverage)\b.{0,100}$",
        r"(?:related|recommended|trending|popular|latest|top)\s+(?:stor(?:y|ies)|articles?|coverage|topics?"
        r"|content|news|videos?|posts?|reading|links?)\b.{0,60}$",
        r"(?:watch|listen|see)\s+(?:now|live|the\s+(?:video|moment|clip|full)|this|below|here|to\s+this)\b.{0,120}$",
        r"(?:most|editor['’]s)\s+(?:read|popular|viewed|shared|commented|watched|picks?)\b.{0,40}$",
        r"(?:subscribe|sign\s+up|sign\s+in|log\s+in|register|newsletters?)\b.{0,60}$",
        r"(?:related|recommended|trending|tags?|topics|filed\s+under|categories|follow)\b(?:\s*[:|]|\s*$)",
        r"(?:share|comments?|conversation|discussion)(?:\s*\(\s*\d{0,6}\s*\))?\s*$",
        r"(?:join\s+the\s+(?:conversation|discussion)|leave\s+a\s+reply|about\s+the\s+authors?"
        r"|up\s+next|read\s+next|you\s+may\s+(?:also\s+)?like|you\s+might\s+(?:also\s+)?like)\b.{0,40}$",
    )
)
# "By the newsroom · World · 3 min read", "Jane Doe | Politics | 14 September 2026": a line of facts about the article.
_META_LINE = re.compile(
    rf"(?=.{{0,160}}(?:{_DATE}|\d{{1,3}}\s*min(?:ute)?s?\b)|by\s)[^·|•]{{1,80}}(?:\s[·|•]\s[^·|•]{{1,60}}){{1,5}}$",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r".{0,240}\s(?:photo(?:graph)?|picture|image)s?(?:\s*:|\s+by)\s*(?-i:[A-Z])[^.!?:]{0,60}$", re.IGNORECASE
)
_BYLINE = re.compile(r"(?:by|words\s+by|reported\s+by|story\s+by)\s*[:\s]\s*(?=\S)", re.IGNORECASE)
_HANDLE = re.compile(r"@\w{1,40}")
_PERSON = re.compile(r"[A-Z][\w.'’-]{0,30}")
_NO_PERSON = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october"
    r"|november|december|noon|midnight|christmas|early|late|then|now",
    re.IGNORECASE,
)
_BETWEEN = words(
    """
    and & de van von der den la le el bin al | — – / , in for
    """
)
_ROLES = re.compile(
    r"(?i:reporter|correspondent|editor|writer|staff|bureau|columnist|contributor|journalist|news\s+service"
    r"|agency|press)"
)
_BIO = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,3}}(?:,\s[^.]{{0,60}},)?\s+(?:is|was|has\s+been|covers|writes|reports)\b.{{0,120}}\b"
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|covering|covers|newsroom)\b"
)
_REACHED = re.compile(
    r"(?i:(?:s?he|they|you)\s+can\s+(?:be\s+)?reach(?:ed)?\b|contact\s+(?:him|her|them|the\s+(?:author|reporter"
    r"|writer))\b"
    r"|follow\s+(?:him|her|them)\s+(?:on|at)\b|reach\s+(?:him|her|them)\s+at\b|e-?mail\s+(?:him|her|them)\b)"
)
_ENDERS = re.compile(
    r"(?:(?:reader\s+|\d{1,6}\s+)?comments?(?:\s*\(\s*\d{0,6}\s*\))?|join\s+the\s+(?:conversation|discussion)"
    r"|leave\s+a\s+(?:reply|comment)"
    r"|post\s+a\s+comment|about\s+the\s+authors?|\d{1,6}\s+(?:repl(?:y|ies)|responses))\s*[:.]?$",
    re.IGNORECASE,
)


def is_promo(text: str) -> bool:
    """Whether a block's own words show that it is not the article's text."""
    line = " ".join(text.split())
    if not line or len(line) > LONGEST_PROMO:
        return False
    line = line.lstrip("•▪►▶→»>*-–— ")
    if any(pattern.match(line) for pattern in _ALWAYS):
        return True
    if not is_stopped(line) and any(pattern.match(line) for pattern in _UNSTOPPED):
        return True
    if not is_stopped(line) and (_META_LINE.match(line) or _CREDITED.match(line)):
        return True
    return byline_in(line) is not None or is_bio(line)


def byline_in(text: str) -> str | None:
    """The names in a line such as "By Jane Doe and John Roe, staff writers", None for anything else."""
    line = " ".join(text.split())
    by = _BYLINE.match(line)
    if by is None or len(line) > 200 or is_stopped(line):
        return None
    names = line[by.end() :].strip(" |,:")
    words = [word.strip(",") for word in _without_roles(names).split()]
    people = [word for word in words if _PERSON.fullmatch(word) or _HANDLE.fullmatch(word)]
    others = [word for word in words if word and word.lower() not in _BETWEEN and word not in people]
    return names if people and not others and not _NO_PERSON.fullmatch(words[0]) else None


def is_signature(text: str) -> bool:
    """Whether a line says who wrote the article, or where and when it appeared."""
    line = " ".join(text.split())
    return byline_in(line) is not None or (not is_stopped(line) and _META_LINE.match(line) is not None)


def is_bio(line: str) -> bool:
    """Whether a line presents the reporter, as pages do under an article."""
    return bool(_REACHED.search(line)) and len(line) < 300 and bool(_BIO.match(line) or _REACHED.match(line))


def is_stopped(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_STOPPED.search(text[-6:]))


def ends_the_article(heading: str) -> bool:
    """Whether what follows this heading is readers' comments or a portrait of the author."""
    return len(heading) < 80 and bool(_ENDERS.match(heading.strip()))


def lists_other_stories(heading: str) -> bool:
    """Whether a heading announces links to other pages."""
    line = " ".join(heading.split())
    return len(line) < 80 and not is_stopped(line) and any(pattern.match(line) for pattern in _UNSTOPPED)


def _without_roles(line: str) -> str:
    """A byline up to the reporter's role: "By Jane Doe, Staff Writer" has the byline "By Jane Doe"."""
    parts = line.split(",")
    return ",".join([parts[0], *(part for part in parts[1:] if not _ROLES.search(part))])
