"""magcite: a linter and grader for health claims."""

__version__ = "0.1.0"
