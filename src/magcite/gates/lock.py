"""Write down what the records said when a claims file was audited, and find what changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from magcite.body import source_name, verdict_of
from magcite.errors import UsageError
from magcite.gates.fingerprints import fingerprint
from magcite.gates.stored import parse_stored, read_stored, write_stored
from magcite.model import (
    Article,
    AssertionVerdict,
    AuditedAssertion,
    ClaimsFile,
    NoticeKind,
    Provenance,
    Reading,
    Report,
    StudyType,
    Verdict,
)

VERSION = 1
NO_MODEL = "none"
_WHAT = "lock file"
_BYTES = 10


class Standing(Enum):
    """Whether an article still stands; the worst that was published about it."""

    STANDS = "stands"
    CONCERN = "expression-of-concern"
    PARTLY_RETRACTED = "partly-retracted"
    RETRACTED = "retracted"


_STANDINGS = (
    (NoticeKind.RETRACTED, Standing.RETRACTED),
    (NoticeKind.PARTLY_RETRACTED, Standing.PARTLY_RETRACTED),
    (NoticeKind.EXPRESSION_OF_CONCERN, Standing.CONCERN),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedArticle:
    """One article as it was: `record` is a digest of its title and abstract, `retrieved` the day it was fetched."""

    record: str
    retrieved: date | None
    provenance: Provenance
    standing: Standing
    study_type: StudyType | None
    sample_size: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedAssertion:
    """One statement as it was judged: `words` is a digest of its text, `sources` the verdict on it of each article."""

    words: str
    verdict: AssertionVerdict
    sources: Mapping[str, Verdict | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What one claims file rested on: articles by identifier and statements by id.

    `model` names the learned model that had a say in the verdicts, `NO_MODEL` where none had; None where the lock file
    does not tell, for the first ones did not.
    """

    articles: Mapping[str, LockedArticle]
    assertions: Mapping[str, LockedAssertion]
    model: str | None = None


def lock_path(claims_file: str) -> Path:
    """Give the place of the lock file: beside `claims.yaml`, under the name `claims.lock`."""
    return Path(claims_file).with_suffix(".lock")


def build_lock(report: Report, file: ClaimsFile) -> Lock:
    """Write down the articles and verdicts of one file of a report."""
    articles: dict[str, LockedArticle] = {}
    assertions: dict[str, LockedAssertion] = {}
    for audited in assertions_of(report, file):
        for source in audited.sources:
            if source.reading is not None:
                articles[source_name(source)] = lock_article(source.reading)
        assertions[audited.assertion.id] = _lock_assertion(audited)
    return Lock(articles=articles, assertions=assertions, model=model_of(report))


def model_of(report: Report) -> str:
    """Name the learned model that had a say in a report, as a lock file does."""
    return report.model or NO_MODEL


def assertions_of(report: Report, file: ClaimsFile) -> Iterator[AuditedAssertion]:
    """Yield the audited statements of one file of a report."""
    for claim in report.claims:
        if claim.claim.position.file == file.path:
            yield from claim.assertions


def digest_of_words(text: str) -> str:
    """Digest a statement so that case and white space make no difference."""
    return fingerprint("statement", text)


def standing_of(article: Article) -> Standing:
    """Give the worst that was published about an article."""
    kinds = {notice.kind for notice in article.notices}
    return next((standing for kind, standing in _STANDINGS if kind in kinds), Standing.STANDS)


def lock_article(reading: Reading) -> LockedArticle:
    """Write down one article and what was read from it."""
    article, facts = reading.article, reading.facts
    return LockedArticle(
        record=_digest(article),
        retrieved=article.retrieved,
        provenance=article.provenance,
        standing=standing_of(article),
        study_type=facts.design.study_type.value if facts.design.study_type else None,
        sample_size=facts.sample.participants.value if facts.sample.participants else None,
    )


def _digest(article: Article) -> str:
    texts = [article.title or "", *(section.text for section in article.abstract)]
    words = "\x1f".join(" ".join(text.split()) for text in texts)
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()


def _lock_assertion(audited: AuditedAssertion) -> LockedAssertion:
    sources = {source_name(source): verdict_of(source) for source in audited.sources}
    words = digest_of_words(audited.assertion.text)
    return LockedAssertion(words=words, verdict=audited.grade.verdict, sources=sources)


def write_lock(lock: Lock) -> str:
    """Give the text of a lock file."""
    return write_stored(
        VERSION,
        {
            "articles": {name: _plain(asdict(one)) for name, one in lock.articles.items()},
            "assertions": {name: _plain(asdict(one)) for name, one in lock.assertions.items()},
            **({"model": lock.model} if lock.model else {}),
        },
    )


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case _:
            return value


def load_lock(path: Path) -> Lock:
    """Read a lock file from its place."""
    return read_lock(read_stored(path, _WHAT, "magcite lock"), name=str(path))


def read_lock(text: str, name: str) -> Lock:
    """Read a lock file; `name` is that of the file, for messages."""
    content = parse_stored(text, name=name, what=_WHAT, version=VERSION)
    try:
        return Lock(
            articles={key: _read_article(entry) for key, entry in content["articles"].items()},
            assertions={key: _read_assertion(entry) for key, entry in content["assertions"].items()},
            model=str(content["model"]) if "model" in content else None,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{name}: this {_WHAT} is damaged ({error}); write it anew") from error


def _read_article(entry: Mapping[str, Any]) -> LockedArticle:
    return LockedArticle(
        record=str(entry["record"]),
        retrieved=date.fromisoformat(entry["retrieved"]) if entry["retrieved"] else None,
        provenance=Provenance(entry["provenance"]),
        standing=Standing(entry["standing"]),
        study_type=StudyType(entry["study_type"]) if entry["study_type"] else None,
        sample_size=int(entry["sample_size"]) if entry["sample_size"] is not None else None,
    )


def _read_assertion(entry: Mapping[str, Any]) -> LockedAssertion:
    sources = {key: Verdict(value) if value else None for key, value in entry["sources"].items()}
    return LockedAssertion(words=str(entry["words"]), verdict=AssertionVerdict(entry["verdict"]), sources=sources)
