"""Pure functions that read facts from an article, quoted, or nothing."""
