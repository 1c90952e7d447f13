"""Compare what a statement says with the limits of its source: numbers, groups, treatment, results."""

from magcite.readers.scope.comparing import list_reasons, read_scope

__all__ = ["list_reasons", "read_scope"]
