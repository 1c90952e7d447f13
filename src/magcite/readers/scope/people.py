"""Compare the people of a trial with those a statement speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from magcite.lexicons.groups import describe_groups, find_groups, studied_groups
from magcite.model import Article, ArticleFacts, Fact, Language, Quote, Reason, StudyType
from magcite.readers.sentences import Part, Sentence

_TRIALS = frozenset({StudyType.RANDOMIZED_TRIAL, StudyType.NON_RANDOMIZED_TRIAL, StudyType.CASE_SERIES})
_LACK = "with low magnesium"


def compare_people(
    statement: str, article: Article, sentences: Sequence[Sentence], facts: ArticleFacts
) -> Iterator[Fact[Reason]]:
    """Yield a reason where a trial enrolled a special group that the statement does not name."""
    design = facts.design.study_type
    if design is None or design.value not in _TRIALS:
        return
    told = find_groups(statement, told=True)
    studied = studied_groups(article, facts)
    special = [group for group in studied if group.special and group not in told]
    if not special:
        return
    reason = Reason.DEFICIENT_ONLY if [group.english for group in special] == [_LACK] else Reason.POPULATION_MISMATCH
    basis = f"studied in {describe_groups(special, Language.ENGLISH)}"
    yield Fact(value=reason, quote=_quote(sentences, facts), confidence=0.75, basis=basis)


def _quote(sentences: Sequence[Sentence], facts: ArticleFacts) -> Quote | None:
    """Quote the title where it names the people, else the sentence that counts them."""
    title = next((sentence for sentence in sentences if sentence.part is Part.TITLE), None)
    people = facts.sample.participants
    if title and (any(group.special for group in find_groups(title.text)) or not people):
        return title.quote()
    return people.quote if people else None
