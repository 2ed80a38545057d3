"""Marsad (مرصد): a close reader of Arabic news. Raw pages in, exact records out.

>>> import marsad
>>> for result in marsad.read("page.html"):
...     print(result)
"""

from marsad.errors import (
    Damaged,
    FetchFailed,
    Forbidden,
    MarsadError,
    MissingExtra,
    NotAnArticle,
    NotFound,
    SourceError,
    TooLarge,
    UsageError,
)
from marsad.pipeline import ARTICLE_ONLY, Wanted, annotated, read, read_bytes
from marsad.read import FetchOptions, Limits, Options
from marsad.records import (
    Article,
    Entity,
    Event,
    Location,
    Mention,
    Origin,
    Page,
    Quote,
    Record,
    Time,
    from_json,
    json_schema,
    to_json,
)
from marsad.sifting import confident

__version__ = "0.1.0"
__all__ = [
    "ARTICLE_ONLY", "Article", "Damaged", "Entity", "Event", "FetchFailed", "FetchOptions", "Forbidden", "Limits",
    "Location", "MarsadError", "Mention", "MissingExtra", "NotAnArticle", "NotFound", "Options", "Origin", "Page",
    "Quote", "Record", "SourceError", "Time", "TooLarge", "UsageError", "Wanted", "__version__", "annotated",
    "confident", "from_json", "json_schema", "read", "read_bytes", "to_json",
]  # fmt: skip
