"""What reads names: each engine says of every word how likely it is part of one."""

from marsad.annotate.engines.choose import ENGINES, Engine, engine

__all__ = ["ENGINES", "Engine", "engine"]
