"""How the weights of `marsad-model-ar` are made: `python -m models.train --help`."""
