"""Let a person judge sources beside magcite: what to look at, the walk through it, and how far the two agree."""
