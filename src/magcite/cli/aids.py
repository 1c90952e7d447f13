"""What a run may be helped by if asked to: a learned model with a say, and a second opinion that is only shown.

Nothing of either is imported, opened or asked unless an option names it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from magcite.errors import UsageError
from magcite.model import Reading, Report

if TYPE_CHECKING:
    from magcite.inference import CrossEncoder
    from magcite.second_opinion import SecondReader
    from magcite.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class AidsWanted:
    """What the options --model, --judge and --judge-model say."""

    model: str | None = None
    judge: str | None = None
    judge_model: str | None = None


NO_AIDS = AidsWanted()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aids:
    """The helpers of a run, opened; both None in a run that asked for none."""

    scorer: CrossEncoder | None = None
    opinions: SecondReader | None = None

    @property
    def model_name(self) -> str | None:
        """Name the model that has a say in the verdicts."""
        return self.scorer.name if self.scorer else None

    @property
    def model_checksum(self) -> str | None:
        """Give the checksum of the model that has a say in the verdicts."""
        return self.scorer.sha256 if self.scorer else None

    @property
    def remarks(self) -> tuple[str, ...]:
        """Name the helpers, in sentences for the head of a report."""
        model = f"Where the rules were not sure, the model {self.scorer.name} decided." if self.scorer else None
        return tuple(filter(None, (model, self.opinions.remark if self.opinions else None)))

    def sign(self, report: Report) -> Report:
        """Name in a report whoever had a part in it."""
        return replace(report, remarks=(*report.remarks, *self.remarks), model=self.model_name)

    def add_opinion(self, reading: Reading, statement: str | None) -> Reading:
        """Set a second opinion beside one reading, where one was asked for."""
        if self.opinions is None or statement is None or not reading.article.abstract:
            return reading
        return replace(reading, second_opinion=self.opinions.opine(statement, reading.article))

    def close(self) -> None:
        """Close what was kept."""
        if self.opinions:
            self.opinions.close()


def open_aids(wanted: AidsWanted, settings: Settings, *, offline: bool, refresh: bool = False) -> Aids:
    """Open what was asked for, before anything else is done; UsageError says what it lacks."""
    if wanted.judge_model and not wanted.judge:
        raise UsageError("--judge-model names a model of the endpoint that --judge names: give both, or neither")
    return Aids(
        scorer=_open_scorer(wanted.model, offline=offline) if wanted.model else None,
        opinions=_open_opinions(wanted, settings, offline=offline, refresh=refresh) if wanted.judge else None,
    )


def _open_scorer(wanted: str, *, offline: bool) -> CrossEncoder:
    from magcite.inference import HuggingFaceHub, find_model, open_model

    return open_model(find_model(wanted, HuggingFaceHub(), _agree, offline=offline))


def _open_opinions(wanted: AidsWanted, settings: Settings, *, offline: bool, refresh: bool) -> SecondReader:
    from magcite.second_opinion import Patience, SecondReader, open_endpoint

    endpoint = open_endpoint(wanted.judge or "", wanted.judge_model, settings.judge_key, offline=offline)
    patience = Patience(timeout=settings.judge_timeout)
    return SecondReader(endpoint, folder=settings.cache_dir, patience=patience, refresh=refresh)


def _agree(question: str) -> bool:
    """Ask on the terminal; where there is none, nobody can agree."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError(f"{question} Nobody is here to say yes: run this once on a terminal, where it is asked")
    sys.stderr.write(f"magcite: {question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
