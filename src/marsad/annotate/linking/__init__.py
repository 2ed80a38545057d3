"""Which names of an article are one thing, and what that thing is."""

from marsad.annotate.linking.link import link

__all__ = ["link"]
