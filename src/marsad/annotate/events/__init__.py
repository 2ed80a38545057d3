"""Who did what to whom, when and where: acts of politics in PLOVER's sixteen types, with their parties and evidence."""

from marsad.annotate.events.find import events

__all__ = ["events"]
