"""How many place names with homonyms are located right: `python -m bench.homonyms [--errors]`.

Cases: `bench/homonyms.tsv`, own sentences. Right: country, precision and, where the case names them, first-level area
and GeoNames id are as a reader would say, and nothing is said where nobody can know. The rules were written with the
`develop` cases in view; the `check` cases are only ever scored.
"""

import argparse
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from marsad.annotate.places.country import UNDECIDABLE
from marsad.annotate.places.locate import PlaceName, locate
from marsad.records import Location

CASES = Path(__file__).with_suffix(".tsv")


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its place names, the judged one, and what is right about it."""

    split: str
    outlet: str | None
    text: str
    names: tuple[PlaceName, ...]
    judged: int
    country: str
    kind: str
    admin1: str
    geonames: str


def cases(path: Path = CASES) -> list[Case]:
    """All cases of the file."""
    lines = path.read_text("utf-8").splitlines()
    return [_case(line.split("\t")) for line in lines if line and not line.startswith("#")]


def _case(cells: list[str]) -> Case:
    split, outlet, marked, country, kind, admin1, geonames = cells
    text, judged = "", -1
    names: list[PlaceName] = []
    for piece in re.split(r"(\[+[^\[\]]+\]+)", marked):
        bare = piece.strip("[]")
        if piece.startswith("["):
            judged = len(names) if piece.startswith("[[") else judged
            names.append(PlaceName(len(text), len(text) + len(bare), bare))
        text += bare
    return Case(split, outlet.strip("-") or None, text, tuple(names), judged, country, kind, admin1, geonames)


def right(case: Case, said: Location | None) -> bool:
    """Whether a location is what the case expects."""
    if said is None or said.rule == UNDECIDABLE:
        return case.kind == UNDECIDABLE and said is not None
    return (
        (said.precision or "open") == case.kind
        and (said.country or "-") == case.country
        and case.admin1 in ("-", said.admin1)
        and case.geonames in ("-", str(said.geonames))
    )


def score(*, errors: bool = False) -> dict[str, float]:
    """Shares of right answers: `homonyms.develop`, `homonyms.check`, `homonyms.all`; `wrong`: a false answer given."""
    good: Counter[str] = Counter()
    number: Counter[str] = Counter()
    wrong = 0
    for case in cases():
        said = locate(case.text, case.names, outlet_country=case.outlet)[case.judged]
        fine = right(case, said)
        number.update((case.split, "all"))
        good.update((case.split, "all") if fine else ())
        wrong += not fine and said is not None and said.rule != UNDECIDABLE
        if errors and not fine and case.split == "develop":
            print(case.text, "\n   expected", case.country, case.kind, case.admin1, case.geonames, "\n   got", said)
    return {f"homonyms.{name}": good[name] / number[name] for name in sorted(number)} | {
        "homonyms.wrong": wrong / max(1, number["all"])
    }


def main() -> None:
    """Print the score, and with `--errors` the wrong answers among the develop cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print what is wrong among the develop cases")
    for name, value in score(errors=parser.parse_args().errors).items():
        print(f"{name:20} {value:.3f}")


if __name__ == "__main__":
    main()
