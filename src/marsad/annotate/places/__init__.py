"""Where a place is, and which of its homonyms the article means."""

from marsad.annotate.places.locate import PlaceName, locate
from marsad.annotate.places.placing import placed

__all__ = ["PlaceName", "locate", "placed"]
