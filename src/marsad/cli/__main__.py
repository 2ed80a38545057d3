"""`python -m marsad.cli`: the same as `marsad`."""

from marsad.cli import main

main()
