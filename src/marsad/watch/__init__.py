"""Feeds that are asked again and again; what is new goes the way of everything that is added."""

from marsad.watch.one import Polled
from marsad.watch.polling import Watch, check_feed

__all__ = ["Polled", "Watch", "check_feed"]
