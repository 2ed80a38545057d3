"""The names of the site, where no metadata gives them: glued to titles, above a dump, in the last line of a feed."""

import re

from marsad.extract.headline import Headline, cuts
from marsad.extract.lexicon import labels
from marsad.extract.lines import Line, Sheet, letters
from marsad.extract.names import is_surely_name
from marsad.text.fold import fold_key


def sites_of_dump(sheet: Sheet, headline: Headline) -> list[str]:
    """The name of the site that a copy of the headline in a dump carries: `… | صحيفة كذا`."""
    glued = [line.text for line in sheet.lines[:20] if len(cuts(line.text)) <= 3]  # one separator; more make a crumb
    feeds = [
        hit.group(1) for line in sheet.lines if line.label == "plea" and (hit := _FIRST_APPEARED.search(line.text))
    ]
    named = [line.text for line in sheet.lines[:_TOP] if _names_site(line)]
    return [*glued_sites(glued, headline.text)[:1], *feeds, *named[:1]]


_TOP = 3  # lines at which a dump begins with the name of its site
_SITE_WORDS = 5


def _names_site(line: Line) -> bool:
    """`جريدة كذا` alone on a line."""
    named = line.key.split(" ")[0] in labels("outlet", "kinds") and line.letters.isalpha()
    return named and 1 < line.words <= _SITE_WORDS


_FIRST_APPEARED = re.compile(r"أول[اًا]*\s+(?:على|في)\s+([^.]{3,50})\.?\s*$")  # the last line of WordPress feeds


def glued_sites(titles: list[str], headline: str) -> list[str]:
    """What stands beside the headline in longer titles, at a separator: names of the site, and sections."""
    key = letters(fold_key(headline))
    found: list[str] = []
    for title in titles:
        squeezed = letters(fold_key(title))
        if squeezed == key or not key or key not in squeezed:
            continue
        parts = cuts(title)
        if key in {letters(fold_key(part)) for part in parts}:
            rest = [part for part in parts if key not in letters(fold_key(part)) and letters(fold_key(part)) not in key]
            found.extend(
                part
                for part in rest
                if len(part.split()) <= 5 and part not in found and "|" not in part and not is_surely_name(part)
            )
    return found
