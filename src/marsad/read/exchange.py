"""One request to a server and its answer, for whoever keeps what was fetched."""

from dataclasses import dataclass

Headers = tuple[tuple[bytes, bytes], ...]  # in the order and with the letters of the wire


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked of which machine, and what it answered.

    `body` is freed from its codings; it was not read where the answer is no page (`whole` is False).
    """

    url: str
    machine: str
    request: Headers
    status: int
    reason: str
    headers: Headers
    body: bytes
    whole: bool
