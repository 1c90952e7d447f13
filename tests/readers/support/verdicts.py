"""Ask for the verdict alone."""

from magcite.model import Article, Verdict
from magcite.readers.support import read_support

SUPPORTING = {Verdict.SUPPORTS, Verdict.PARTIAL}


def verdict(statement: str, source: Article) -> Verdict:
    fact = read_support(statement, source)
    assert fact is not None
    return fact.value
