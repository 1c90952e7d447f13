"""Read from an article all that does not depend on a claim."""

from __future__ import annotations

from magcite.model import Article, ArticleFacts
from magcite.readers.elements import read_elements
from magcite.readers.sample_size import read_sample
from magcite.readers.strength import read_source_strength
from magcite.readers.study_type import read_design


def read_article(article: Article) -> ArticleFacts:
    """Read the study type, the sample size, the elements of the design, and how strongly the article concludes."""
    design = read_design(article)
    return ArticleFacts(
        design=design,
        sample=read_sample(article, design),
        elements=read_elements(article, design),
        conclusion=read_source_strength(article),
    )
