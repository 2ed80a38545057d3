"""Page -> Article, or the reason why it is none.

    article(page) -> Extracted        raises NotAnArticle

Decode, turn into lines, find the headline, say of every line what it is, choose the text, take each thing once,
read date, section, authors and source from what stands around it. HTML and text dumps differ only up to the lines.
"""

from marsad.extract.page import Extracted, article

__all__ = ["Extracted", "article"]
