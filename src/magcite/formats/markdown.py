"""The audit as Markdown for a pull request: the counts in sight, every claim folded away below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO

from magcite.body import source_name, verdict_of
from magcite.formats.interface import WriteOptions
from magcite.formats.markdown_text import cells, escape, escape_html
from magcite.formats.opinions import opinion_of, tell_opinion
from magcite.formats.overview import (
    WORST_FIRST,
    Overview,
    Statement,
    bearing_sources,
    oversee,
    study_type_of,
    with_verdict,
    without_text,
    worst_first,
)
from magcite.formats.phrases import closing_words, count, phrases_for
from magcite.formats.reviews import reviewed_sources, tell_origin, tell_own, tell_verdict
from magcite.formats.safe_text import fit_stream, shorten
from magcite.formats.worries import group_findings, needs_a_look, reason_to_look
from magcite.identifiers import address_of
from magcite.model import (
    AuditedAssertion,
    AuditedClaim,
    CitedSource,
    Finding,
    Language,
    Provenance,
    Reading,
    Report,
    Verdict,
)
from magcite.vocabulary import name, percent, write_number

_LONGEST_QUOTE = 300
_LONGEST_TEXT = 1500
_CHECK_FIRST = 10
_IDS_SHOWN = 12


def _counts(seen: Overview, language: Language) -> Iterator[str]:
    say = phrases_for(language)
    yield f"## magcite: {count(say.statements, seen.assertions, language)}, {count(say.claims, seen.claims, language)}"
    yield ""
    if not seen.verdicts:
        return
    yield cells(say.verdict, say.number, say.ids)
    yield "| --- | ---: | --- |"
    for verdict, ids in seen.verdicts.items():
        listed = ", ".join(f"`{one}`" for one in ids[:_IDS_SHOWN])
        more = f" {count(say.more, len(ids) - _IDS_SHOWN, language)}" if len(ids) > _IDS_SHOWN else ""
        yield cells(name(verdict, language), str(len(ids)), listed + more)
    yield ""
    parts = [f"{name(severity, language)} {number}" for severity, number in seen.findings.items()]
    waived = [count(say.waived_count, seen.waived, language)] if seen.waived else []
    yield f"{say.findings}: {', '.join([*parts, *waived])}." if parts or waived else say.no_findings
    yield ""


def _check_first(listed: Iterable[Statement], language: Language) -> Iterator[str]:
    say = phrases_for(language)
    worrying = [statement for statement in listed if needs_a_look(statement)]
    if not worrying:
        yield say.nothing_to_check
        yield ""
        return
    yield f"### {say.check_first}"
    yield ""
    for number, statement in enumerate(worrying[:_CHECK_FIRST], start=1):
        reason = reason_to_look(statement, language)
        told = f": {escape(shorten(reason, _LONGEST_QUOTE))}" if reason else ""
        yield f"{number}. **{statement.audited.assertion.id}** {name(statement.verdict, language)}{told}"
    yield ""


def _link(source: CitedSource) -> str:
    address = address_of(source.citation.identifier)
    shown = escape(shorten(source_name(source), 60))
    safe = address.startswith(("https://", "http://")) and not set(address) & set(" <>()[]\\|`\"'\n")
    return f"[{shown}]({address})" if safe else shown


def _number(value: int | None, language: Language) -> str:
    return "" if value is None else write_number(value, language)


def _row(source: CitedSource, reading: Reading, language: Language) -> str:
    say, support, sample = phrases_for(language), reading.support, reading.facts.sample
    verdict = verdict_of(source)
    says = f"{name(verdict, language)} {percent(support.confidence)}" if verdict and support else ""
    size = _number(sample.participants.value if sample.participants else None, language)
    if not size and sample.animals:
        size = count(say.animals, sample.animals.value, language)
    quote = f"“{escape(shorten(support.quote.text, _LONGEST_QUOTE))}”" if support and support.quote else ""
    origin = reading.article.provenance
    mark = f" ({name(origin, language)})" if origin is not Provenance.PUBMED else ""
    study = name(study_type_of(reading), language)
    return cells(says, _link(source) + mark, study, size, _number(reading.evidence_level, language), quote)


def _sources(audited: AuditedAssertion, language: Language) -> Iterator[str]:
    say, listed = phrases_for(language), bearing_sources(audited)
    if listed:
        yield cells(say.says, say.source, say.study, say.participants, say.evidence_level, say.words)
        yield "| --- | --- | --- | ---: | ---: | --- |"
        yield from (_row(source, source.reading, language) for source in listed if source.reading)
        yield ""
    yield from _reviews(audited, language)
    yield from _opinions(audited, language)
    for phrase, sources in (
        (say.unrelated, with_verdict(audited, Verdict.UNRELATED)),
        (say.unclear, with_verdict(audited, Verdict.UNCLEAR)),
        (say.not_judged, with_verdict(audited, None)),
        (say.no_text, without_text(audited)),
    ):
        if sources:
            yield f"- {count(phrase, len(sources), language, names=', '.join(map(_link, sources)))}"


def _reviews(audited: AuditedAssertion, language: Language) -> Iterator[str]:
    """List what people decided, each beside magcite's own verdict."""
    for source, review in reviewed_sources(audited):
        told = f"**{tell_verdict(review, language)}**{escape(tell_origin(review, language))}"
        yield f"- {_link(source)} {told} ({tell_own(source, language)})"


def _opinions(audited: AuditedAssertion, language: Language) -> Iterator[str]:
    """List the second opinions, each beside magcite's own verdict."""
    for source in audited.sources:
        if opinion := opinion_of(source):
            own = verdict_of(source)
            said = f" (magcite: {name(own, language)})" if own else ""
            yield f"- {_link(source)}: {escape(tell_opinion(opinion, language))}{said}"


def _findings(findings: Iterable[Finding], language: Language) -> Iterator[str]:
    say = phrases_for(language)
    for (severity, rule, message, waived), sources in group_findings(findings).items():
        names = ", ".join(escape(source) for source in sources if source not in message)
        about = f" ({names})" if names else ""
        excuse = f" *{say.waived.format(reason=escape(waived))}*" if waived is not None else ""
        yield f"- **{name(severity, language)}** `{rule}` {escape(message)}{about}{excuse}"


def _statement(audited: AuditedAssertion, language: Language) -> Iterator[str]:
    say, grade, assertion = phrases_for(language), audited.grade, audited.assertion
    qualities = [
        say.certainty.format(what=name(grade.certainty, language)),
        say.wording.format(what=name(audited.strength.value, language)),
        *([say.overstated] if grade.overstated else []),
    ]
    yield f"**{name(grade.verdict, language)}** `{assertion.id}`: {', '.join(qualities)}"
    yield ""
    yield f"> {escape(shorten(assertion.text, _LONGEST_TEXT))}"
    yield ""
    if audited.suggested_wording:
        yield say.suggested.format(text=escape(audited.suggested_wording))
        yield ""
    yield from _sources(audited, language)
    yield from _findings(audited.findings, language)
    yield ""


def _claim(claim: AuditedClaim, language: Language) -> Iterator[str]:
    say = phrases_for(language)
    verdicts = Counter(audited.grade.verdict for audited in claim.assertions)
    counted = [f"{verdicts[verdict]} {name(verdict, language)}" for verdict in WORST_FIRST if verdicts[verdict]]
    title = f" {escape_html(shorten(claim.claim.title, 120))}" if claim.claim.title else ""
    told = ", ".join(counted) or say.no_statement
    yield f"<details><summary><b>{claim.claim.id}</b>{title}: {told}</summary>"
    yield ""
    for audited in claim.assertions:
        yield from _statement(audited, language)
    if claim.findings:
        yield f"{say.as_a_whole}:"
        yield ""
        yield from _findings(claim.findings, language)
        yield ""
    yield "</details>"
    yield ""


def _without_answer(seen: Overview, language: Language) -> Iterator[str]:
    say = phrases_for(language)
    if seen.missing:
        yield f"### {say.no_answer}"
        yield ""
    for group in seen.missing:
        reason = f" ({escape(group.reason)})" if group.reason else ""
        yield f"- {name(group.status, language)}: {', '.join(map(escape, group.sources))}{reason}"
    if seen.missing:
        yield ""
    digests = seen.provenance.get(Provenance.DIGEST, 0)
    if digests:
        yield f"{count(say.digests, seen.articles, language, d=str(digests))} {say.provenance}"
        yield ""


def _claims_worst_first(report: Report) -> list[AuditedClaim]:
    """Order the claims by their worst statement; those without one come last."""
    order = {id(statement.claim): rank for rank, statement in reversed(list(enumerate(worst_first(report))))}
    return sorted(report.claims, key=lambda claim: order.get(id(claim), len(order) + len(report.claims)))


def _lines(report: Report, language: Language) -> Iterator[str]:
    seen = oversee(report)
    yield from _counts(seen, language)
    for remark in report.remarks:
        yield f"> {escape(remark)}"
        yield ""
    yield from _check_first(worst_first(report), language)
    for claim in _claims_worst_first(report):
        yield from _claim(claim, language)
    yield from _without_answer(seen, language)
    yield closing_words(language, escape(report.model) if report.model else None)


def write(report: Report, out: TextIO, options: WriteOptions) -> None:
    """Write the audit as GitHub-flavoured Markdown."""
    for line in _lines(report, options.language):
        out.write(f"{fit_stream(line, out)}\n")
