"""Markup that would stall a parser is cut to what a browser would show of it, before it is parsed.

Blink caps the depth of a page at 512 elements and puts what is deeper side by side; so do we. Pages that people
wrote pass untouched: they are only counted.
"""

import re

MOST_DEPTH = 512  # as in Blink (HTMLTreeBuilder, maximumHTMLParserDOMTreeDepth)
MOST_ATTRIBUTES = 2_000  # of one tag
_MANY_TAGS = 20_000  # fewer cannot nest deep enough to cost anything
_LONG_TAG = 20_000  # characters
# Elements that nothing closes but their own end tag; others (p, li, td) end by themselves and may be left open.
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|article|aside|main|nav|header|footer|ul|ol|dl|table|blockquote|pre|center|form|fieldset"
    r"|details|figure|font|b|i|u|em|strong|small|big|a|svg|g|math|object|template)\b[^<>]*>",
    re.IGNORECASE,
)
_LONG = re.compile(rf"<([a-zA-Z][^\s<>/]*+)([^<>]{{{_LONG_TAG},}}+)>")


def bounded(text: str) -> tuple[str, tuple[str, ...]]:
    """The markup within bounds, and a warning for each thing that was cut."""
    warnings: list[str] = []
    if _has_long_tag(text):
        shorter = _LONG.sub(_without_attributes, text)
        if len(shorter) < len(text):
            warnings.append(f"markup: a tag with more than {MOST_ATTRIBUTES} attributes was read without them")
            text = shorter
    if text.count("<") >= _MANY_TAGS:
        flat = _flattened(text)
        if len(flat) < len(text):
            warnings.append(f"markup: elements nested more than {MOST_DEPTH} levels deep were read side by side")
            text = flat
    return text, tuple(warnings)


def _has_long_tag(text: str) -> bool:
    """Whether more than `_LONG_TAG` characters stand somewhere without a `<` in them."""
    at = 0  # behind a `<`, or at the beginning
    while len(text) - at > _LONG_TAG:
        found = text.rfind("<", at, at + _LONG_TAG + 1)
        if found < 0:
            return True
        at = found + 1
    return False


def _without_attributes(tag: re.Match[str]) -> str:
    return f"<{tag[1]}>" if len(tag[2].split()) > MOST_ATTRIBUTES else tag[0]


def _flattened(text: str) -> str:
    """The text without the start and end tags of elements that are nested too deep."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[1]:
            depth = max(0, depth - 1)
            return tag[0] if depth < MOST_DEPTH else " "
        depth += 1
        return tag[0] if depth <= MOST_DEPTH else " "

    return _NESTING.sub(kept, text)
