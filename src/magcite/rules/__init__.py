"""Named faults of claims, one module each, in the order in which reports list them."""

from __future__ import annotations

from magcite.rules import (
    advice_beyond_source,
    animal_or_lab_study,
    causal_wording_on_association,
    certainty_or_hype,
    concern_about_source,
    contradicted_assertion,
    contrary_source,
    corrected_source,
    duplicate_source,
    implied_statement,
    irrelevant_source,
    no_abstract,
    no_source,
    no_statement,
    no_such_pmid,
    only_sources_outside_pubmed,
    opinion_as_only_support,
    retracted_source,
    single_study,
    small_sample,
    source_is_notice,
    source_not_in_pubmed,
    source_unavailable,
    strength_above_evidence,
    strength_above_source,
    study_type_disputed,
    unresolved_source,
    unsupported_assertion,
)
from magcite.rules.interface import AssertionCase, ClaimCase, Rule, SourceCase

AnyRule = Rule[ClaimCase] | Rule[AssertionCase] | Rule[SourceCase]
"""A rule on any kind of case."""

RULES: tuple[AnyRule, ...] = (
    retracted_source.RULE,
    no_such_pmid.RULE,
    concern_about_source.RULE,
    source_is_notice.RULE,
    unresolved_source.RULE,
    duplicate_source.RULE,
    irrelevant_source.RULE,
    no_source.RULE,
    no_statement.RULE,
    only_sources_outside_pubmed.RULE,
    contradicted_assertion.RULE,
    unsupported_assertion.RULE,
    contrary_source.RULE,
    animal_or_lab_study.RULE,
    causal_wording_on_association.RULE,
    strength_above_evidence.RULE,
    strength_above_source.RULE,
    opinion_as_only_support.RULE,
    small_sample.RULE,
    single_study.RULE,
    certainty_or_hype.RULE,
    advice_beyond_source.RULE,
    corrected_source.RULE,
    implied_statement.RULE,
    source_not_in_pubmed.RULE,
    source_unavailable.RULE,
    no_abstract.RULE,
    study_type_disputed.RULE,
)
"""Every rule, the gravest faults first."""

OVERSTATING = frozenset(
    {
        animal_or_lab_study.RULE.id,
        causal_wording_on_association.RULE.id,
        strength_above_evidence.RULE.id,
        strength_above_source.RULE.id,
    }
)
"""The rules whose findings mean that a statement is worded more strongly than its sources bear."""
