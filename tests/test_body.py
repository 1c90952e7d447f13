"""What all sources together say of a statement."""

from __future__ import annotations

import pytest

from magcite.body import best_supporter, judge_body
from magcite.model import AssertionVerdict, CitedSource, NoticeKind, Status, StudyType, Verdict
from magcite.rules.examples import build_claim_case
from magcite.rules.interface import Example, ExampleSource

TRIAL = StudyType.RANDOMIZED_TRIAL


def sources(*given: ExampleSource) -> tuple[CitedSource, ...]:
    return build_claim_case(Example(claim="Magnesium improves sleep.", sources=given)).assertions[0].sources


def trial(verdict: Verdict | None, **more: object) -> ExampleSource:
    facts: dict[str, object] = {"study_type": TRIAL, "verdict": verdict, "cited_as": "1", **more}
    return ExampleSource(**facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ((), AssertionVerdict.UNCITED),
        ((Verdict.SUPPORTS,), AssertionVerdict.SUPPORTED),
        ((Verdict.SUPPORTS, Verdict.UNRELATED), AssertionVerdict.SUPPORTED),
        ((Verdict.PARTIAL, Verdict.UNCLEAR), AssertionVerdict.PARTLY_SUPPORTED),
        ((Verdict.CONTRADICTS, Verdict.UNRELATED), AssertionVerdict.CONTRADICTED),
        ((Verdict.CONTRADICTS, Verdict.PARTIAL), AssertionVerdict.MIXED),
        ((Verdict.UNRELATED, Verdict.UNRELATED), AssertionVerdict.NOT_SUPPORTED),
        ((Verdict.UNRELATED, Verdict.UNCLEAR), AssertionVerdict.UNVERIFIABLE),
    ],
)
def test_the_body_follows_the_verdicts_of_its_sources(
    verdicts: tuple[Verdict, ...], expected: AssertionVerdict
) -> None:
    assert judge_body(sources(*(trial(verdict, cited_as=str(n + 1)) for n, verdict in enumerate(verdicts)))) is expected


@pytest.mark.parametrize("status", [Status.UNAVAILABLE, Status.UNRESOLVED, Status.NO_ABSTRACT])
def test_silence_proves_nothing_while_a_source_could_not_be_read(status: Status) -> None:
    cited = sources(trial(Verdict.UNRELATED), trial(None, cited_as="2", status=status))
    assert judge_body(cited) is AssertionVerdict.UNVERIFIABLE


@pytest.mark.parametrize("status", [Status.NOT_FOUND, Status.NOT_IN_PUBMED])
def test_a_pmid_that_does_not_exist_and_a_web_page_leave_a_statement_unsupported(status: Status) -> None:
    cited = sources(trial(Verdict.UNRELATED), trial(None, cited_as="2", status=status))
    assert judge_body(cited) is AssertionVerdict.NOT_SUPPORTED


@pytest.mark.parametrize(
    "kind", [NoticeKind.RETRACTED, NoticeKind.IS_RETRACTION_NOTICE, NoticeKind.IS_CONCERN_NOTICE, NoticeKind.IS_ERRATUM]
)
def test_a_retracted_article_and_a_notice_are_no_evidence(kind: NoticeKind) -> None:
    retracted = trial(Verdict.SUPPORTS, notices=(kind,))
    assert judge_body(sources(retracted)) is AssertionVerdict.NOT_SUPPORTED
    assert best_supporter(sources(retracted)) is None
    against = trial(Verdict.CONTRADICTS, cited_as="2", notices=(kind,))
    assert judge_body(sources(trial(Verdict.SUPPORTS), against)) is AssertionVerdict.SUPPORTED


@pytest.mark.parametrize("kind", [NoticeKind.EXPRESSION_OF_CONCERN, NoticeKind.ERRATUM, NoticeKind.UPDATED])
def test_an_article_with_a_correction_or_a_concern_still_counts(kind: NoticeKind) -> None:
    assert judge_body(sources(trial(Verdict.SUPPORTS, notices=(kind,)))) is AssertionVerdict.SUPPORTED


def test_web_pages_alone_cannot_be_checked() -> None:
    page = ExampleSource(cited_as="https://example.org/a", status=Status.NOT_IN_PUBMED)
    assert judge_body(sources(page)) is AssertionVerdict.UNVERIFIABLE


def test_opinion_alone_supports_only_in_part() -> None:
    review = trial(Verdict.SUPPORTS, study_type=StudyType.NARRATIVE_REVIEW)
    assert judge_body(sources(review)) is AssertionVerdict.PARTLY_SUPPORTED


def test_the_best_supporter_is_the_best_design_then_the_fuller_support_then_the_larger() -> None:
    cohort = trial(Verdict.SUPPORTS, study_type=StudyType.COHORT, sample_size=4000, cited_as="2")
    partial = trial(Verdict.PARTIAL, sample_size=500, cited_as="3")
    small = trial(Verdict.SUPPORTS, sample_size=20, cited_as="4")
    large = trial(Verdict.SUPPORTS, sample_size=200, cited_as="5")
    against = trial(Verdict.CONTRADICTS, study_type=StudyType.META_ANALYSIS, cited_as="6")
    best = best_supporter(sources(cohort, partial, small, large, against))
    assert best is not None
    assert best.article.ids.pmid == "5"


def test_nothing_is_best_where_nothing_supports() -> None:
    assert best_supporter(sources(trial(Verdict.UNRELATED))) is None
