"""Fuzzing: `python -m fuzz.run --minutes N` runs each harness; finds stay in `crashers/`, pytest replays them."""
