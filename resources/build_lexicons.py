"""`python -m resources.build_lexicons [--check] [file …]`: validates `resources/lexicons` and makes what ships of it.

`verb_forms.tsv.gz` holds every form of `verbs.tsv`; all other files are copied. Needs nothing but the project itself.
With `--check` nothing is written: exit code 1 where a file is not what the lexicons give.
"""

import sys
from collections.abc import Callable
from functools import partial

from resources.gazetteer.tables import build, packed, table
from resources.lexicons import listing
from resources.lexicons.forms import verb_forms

FORMS_HEAD = (
    "The forms of verbs.tsv by their letters without hamza. Made by resources/build_lexicons.py: do not edit.",
    "Origin: the project's own list resources/lexicons/verbs.tsv (Apache-2.0).",
    "first two letters\twords that begin so, each with its forms: lemma:part person gender number voice state:letters",
)


TABLES: dict[str, Callable[[], bytes]] = {
    "verb_forms.tsv.gz": lambda: packed(table(FORMS_HEAD, verb_forms(listing.verbs(), listing.homographs()))),
    **{name: partial(listing.content, name) for name in listing.names()},
}


def main(arguments: list[str]) -> int:
    """Builds or checks the named files, or all."""
    wrong = listing.problems()
    for problem in wrong:
        print(problem)
    stale = "not what resources/lexicons gives; run python -m resources.build_lexicons"
    return 1 if wrong else build(TABLES, arguments, stale=stale)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
