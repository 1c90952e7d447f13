"""What holds for every statement and every article."""

from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.model import Article
from magcite.readers.support import judge_support
from tests.readers.support.invented import article

VOCABULARY = (
    "magnesium zinc supplements intake lowered raised improved not no difference blood pressure depression diabetes "
    "risk placebo patients 65 years 22% RR 1.22 (95% CI 0.8-1.4) P = 0.03 ; , . whereas but in all groups deficiency ? "
    "µ [] compared with superior to in terms of COVID-19 (CRP) seniors half of people have low"
)
WORDS = st.sampled_from(VOCABULARY.split())
TEXT = st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=80))
ARTICLES = st.builds(article, st.one_of(st.none(), TEXT), TEXT, TEXT)


@settings(deadline=None, max_examples=150)
@given(TEXT, ARTICLES)
def test_any_verdict_quotes_the_article_and_is_sure_within_bounds(statement: str, source: Article) -> None:
    reading = judge_support(statement, source)
    if reading is None:
        return
    assert 0 <= reading.fact.confidence <= 1
    assert reading.fact.basis
    texts = [source.title or "", *(section.text for section in source.abstract)]
    quotes = [reading.fact.quote, *(reason.quote for reason in reading.reasons)]
    assert all(quote and any(quote.text in text for text in texts) for quote in quotes)


@settings(deadline=None, max_examples=40)
@given(TEXT, ARTICLES)
def test_the_same_pair_gives_the_same_reading(statement: str, source: Article) -> None:
    assert judge_support(statement, source) == judge_support(statement, source)
