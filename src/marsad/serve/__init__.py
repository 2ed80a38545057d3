"""The reader: an archive as right-to-left pages and as JSON over HTTP, read-only.

Nothing here is imported before somebody serves: Starlette, Jinja and uvicorn come with the extra `marsad[web]`.

`app.py` knows the routes, `guard.py` who may ask at all, `desk.py` how many threads share one archive. Each page is a
module that turns what the archive gives into what its template shows (`today`, `results`, `reading`, `ledger`);
templates only lay out. All that is shown was opened at the access level that the server was started with.
"""
