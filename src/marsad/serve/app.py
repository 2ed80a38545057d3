"""The application: its routes, and what each kind of error becomes, as a page or as problem+json."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from http import HTTPStatus
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from marsad.errors import ArchiveError, NotFound, UsageError
from marsad.serve import api
from marsad.serve.answers import as_json, problem, sent
from marsad.serve.asked import Asked
from marsad.serve.desk import Desk
from marsad.serve.guard import Guard
from marsad.serve.ledger import event_ledger, quote_ledger
from marsad.serve.pages import Pages
from marsad.serve.reading import reading
from marsad.serve.results import results
from marsad.serve.today import today
from marsad.serve.words import LANGS
from marsad.terms import Lang

Endpoint = Callable[[Request], Response]
_STATIC = {
    "marsad.css": "text/css; charset=utf-8", "mark.svg": "image/svg+xml", "naskh-arabic.woff2": "font/woff2",
    "naskh-latin.woff2": "font/woff2", "naskh-OFL.txt": "text/plain; charset=utf-8",
}  # fmt: skip
PAGES: dict[str, Callable[..., Any]] = {
    "today": today, "search": results, "quotes": quote_ledger, "events": event_ledger,
}  # fmt: skip


def application(desk: Desk, hosts: Iterable[str], tell: Callable[[str], None]) -> ASGIApp:
    """The reader of a desk's archive, for requests that name one of `hosts`.

    `tell` gets one line for each request that failed for a reason of the server's own. Closing the application closes
    the desk.
    """

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()

    house = _House(desk, Pages(), tell)
    app = Starlette(
        routes=list(house.routes()), lifespan=lifespan,
        exception_handlers={HTTPException: house.not_routed},
    )  # fmt: skip
    return Guard(app, hosts, house.refusal)


class _House:
    """The endpoints: each asks the desk for a reader and says what went wrong."""

    def __init__(self, desk: Desk, pages: Pages, tell: Callable[[str], None]) -> None:
        self._desk, self._pages, self._tell = desk, pages, tell

    def routes(self) -> Iterable[Route]:
        """All addresses."""
        yield Route("/", _home)
        yield Route("/healthz", self._safe(self._health))
        yield Route("/static/{name}", _static)
        for path, answer in api.ROUTES.items():
            yield Route(f"{api.BASE}{path}", self._safe(self._data(answer)))
        for lang in LANGS:
            yield Route(f"/{lang}/article/{{id}}", self._safe(self._article(lang)))
            for name in PAGES:
                path = "" if name == "today" else name
                yield Route(f"/{lang}/{path}", self._safe(self._page(lang, name)))

    def _page(self, lang: Lang, name: str) -> Endpoint:
        def endpoint(request: Request) -> Response:
            with self._desk.reader() as reader:
                shown = PAGES[name](reader, Asked(request.query_params), lang)
            beyond = getattr(shown, "beyond", False)
            return self._pages.page(
                request, lang, name, shown, HTTPStatus.NOT_FOUND if beyond else HTTPStatus.OK
            )  # fmt: skip

        return endpoint

    def _article(self, lang: Lang) -> Endpoint:
        def endpoint(request: Request) -> Response:
            with self._desk.reader() as reader:
                shown = reading(reader, Asked(request.query_params), lang, request.path_params["id"])
            return self._pages.page(request, lang, "article", shown)

        return endpoint

    def _data(self, answer: Callable[..., Any]) -> Endpoint:
        def endpoint(request: Request) -> Response:
            with self._desk.reader() as reader:
                return as_json(request, answer(reader, Asked(request.query_params), request))

        return endpoint

    def _health(self, request: Request) -> Response:
        with self._desk.reader() as reader:
            reader.archive.head()
        return as_json(request, {"status": "ok"})

    def _safe(self, endpoint: Endpoint) -> Endpoint:
        """The endpoint with every error as an answer: what is the server's own goes to the terminal, not to the web."""

        def safe(request: Request) -> Response:
            try:
                return endpoint(request)
            except NotFound as error:
                return self.refusal(request, HTTPStatus.NOT_FOUND, "not-found", error.what)
            except UsageError as error:
                if not _for_people(request):
                    more = {
                        name: getattr(error, name) for name in ("parameter", "start", "end") if hasattr(error, name)
                    }
                    code = "bad-query" if error.reason == "query" else "bad-parameter"
                    return problem(request, HTTPStatus.BAD_REQUEST, code, error.what, **more)
                return self._pages.wrong(request, error)
            except ArchiveError as error:
                self._tell(f"{request.url.path}: {error}")
                return self.refusal(
                    request, HTTPStatus.SERVICE_UNAVAILABLE, "unavailable", f"the archive: {error.reason}"
                )
            except Exception as error:  # noqa: BLE001 - the edge of the program: nobody is shown a traceback
                self._tell(f"{request.url.path}: {type(error).__name__}: {error}")
                return self.refusal(request, HTTPStatus.INTERNAL_SERVER_ERROR, "broken", "an error of the server")

        return safe

    def refusal(self, request: Request, status: HTTPStatus, code: str, detail: str) -> Response:
        """An error: a page for people, problem+json below /api and for what no page is for."""
        if _for_people(request):
            return self._pages.error(request, status, code)
        return problem(request, status, code, detail)

    def not_routed(self, request: Request, _: Exception) -> Response:
        """An address that nothing answers to."""
        return self.refusal(request, HTTPStatus.NOT_FOUND, "not-found", "there is nothing at this address")


def _for_people(request: Request) -> bool:
    return not request.url.path.startswith(("/api/", "/healthz", "/static/"))


def _home(_: Request) -> Response:
    return RedirectResponse("/ar/")


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _STATIC:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return sent(request, files("marsad.serve").joinpath("static", name).read_bytes(), _STATIC[name])
