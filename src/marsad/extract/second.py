"""A second opinion on the body by trafilatura (extra `trafilatura`): told to the reader, never mixed in."""

from collections import Counter

from marsad.errors import MissingExtra
from marsad.records import Article, Page
from marsad.text.clean import clean
from marsad.text.encodings import decode


def opinion(page: Page, article: Article) -> tuple[str, ...]:
    """One warning that says how far trafilatura's body agrees (F1 of words), and one with what only it has.

    Raises MissingExtra where trafilatura is not installed.
    """
    try:
        import trafilatura  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(
            "--with trafilatura needs the extra of that name: pip install 'marsad[trafilatura]'"
        ) from None
    text = trafilatura.extract(decode(page.data, declared=page.charset).text, include_comments=False) or ""
    theirs = Counter(clean(text).split())
    ours = Counter(" ".join(article.paragraph_texts()).split())
    common = sum((theirs & ours).values())
    agreement = 2 * common / max(1, sum(theirs.values()) + sum(ours.values()))
    body = " ".join(" ".join(article.paragraph_texts()).split())
    extra = [line for raw in text.splitlines() if len(line := " ".join(clean(raw).split())) > 40 and line not in body]
    told = [f"second opinion: trafilatura agrees on the body with F1 {agreement:.2f}"]
    if extra:
        told.append(f"second opinion: only trafilatura has {len(extra)} lines, the first: {extra[0][:80]}")
    return tuple(told)
