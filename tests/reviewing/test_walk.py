"""The walk through the sources: every key does what it says, and no decision or half-typed reason is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from magcite.errors import UsageError
from magcite.model import Language, Review, Verdict
from magcite.reviewing.drafts import Draft
from magcite.reviewing.items import Item, all_items, open_items, review_of
from magcite.reviewing.phrases import phrases_for
from magcite.reviewing.walk import Manner, View, Walk
from tests.gates.reports import audited, position, report, source

SUPPORTS = Verdict.SUPPORTS
"""What the invented reports say of each source."""


class FakeDesk:
    """A person who types what was laid ready, and then is gone."""

    def __init__(self, *typed: str | None, fails: int = 0) -> None:
        self._typed: Iterator[str | None] = iter(typed)
        self._fails = fails
        self.shown: list[View] = []
        self.said: list[str] = []
        self.asked: list[str] = []
        self.recorded: list[tuple[str, Verdict, str | None]] = []
        self.draft: Draft | None = None

    def _next(self) -> str | None:
        try:
            return next(self._typed)
        except StopIteration:
            raise EOFError from None

    def show(self, view: View) -> None:
        self.shown.append(view)

    def say(self, text: str) -> None:
        self.said.append(text)

    def ask_choice(self, prompt: str) -> str:
        self.asked.append(prompt)
        return self._next() or ""

    def ask_text(self, prompt: str, begun: str, keep: Callable[[str], None]) -> str | None:
        typed = self._next()
        if typed == "^C":
            keep(begun + "half")
            raise KeyboardInterrupt
        if typed is not None:
            keep(begun + typed)
        return None if typed is None else begun + typed

    def record(self, item: Item, verdict: Verdict, reason: str | None) -> None:
        if self._fails:
            self._fails -= 1
            raise UsageError("the disk is full")
        self.recorded.append((item.name, verdict, reason))

    def keep_draft(self, draft: Draft | None) -> None:
        self.draft = draft


def items() -> tuple[Item, ...]:
    statement = audited(source("111"), source("222"))
    return all_items(report(statement))


def sit(
    *typed: str | None,
    fails: int = 0,
    blind: bool = False,
    draft: Draft | None = None,
    language: Language = Language.ENGLISH,
) -> tuple[FakeDesk, Walk]:
    desk = FakeDesk(*typed, fails=fails)
    walk = Walk(items(), desk, draft=draft, manner=Manner(blind=blind, language=language))
    walk.run()
    return desk, walk


def test_agreeing_records_the_verdict_of_magcite() -> None:
    desk, walk = sit("a", "agree")
    assert desk.recorded == [("111", SUPPORTS, None), ("222", SUPPORTS, None)]
    assert walk.left == 0


def test_overruling_takes_a_verdict_and_a_reason() -> None:
    desk, _ = sit("o", "3", " it says no ", "q")
    assert desk.recorded == [("111", Verdict.CONTRADICTS, "it says no")]
    assert desk.draft is None


def test_overruling_without_a_reason_asks_again() -> None:
    desk, _ = sit("o", "contradicts", "", "now I know", "q")
    assert desk.recorded == [("111", Verdict.CONTRADICTS, "now I know")]
    assert any("why" in line for line in desk.said)


def test_the_same_verdict_needs_no_reason() -> None:
    desk, _ = sit("o", "1", "", "q")
    assert desk.recorded == [("111", SUPPORTS, None)]


def test_an_unknown_verdict_is_asked_again_and_back_leaves_the_question() -> None:
    desk, _ = sit("o", "9", "b", "q")
    assert desk.recorded == []
    assert any("numbers" in line for line in desk.said)


def test_skipping_and_going_back_come_to_the_same_item() -> None:
    desk, walk = sit("s", "b", "a", "q")
    assert [view.item.name for view in desk.shown] == ["111", "222", "111", "222"]
    assert (desk.recorded, walk.skipped) == ([("111", SUPPORTS, None)], set())


def test_going_back_shows_what_was_decided() -> None:
    desk, _ = sit("a", "b", "q")
    assert desk.shown[-1].decided is SUPPORTS


def test_there_is_nothing_before_the_first() -> None:
    desk, _ = sit("b", "q")
    assert desk.said == ["this is the first one"]


@pytest.mark.parametrize("key", ["x", "", "1"])
def test_a_key_that_means_nothing_is_told_so(key: str) -> None:
    desk, _ = sit(key, "q")
    assert any("?" in line for line in desk.said)


def test_help_explains_every_verdict() -> None:
    desk, _ = sit("?", "q")
    assert all(any(line.startswith(verdict.value) for line in desk.said) for verdict in Verdict)


def test_what_cannot_be_written_is_told_and_kept() -> None:
    desk, walk = sit("o", "2", "a part only", fails=1)
    assert desk.recorded == []
    assert any("the disk is full" in line for line in desk.said)
    assert desk.draft == Draft(assertion="mood.a", source="111", verdict=Verdict.PARTIAL, reason="a part only")
    assert walk.left == 2


def test_ctrl_c_in_the_middle_of_a_reason_keeps_what_was_typed() -> None:
    desk = FakeDesk("a", "o", "2", "^C")
    walk = Walk(items(), desk)
    with pytest.raises(KeyboardInterrupt):
        walk.run()
    assert desk.draft == Draft(assertion="mood.a", source="222", verdict=Verdict.PARTIAL, reason="half")
    assert len(walk.decided) == 1


def test_a_draft_comes_up_first_and_goes_on_where_it_stopped() -> None:
    draft = Draft(assertion="mood.a", source="222", verdict=Verdict.PARTIAL, reason="only ")
    desk, _ = sit("o", "2", "the old", "q", draft=draft)
    assert desk.shown[0].draft == draft
    assert desk.recorded == [("222", Verdict.PARTIAL, "only the old")]


def test_escape_keeps_what_was_typed_for_later() -> None:
    draft = Draft(assertion="mood.a", source="111", verdict=Verdict.PARTIAL, reason="only")
    desk, _ = sit("o", "2", None, "q", draft=draft)
    assert desk.recorded == []
    assert desk.draft == draft


def test_blind_the_verdict_of_magcite_is_told_after_ones_own() -> None:
    desk, _ = sit("a", "1", "3", "it says no", blind=True)
    assert desk.recorded == [("111", SUPPORTS, None), ("222", Verdict.CONTRADICTS, "it says no")]
    assert desk.said[0].startswith("there is no such key")
    assert desk.said[1] == "magcite: supports"


def test_a_dutch_sitting_asks_and_answers_in_dutch_with_the_same_keys() -> None:
    desk, _ = sit("b", "x", "oneens", "12", "spreekt tegen", "", "er staat nee", "stoppen", language=Language.DUTCH)
    assert desk.recorded == [("111", Verdict.CONTRADICTS, "er staat nee")]
    assert desk.asked[0] == "[a]kkoord  [o]neens  [s] overslaan  [b] terug  [q] stoppen  [?] > "
    assert "3 spreekt tegen" in desk.asked[3]
    assert desk.said == [
        "dit is de eerste",
        "die toets doet hier niets; ? legt ze uit",
        "typ een van de nummers, of b om terug te gaan",
        "zeg in een paar woorden waarom, voor wie dit na u leest; Esc gaat terug",
    ]
    blind, _ = sit("3", "nee", "q", blind=True, language=Language.DUTCH)
    assert blind.said == ["magcite: steunt; zeg waarom u het anders ziet"]


@pytest.mark.parametrize("language", Language)
def test_help_explains_the_verdicts_by_the_names_in_the_prompt(language: Language) -> None:
    say = phrases_for(language)
    assert [line.split(":")[0] for line in say.help[: len(Verdict)]] == [say.verdicts[verdict] for verdict in Verdict]
    assert all(word in say.prompt_verdict for word in say.verdicts.values())


@pytest.mark.parametrize("language", Language)
def test_the_verdicts_of_the_claims_file_are_understood_in_every_language(language: Language) -> None:
    say = phrases_for(language)
    assert [say.verdict_named(verdict.value) for verdict in Verdict] == list(Verdict)
    assert say.verdict_named("maybe") is None


def test_sources_without_a_record_and_those_reviewed_do_not_come_up() -> None:
    kept, gone = source("111"), replace(source("222"), reading=None)
    review = Review(source="111", verdict=SUPPORTS, by=None, on=None, reason=None, position=position(9))
    statement = audited(kept, gone)
    reviewed = replace(statement, assertion=replace(statement.assertion, reviews=(review,)))
    assert [item.name for item in all_items(report(statement))] == ["111"]
    assert open_items(all_items(report(reviewed))) == ()


def test_a_review_counts_under_every_name_of_its_source() -> None:
    review = Review(
        source="doi:10.3390/nu7095388", verdict=SUPPORTS, by=None, on=None, reason=None, position=position(9)
    )
    both = replace(source("111"), also_cited_as=("https://doi.org/10.3390/nu7095388",))
    statement = audited(both).assertion
    assert review_of(replace(statement, reviews=(review,)), both) == review
    assert review_of(replace(statement, reviews=(review,)), source("111")) is None
