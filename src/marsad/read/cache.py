"""A folder of answers, so that a page that has not changed is not sent again (RFC 9110, conditional requests).

Per address two files: `HASH.json` with the headers, `HASH.body` with the bytes. Whatever is missing or damaged
counts as not there, and a folder that cannot be written costs nothing but the saving.
"""

import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

_CONDITIONS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
_KEPT = (*_CONDITIONS, "content-type")


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was kept."""

    url: str
    headers: dict[str, str]
    sha256: str
    body: bytes = b""

    def conditions(self) -> dict[str, str]:
        """The request headers that ask for the page only if it has changed."""
        return conditions(self.headers)


def conditions(headers: dict[str, str]) -> dict[str, str]:
    """The request headers that ask whether an answer with these headers (names in lower case) has changed."""
    found = {ask: headers.get(name, "") for name, ask in _CONDITIONS.items()}
    return {ask: value for ask, value in found.items() if value and value.isascii() and value.isprintable()}


def kept(folder: Path | None, url: str) -> Kept | None:
    """What the folder holds for an address; None where that is nothing usable."""
    if folder is None:
        return None
    name = folder / _name(url)
    try:
        found = json.loads(name.with_suffix(".json").read_text("utf-8"))
        body = name.with_suffix(".body").read_bytes()
        answer = Kept(found["url"], dict(found["headers"]), found["sha256"], body)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    intact = answer.url == url and answer.sha256 == hashlib.sha256(body).hexdigest()
    return answer if intact else None


def keep(folder: Path | None, url: str, headers: dict[str, str], body: bytes) -> None:
    """Keep an answer, if its server says how to ask whether it has changed."""
    wanted = {name: headers[name] for name in _KEPT if headers.get(name, "").isascii() and name in headers}
    if folder is None or not any(name in wanted for name in _CONDITIONS):
        return
    about = asdict(Kept(url, wanted, hashlib.sha256(body).hexdigest()))
    del about["body"]
    name = folder / _name(url)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(name.with_suffix(".body"), body)
        _write(name.with_suffix(".json"), json.dumps(about, ensure_ascii=False).encode())
    except OSError:
        return


def _name(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as opened:
        opened.write(data)
    Path(name).replace(path)
