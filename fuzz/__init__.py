"""Fuzzing: `python fuzz/run.py --minutes N` runs each harness in turn; finds stay in `crashers/` and are replayed by pytest."""
