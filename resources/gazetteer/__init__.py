"""The lists that find names: curated sources and the scripts that make `src/marsad/data/gaz_*` of them."""
