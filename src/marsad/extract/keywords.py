"""Keywords of an article."""

import re

from marsad.extract.lexicon import label_kind
from marsad.extract.lines import Line, Sheet
from marsad.extract.metadata import Metadata
from marsad.text.fold import fold_key

_NO_KEYWORD = frozenset({"tags", "share", "plea", "legal", "related", "comment"})


def keywords(sheet: Sheet, metadata: Metadata, body: list[Line]) -> None:
    """Keywords: what metadata says, else the tags that the page shows."""
    if metadata.keywords:
        return
    shown: dict[str, None] = {}  # in the order of the page
    for line in sheet.lines:
        if line.reason != "tags" or (body and line.number < body[0].number):
            continue
        if line.label == "tags":
            rest = line.text.partition(":")[2]
            found = [title for title, _ in line.links] or re.split(r"\s*[،,|#؛]\s*|\s+[-–]\s+", rest)
        else:
            found = [title for title, _ in line.links] or [line.text]
        for word in found:
            tidy = word.strip(" #:،,.-–•").replace("_", " ")
            if 0 < len(tidy) <= 60 and label_kind(fold_key(tidy)) not in _NO_KEYWORD:
                shown[tidy] = None
    metadata.keywords.extend(shown)
