"""Article -> mentions, entities, times."""
