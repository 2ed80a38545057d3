"""Names, things and times of the annotated articles, read once for each engine and version of the code that reads them.

Rules over quotes and events are tried many times an hour; what they stand on changes seldom. The files lie in
`bench/out/annotations`; what is kept is told by a digest of the rooms, lists and weights that made it.
"""

import hashlib
import pickle
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from bench.annotations import articles
from bench.gold import ROOT, SHARED
from marsad.annotate import Annotations, Step, annotator

FOLDER = ROOT / "bench" / "out" / "annotations"
STEPS: tuple[Step, ...] = ("mentions", "entities", "times")
_SOURCE = ROOT / "src" / "marsad"
_ROOMS = ("text", "annotate/engines", "annotate/lists", "annotate/names", "annotate/places", "annotate/linking", "annotate/times")  # fmt: skip  # noqa: E501
_DATA = ("gaz_*", "names.toml", "patterns.toml", "places.*", "confidence.tsv")
_LATER = frozenset(  # in those rooms, but read by quotes and events only
    {"acts.py", "codes.py", "conjugation.py", "hamza.py", "pointing.py", "speakers.py", "verb_stems.py", "verbs.py"}
)


def annotations(engine: str, shared: Path = SHARED) -> dict[str, Annotations]:
    """What stands in every annotated article, by its id. Raises MissingExtra where the engine cannot be had."""
    path = FOLDER / f"{engine.replace('/', '_')}-{version()}.pickle"
    if path.exists():
        kept: dict[str, Annotations] = pickle.loads(path.read_bytes())  # noqa: S301 - written below
        return kept
    reads = annotator(engine)
    found = {
        article["id"]: reads(article["text"], published=article["pub_date"], steps=STEPS)
        for article in articles(shared)
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob(f"{engine.replace('/', '_')}-*.pickle"):
        old.unlink(missing_ok=True)
    part = path.with_suffix(f".{id(found):x}.part")
    part.write_bytes(pickle.dumps(found))
    part.replace(path)
    return found


@cache
def version() -> str:
    """A digest of all that names and times are made by."""
    digest = hashlib.sha256()
    for path in sorted(_files()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    yield _SOURCE / "records.py"
    for room in _ROOMS:
        yield from (path for path in (_SOURCE / room).glob("*.py") if path.name not in _LATER)
    for pattern in _DATA:
        yield from (_SOURCE / "data").glob(pattern)
    weights = find_spec("marsad_model_ar")
    for folder in (weights.submodule_search_locations or ()) if weights else ():
        yield from (path for path in Path(folder).iterdir() if path.is_file())
