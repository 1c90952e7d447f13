"""Grade claims files again and again, reading and looking up only what is new since the last time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from magcite.cli.aids import open_aids
from magcite.cli.runs import Outcome, Request, load, open_sources, settings
from magcite.errors import LostModelError
from magcite.model import (
    AuditedAssertion,
    AuditedClaim,
    ClaimsFile,
    Identifier,
    MissingArticle,
    Position,
    Report,
    Status,
)

if TYPE_CHECKING:
    from magcite.sources.folder import RecordedFolder
    from magcite.sources.interface import Answer


class RememberingSource:
    """Answers from memory, and opens the sources of the run only for what was never asked before."""

    def __init__(self, request: Request, recorded: RecordedFolder | None) -> None:
        self._request = request
        self._recorded = recorded
        self._answers: dict[Identifier, Answer] = {}
        self.remarks: tuple[str, ...] = ()
        self.failed = False

    def look_up(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Answer]:
        """Answer every identifier; what could not be asked before is asked again beside something new."""
        wanted = [one for one in identifiers if one not in self._answers]
        if wanted:
            wanted += [one for one in identifiers if _is_unanswered(self._answers.get(one))]
            with open_sources(self._request, self._recorded) as chain:
                self._answers.update(chain.look_up(wanted))
            self.remarks, self.failed = chain.remarks, chain.failed
        return {one: self._answers[one] for one in identifiers}


def _is_unanswered(answer: Answer | None) -> bool:
    return isinstance(answer, MissingArticle) and answer.status is Status.UNAVAILABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A claim as it was graded; `look` is all that its grade depends on."""

    look: object
    audited: AuditedClaim


class Regrader:
    """Grades the files of one request; claims that did not change keep their grade, and their old place."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._kept: dict[tuple[str, str], _Kept] = {}
        self._sources: dict[Path | None, tuple[RecordedFolder | None, RememberingSource]] = {}
        self._aids = open_aids(request.aids, settings(), offline=request.offline, refresh=request.refresh)

    def forget(self) -> None:
        """Start afresh: grades and answers may no longer hold."""
        self._kept.clear()
        self._sources.clear()

    def regrade(self) -> Outcome:
        """Load the files as they are now, and grade the claims that changed."""
        files = load(self._request.files)
        try:
            self._grade(files)
        except LostModelError as lost:
            self._aids = self._aids.without_model(lost)
            self._kept.clear()
            self._grade(files)
        claims = tuple(self._kept[file.path, claim.id].audited for file in files for claim in file.claims)
        used = [source for _, source in self._sources.values()]
        remarks = tuple(dict.fromkeys(remark for source in used for remark in source.remarks))
        report = self._aids.sign(Report(files=files, claims=claims, remarks=remarks))
        return Outcome(report=report, failed=any(source.failed for source in used))

    def _grade(self, files: Sequence[ClaimsFile]) -> None:
        for file in files:
            self._grade_changed(file)

    def _grade_changed(self, file: ClaimsFile) -> None:
        from magcite.audit import AuditOptions, audit

        frame = (file.language, file.context, file.articles)
        looks = {claim.id: (frame, without_places(claim)) for claim in file.claims}
        changed = tuple(claim for claim in file.claims if self._look_of(file, claim.id) != looks[claim.id])
        if not changed:
            return
        recorded, source = self._open(self._request.articles or file.articles)
        options = AuditOptions(
            today=date.today(),
            language=self._request.language,
            select=self._request.select,
            ignore=self._request.ignore,
            reach=recorded,
            scorer=self._aids.scorer,
            opinions=self._aids.opinions,
        )
        for audited in audit([replace(file, claims=changed)], source, options).claims:
            claim_id = audited.claim.id
            self._kept[file.path, claim_id] = _Kept(look=looks[claim_id], audited=audited)

    def _look_of(self, file: ClaimsFile, claim_id: str) -> object:
        kept = self._kept.get((file.path, claim_id))
        return kept.look if kept else None

    def _open(self, folder: Path | None) -> tuple[RecordedFolder | None, RememberingSource]:
        from magcite.sources.folder import RecordedFolder

        if folder not in self._sources:
            recorded = RecordedFolder(folder) if folder else None
            self._sources[folder] = (recorded, RememberingSource(self._request, recorded))
        return self._sources[folder]


def without_places(value: Any) -> Any:
    """Give a value without the lines and columns in it, to tell a change of words from a move."""
    if isinstance(value, Position):
        return value.file
    if is_dataclass(value):
        return (type(value), *(without_places(getattr(value, field.name)) for field in fields(value)))
    if isinstance(value, tuple):
        return tuple(map(without_places, value))
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What is different between two reports: a report of the statements that are, and the ids of those gone."""

    changed: Report
    gone: tuple[str, ...]

    @property
    def statements(self) -> int:
        """Count the statements that are new or different."""
        return sum(len(claim.assertions) for claim in self.changed.claims)


def compare_reports(before: Report, now: Report) -> Difference:
    """Find the statements whose words, sources, grade or findings differ; moved lines make no difference."""
    earlier = dict(_looks(before))
    later = dict(_looks(now))
    different = {name for name, look in later.items() if earlier.get(name) != look}
    claims = tuple(cut for claim in now.claims if (cut := _cut(claim, different)) is not None)
    gone = tuple(name for _, name in earlier.keys() - later.keys())
    return Difference(changed=replace(now, claims=claims), gone=tuple(sorted(gone)))


_Name = tuple[str, str]
"""The path of a file, and the id of a claim or statement in it."""


def _looks(report: Report) -> Iterator[tuple[_Name, object]]:
    for audited in report.claims:
        claim = audited.claim
        file = claim.position.file
        yield (file, claim.id), without_places((claim.title, claim.locator, audited.findings, _short_form(audited)))
        for one in audited.assertions:
            if one.assertion.id != claim.id:
                yield (file, one.assertion.id), _look(one)


def _short_form(audited: AuditedClaim) -> object:
    """Give the look of the statement that has the id of its claim, if there is one."""
    return tuple(_look(one) for one in audited.assertions if one.assertion.id == audited.claim.id)


def _look(audited: AuditedAssertion) -> object:
    sources = tuple(
        (source.citation.identifier, source.status, source.reading.support if source.reading else None)
        for source in audited.sources
    )
    return (without_places((audited.assertion, audited.findings)), audited.grade, sources)


def _cut(claim: AuditedClaim, different: set[_Name]) -> AuditedClaim | None:
    """Give a claim with its different statements only; None where nothing is."""
    file = claim.claim.position.file
    as_a_whole = (file, claim.claim.id) in different
    assertions = tuple(one for one in claim.assertions if (file, one.assertion.id) in different)
    if not (as_a_whole or assertions):
        return None
    return replace(claim, assertions=assertions, findings=claim.findings if as_a_whole else ())
