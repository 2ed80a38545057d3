"""Many articles -> what belongs together: one entity across articles."""
