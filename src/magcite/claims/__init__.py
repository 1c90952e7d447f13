"""Read claims files; every complaint names file, line and column, and says what to do."""

from magcite.claims.loading import load_claims, load_claims_files

__all__ = ["load_claims", "load_claims_files"]
