"""My work: what is wanted of one person, answered where it stands."""
