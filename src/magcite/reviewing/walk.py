"""Walk a person through sources: agree, overrule with a reason, skip, go back, stop; every decision is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from magcite.errors import MagciteError
from magcite.model import Language, Verdict
from magcite.reviewing.drafts import Draft
from magcite.reviewing.items import Item
from magcite.reviewing.phrases import phrases_for

AGREE, OVERRULE, BACK, QUIT = "a", "o", "b", "q"
ESCAPE = "\x1b"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What to show of one item: its place among all, and what was decided or begun before."""

    item: Item
    number: int
    total: int
    decided: Verdict | None
    draft: Draft | None
    blind: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a sitting goes: `blind` hides magcite's verdict until the person's is given."""

    blind: bool = False
    language: Language = Language.ENGLISH


USUAL_MANNER = Manner()


class Desk(Protocol):
    """Where the person sits: shows, asks and writes down. Asking raises EOFError where nobody is left to answer."""

    def show(self, view: View) -> None:
        """Show a statement, a source and magcite's verdict."""
        ...

    def say(self, text: str) -> None:
        """Say one line."""
        ...

    def ask_choice(self, prompt: str) -> str:
        """Ask for a key or, where there are no keys, a word; in small letters."""
        ...

    def ask_text(self, prompt: str, begun: str, keep: Callable[[str], None]) -> str | None:
        """Ask for a line, going on from what was begun; `keep` is given it as it grows. None goes back."""
        ...

    def record(self, item: Item, verdict: Verdict, reason: str | None) -> None:
        """Write a decision into the claims file; a MagciteError says why that cannot be."""
        ...

    def keep_draft(self, draft: Draft | None) -> None:
        """Keep what is half typed where a crash does not reach it; None throws it away."""
        ...


class _Step(Enum):
    NEXT = auto()
    STAY = auto()
    BACK = auto()
    END = auto()


class Walk:
    """One sitting; `decided` and `skipped` tell how far it came, also when it was broken off."""

    def __init__(
        self, items: Sequence[Item], desk: Desk, *, draft: Draft | None = None, manner: Manner = USUAL_MANNER
    ) -> None:
        mine = [item for item in items if draft and draft.belongs_to(item)]
        self._items = (*mine, *(item for item in items if item not in mine))
        self._desk = desk
        self._draft = draft
        self._blind = manner.blind
        self._phrases = phrases_for(manner.language)
        self.decided: dict[int, Verdict] = {}
        self.skipped: set[int] = set()

    @property
    def left(self) -> int:
        """Count the items without a decision of this sitting."""
        return len(self._items) - len(self.decided)

    def run(self) -> None:
        """Go through the items until the last, or until the person stops or is gone."""
        place = 0
        while place < len(self._items):
            try:
                step = self._visit(place)
            except EOFError:
                return
            match step:
                case _Step.NEXT:
                    place += 1
                case _Step.BACK:
                    place = max(0, place - 1)
                case _Step.END:
                    return
                case _Step.STAY:
                    pass

    def _visit(self, place: int) -> _Step:
        self._desk.show(self._view(place))
        step = None
        while step is None:
            step = self._answer(place, self._ask(self._prompt(self._items[place])))
        return step

    def _view(self, place: int) -> View:
        item = self._items[place]
        before = item.review.verdict if item.review else None
        return View(
            item=item,
            number=place + 1,
            total=len(self._items),
            decided=self.decided.get(place, before),
            draft=self._draft_of(item),
            blind=self._blind,
        )

    def _draft_of(self, item: Item) -> Draft | None:
        return self._draft if self._draft and self._draft.belongs_to(item) else None

    def _prompt(self, item: Item) -> str:
        if self._blind:
            return self._phrases.prompt_blind
        return self._phrases.prompt if item.automatic else self._phrases.prompt_without

    def _ask(self, prompt: str) -> str:
        asked = self._desk.ask_choice(prompt)
        return self._phrases.keys.get(asked, asked)

    def _answer(self, place: int, choice: str) -> _Step | None:
        """Do what a key says; None asks again about the same item."""
        match choice:
            case "?":
                for line in self._phrases.help:
                    self._desk.say(line)
                return None
            case "s":
                self.skipped.add(place)
                return _Step.NEXT
            case "b" if place == 0:
                self._desk.say(self._phrases.is_first)
                return None
            case "b":
                return _Step.BACK
            case "q":
                return _Step.END
            case _:
                return self._judge(place, choice)

    def _judge(self, place: int, choice: str) -> _Step | None:
        automatic, verdict = self._items[place].automatic, self._phrases.verdict_named(choice)
        if self._blind and verdict:
            return self._judge_blind(place, verdict)
        if choice == OVERRULE and not self._blind:
            return self._overrule(place)
        if choice == AGREE and automatic and not self._blind:
            return self._record(place, automatic, None)
        self._desk.say(self._phrases.no_such_key)
        return None

    def _judge_blind(self, place: int, verdict: Verdict) -> _Step | None:
        """Tell magcite's verdict once the person's is known, and ask why where they differ."""
        automatic = self._items[place].automatic
        if automatic is None or automatic is verdict:
            own = self._phrases.verdicts[automatic] if automatic else self._phrases.no_verdict
            self._desk.say(f"magcite: {own}")
            return self._record(place, verdict, None)
        self._desk.say(self._phrases.otherwise.format(verdict=self._phrases.verdicts[automatic]))
        return self._give_reason(place, verdict)

    def _overrule(self, place: int) -> _Step | None:
        while True:
            choice = self._ask(self._phrases.prompt_verdict)
            if choice in {BACK, QUIT, ESCAPE}:
                return None
            verdict = self._phrases.verdict_named(choice)
            if verdict:
                return self._give_reason(place, verdict)
            self._desk.say(self._phrases.not_a_number)

    def _give_reason(self, place: int, verdict: Verdict) -> _Step | None:
        """Ask for the reason, which a verdict other than magcite's must have, and keep it while it is typed."""
        item = self._items[place]

        def keep(text: str) -> None:
            self._keep(Draft(assertion=item.assertion.id, source=item.name, verdict=verdict, reason=text))

        while True:
            draft = self._draft_of(item)
            begun = draft.reason if draft else ""
            keep(begun)
            reason = self._desk.ask_text(self._phrases.prompt_reason, begun, keep)
            if reason is None:
                return None
            keep(reason)
            if reason.strip() or item.automatic in {None, verdict}:
                return self._record(place, verdict, reason.strip() or None)
            self._desk.say(self._phrases.say_why)

    def _record(self, place: int, verdict: Verdict, reason: str | None) -> _Step | None:
        item = self._items[place]
        try:
            self._desk.record(item, verdict, reason)
        except MagciteError as error:
            self._desk.say(self._phrases.not_written.format(error=error))
            return None
        self.decided[place] = verdict
        self.skipped.discard(place)
        if self._draft_of(item):
            self._keep(None)
        return _Step.NEXT

    def _keep(self, draft: Draft | None) -> None:
        self._draft = draft
        self._desk.keep_draft(draft)
