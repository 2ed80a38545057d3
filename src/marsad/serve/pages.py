"""Templates: what every page has around its own content, and errors as pages."""

from http import HTTPStatus
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from marsad.errors import UsageError
from marsad.serve.answers import html
from marsad.serve.links import with_params
from marsad.serve.mending import Mend, mend
from marsad.serve.speech import of_language, of_text
from marsad.serve.words import LANGS, say
from marsad.terms import Lang


class Pages:
    """Lays out pages. A template that names what is not there fails, and everything it shows is escaped."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=PackageLoader("marsad.serve"), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self._templates.globals["speech"] = of_text

    def page(self, request: Request, lang: Lang, name: str, shown: Any, status: int = HTTPStatus.OK) -> Response:  # noqa: ANN401 - the page's own dataclass
        """A page: the template of that name with what it shows."""
        text = self._templates.get_template(f"{name}.html").render(
            page=shown, name=name, lang=lang, speech_of_page=of_language(lang), other=_other(request, lang),
            query=request.query_params.get("q", "") if name in {"search", "error"} else "",
            say=lambda key, **filled: say(key, lang, **filled),
        )  # fmt: skip
        return html(request, text, status)

    def error(self, request: Request, status: HTTPStatus, code: str, detail: Mend | None = None) -> Response:
        """An error as a page, in the language of the address."""
        lang = language_of(request)
        shown = {"title": say(f"error-{code}", lang), "hint": say(f"hint-{code}", lang), "mend": detail}
        return self.page(request, lang, "error", shown, status)

    def wrong(self, request: Request, error: UsageError) -> Response:
        """A request that cannot be read, as a page that says how to mend it."""
        detail = mend(error, language_of(request), request.query_params.get("q", "").strip())
        return self.error(request, HTTPStatus.BAD_REQUEST, "bad-request", detail)


def language_of(request: Request) -> Lang:
    """The language that an address names; Arabic where it names none."""
    first = request.url.path.removeprefix("/").partition("/")[0]
    return next((lang for lang in LANGS if lang == first), "ar")


def _other(request: Request, lang: Lang) -> str:
    """The same page in the other language."""
    other = "en" if lang == "ar" else "ar"
    path = request.url.path
    if not path.startswith(f"/{lang}/"):
        return f"/{other}/"
    return with_params(f"/{other}/{path.removeprefix(f'/{lang}/')}", request.query_params.multi_items())
