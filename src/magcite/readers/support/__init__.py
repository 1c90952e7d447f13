"""Read whether a source supports a statement."""

from magcite.readers.support.featuring import Features, features
from magcite.readers.support.judge import judge_support, read_support
from magcite.readers.support.reasons import SupportReading, SupportReason
from magcite.readers.support.weights import PairScorer

__all__ = [
    "Features",
    "PairScorer",
    "SupportReading",
    "SupportReason",
    "features",
    "judge_support",
    "read_support",
]
