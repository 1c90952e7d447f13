from magcite.model import AbstractSection, Article, ArticleIds, Provenance, Verdict
from magcite.readers.support import read_support


def test_an_article_without_an_abstract_gives_no_verdict() -> None:
    article = Article(ids=ArticleIds(), title="Zinc and colds", abstract=(), provenance=Provenance.RECORDED)
    assert read_support("Zinc shortens colds.", article) is None


def test_a_source_on_something_else_is_unrelated() -> None:
    article = Article(
        ids=ArticleIds(),
        title="Knee braces after sprains",
        abstract=(AbstractSection(text="Braces did not change healing time in 40 people."),),
        provenance=Provenance.RECORDED,
    )
    fact = read_support("Magnesium supplements lower blood pressure.", article)
    assert fact is not None
    assert fact.value is Verdict.UNRELATED
