"""The pipeline on more than one core: many pages read at once, each at its own risk, one writer."""

from marsad.scale.adding import Kept, add, keep, rest
from marsad.scale.workers import Crew, results

__all__ = ["Crew", "Kept", "add", "keep", "rest", "results"]
