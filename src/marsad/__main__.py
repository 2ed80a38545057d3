"""`python -m marsad`: the same as `marsad`."""

from marsad.cli import main

main()
