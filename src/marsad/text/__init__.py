"""Arabic as text: decoding, cleaning, folded views, digits, dates, languages. No I/O, no clock."""
