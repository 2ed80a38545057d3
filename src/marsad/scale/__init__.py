"""The pipeline on more than one core: many pages read at once, each at its own risk, one writer."""

from marsad.scale.adding import Kept, add
from marsad.scale.renewing import Renewed, annotate
from marsad.scale.workers import results

__all__ = ["Kept", "Renewed", "add", "annotate", "results"]
