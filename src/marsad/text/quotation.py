"""Marks of quotation: what a piece of a text lost of them when it was cut out."""

_PAIRS = {"«": "»", "“": "”", "(": ")", '"': '"'}
_OPENS = {"»": "«", "”": "“"}


def closed(text: str) -> str:
    """Words of an article with the marks of quotation that were cut off them: `"لن تقبل` has its second one again."""
    waiting: list[str] = []
    front = ""
    for place, sign in enumerate(text):
        if waiting and (_PAIRS[waiting[-1]] == sign or waiting[-1] == sign == "“"):
            waiting.pop()
        elif sign in _OPENS or (sign == '"' and _ends(text, place)):
            front = _OPENS.get(sign, sign) + front
        elif sign in _PAIRS:
            waiting.append(sign)
    return front + text + "".join(_PAIRS[sign] for sign in reversed(waiting))


def _ends(text: str, place: int) -> bool:
    """Whether a mark stands behind a word and not in front of one."""
    behind = text[place + 1 : place + 2]
    return place > 0 and not text[place - 1].isspace() and not behind.isalnum()
