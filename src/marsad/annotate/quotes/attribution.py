"""What one attribution is before its speaker is known: a cue, its words, what it brings, and where it stands."""

from dataclasses import dataclass

from marsad.kinds import CueClass, CueKind, QuoteKind
from marsad.records import Content, Span


@dataclass(slots=True)
class Attribution:
    """A cue with the content that it introduces; offsets are code points of the text.

    `gender` ("m", "f", "") and `number` ("s", "d", "p", "") are the cue's own agreement ("" where its letters don't
    tell); a cue with a pronoun suffix (قوله، تأكيدها) carries the agreement of the suffix.
    """

    cue: Span  # the word itself, without و or ف in front: قال
    lemma: str  # as the lexicon lists it
    class_: CueClass
    cue_kind: CueKind
    kind: QuoteKind
    content: tuple[Content, ...]  # marks stand outside of direct content
    frame: Span  # from cue to content, or from the closing mark to the end of the source: channel, addressee stand here
    source: Span | None  # the overt noun phrase at the cue, None for pronouns and dropped subjects
    passage: int  # index of the passage that the cue stands in
    rule: str
    gender: str = ""
    number: str = ""
    passive: bool = False
    outer: int | None = None  # index in the list of the attribution whose content holds this one
    pronoun: Span | None = None  # the pronoun that stands for the source: suffix of قوله, هو in "وهو يقول"
    target: Span | None = None  # who is asked, accused, described, told: the object of حث X على, اتهم X بـ, أبلغ X أن
    reporter: Span | None = None  # the medium that relays: نقلت وكالة … عن X قوله
    headline: bool = False  # stands in the headline
