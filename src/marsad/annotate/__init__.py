"""Article -> mentions, entities, times, quotes, events.

    annotator = annotate.annotator("fast")
    annotator(article.text, published="2015-02-08")   -> Annotations

Each step is a pure function of the text and its date; what made a claim and by which rule stands with it.
"""

from marsad.annotate.annotator import STEPS, Annotations, Annotator, Step, annotator, needed, together

__all__ = ["STEPS", "Annotations", "Annotator", "Step", "annotator", "needed", "together"]
