"""The pipeline on more than one core: many pages read at once, each at its own risk, one writer."""

from marsad.scale.adding import Kept, add, keep
from marsad.scale.batches import rest
from marsad.scale.renewing import Renewed, annotate
from marsad.scale.workers import Crew, results

__all__ = ["Crew", "Kept", "Renewed", "add", "annotate", "keep", "rest", "results"]
