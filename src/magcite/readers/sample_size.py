"""Read how many people or animals took part in a study, and how many studies a review covers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from magcite.model import Article, Count, Design, Fact, Sample, StudyType
from magcite.readers.candidates import Candidate, Weighed, weigh_counts
from magcite.readers.count_cases import are_people, seem_people
from magcite.readers.count_nouns import Counted, kind_of
from magcite.readers.count_shares import find_shares
from magcite.readers.count_stages import Role
from magcite.readers.count_words import word_set
from magcite.readers.counts import Mention, find_mentions
from magcite.readers.review_size import Tally, tally_people, tally_studies
from magcite.readers.sentences import Part, Sentence, split_article

_REVIEWS = frozenset({StudyType.META_ANALYSIS, StudyType.SYSTEMATIC_REVIEW})
_WITHOUT_SAMPLE = frozenset({StudyType.NARRATIVE_REVIEW, StudyType.GUIDELINE, StudyType.EDITORIAL_LETTER})
_PEOPLE = frozenset({Counted.PEOPLE, Counted.UNNAMED})
_NAMED_PEOPLE = frozenset({Counted.PEOPLE, Counted.CASES})
_CASES = frozenset({StudyType.CASE_REPORT, StudyType.CASE_SERIES})
_REVIEW_TITLE = re.compile(r"meta-?\s?analys[ei]s|systematic(?:ally)? (?:\w+ )?review", re.IGNORECASE)
_ONE_PERSON = re.compile(
    r"(?:\b(?:[Aa]n?|[Oo]ne|[Tt]he case of|[Oo]ur|[Tt]his)\s+(?:[a-z-]+\s+){0,3}?|^)"
    r"\d{1,3}[- ](?:year|month|week|day)s?[- ]old(?:\s+[\w-]+){0,3}?\s+"
    r"(?:man|woman|boy|girl|male|female|patient|child|infant|lady|gentleman|person|newborn|neonate|gravida|"
    r"nulligravida|primigravida|multigravida|nullipara|primipara|multipara|adolescent|teenager|student|worker|farmer)\b"
)
_ONE_CASE = re.compile(r"\b(?:a|the|this|one) case\b", re.IGNORECASE)
_STAGES = {
    Role.RANDOMIZED: Count.RANDOMIZED,
    Role.ENROLLED: Count.ENROLLED,
    Role.ANALYSED: Count.ANALYSED,
    Role.COMPLETED: Count.COMPLETED,
    Role.SCREENED: Count.SCREENED,
    Role.ARM: Count.ARM,
    Role.EACH: Count.ARM,
}
_CONFIDENCE = {
    Role.RANDOMIZED: 0.93,
    Role.ENROLLED: 0.9,
    Role.ANALYSED: 0.82,
    Role.STATED: 0.78,
    Role.COMPLETED: 0.65,
    Role.PLANNED: 0.5,
    Role.SCREENED: 0.4,
}
"""How often a number in this role was the right one, on the trial reports that the rules were written from."""

_CONFIDENCE_OF_SHARES = 0.45

_CLOSE = 8.0
"""Points within which another number makes the answer doubtful."""

_ENOUGH = 12.0
"""The score below which a number found is left unsaid."""

_MOST_COUNTS = 16
_LONG = 400
_MARGIN = 150


def _quote_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Keep a sentence whole, or the words around the number where it is very long."""
    if len(text) <= _LONG:
        return 0, len(text)
    first, last = max(0, start - _MARGIN), min(len(text), end + _MARGIN)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    return first, last


def _fact(value: int, parts: Sequence[Mention], sentences: Sequence[Sentence], how: tuple[float, str]) -> Fact[int]:
    sentence = sentences[parts[0].sentence]
    within = [part for part in parts if part.sentence == parts[0].sentence]
    first, last = _quote_span(sentence.text, min(part.start for part in within), max(part.end for part in within))
    confidence, basis = how
    quote = sentence.quote(sentence.text[first:last].strip())
    return Fact(value=value, quote=quote, confidence=round(confidence, 2), basis=basis)


def _confidence(best: Candidate, weighed: Weighed, sentences: Sequence[Sentence]) -> float:
    confidence = _CONFIDENCE[best.role]
    rivals = [other for other in weighed.candidates if other.value != best.value]
    if rivals and best.score - rivals[0].score < _CLOSE:
        confidence -= 0.15
    if len(best.parts) > 1:
        confidence -= 0.08
    if best.value != sum(part.value for part in best.parts):
        confidence -= 0.2
    if best.basis.endswith("add up") or any(
        other.value == best.value and other.parts[0].sentence != best.parts[0].sentence for other in weighed.candidates
    ):
        confidence += 0.04
    if sentences[best.parts[0].sentence].part is Part.BACKGROUND:
        confidence -= 0.2
    return max(0.1, min(confidence, 0.97))


def _printed(weighed: Weighed) -> Candidate:
    """Take the best candidate, or a count of the same number that the text prints rather than adds up."""
    best = weighed.candidates[0]
    same = (other for other in weighed.candidates if other.value == other.parts[0].value == best.value)
    return next(same, best)


def _whole_fact(weighed: Weighed, sentences: Sequence[Sentence]) -> Fact[int] | None:
    if not weighed.candidates or weighed.candidates[0].score < _ENOUGH:
        return None
    best = _printed(weighed)
    return _fact(best.value, best.parts, sentences, (_confidence(best, weighed, sentences), best.basis))


def _tally_fact(tally: Tally | None, sentences: Sequence[Sentence], sure: float) -> Fact[int] | None:
    return _fact(tally.value, tally.parts, sentences, (sure, tally.basis)) if tally else None


def _other_counts(
    weighed: Weighed, answer: Fact[int] | None, sentences: Sequence[Sentence]
) -> tuple[tuple[Count, Fact[int]], ...]:
    """Give the other numbers by stage, each number once a stage."""
    seen: set[tuple[Count, int]] = set()
    counts = []
    for mention, role in zip(weighed.mentions, weighed.roles, strict=True):
        stage = _STAGES.get(role)
        answered = answer is not None and answer.value == mention.value and stage is not Count.ARM
        if stage is None or answered or (stage is not Count.ARM and (stage, mention.value) in seen):
            continue
        seen.add((stage, mention.value))
        confidence = _CONFIDENCE.get(role, 0.7) - 0.1
        counts.append((stage, _fact(mention.value, (mention,), sentences, (confidence, role.value))))
    return tuple(counts[:_MOST_COUNTS])


def _mismatch(weighed: Weighed) -> str | None:
    """Say where the groups named right after the answer do not add up to it."""
    best = weighed.candidates[0]
    if len(best.parts) > 1 or best.basis.endswith("add up") or best.value != best.parts[0].value:
        return None
    place = weighed.mentions.index(best.parts[0])
    following = [other for other in weighed.mentions[place + 1 : place + 9] if other.sentence == best.parts[0].sentence]
    parts = [other for other in following if other.depth > best.parts[0].depth]
    sexes = [part for part in parts if part.inside & _SEXES]
    parts = sexes if len(sexes) == 2 else [part for part in parts if part.by_n]
    total = sum(part.value for part in parts)
    if len(parts) < 2 or total == best.value or (parts is not sexes and total < best.value / 2):
        return None
    words = " + ".join(str(part.value) for part in parts)
    return f"the groups named ({words} = {total}) do not add up to the {best.value} stated"


_SEXES = word_set("men women boys girls male males female females")


def _note(weighed: Weighed, answer: Fact[int] | None) -> str | None:
    if answer is None:
        return None
    if weighed.candidates[0].role is Role.PLANNED:
        return "the number planned; the abstract does not say how many took part"
    if weighed.candidates[0].role is Role.SCREENED:
        return "the number screened; the abstract does not say how many took part"
    return _mismatch(weighed)


def _select_people(mentions: Sequence[Mention], study_type: StudyType | None) -> list[Mention]:
    """Keep the counts of people."""
    people = []
    for place, mention in enumerate(mentions):
        is_cases = mention.counted is Counted.CASES
        following = mentions[place + 1 : place + 4]
        kept = study_type in _CASES or are_people(mention, following) if is_cases else mention.counted in _PEOPLE
        if kept and not any(kind_of(word) is Counted.ANIMALS for word in mention.head):
            people.append(mention)
    return people


def _read_review(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> Sample:
    return Sample(
        participants=_tally_fact(tally_people(mentions, sentences), sentences, 0.8),
        studies_included=_tally_fact(tally_studies(mentions, sentences), sentences, 0.85),
    )


def _read_animals(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> Sample:
    animals = [mention for mention in mentions if mention.counted in {Counted.ANIMALS, Counted.UNNAMED}]
    weighed = weigh_counts(animals, sentences)
    answer = _whole_fact(weighed, sentences)
    return Sample(animals=answer, counts=_other_counts(weighed, answer, sentences), note=_note(weighed, answer))


def _read_one_case(sentences: Sequence[Sentence], *, surely: bool) -> Sample:
    """Find the one person described; where several may be, only in a sentence that speaks of "a case"."""
    for sentence in sentences:
        found = _ONE_PERSON.search(sentence.text)
        if found and (surely or _ONE_CASE.search(sentence.text)):
            first, last = _quote_span(sentence.text, found.start(), found.end())
            quote = sentence.quote(sentence.text[first:last].strip())
            return Sample(participants=Fact(value=1, quote=quote, confidence=0.85, basis="one person described"))
    return Sample()


def _read_shares(sentences: Sequence[Sentence], counts: tuple[tuple[Count, Fact[int]], ...]) -> Sample:
    """Add up the groups that shares are taken of where the text gives no other number."""
    shares = find_shares(sentences)
    if shares is None:
        return Sample(counts=counts)
    sentence = sentences[shares.sentence]
    first, last = _quote_span(sentence.text, shares.start, shares.end)
    quote = sentence.quote(sentence.text[first:last].strip())
    basis = "groups added up: " + " + ".join(map(str, shares.wholes))
    note = "added up from the groups that shares are taken of; the abstract states no total"
    fact = Fact(value=sum(shares.wholes), quote=quote, confidence=_CONFIDENCE_OF_SHARES, basis=basis)
    return Sample(participants=fact, counts=counts, note=note)


def _is_one_of_shares(weighed: Weighed, sentences: Sequence[Sentence]) -> bool:
    """Say whether the best count is but one of two groups that shares are taken of ("6 of 28 … and 9 of 27")."""
    best = weighed.candidates[0] if weighed.candidates else None
    if best is None or best.role not in {Role.STATED, Role.ANALYSED} or best.parts[0].before[-1:] != ("of",):
        return False
    shares = find_shares(sentences)
    return shares is not None and shares.sentence == best.parts[0].sentence and best.value in shares.wholes


def _doubt(answer: Fact[int] | None) -> Fact[int] | None:
    """Lower the confidence in cases that nothing but the lack of other people makes people."""
    return replace(answer, confidence=round(answer.confidence - 0.2, 2)) if answer else None


def _seem_people(mention: Mention, sentences: Sequence[Sentence]) -> bool:
    told = sentences[mention.sentence].part is not Part.BACKGROUND
    return told and mention.counted is Counted.CASES and seem_people(mention)


def _read_people(mentions: Sequence[Mention], sentences: Sequence[Sentence], study_type: StudyType | None) -> Sample:
    weighed = weigh_counts(_select_people(mentions, study_type), sentences)
    answer = None if _is_one_of_shares(weighed, sentences) else _whole_fact(weighed, sentences)
    if not weighed.candidates:
        weighed = weigh_counts([mention for mention in mentions if _seem_people(mention, sentences)], sentences)
        answer = _doubt(_whole_fact(weighed, sentences))
    if answer is None and study_type in _CASES:
        return _read_one_case(sentences, surely=study_type is StudyType.CASE_REPORT)
    if answer is None:
        return _read_shares(sentences, _other_counts(weighed, None, sentences))
    return Sample(participants=answer, counts=_other_counts(weighed, answer, sentences), note=_note(weighed, answer))


def _study_type(article: Article, design: Design) -> StudyType | None:
    """Take the study type given, or a review's own name for itself."""
    if design.study_type:
        return design.study_type.value
    return StudyType.SYSTEMATIC_REVIEW if _REVIEW_TITLE.search(article.title or "") else None


def read_sample(article: Article, design: Design) -> Sample:
    """Read how many took part: randomised, else enrolled, else analysed, with the other counts beside it."""
    sentences = split_article(article)
    mentions = find_mentions(sentences)
    study_type = _study_type(article, design)
    if study_type in _REVIEWS:
        return _read_review(mentions, sentences)
    if study_type in _WITHOUT_SAMPLE:
        return Sample(studies_included=_tally_fact(tally_studies(mentions, sentences), sentences, 0.6))
    about_animals = study_type is StudyType.ANIMAL and not _names_only_people(mentions)
    sample = Sample() if about_animals else _read_people(mentions, sentences, study_type)
    if about_animals or (sample.participants is None and _names_animals(mentions)):
        return _read_animals(mentions, sentences)
    return sample


def _names_animals(mentions: Sequence[Mention]) -> bool:
    return any(mention.counted is Counted.ANIMALS for mention in mentions)


def _names_only_people(mentions: Sequence[Mention]) -> bool:
    """Say whether people are counted and no animals: then the study cannot be one of animals."""
    return not _names_animals(mentions) and any(mention.counted in _NAMED_PEOPLE for mention in mentions)
