"""Single files, folders, standard input, and the options that hold for all."""

import hashlib
import io
import sys
from pathlib import Path

import pytest

from marsad.errors import Damaged, Forbidden, MarsadError, NotFound, TooLarge, UsageError
from marsad.read import Item, Limits, Options, pages
from marsad.records import Page

HTML = "<html><body><p>نص الخبر</p></body></html>"


def one(source: object, options: Options = Options()) -> Page:  # noqa: B008  frozen
    (item,) = pages(source, options)  # type: ignore[arg-type]
    assert isinstance(item, Page), item
    return item


def failure(source: object, options: Options = Options()) -> MarsadError:  # noqa: B008  frozen
    (item,) = pages(source, options)  # type: ignore[arg-type]
    assert isinstance(item, MarsadError), item
    return item


def names(items: list[Item]) -> list[str]:
    return [item.origin.uri if isinstance(item, Page) else f"! {item.where}" for item in items]


def test_a_page_keeps_exactly_its_bytes_and_says_which(tmp_path: Path) -> None:
    data = HTML.encode("windows-1256")
    path = tmp_path / "خبر.htm"
    path.write_bytes(data)
    page = one(path)
    assert page.data == data
    assert page.origin.sha256 == hashlib.sha256(data).hexdigest()
    assert (page.origin.uri, page.origin.bytes, page.origin.media_type) == (str(path), len(data), "text/html")
    assert (page.origin.url, page.charset, page.assumed_date, page.origin.container) == (None, None, None, None)


def test_a_text_dump_is_plain_text_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("عنوان الخبر\n\nنص الخبر", "utf-8")
    assert one(str(path)).origin.media_type == "text/plain"


def test_the_kind_can_be_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(HTML, "utf-8")
    assert one(path, Options(kind="text")).origin.media_type == "text/plain"


def test_options_reach_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(HTML, "utf-8")
    page = one(path, Options(encoding="windows-1256", url="https://ufuq.example/1", date="2015-02-08"))
    assert (page.charset, page.origin.encoding) == ("windows-1256", "windows-1256")
    assert (page.origin.url, page.assumed_date) == ("https://ufuq.example/1", "2015-02-08")


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (Options(kind="pdf"), "unknown type"),
        (Options(encoding="klingon"), "unknown encoding"),
        (Options(date="8/2/2015"), "YYYY-MM-DD"),
    ],
)
def test_impossible_options_are_refused_before_anything_is_read(options: Options, what: str) -> None:
    with pytest.raises(UsageError, match=what):
        next(pages(io.BytesIO(HTML.encode()), options))


def test_standard_input_is_read_by_its_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HTML.encode())))
    page = one("-")
    assert (page.origin.uri, page.origin.media_type) == ("-", "text/html")


def test_an_open_file_that_gives_a_byte_at_a_time_is_read_whole() -> None:
    class Slow(io.RawIOBase):
        def __init__(self) -> None:
            self.left = HTML.encode()

        def readable(self) -> bool:
            return True

        def read(self, _: int = -1) -> bytes:
            piece, self.left = self.left[:1], self.left[1:]
            return piece

    assert one(Slow()).data == HTML.encode()


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no such file"):
        next(pages(tmp_path / "none.html"))


@pytest.mark.parametrize("name", ["نص خبر كامل " * 200, "a\x00b"])
def test_a_name_that_no_file_can_have_is_answered(name: str) -> None:
    with pytest.raises(MarsadError) as caught:
        next(pages(name))
    assert caught.value.where


def test_an_empty_file_is_an_item(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.touch()
    error = failure(path)
    assert (type(error), error.reason, error.where) == (Damaged, "empty", str(path))


def test_an_image_named_html_is_named(tmp_path: Path) -> None:
    path = tmp_path / "front.html"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert "holds a PNG image, not a page" in str(failure(path))


def test_a_page_over_the_limit_is_not_read_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "big.html"
    path.write_bytes(b"<div>" * 1000)
    assert isinstance(failure(path, Options(limits=Limits(page=4000))), TooLarge)


def test_a_folder_is_read_deep_and_sorted_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.html", "a/z.html", "a/a.html", ".hidden.html", ".git/x.html", "ا.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(HTML, "utf-8")
    found = names(list(pages(tmp_path)))
    assert found == [str(tmp_path / name) for name in ("a/a.html", "a/z.html", "b.html", "ا.html")]


def test_a_bad_file_in_a_folder_does_not_end_the_reading(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML, "utf-8")
    (tmp_path / "b.html").write_bytes(b"GIF89a")
    (tmp_path / "c.html").write_text(HTML, "utf-8")
    (tmp_path / "d.html").symlink_to(tmp_path / "nowhere")
    found = names(list(pages(tmp_path)))
    assert found == [f"{mark}{tmp_path / name}.html" for mark, name in (("", "a"), ("! ", "b"), ("", "c"), ("! ", "d"))]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert list(pages(tmp_path)) == []


def test_folders_that_link_to_each_other_are_read_once(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in "abcdefgh"]
    for folder in folders:
        folder.mkdir()
        (folder / "page.html").write_text(HTML, "utf-8")
        for other in folders:
            (folder / f"to-{other.name}").symlink_to(other)
    assert len(list(pages(tmp_path))) == len(folders)


def test_a_very_deep_folder_is_read(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(1010):
        folder = folder / "d"
        folder.mkdir()
    page = folder / "page.html"
    page.write_text(HTML, "utf-8")
    try:
        assert len(list(pages(tmp_path))) == 1
    finally:  # deeper than what cleans up after tests can go
        page.unlink()
        while folder != tmp_path:
            folder.rmdir()
            folder = folder.parent


def test_one_address_cannot_stand_for_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--url"):
        next(pages(tmp_path, Options(url="https://ufuq.example/")))


@pytest.mark.parametrize("inside", [True, False])
def test_files_without_rights_are_forbidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool) -> None:
    """Simulated: whoever runs tests as root can read everything."""
    path = tmp_path / "a.html"
    path.write_text(HTML, "utf-8")

    next(pages(path))  # with rights it is read
    allowed = Path.open

    def refuse(self: Path, *args: str, **options: str) -> object:
        if self != path:
            return allowed(self, *args, **options)  # type: ignore[call-overload]
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    if inside:
        (item,) = pages(tmp_path)
        assert isinstance(item, Forbidden)
        assert item.where == str(path)
    else:
        with pytest.raises(Forbidden, match="no permission"):
            next(pages(path))
