"""One claim with its statements: the sentence, the verdict and why, what to write instead, and the sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from magcite.formats.html.abstracts import Context
from magcite.formats.html.badges import certainty_meter, person_badge, severity_badge, verdict_badge
from magcite.formats.html.markup import Markup, el, join
from magcite.formats.html.phrases import html_phrases_for
from magcite.formats.html.sources import show_sources
from magcite.formats.phrases import count, phrases_for
from magcite.formats.reviews import reviewed_sources
from magcite.formats.safe_text import flatten
from magcite.formats.worries import group_findings
from magcite.model import AuditedAssertion, AuditedClaim, Finding, Language, LedgerEntry
from magcite.vocabulary import name


def show_findings(findings: Sequence[Finding], language: Language) -> Markup | None:
    """List what was found, the worst first; what says the same of several sources is said once."""
    say = phrases_for(language)
    items = []
    for (severity, rule, message, waived), sources in group_findings(findings).items():
        names = ", ".join(source for source in sources if source not in message)
        items.append(
            el(
                "li",
                severity_badge(severity, language),
                " ",
                el("span", message, f" ({names})" if names else None),
                " ",
                el("code", rule),
                el("em", f" {say.waived.format(reason=waived)}") if waived is not None else None,
                class_="waived" if waived is not None else None,
            )
        )
    return el("ul", *items, class_="findings") if items else None


def _step(entry: LedgerEntry, language: Language) -> str:
    """Write the change that a domain makes; the start is a place and no change."""
    if entry.change is None:
        return html_phrases_for(language).not_assessable
    return str(entry.change) if entry.domain == "start" or not entry.change else f"{entry.change:+d}".replace("-", "−")


def _ledger(audited: AuditedAssertion, language: Language) -> Markup | None:
    say = html_phrases_for(language)
    if not audited.grade.ledger:
        return None
    entries = (
        el("li", f"{say.domains.get(entry.domain, entry.domain)} {_step(entry, language)}: {entry.because}")
        for entry in audited.grade.ledger
    )
    return el("details", el("summary", say.why), el("ul", *entries), class_="why")


def _head(audited: AuditedAssertion, anchor: str, language: Language) -> Markup:
    say, grade, reviewed = phrases_for(language), audited.grade, len(reviewed_sources(audited))
    strength = say.wording.format(what=name(audited.strength.value, language))
    return el(
        "div",
        el("h4", el("a", audited.assertion.id, href=f"#{anchor}")),
        verdict_badge(grade.verdict, language),
        certainty_meter(grade.certainty, language),
        el("span", strength, class_="quality"),
        el("span", say.overstated, class_="badge overstated") if grade.overstated else None,
        person_badge(count(html_phrases_for(language).reviewed, reviewed, language)) if reviewed else None,
        class_="head",
    )


def _texts(audited: AuditedAssertion, spoken: Language, language: Language) -> Markup:
    say, assertion = html_phrases_for(language), audited.assertion
    english = assertion.english if assertion.english != assertion.text else None
    suggested = audited.suggested_wording
    return join(
        [
            el("blockquote", el("p", assertion.text, lang=spoken.value)),
            el("p", f"{say.in_english}: ", el("span", english, lang="en"), class_="english") if english else None,
            el("p", audited.grade.summary, class_="sum") if audited.grade.summary else None,
            el(
                "p",
                el("b", f"{say.suggested}: "),
                el("span", suggested, lang=spoken.value),
                class_="suggested",
            )
            if suggested
            else None,
        ]
    )


def _worst(findings: Sequence[Finding]) -> int:
    return max((int(finding.severity) for finding in findings if finding.waived is None), default=0)


def _statement(audited: AuditedAssertion, anchor: str, spoken: Language, context: Context) -> Markup:
    language = context.language
    return el(
        "article",
        _head(audited, anchor, language),
        _texts(audited, spoken, language),
        show_findings(audited.findings, language),
        show_sources(audited, context),
        _ledger(audited, language),
        id=anchor,
        class_=f"statement {audited.grade.verdict.value}",
        data_verdict=audited.grade.verdict.value,
        data_severity=_worst(audited.findings),
        data_reviewed=bool(reviewed_sources(audited)),
    )


def show_claim(claim: AuditedClaim, anchors: Mapping[int, str], spoken: Language, context: Context) -> Markup:
    """Show one claim; `anchors` gives each of its statements the name that links lead to."""
    say, language = phrases_for(context.language), context.language
    title = flatten(claim.claim.title) if claim.claim.title else claim.claim.id
    place = claim.claim.locator
    return el(
        "section",
        el("h3", title, el("small", f" {place}") if place else None, lang=spoken.value),
        el("p", say.no_statement, class_="sum") if not claim.assertions else None,
        *(_statement(audited, anchors[id(audited)], spoken, context) for audited in claim.assertions),
        el("div", el("h4", say.as_a_whole), show_findings(claim.findings, language), class_="whole")
        if claim.findings
        else None,
        class_="claim",
        data_severity=_worst(claim.findings) if not claim.assertions else None,
    )
