"""A browser without a window: asks the application itself, over no network."""

import asyncio
from typing import Any

import httpx
from starlette.types import ASGIApp


class Browser:
    """Asks an application; follows no redirect."""

    def __init__(self, app: ASGIApp, host: str = "127.0.0.1:8080") -> None:
        self._app, self._base = app, f"http://{host}"

    def request(self, method: str, path: str, **given: Any) -> httpx.Response:  # noqa: ANN401 - as httpx has it
        """What comes back."""

        async def asked() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(self._app), base_url=self._base) as client:
                return await client.request(method, f"{self._base}{path}", **given)

        return asyncio.run(asked())

    def get(self, path: str, **given: Any) -> httpx.Response:  # noqa: ANN401
        """A page."""
        return self.request("GET", path, **given)

    def head(self, path: str) -> httpx.Response:
        """A page without its body."""
        return self.request("HEAD", path)
