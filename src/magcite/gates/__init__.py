"""Decide which findings count today: which are known, which are waived with a reason, and what changed since."""
