"""A title that only names its topic is no finding."""

from magcite.model import Reason
from magcite.readers.support import judge_support
from tests.readers.support.invented import article

TRIAL = article(
    "The effects of oral zinc in migraine",
    "In this placebo-controlled randomised trial 160 adults with migraine took zinc or placebo for 12 weeks. "
    "Migraine attacks were fewer with zinc than with placebo (P = 0.004).",
)


def test_a_title_that_names_the_effects_of_a_substance_makes_no_results_mixed() -> None:
    reading = judge_support("Zinc prevents migraine.", TRIAL)
    assert reading is not None
    assert Reason.MIXED_RESULTS not in {item.reason for item in reading.reasons}
