"""Time expressions and what they stand for."""

from marsad.annotate.times.find import times

__all__ = ["times"]
