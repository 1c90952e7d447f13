from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.model import AbstractSection, Article, ArticleIds, Language, Provenance, Strength
from magcite.readers.strength import read_source_strength, read_strength

EN, NL = Language.ENGLISH, Language.DUTCH


def _article(*sections: tuple[str | None, str]) -> Article:
    abstract = tuple(AbstractSection(text=text, label=label) for label, text in sections)
    return Article(
        ids=ArticleIds(), title="Zinc cures the common cold", abstract=abstract, provenance=Provenance.RECORDED
    )


@pytest.mark.parametrize(
    ("text", "language", "strength"),
    [
        ("Zinc is a cofactor of many enzymes.", EN, Strength.NONE),
        ("Zinc is found in more than 300 proteins.", EN, Strength.NONE),
        ("Half of adults get less than the recommended amount of zinc.", EN, Strength.NONE),
        ("Further studies of zinc are needed.", EN, Strength.NONE),
        ("Low zinc is associated with a higher risk of colds.", EN, Strength.ASSOCIATION),
        ("People with the lowest intake had a 30% higher risk of colds.", EN, Strength.ASSOCIATION),
        ("Men who eat oysters are less likely to catch a cold.", EN, Strength.ASSOCIATION),
        ("Children with low zinc had the highest fever.", EN, Strength.ASSOCIATION),
        ("Zinc may shorten a cold.", EN, Strength.HEDGED),
        ("Zinc could possibly be effective against colds.", EN, Strength.HEDGED),
        ("Research suggests that zinc reduces colds.", EN, Strength.HEDGED),
        ("Zinc can shorten a cold.", EN, Strength.CAPABILITY),
        ("Zinc helps to shorten a cold.", EN, Strength.CAPABILITY),
        ("Zinc contributes to normal immune function.", EN, Strength.CAPABILITY),
        ("Zinc shortens a cold.", EN, Strength.EFFECT),
        ("Zinc supplements prevent colds.", EN, Strength.EFFECT),
        ("Taking zinc leads to fewer colds.", EN, Strength.EFFECT),
        ("Zinc does not prevent colds.", EN, Strength.EFFECT),
        ("Zink is betrokken bij veel processen.", NL, Strength.NONE),
        ("Oesters bevatten zink.", NL, Strength.NONE),
        ("Weinig zink hangt samen met verkoudheid.", NL, Strength.ASSOCIATION),
        ("Weinig zink binnenkrijgen gaat samen met verkoudheid.", NL, Strength.ASSOCIATION),
        ("Koorts was het hoogst bij kinderen met weinig zink.", NL, Strength.ASSOCIATION),
        ("Wie weinig zink binnenkreeg, had 30% meer kans op verkoudheid.", NL, Strength.ASSOCIATION),
        ("Zink zou verkoudheid kunnen verkorten en verminderen.", NL, Strength.HEDGED),
        ("Zink vermindert mogelijk verkoudheid.", NL, Strength.HEDGED),
        ("Er zijn aanwijzingen dat zink verkoudheid vermindert.", NL, Strength.HEDGED),
        ("Zink kan verkoudheid voorkomen.", NL, Strength.CAPABILITY),
        ("Zink draagt bij tot een normale weerstand.", NL, Strength.CAPABILITY),
        ("Zink helpt tegen verkoudheid.", NL, Strength.CAPABILITY),
        ("Zink voorkomt verkoudheid.", NL, Strength.EFFECT),
        ("Zink zorgt voor minder verkoudheid.", NL, Strength.EFFECT),
        ("Zink heeft geen effect op verkoudheid.", NL, Strength.EFFECT),
    ],
)
def test_a_statement_is_as_strong_as_its_words(text: str, language: Language, strength: Strength) -> None:
    assert read_strength(text, language).value is strength


def test_a_lower_risk_that_people_seem_to_have_is_a_link() -> None:
    told = "Those with the highest intake seemed to have a 47% lower risk of gout."
    assert read_strength(told, Language.ENGLISH).value is Strength.ASSOCIATION
    assert read_strength("Zinc may lower the risk of gout.", Language.ENGLISH).value is Strength.HEDGED


def test_can_stands_above_may_in_both_languages() -> None:
    assert read_strength("Zinc can prevent colds.", EN).value > read_strength("Zinc may prevent colds.", EN).value
    can = read_strength("Zink kan verkoudheid voorkomen.", NL).value
    assert can > read_strength("Zink zou verkoudheid kunnen voorkomen.", NL).value


@pytest.mark.parametrize("text", ["Zink “kan” verkoudheid verminderen.", "Zink 'kan' verkoudheid verminderen."])
def test_quotation_marks_round_a_modal_make_a_hedge_of_it(text: str) -> None:
    fact = read_strength(text, NL)
    assert fact.value is Strength.HEDGED
    assert "quotation" in fact.basis


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Zinc prevents colds. The evidence is mixed.", EN),
        ("Zinc prevents colds. However, other studies found no benefit.", EN),
        ("Zink voorkomt verkoudheid. De bewijzen zijn echter verdeeld.", NL),
        ("Zink voorkomt verkoudheid. Meer onderzoek is nodig.", NL),
    ],
)
def test_a_sceptical_sentence_that_follows_lowers_the_strength(text: str, language: Language) -> None:
    fact = read_strength(text, language)
    assert fact.value is Strength.HEDGED
    assert "doubted by" in fact.basis


def test_doubt_before_a_claim_does_not_lower_it() -> None:
    assert read_strength("The evidence is mixed. Still, zinc prevents colds.", EN).value is Strength.EFFECT


def test_a_denied_effect_says_so_in_its_basis() -> None:
    assert "denied" in read_strength("Zinc does not prevent colds.", EN).basis
    assert "denied" not in read_strength("Zinc prevents colds.", EN).basis


def test_the_strongest_sentence_decides() -> None:
    fact = read_strength("Zinc is a metal. Zinc prevents colds.", EN)
    assert (fact.value, fact.quote and fact.quote.text) == (Strength.EFFECT, "prevents")


def test_who_published_a_finding_is_no_part_of_it() -> None:
    text = "Zinc shortens a cold, according to a study in the Journal of Associations."
    assert read_strength(text, EN).value is Strength.EFFECT


def test_advice_to_a_reader_is_no_call_for_research() -> None:
    assert read_strength("You should take zinc, which prevents colds.", EN).value is Strength.EFFECT


def test_nothing_said_is_no_strength() -> None:
    fact = read_strength("  ", EN)
    assert (fact.value, fact.quote) == (Strength.NONE, None)


def test_a_source_is_as_strong_as_its_labelled_conclusion() -> None:
    article = _article(("RESULTS", "Zinc prevented colds."), ("CONCLUSIONS", "Zinc may reduce colds. It is cheap."))
    fact = read_source_strength(article)
    assert fact is not None
    assert fact.value is Strength.HEDGED
    assert fact.quote is not None
    assert (fact.quote.text, fact.quote.section) == ("Zinc may reduce colds.", "CONCLUSIONS")


def test_an_unlabelled_abstract_concludes_in_its_last_sentences() -> None:
    text = "Zinc prevents colds in mice. We gave it to people. They sneezed. Zinc was linked to fewer colds."
    fact = read_source_strength(_article((None, text)))
    assert fact is not None
    assert fact.value is Strength.ASSOCIATION


def test_a_source_without_abstract_has_no_strength() -> None:
    assert read_source_strength(_article()) is None


WORDS = st.sampled_from(
    ["zinc", "may", "can", "prevents", "is associated with", "according to a study", "zou", "kunnen", "“kan”", "?", "."]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=14).map(" ".join), st.sampled_from(Language))
def test_the_words_that_decide_are_found_in_the_text(text: str, language: Language) -> None:
    fact = read_strength(text, language)
    assert fact.quote is None or fact.quote.text in text
    assert 0 <= fact.confidence <= 1
