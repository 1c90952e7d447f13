"""What a review asks and tells, in English and Dutch; the keys are the same in both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from magcite.model import Language, Verdict
from magcite.vocabulary import name

NUMBERED = {str(number): verdict for number, verdict in enumerate(Verdict, start=1)}
"""The key of each verdict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPhrases:
    """One phrase a field; `{…}` is filled with `str.format`.

    `keys` gives the key that a typed word stands for, `verdicts` the word for each verdict. `sources_left` and its like
    are singular and plural.
    """

    keys: Mapping[str, str]
    verdicts: Mapping[Verdict, str]
    prompt: str
    prompt_without: str
    prompt_blind: str
    prompt_verdict: str
    prompt_reason: str
    begun: str
    help: tuple[str, ...]
    is_first: str
    no_such_key: str
    no_verdict: str
    no_verdict_why: str
    otherwise: str
    not_a_number: str
    say_why: str
    not_written: str
    changed: str
    place: str
    reviewed: str
    had_begun: str
    go_on: str
    in_english: str
    no_title: str
    no_abstract: str
    read_at: str
    look_up: str
    level: str
    sure: str
    written: str
    by: str
    to_review: tuple[str, str]
    reviewed_before: str
    without_record: str
    stray_draft: str
    end: str
    left: str

    def verdict_named(self, typed: str) -> Verdict | None:
        """Give the verdict that a number or a word stands for; the words of the claims file count in any language."""
        words = {verdict.value: verdict for verdict in Verdict} | {word: one for one, word in self.verdicts.items()}
        return NUMBERED.get(typed) or words.get(typed)


def _keys_of(verdicts: Mapping[Verdict, str]) -> str:
    return "  ".join(f"{number} {verdicts[verdict]}" for number, verdict in NUMBERED.items())


_ENGLISH_VERDICTS = {verdict: verdict.value for verdict in Verdict}
_DUTCH_VERDICTS = {verdict: name(verdict, Language.DUTCH) for verdict in Verdict}

_ENGLISH = ReviewPhrases(
    keys={"agree": "a", "overrule": "o", "skip": "s", "back": "b", "quit": "q", "help": "?"},
    verdicts=_ENGLISH_VERDICTS,
    prompt="[a]gree  [o]verrule  [s]kip  [b]ack  [q]uit  [?] > ",
    prompt_without="[o] give a verdict  [s]kip  [b]ack  [q]uit  [?] > ",
    prompt_blind=f"{_keys_of(_ENGLISH_VERDICTS)}  [s]kip  [b]ack  [q]uit  [?] > ",
    prompt_verdict=f"your verdict: {_keys_of(_ENGLISH_VERDICTS)}  [b]ack > ",
    prompt_reason="reason (Enter keeps it, Esc goes back) > ",
    begun="begun: “{text}” (an empty line takes it) > ",
    help=(
        "supports: this source carries the statement as it stands",
        "partial: it carries a part, or a weaker form",
        "contradicts: it says otherwise",
        "unrelated: it is about something else",
        "unclear: the abstract does not tell",
        "Every decision is written into the claims file at once; q or Ctrl-C stops, and the next run goes on from "
        "there.",
    ),
    is_first="this is the first one",
    no_such_key="there is no such key here; ? explains them",
    no_verdict="no verdict",
    no_verdict_why="no verdict, for it had no text to judge by",
    otherwise="magcite: {verdict}; say why you see it otherwise",
    not_a_number="type one of the numbers, or b to go back",
    say_why="say in a few words why, for whoever reads this after you; Esc goes back",
    not_written="not written: {error}",
    changed="{id} was changed in {file} since it was read; q stops, and a new review shows it as it is now",
    place="{n} of {total}",
    reviewed="reviewed: ",
    had_begun="you had begun: ",
    go_on="{begun}; choose a verdict again to go on with it",
    in_english="in English: {text}",
    no_title="(no title)",
    no_abstract="(no abstract; {where})",
    read_at="read it at {address}",
    look_up="look it up",
    level="level {n}",
    sure="{verdict}, {percent} sure",
    written="written: {id} {source} {verdict}{by}",
    by=" by {name}",
    to_review=("{n} source to review", "{n} sources to review"),
    reviewed_before="; {n} reviewed before (--all shows them again)",
    without_record="; {n} without a record cannot be shown",
    stray_draft="half typed about {source} of {id}, which does not come up now: {text}",
    end="{decided} decided, {skipped} skipped",
    left="; `{command}` goes on with the {n} left",
)

_DUTCH = ReviewPhrases(
    keys={"akkoord": "a", "oneens": "o", "overslaan": "s", "terug": "b", "stoppen": "q", "hulp": "?"},
    verdicts=_DUTCH_VERDICTS,
    prompt="[a]kkoord  [o]neens  [s] overslaan  [b] terug  [q] stoppen  [?] > ",
    prompt_without="[o] oordeel geven  [s] overslaan  [b] terug  [q] stoppen  [?] > ",
    prompt_blind=f"{_keys_of(_DUTCH_VERDICTS)}  [s] overslaan  [b] terug  [q] stoppen  [?] > ",
    prompt_verdict=f"uw oordeel: {_keys_of(_DUTCH_VERDICTS)}  [b] terug > ",
    prompt_reason="reden (Enter bewaart, Esc gaat terug) > ",
    begun="begonnen: “{text}” (een lege regel neemt dit over) > ",
    help=(
        "steunt: deze bron draagt de uitspraak zoals die er staat",
        "steunt deels: de bron draagt een deel, of een zwakkere vorm",
        "spreekt tegen: de bron zegt iets anders",
        "gaat over iets anders: de bron heeft een ander onderwerp",
        "onduidelijk: de samenvatting zegt het niet",
        "Elk besluit komt meteen in het claimsbestand; q of Ctrl-C stopt, en de volgende keer gaat het daar verder.",
    ),
    is_first="dit is de eerste",
    no_such_key="die toets doet hier niets; ? legt ze uit",
    no_verdict="geen oordeel",
    no_verdict_why="geen oordeel, want er was geen tekst om op af te gaan",
    otherwise="magcite: {verdict}; zeg waarom u het anders ziet",
    not_a_number="typ een van de nummers, of b om terug te gaan",
    say_why="zeg in een paar woorden waarom, voor wie dit na u leest; Esc gaat terug",
    not_written="niet geschreven: {error}",
    changed="{id} is in {file} veranderd sinds het lezen; q stopt, en een nieuwe ronde toont het zoals het nu is",
    place="{n} van {total}",
    reviewed="nagekeken: ",
    had_begun="u was begonnen met: ",
    go_on="{begun}; kies opnieuw een oordeel om ermee verder te gaan",
    in_english="in het Engels: {text}",
    no_title="(geen titel)",
    no_abstract="(geen samenvatting; {where})",
    read_at="lees het op {address}",
    look_up="zoek het op",
    level="niveau {n}",
    sure="{verdict}, {percent} zeker",
    written="geschreven: {id} {source} {verdict}{by}",
    by=" door {name}",
    to_review=("{n} bron na te kijken", "{n} bronnen na te kijken"),
    reviewed_before="; {n} eerder nagekeken (--all toont ze weer)",
    without_record="; {n} zonder record zijn niet te tonen",
    stray_draft="half getypt over {source} van {id}, dat nu niet aan de beurt komt: {text}",
    end="{decided} beslist, {skipped} overgeslagen",
    left="; `{command}` gaat verder met de {n} die er nog zijn",
)


def phrases_for(language: Language) -> ReviewPhrases:
    """Give the phrases of a language."""
    return _DUTCH if language is Language.DUTCH else _ENGLISH
