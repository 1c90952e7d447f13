"""The small signs of a page: a verdict, a certainty, a severity; never by colour alone."""

from __future__ import annotations

from magcite.formats.html.markup import Markup, el, join
from magcite.formats.phrases import phrases_for
from magcite.model import AssertionVerdict, Certainty, Language, Severity, Verdict
from magcite.vocabulary import name

_SIGNS = {
    AssertionVerdict.SUPPORTED: "✓",
    AssertionVerdict.PARTLY_SUPPORTED: "◐",
    AssertionVerdict.MIXED: "⇄",
    AssertionVerdict.NOT_SUPPORTED: "○",
    AssertionVerdict.CONTRADICTED: "✕",
    AssertionVerdict.UNVERIFIABLE: "?",
    AssertionVerdict.UNCITED: "–",
}
_SOURCE_SIGNS = {
    Verdict.SUPPORTS: "✓",
    Verdict.PARTIAL: "◐",
    Verdict.CONTRADICTS: "✕",
    Verdict.UNCLEAR: "?",
    Verdict.UNRELATED: "–",
}
_HIGHEST = int(Certainty.HIGH)


def _sign(character: str) -> Markup:
    return el("span", character, class_="sign", aria_hidden="true")


def verdict_badge(verdict: AssertionVerdict, language: Language) -> Markup:
    """Show the verdict on a statement."""
    return el("span", _sign(_SIGNS[verdict]), name(verdict, language), class_=f"badge {verdict.value}")


def source_badge(verdict: Verdict, language: Language) -> Markup:
    """Show what a source says of a statement."""
    return el("span", _sign(_SOURCE_SIGNS[verdict]), name(verdict, language), class_=f"badge {verdict.value}")


def person_badge(words: str) -> Markup:
    """Show what a person decided, with a pen and a frame that no verdict of magcite's has."""
    return el("span", _sign("✎"), words, class_="badge person")


def severity_badge(severity: Severity, language: Language) -> Markup:
    """Show how bad a finding is."""
    return el("span", name(severity, language), class_=f"badge {severity.word}")


def certainty_meter(certainty: Certainty, language: Language) -> Markup:
    """Show a certainty as a row of up to four full marks, and in words."""
    marks = join(el("i", class_="on" if step <= certainty else None) for step in range(1, _HIGHEST + 1))
    words = phrases_for(language).certainty.format(what=name(certainty, language))
    return el("span", el("span", marks, class_="marks", aria_hidden="true"), words, class_="certainty")
