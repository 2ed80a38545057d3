"""`python -m resources.build_gazetteer [--check] [table …]`: makes the `gaz_*` tables of `src/marsad/data`.

Needs the packages of `resources/requirements.txt`. With `--check` nothing is written: exit code 1 where a table is not
what these sources give.
"""

import sys
from collections.abc import Callable

from resources.gazetteer import build_names, build_nationalities, build_people, build_roles, build_things
from resources.gazetteer.tables import build

TABLES: dict[str, Callable[[], bytes]] = {
    "gaz_things.tsv.gz": build_things.build,
    "gaz_nationalities.tsv": build_nationalities.build,
    "gaz_names.tsv.gz": build_names.build,
    "gaz_people.tsv.gz": build_people.build,
    "gaz_roles.tsv": build_roles.roles,
    "gaz_renames.tsv": build_roles.renames,
}


def main(arguments: list[str]) -> int:
    """Builds or checks the named tables, or all."""
    return build(TABLES, arguments, stale="not what the sources give; run python -m resources.build_gazetteer")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
