"""One entity across all articles of an archive: joined as articles are added, and as people decide.

The rules are those of `marsad.group`, the lists those of `marsad.annotate`, the rows those of `marsad.archive`.
What is joined depends on the articles that are there and on the decisions, not on the order in which they came.
"""

from marsad.joining.change import add_alias, keep_apart, merge, split, undo
from marsad.joining.settle import enter, renew, settle

__all__ = ["add_alias", "enter", "keep_apart", "merge", "renew", "settle", "split", "undo"]
