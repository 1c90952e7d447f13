"""The second reader: asks once per statement and article, checks what comes back, and accounts for all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from magcite.model import Article, Language, OpinionStatus, SecondOpinion
from magcite.second_opinion.answer import check_answer
from magcite.second_opinion.asking import NoAnswerError, Patience, ask
from magcite.second_opinion.endpoint import Endpoint
from magcite.second_opinion.kept import KeptAnswers, key_of
from magcite.second_opinion.question import write_messages

GIVE_UP_AFTER = 3
"""Questions in a row without an answer after which no more are put: a dead endpoint must not hold up a long file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """One phrase a field; `{…}` is filled with `str.format`."""

    remark: str
    here: str
    elsewhere: str
    counted: Mapping[OpinionStatus, str]


_WORDS = {
    Language.ENGLISH: _Words(
        remark="Second opinions by {model} at {url}, {where}: {counted}. "
        "They stand beside magcite's own verdicts and change none of them.",
        here="on this machine",
        elsewhere="which was sent the statements and abstracts",
        counted={
            OpinionStatus.GIVEN: "given",
            OpinionStatus.REFUSED: "refused",
            OpinionStatus.UNAVAILABLE: "without an answer",
        },
    ),
    Language.DUTCH: _Words(
        remark="Tweede meningen van {model} op {url}, {where}: {counted}. "
        "Ze staan naast de oordelen van magcite zelf en veranderen er geen.",
        here="op deze computer",
        elsewhere="waarheen de uitspraken en samenvattingen zijn gestuurd",
        counted={
            OpinionStatus.GIVEN: "gegeven",
            OpinionStatus.REFUSED: "geweigerd",
            OpinionStatus.UNAVAILABLE: "zonder antwoord",
        },
    ),
}


class SecondReader:
    """Gives second opinions from one endpoint; call `close` when the run is over."""

    def __init__(
        self, endpoint: Endpoint, *, folder: Path | None, patience: Patience | None = None, refresh: bool = False
    ) -> None:
        self._endpoint = endpoint
        self._patience = patience or Patience()
        self._refresh = refresh
        self._kept = KeptAnswers(folder)
        self._opinions: dict[str, SecondOpinion] = {}
        self._failed_in_a_row = 0

    def opine(self, statement: str, article: Article) -> SecondOpinion:
        """Give the endpoint's opinion on a statement in English; a question is put once, whatever the answer."""
        key = key_of(self._endpoint, statement, article)
        if key not in self._opinions:
            self._opinions[key] = self._form(key, statement, article)
        return self._opinions[key]

    def _form(self, key: str, statement: str, article: Article) -> SecondOpinion:
        reply = None if self._refresh else self._kept.find(key)
        if reply is None:
            try:
                reply = self._ask(statement, article)
            except NoAnswerError as fault:
                self._failed_in_a_row += 1
                return SecondOpinion(model=self._endpoint.model, status=OpinionStatus.UNAVAILABLE, reason=str(fault))
            self._kept.keep(key, reply)
        return check_answer(reply, self._endpoint.model, article)

    def _ask(self, statement: str, article: Article) -> str:
        if self._failed_in_a_row >= GIVE_UP_AFTER:
            raise NoAnswerError(f"not asked, after {GIVE_UP_AFTER} questions in a row without an answer")
        reply = ask(self._endpoint, write_messages(statement, article), self._patience)
        self._failed_in_a_row = 0
        return reply

    def remark_in(self, language: Language) -> str:
        """Say who was asked and what came of it, for the head of a report."""
        say = _WORDS[language]
        counted = Counter(opinion.status for opinion in self._opinions.values())
        told = ", ".join(f"{counted[status]} {word}" for status, word in say.counted.items())
        where = say.here if self._endpoint.is_local else say.elsewhere
        return say.remark.format(model=self._endpoint.model, url=self._endpoint.url, where=where, counted=told)

    def close(self) -> None:
        """Close what was kept."""
        self._kept.close()
