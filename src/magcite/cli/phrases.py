"""What the command line says of a run on standard error, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from magcite.model import Language, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPhrases:
    """One phrase a field; `{…}` is filled with `str.format`. `counted` has one and several, `changed` none too."""

    wrote: str
    counted: Mapping[Severity, tuple[str, str]]
    waived: str
    wrote_baseline: str
    no_longer_found: str
    known_but_gone: str
    watching: str
    waiting: str
    gone: str
    changed: tuple[str, str, str]
    lost_model: str
    other_model: str


_ENGLISH = RunPhrases(
    wrote="wrote {path}",
    counted={
        Severity.NOTE: ("{n} note", "{n} notes"),
        Severity.WARNING: ("{n} warning", "{n} warnings"),
        Severity.ERROR: ("{n} error", "{n} errors"),
    },
    waived="{n} waived",
    wrote_baseline="wrote {path}; later runs: --baseline {path}",
    no_longer_found="no longer found: {finding}",
    known_but_gone="in the baseline but found no more: {finding} (--write-baseline takes it out)",
    watching="watching {files}; Ctrl-C ends",
    waiting="waiting for the file to be put right",
    gone="gone: {name}",
    changed=("no statements changed", "1 statement changed", "{n} statements changed"),
    lost_model="The learned model that ships with magcite had no say ({why}): the rules judged alone, so verdicts may "
    "differ from those of a complete installation.",
    other_model="The model {name} had a say, in the place of magcite's own.",
)

_DUTCH = RunPhrases(
    wrote="{path} geschreven",
    counted={
        Severity.NOTE: ("{n} opmerking", "{n} opmerkingen"),
        Severity.WARNING: ("{n} waarschuwing", "{n} waarschuwingen"),
        Severity.ERROR: ("{n} fout", "{n} fouten"),
    },
    waived="{n} vrijgesteld",
    wrote_baseline="{path} geschreven; geef voortaan --baseline {path} mee",
    no_longer_found="niet meer gevonden: {finding}",
    known_but_gone="wel in de baseline, maar niet meer gevonden: {finding} (--write-baseline haalt het eruit)",
    watching="volgt {files}; Ctrl-C stopt",
    waiting="wacht tot het bestand is verbeterd",
    gone="verdwenen: {name}",
    changed=("geen uitspraken veranderd", "1 uitspraak veranderd", "{n} uitspraken veranderd"),
    lost_model="Het geleerde model dat bij magcite hoort, deed niet mee ({why}): alleen de regels oordeelden, dus "
    "oordelen kunnen afwijken van die van een volledige installatie.",
    other_model="Het model {name} deed mee, in plaats van dat van magcite zelf.",
)


def phrases_for(language: Language) -> RunPhrases:
    """Give the phrases of a language."""
    return _DUTCH if language is Language.DUTCH else _ENGLISH
