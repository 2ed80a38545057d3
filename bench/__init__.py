"""Measures: how right the reader is (`quality`), how fast beside its peers (`peers`), how it bears crawls (`warc`)."""
