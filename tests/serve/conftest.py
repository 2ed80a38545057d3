"""An archive made from the samples, and a browser without a window in front of it."""

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from tests.serve.browser import Browser

from marsad.archive import Archive
from marsad.cli import main
from marsad.serve.app import application
from marsad.serve.desk import Desk

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
_VOID = {"meta", "link", "input", "br"}
_TAGS = _VOID | {
    "html", "head", "title", "body", "a", "header", "footer", "main", "nav", "form", "button", "h1", "h2", "h3",
    "p", "div", "span", "ol", "ul", "li", "dl", "dt", "dd", "bdi", "mark", "section", "article", "aside",
    "blockquote", "details", "summary", "label", "select", "option", "table", "caption", "thead", "tbody", "tr",
    "th", "td", "strong",
}  # fmt: skip


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples as an archive."""
    path = tmp_path_factory.mktemp("serve") / "news.db"
    done = CliRunner().invoke(
        main, ["add", str(ROOT / "samples"), "--engine", "lists", "--jobs", "0", "--archive", str(path)]
    )
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture(scope="session")
def talks(archive: Path) -> str:
    """The id of the article with quotes inside of quotes, events and a denial."""
    with Archive.open(archive, read_only=True) as opened:
        return next(
            one for one in opened.ids() if "الحوراني" in (record.article.text if (record := opened.record(one)) else "")
        )


@pytest.fixture
def browse() -> Iterator[Callable[..., Browser]]:
    """Opens an archive as a level sees it: `browse(path, "internal")`."""
    opened: list[Desk] = []
    told: list[str] = []

    def client(path: Path, access: str = "public") -> Browser:
        opened.append(Desk(path, access))
        app = application(opened[-1], {HOST, "localhost", "::1"}, told.append)
        return Browser(app)

    yield client
    assert told == []
    for desk in opened:
        desk.close()


@pytest.fixture
def client(browse: Callable[..., Browser], archive: Path) -> Browser:
    return browse(archive)


class Html(HTMLParser):
    """A page, read strictly: every element closed in order, ids once, no script, no style."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.targets: list[str] = []
        self.words: dict[str, str] = {}
        self.root: dict[str, str | None] = {}
        assert text.startswith("<!doctype html>")
        self.feed(text)
        self.close()
        assert self.stack == []
        assert len(self.ids) == len(set(self.ids)), "an id stands twice"
        assert set(self.targets) <= set(self.ids), "a link inside the page leads nowhere"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, f"<{tag}> in a page"
        assert tag not in self.stack or tag not in {"a", "p", "form", "h1", "h2"}, f"<{tag}> inside of itself"
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names))
        assert not [name for name in names if name.startswith("on") or name in {"style", "srcdoc", "formaction"}]
        given = dict(attrs)
        if tag == "html":
            self.root = given
        self.ids += [given["id"] or ""] if "id" in given else []
        self._linked(tag, given)
        if tag not in _VOID:
            self.stack.append(tag)

    def _linked(self, tag: str, given: dict[str, str | None]) -> None:
        for name in ("href", "action", "src"):
            if (address := given.get(name)) is None:
                continue
            self.links.append(address)
            self.targets += [address[1:]] if address.startswith("#") else []
            scheme, host = urlsplit(address)[:2]
            assert scheme in {"", "http", "https"}, address
            if host:  # the world may be followed by hand, nothing is loaded from it
                assert tag == "a"
                assert given["rel"] == "noopener noreferrer nofollow"

    def handle_endtag(self, tag: str) -> None:
        assert tag not in _VOID
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.stack):
            self.words[tag] = self.words.get(tag, "") + data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)
