"""Reviewed word lists of the readers of quotes and events, and the scripts that check them and make what ships."""
