"""What a run is helped by: a learned model with a say, and, if asked for, a second opinion that is only shown.

The model is the one that ships with magcite, unless an option names another or none. It is opened at the first question
put to it; where it cannot be used, a run goes on without it and says so. Nothing of the second opinion is imported or
asked unless an option names it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from magcite.cli.phrases import phrases_for
from magcite.errors import LostModelError, UsageError
from magcite.model import Language, Reading, Report

if TYPE_CHECKING:
    from magcite.inference.cross_encoder import CrossEncoder
    from magcite.inference.own import OwnModel
    from magcite.second_opinion import SecondReader
    from magcite.settings import Settings


NO_MODEL = "none"
"""What --model says to leave all learned models out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AidsWanted:
    """What the options --model, --judge and --judge-model say; `shipped` is another place of magcite's own model.

    `language` is that of the remarks on who had a part in the run.
    """

    model: str | None = None
    judge: str | None = None
    judge_model: str | None = None
    shipped: Path | None = None
    language: Language = Language.ENGLISH


USUAL_AIDS = AidsWanted()
"""What a run gets that asks for nothing: magcite's own model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aids:
    """The helpers of a run; `lost` is the reason why magcite's own model can have no say in it."""

    own: OwnModel | None = None
    chosen: CrossEncoder | None = None
    opinions: SecondReader | None = None
    lost: str | None = None
    language: Language = Language.ENGLISH

    @property
    def scorer(self) -> CrossEncoder | OwnModel | None:
        """Give the model that has a say in the verdicts."""
        return self.chosen or self.own

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
        """Tell, in sentences for the head of a report, what is not as usual: who helps, and who is missed."""
        opinions = self.opinions.remark_in(self.language) if self.opinions else None
        return tuple(filter(None, (self._model_remark, opinions)))

    @property
    def _model_remark(self) -> str | None:
        say = phrases_for(self.language)
        if self.lost:
            return say.lost_model.format(why=self.lost)
        return say.other_model.format(name=self.chosen.name) if self.chosen else None

    def sign(self, report: Report) -> Report:
        """Name in a report whoever had a part in it."""
        return replace(report, remarks=(*report.remarks, *self.remarks), model=self.model_name)

    def add_opinion(self, reading: Reading, statement: str | None) -> Reading:
        """Set a second opinion beside one reading, where one was asked for."""
        if self.opinions is None or statement is None or not reading.article.abstract:
            return reading
        return replace(reading, second_opinion=self.opinions.opine(statement, reading.article))

    def without_model(self, lost: LostModelError) -> Aids:
        """Give the same helpers without magcite's own model, which turned out not to be usable."""
        return replace(self, own=None, lost=str(lost))

    def opened(self) -> Aids:
        """Give the same helpers, with magcite's own model opened now or found not to be usable."""
        try:
            if self.own:
                self.own.open()
        except LostModelError as lost:
            return self.without_model(lost)
        return self

    def close(self) -> None:
        """Close what was kept."""
        if self.opinions:
            self.opinions.close()


def open_aids(wanted: AidsWanted, settings: Settings, *, offline: bool, refresh: bool = False) -> Aids:
    """Open what was asked for, before anything else is done; UsageError says what it lacks."""
    if wanted.judge_model and not wanted.judge:
        raise UsageError("--judge-model names a model of the endpoint that --judge names: give both, or neither")
    opinions = _open_opinions(wanted, settings, offline=offline, refresh=refresh) if wanted.judge else None
    aids = Aids(opinions=opinions, language=wanted.language)
    if wanted.model is None:
        return _with_own_model(wanted, aids)
    if wanted.model == NO_MODEL:
        return aids
    return replace(aids, chosen=_open_chosen(wanted.model, offline=offline))


def _with_own_model(wanted: AidsWanted, aids: Aids) -> Aids:
    from magcite.inference.own import FOLDER, find_own_model

    try:
        return replace(aids, own=find_own_model(wanted.shipped or FOLDER))
    except LostModelError as lost:
        return aids.without_model(lost)


def _open_chosen(wanted: str, *, offline: bool) -> CrossEncoder:
    from magcite.inference.cross_encoder import open_model
    from magcite.inference.hub import HuggingFaceHub
    from magcite.inference.place import find_model

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
