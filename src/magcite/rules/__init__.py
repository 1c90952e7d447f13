"""Named faults of claims, one module each."""
