"""Nothing leaves an archive but through the gate: every command, and every public way in Python.

Who adds a command, or a way in Python, lists it here: with how it is called, so that it is tested, or with the reason
why it hands out nothing of what is stored.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.serve.browser import Browser

import marsad.archive
from marsad import joining
from marsad.archive import Archive, Intake, redact, redactions, rejects, set_level
from marsad.archive.entity_decisions import decisions
from marsad.archive.entity_find import Portrait, candidates, portrait, thing
from marsad.archive.entity_review import doubtful
from marsad.archive.facts_find import Events, Quotes, events, quotes
from marsad.archive.refusals import refused_page
from marsad.archive.search import Finder, Wish
from marsad.cli import main
from marsad.errors import ArchiveError
from marsad.finding import finder
from marsad.serve.app import _House, application
from marsad.serve.desk import Desk
from marsad.serve.pages import Pages

NOW = Intake("2026-03-10T09:00:00Z", "مريم", "test", "marsad test")
SECRETS = ("لافروف", "القنديل", "المخطوطة")  # a name that is kept back, a word of a closed article, a closed refusal
OPEN = (
    "لافروف في بيروت\n\nأخبار دولية 9 مارس 2026\n\nقال وزير الخارجية الروسي سيرغي لافروف أمس "
    "إن الجسر سيفتح، وفق لافروف.\n\nوالتقى لافروف نظيره المصري في القاهرة "
    "وبحثا فتح الجسر الجديد أمام السيارات قبل نهاية العام.\n\nوسوم: لافروف\n"
)
CLOSED = (
    "القنديل يضيء الجسر\n\nأخبار محلية 9 مارس 2026\n\nقال مدير متحف القنديل أمس إن الجسر سيضاء بالقنديل "
    "بعد أسبوع من اليوم.\n\nوزار القنديل وفد من القاهرة، وأضاف المدير أن العمل في القنديل انتهى قبل موعده بشهر.\n"
)

_FORMS = ("--json",), ("--jsonl",), ()
WAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "search": (
        *(("الجسر", "--facets", *form) for form in _FORMS),
        *((*form,) for form in _FORMS),
        ("الجسر", "--count"),
    ),
    "quotes": (*_FORMS, ("--csv",), ("--limit", "0"), ("الجسر", "--lang", "ar")),
    "events": (*_FORMS, ("--csv",), ("--limit", "0"), ("--lang", "ar")),
    "entity": (
        *((name, *form) for form in _FORMS for name in ("لافروف", "القنديل", "القاهرة")),
        ("--review",),
        ("--review", "--json"),
        ("--decisions",),
        ("--decisions", "--jsonl"),
        ("روسيا", "--lang", "ar"),
    ),
    "ledger": (("list",), ("head",), ()),
    "rejects": ((), ("--jsonl",)),
    "access": ((), ("--jsonl",)),
    "redact": ((), ("--jsonl",)),
}
NOTHING = {
    "read": "opens no archive",
    "compare": "opens no archive; it reads files and addresses",
    "schema": "opens no archive",
    "add": "says how many pages came in, and repeats what it was given",
    "watch": "tells of feeds, and of their pages how many came in",
    "annotate": "says how many articles were renewed",
    "verify": "names what is damaged by ids and hashes",
    "withdraw": "repeats the id that it was given",
    "serve": "hands out by addresses: SERVED",
}
# Every address of the server, with how it is asked; {id} is the article that is closed.
SERVED: dict[str, tuple[str, ...]] = {
    "/api/v1/articles/{id}": ("/api/v1/articles/{id}", "/api/v1/articles/{open}"),
    "/api/v1/search": ("/api/v1/search?facets=50", "/api/v1/search?q=الجسر"),
    "/api/v1/quotes": ("/api/v1/quotes", "/api/v1/quotes?speaker=وزير"),
    "/api/v1/events": ("/api/v1/events",),
    "/healthz": ("/healthz",),
    **{f"/{lang}/{path}": (f"/{lang}/{path}",) for lang in ("ar", "en") for path in ("", "quotes", "events")},
    **{f"/{lang}/search": (f"/{lang}/search", f"/{lang}/search?q=الجسر") for lang in ("ar", "en")},
    **{f"/{lang}/article/{{id}}": (f"/{lang}/article/{{id}}", f"/{lang}/article/{{open}}") for lang in ("ar", "en")},
}
NOT_SERVED = {"/": "leads to /ar/", "/static/{name}": "the program's own files"}
_PYTHON: dict[str, Callable[[Archive], object]] = {
    "record": lambda archive: [archive.record(one) for one in everything(archive)],
    "ids": lambda archive: [archive.record(one) for one in archive.ids()],
    "page": lambda archive: [archive.page(one).decode() for one in pages(archive) if archive.page(one)],  # type: ignore[union-attr]
    "entries": lambda archive: list(archive.entries()),
    "rejects": rejects,
    "refused_page": lambda archive: [refused_page(archive, one) for one in rejects(archive)],
    "redactions": redactions,
    "search": lambda archive: finder(archive).search("الجسر", Wish(facets=9)),
    "variants": lambda archive: finder(archive).variants().of("لافروف")[1:],
    "quotes": lambda archive: list(quotes(finder(archive), Quotes())),
    "events": lambda archive: list(events(finder(archive), Events())),
    "named": lambda archive: [candidates(archive, name) for name in SECRETS],
    "portraits": lambda archive: list(portraits(archive)),
    "doubtful": lambda archive: list(doubtful(archive)),
    "decisions": lambda archive: list(map(archive.gate.decision, decisions(archive.connection))),
    "candidates": lambda archive: [archive.record(one) for one in finder(archive).candidates(None, Wish())],
}
_SAY_NOTHING_HERE = {"variants", "doubtful"}  # of these secrets
_NO_WORDS = {
    "head", "seen_by", "open", "close", "writing", "erasing", "add", "archive", "Access", "Added", "Archive", "Entry",
    "Finding", "Intake", "LEVELS", "Redaction", "Reject", "forget", "lift", "redact", "set_level", "verify", "withdraw",
}  # fmt: skip


def everything(archive: Archive) -> list[str]:
    """The ids of all articles."""
    return list(archive.seen_by("closed").ids())


def pages(archive: Archive) -> list[str]:
    """The hashes of all pages."""
    return [row[0] for row in archive.connection.execute("SELECT sha256 FROM pages")]


def portraits(archive: Archive) -> Iterator[Portrait]:
    """All that the archive tells of every entity, asked for by every id that leads to one."""
    columns = "SELECT id FROM profiles UNION SELECT entity FROM profiles UNION SELECT own FROM bearers"
    for (one,) in archive.connection.execute(columns).fetchall():
        with suppress(ArchiveError):
            yield portrait(archive, thing(archive, one or ""))


def run(*words: str) -> Result:
    """What a command prints and ends with."""
    return CliRunner().invoke(main, list(words))


@pytest.fixture(autouse=True)
def _archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive with an article that names somebody, one that is closed, and a refused page that is closed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MARSAD_LANG", "en")
    monkeypatch.delenv("MARSAD_ACCESS", raising=False)
    for name, text, level in (
        ("a.txt", OPEN, "public"),
        ("b.txt", CLOSED, "internal"),
        ("المخطوطة.txt", "كلمة", "closed"),
    ):
        Path(name).write_text(text, "utf-8")
        run("add", name, "--jobs", "0", "--engine", "lists", "--access", level)
    with Archive.open("marsad.db") as archive:
        assert len(archive) == 1
        set_level(
            archive,
            [one for one in archive.seen_by("internal").ids() if one not in archive.ids()],
            "closed",
            "طلب",
            NOW,
        )
        redact(archive, "سيرغي لافروف", NOW, reason="طلب")
        everything = archive.seen_by("closed")
        (minister,) = candidates(everything, "سيرغي لافروف")
        joining.add_alias(everything, minister.id, "فارس القنديل", NOW)


def leaks(shown: str) -> list[str]:
    """The secrets that stand in it."""
    return [secret for secret in SECRETS if secret in shown]


def test_every_command_is_listed() -> None:
    assert set(WAYS) | set(NOTHING) == set(main.commands)
    assert not set(WAYS) & set(NOTHING)


@pytest.mark.parametrize("level", ["public", "internal"])
@pytest.mark.parametrize("command", list(WAYS))
def test_a_command_hands_out_nothing_that_is_kept_back(command: str, level: str) -> None:
    for words in WAYS[command]:
        done = run(command, *words, "--access", level)
        assert leaks(done.output) == []
        assert done.exit_code in {0, 1}
        assert leaks(run(command, *words).output) == []  # public where nothing is said


@pytest.mark.parametrize("command", ["search", "quotes", "events", "entity", "ledger", "rejects", "redact"])
def test_whoever_may_see_it_sees_it(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARSAD_ACCESS", "closed")
    assert leaks("".join(run(command, *words).output for words in WAYS[command]))


def test_every_address_of_the_server_is_listed() -> None:
    desk = Desk(Path("marsad.db"), "public")
    routes = {route.path for route in _House(desk, Pages(), print).routes()}
    desk.close()
    assert routes == set(SERVED) | set(NOT_SERVED)


@pytest.mark.parametrize("level", ["public", "internal", "closed"])
def test_no_address_hands_out_what_is_kept_back(level: str) -> None:
    desk = Desk(Path("marsad.db"), level)
    browser = Browser(application(desk, {"127.0.0.1"}, print))
    with Archive.open("marsad.db") as archive:
        (public,), every = archive.ids(), everything(archive)
    ids = {"open": public, "id": next(one for one in every if one != public)}
    for route, paths in SERVED.items():
        shown = "".join(browser.get(path.format(**ids)).text for path in paths)
        if level == "closed":
            assert leaks(shown) or route == "/healthz"
        else:
            assert leaks(shown) == []
    desk.close()


def test_every_command_that_hands_something_out_asks_for_whom() -> None:
    for command in (*WAYS, "serve"):
        assert "--access" in {name for option in main.commands[command].params for name in option.opts}


def test_a_level_that_does_not_exist_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("search", "--access", "secret").exit_code == 2
    monkeypatch.setenv("MARSAD_ACCESS", "everything")
    done = run("search")
    assert done.exit_code == 2
    assert "--access" in done.stderr


def test_every_public_way_in_python_is_listed() -> None:
    public = {name for kind in (Archive, Finder) for name in vars(kind) if not name.startswith("_")}
    assert public | set(marsad.archive.__all__) <= set(_PYTHON) | _NO_WORDS


@pytest.mark.parametrize("level", ["public", "internal"])
@pytest.mark.parametrize("way", list(_PYTHON))
def test_no_way_in_python_hands_out_what_is_kept_back(way: str, level: str) -> None:
    with Archive.open("marsad.db", access=level) as archive:
        assert leaks(repr(_PYTHON[way](archive))) == []
    with Archive.open("marsad.db", access="closed") as archive:
        assert leaks(repr(_PYTHON[way](archive))) or way in _SAY_NOTHING_HERE


def test_what_is_stored_is_opened_in_few_places() -> None:
    """Whoever reads stored texts elsewhere goes around the gate."""
    folder = Path(marsad.archive.__file__).parent
    opens = re.compile(r"\b(?:stored_record|stored_facts|unpacked|body)\(|FROM facts")
    found = {path.stem for path in folder.parent.rglob("*.py") if opens.search(path.read_text("utf-8"))}
    archive = {path.stem for path in folder.glob("*.py")}
    assert found & archive == {"gate", "packing", "refusals", "refusal_proof", "renew", "rows", "verify", "withdraw"}


def test_names_of_entities_are_read_in_few_places() -> None:
    """Whoever reads who is named in which article elsewhere goes around what `Sight` lets see."""
    folder = Path(marsad.archive.__file__).parent
    names = re.compile(r"(?:FROM|JOIN) (?:bearers|profile_names|entity_decisions)\b")
    found = {path.stem for path in folder.parent.rglob("*.py") if names.search(path.read_text("utf-8"))}
    assert found == {"entity_decisions", "entity_find", "entity_names", "entity_rows", "entity_sight"}
