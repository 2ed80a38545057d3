"""`python -m resources.build_lexicons [--check] [file …]`: validates `resources/lexicons` and makes what ships of it.

`verb_forms.tsv.gz` holds every form of `verbs.tsv`; all other files are copied. Needs nothing but the project itself.
With `--check` nothing is written: exit code 1 where a file is not what the lexicons give.
"""

import sys
from collections.abc import Callable
from functools import cache

from resources.gazetteer.tables import DATA, packed, same, table
from resources.lexicons import listing
from resources.lexicons.forms import verb_forms


@cache
def _tables() -> dict[str, Callable[[], bytes]]:
    """What ships, by name: each list of the folder, and the forms of the verbs."""
    made: dict[str, Callable[[], bytes]] = {
        "verb_forms.tsv.gz": lambda: packed(table(FORMS_HEAD, verb_forms(listing.verbs(), listing.homographs())))
    }
    for name in listing.names():
        made[name] = lambda name=name: listing.content(name)  # type: ignore[misc]
    return made


FORMS_HEAD = (
    "The forms of verbs.tsv by their letters without hamza. Made by resources/build_lexicons.py: do not edit.",
    "Origin: the project's own list resources/lexicons/verbs.tsv (Apache-2.0).",
    "first two letters\twords that begin so, each with its forms: lemma:part person gender number voice state:letters",
)


def main(arguments: list[str]) -> int:
    """Builds or checks the named files, or all."""
    check = "--check" in arguments
    named = [argument for argument in arguments if argument != "--check"] or list(_tables())
    wrong = listing.problems()
    for problem in wrong:
        print(problem)
    if wrong:
        return 1
    stale = [name for name in named if not _made(name, check=check)]
    for name in stale:
        print(f"{name}: not what resources/lexicons gives; run python -m resources.build_lexicons")
    return 1 if stale else 0


def _made(name: str, *, check: bool) -> bool:
    built = _tables()[name]()
    if not same(DATA / name, built):
        if check:
            return False
        (DATA / name).write_bytes(built)
    print(f"{name}: {len(built):,} bytes")
    return True


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
