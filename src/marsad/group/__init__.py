"""Many articles -> what belongs together: one entity across articles, copies, versions, tellings of one quote."""
