"""Digits of three sets become one, at the same places."""

import pytest

from marsad.text.digits import to_ascii


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("٣ مايو ٢٠١٦", "3 مايو 2016"),
        ("۲۹ بهمن ۱۳۹۸", "29 بهمن 1398"),
        ("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹0123456789", "0123456789" * 3),
        ("و٦٠ مقاتلاً", "و60 مقاتلاً"),
        ("", ""),
        ("لا أرقام هنا", "لا أرقام هنا"),
        ("½ ² Ⅳ", "½ ² Ⅳ"),
        ("٪٫٬", "٪٫٬"),
    ],
)
def test_digits_become_ascii_and_nothing_else_changes(written: str, read: str) -> None:
    assert to_ascii(written) == read


def test_the_length_stays_so_that_offsets_stay_true() -> None:
    text = "في ١٢/٠٣/٢٠٢١ (۱۲) 😀"
    assert len(to_ascii(text)) == len(text)
    assert to_ascii(text).index("12") == text.index("١٢")
