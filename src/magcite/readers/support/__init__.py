"""Read whether a source supports a statement."""

from magcite.readers.support.judge import PairScorer, judge_support, read_support
from magcite.readers.support.reasons import Reason, SupportReading, SupportReason

__all__ = ["PairScorer", "Reason", "SupportReading", "SupportReason", "judge_support", "read_support"]
