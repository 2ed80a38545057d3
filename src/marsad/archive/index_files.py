"""The folder of the index beside the archive: which of its parts is in use, and how far it has come.

`FILE.index/state.json` says that, and is replaced whole. It is written after the index itself is committed, so that a
crash between the two makes the same articles indexed once more, which changes nothing. It holds the number and hash of
the last ledger entry that the index knows: the mark stands with the index, not in the archive, for a folder that is
lost or put back from a backup takes its mark along, and an index that belongs to another archive is known by the hash.
"""

import json
import os
import secrets
import shutil
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import tantivy

from marsad.archive.access import Access
from marsad.archive.index_schema import SHAPE, schema

_STATE = "state.json"


@dataclass(frozen=True, slots=True)
class State:
    """How far an index is: its folder, the last ledger entry in it with its hash, and how many articles it holds.

    `veil`: what was left out of it as articles are joined, as `index_changes.veil` has it.
    """

    shape: str
    folder: str
    number: int
    hash: str
    articles: int
    veil: str = ""


def folder_of(archive: Path, access: Access = "public") -> Path:
    """Where the index of an archive stands: beside it, so that both move together; each access level has its own."""
    return archive.with_name(archive.name + (".index" if access == "public" else f".index-{access}"))


def read_state(folder: Path) -> State | None:
    """The state, None where there is none that this program can use."""
    try:
        data = json.loads((folder / _STATE).read_text("utf-8"))
        state = State(**data)
        usable = state.shape == SHAPE and Path(state.folder).name == state.folder and isinstance(state.number, int)
    except (OSError, ValueError, TypeError):
        return None
    return state if usable and (folder / state.folder).is_dir() else None


def write_state(folder: Path, state: State) -> None:
    """Replaces the state as a whole. Raises OSError."""
    temporary = folder / f"{_STATE}.{secrets.token_hex(4)}"
    try:
        with temporary.open("x", encoding="utf-8") as file:
            json.dump(asdict(state), file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(folder / _STATE)
    finally:
        temporary.unlink(missing_ok=True)


def fresh(folder: Path, hash_of_nothing: str) -> State:
    """A new, empty part to build in; what is in use stays until the new one is named in the state. Raises OSError."""
    folder.mkdir(exist_ok=True)
    name = f"part-{secrets.token_hex(4)}"
    (folder / name).mkdir()
    return State(SHAPE, name, 0, hash_of_nothing, 0)


def sweep(folder: Path, state: State, older: float = 0) -> None:
    """Takes away the parts that are not in use; what another process still has open may stay.

    `older`: seconds since they were touched, so that a part stays that another process begins at this moment.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name not in {state.folder, _STATE} and time.time() - path.stat().st_mtime >= older:
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def open_index(path: Path | None) -> tantivy.Index:
    """The index in a folder, or a new one there; in memory where none is named. Raises ValueError where damaged."""
    index = tantivy.Index(schema(), path=str(path)) if path else tantivy.Index(schema())
    index.register_tokenizer("words", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index
