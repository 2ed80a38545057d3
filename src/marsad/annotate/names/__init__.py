"""From what an engine believes to mentions: lists, conventions, the article as a whole, clitics."""

from marsad.annotate.names.find import mentions

__all__ = ["mentions"]
