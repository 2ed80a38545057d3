"""`marsad verify`, `ledger`, `rejects`, `withdraw`: what archivists do with an archive."""

import json
import re
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import click

from marsad import joining
from marsad.archive import LEVELS, Access, Archive, Reject, forget, rejects, verify, withdraw
from marsad.archive.index import follow
from marsad.archive.refusals import drop, refused_page
from marsad.cli.archive import BROKEN, archive_endings, archived, cleared, handing_out, intake
from marsad.cli.ending import DONE
from marsad.cli.output import Messages
from marsad.cli.words import counted
from marsad.errors import UsageError
from marsad.records import Page
from marsad.scale import add


@click.command(
    "verify",
    epilog="Example: marsad verify --head 412:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
)
@click.option("--head", "deposited", metavar="NUMBER:HASH", help="An entry that `marsad ledger head` printed before.")
@archived
def verify_command(file: str, deposited: str | None, *, quiet: bool, json_errors: bool) -> None:
    """Hash every page, article and ledger entry again, and name what is not as it was written.

    Exit code 0: all is as it was added; 1: there is no archive; 4: something was changed or damaged.
    """
    messages = Messages(quiet=quiet, as_json=json_errors)
    with archive_endings(messages), Archive.open(file, read_only=True, access="closed") as archive:  # all are counted
        found = 0
        for finding in verify(archive, head=_head(deposited)):
            found += 1
            click.echo(" ".join(filter(None, (finding.what, finding.which))) + f": {finding.wrong}")
        number, last = archive.head()
        size = f"{counted(len(archive), 'article', 'en')}, {counted(number, 'entry', 'en')}"
        messages.note(f"{size}, {found or 'nothing'} wrong; head {number}:{last}")
    sys.exit(BROKEN if found else DONE)


def _head(text: str | None) -> tuple[int, str] | None:
    if text is None:
        return None
    parts = re.fullmatch(r"(\d{1,18}):([0-9a-f]{64})", text.strip())
    if not parts:
        raise UsageError(
            f"--head {text[:80]!r} is no ledger head; write it as `marsad ledger head` prints it, NUMBER:HASH"
        )
    return int(parts[1]), parts[2]


@click.command("ledger", epilog="Example: marsad ledger head")
@click.argument("what", type=click.Choice(["head", "list"]), default="list")
@cleared
@archived
def ledger_command(what: str, **given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Print who added what, when, from where and how; or the head, to deposit it elsewhere.

    `head` prints the last entry as NUMBER:HASH; `list` prints all entries as JSON lines, the oldest first. Where
    something is kept back, an entry says "withheld": its hash then does not fit what is shown of it.
    """
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    with archive_endings(messages), handing_out(given) as archive:
        if what == "head":
            number, last = archive.head()
            click.echo(f"{number}:{last}")
        else:
            for entry in archive.entries():
                click.echo(json.dumps(asdict(entry), ensure_ascii=False))


@click.command("rejects", epilog="Example: marsad rejects --retry")
@click.option("--retry", is_flag=True, help="Read the kept pages once more; what is read now becomes an article.")
@click.option("--forget", "uri", metavar="URI", help="Take a refused page out, as the list names it.")
@click.option("--jsonl", is_flag=True, help="One JSON object per line.")
@cleared
@archived
def rejects_command(file: str, access: str, *, retry: bool, uri: str | None, jsonl: bool, **how: bool) -> None:
    """List the pages that could not be read, with their reasons; or read them again, or take one out.

    What is taken out is overwritten; the ledger tells of it. Adding it again keeps it again.
    """
    messages = Messages(quiet=how["quiet"], as_json=how["json_errors"])
    changing = retry or uri is not None
    seen_by = "closed" if changing else access  # what is read again or taken out is not handed out
    with archive_endings(messages), Archive.open(file, read_only=not changing, access=seen_by) as archive:
        if retry and uri is not None:
            raise UsageError("--retry and --forget exclude each other; choose one")
        if uri is not None:
            messages.note(
                f"{uri}: {counted(forget(archive, uri, intake('marsad rejects --forget')), 'page', 'en')} out"
            )
            return
        kept = rejects(archive)
        if retry:
            messages.note(f"{_retried(archive, kept):,} of {len(kept):,} read now")
            return
        for reject in kept:
            line = (
                json.dumps(asdict(reject), ensure_ascii=False)
                if jsonl
                else f"{reject.uri}: {reject.reason}: {reject.message}"
            )
            click.echo(line)


def _retried(archive: Archive, kept: list[Reject]) -> int:
    """How many of the kept pages are read now; they are no rejects any more, or rejects for the new reason."""
    waiting: deque[Reject] = deque()

    def pages(level: Access) -> Iterator[Page]:
        for reject in kept:
            if reject.level == level and (page := refused_page(archive, reject)):
                waiting.append(reject)
                yield page

    read, now = 0, intake("marsad rejects --retry")
    for level in LEVELS:
        for done in add(archive, pages(level), now, level=level):
            reject = waiting.popleft()
            read += done.error is None
            if done.error is None or done.error.reason != reject.reason:
                with archive.writing():
                    drop(archive, reject, now)
    return read


@click.command("withdraw", epilog='Example: marsad withdraw a-1b2c3d4e --reason "court order of 3 March"')
@click.argument("article", metavar="ID")
@click.option("--reason", required=True, metavar="TEXT", help="Why; it is written into the ledger.")
@archived
def withdraw_command(file: str, article: str, reason: str, *, quiet: bool, json_errors: bool) -> None:
    """Take an article out of the archive: text, bytes and all that was found in them.

    Its hash and a tombstone stay, so that `verify` can tell it from damage; adding it again brings nothing back.
    """
    messages = Messages(quiet=quiet, as_json=json_errors)
    with archive_endings(messages), Archive.open(file) as archive:
        if not reason.strip():
            raise UsageError("--reason is empty; say why")
        count = withdraw(archive, article, reason.strip(), intake("marsad withdraw"))
        with archive.writing():
            joining.settle(archive, ())  # what it said of people and places decides about no others any more
        follow(archive)
        messages.note(f"{article}: {counted(count, 'version', 'en')} withdrawn")
