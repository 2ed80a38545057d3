"""All attributions of a text: each cue with its source as written and the reach of its content.

    attributions(passages, headline_end) -> list[Attribution]

In the order of their cues. Who a pronoun or dropped subject stands for is not decided here.
"""

from collections.abc import Sequence

from marsad.annotate.grammar import Passage
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.headlines import headline, speaker_first
from marsad.annotate.quotes.layout import Layout
from marsad.annotate.quotes.nesting import arranged
from marsad.annotate.quotes.passage import in_passage
from marsad.annotate.quotes.running import run_on
from marsad.annotate.quotes.spans import Spans


def attributions(passages: Sequence[Passage], headline_end: int) -> list[Attribution]:
    """The attributions of a text. `headline_end`: the code point where its headline ends, 0 where it has none."""
    layouts = [Layout(passage) for passage in passages]
    found: list[list[Attribution]] = []
    for layout in layouts:
        passage = layout.passage
        head = passage.start < headline_end
        here = in_passage(layout, head=head)
        told = Spans((one.content[0].start, one.content[-1].end) for one in here)
        for one in headline(layout) if head else speaker_first(layout):
            if not told.overlaps(one.content[0].start, one.content[-1].end):
                here.append(one)
        for one in here:
            one.headline = head
        found.append(here)
    run_on(layouts, found)
    return arranged([one for here in found for one in here])
