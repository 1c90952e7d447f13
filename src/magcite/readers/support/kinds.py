"""Tell what sort of evidence a statement needs, and in which form it means the exposure."""

from __future__ import annotations

from enum import Enum

from magcite.readers.support.patterns import Lazy


class Kind(Enum):
    """What sort of evidence a statement needs."""

    EFFECT = "effect"
    ASSOCIATION = "association"
    PREVALENCE = "prevalence"
    EQUIVALENCE = "equivalence"
    MECHANISM = "mechanism"


class Dose(Enum):
    """In which form the exposure is meant: given, eaten, measured, or any."""

    GIVEN = "given"
    EATEN = "eaten"
    MEASURED = "measured"
    ANY = "any"


_PREVALENCE = Lazy(
    r"\b(?:\d+(?:[.,]\d+)?\s?(?:%|percent|per cent)|about half|half|many|"
    r"(?<!the )most(?! (?:days|nights|mornings|evenings|weeks|often)\b)|"
    r"(?:a|one|two|three) (?:third|quarter|fifth)s?|more often|one in \w+|majority) "
    r"(?:of )?[^.]{0,60}?\b(?:ha(?:ve|s)|are|is|get|suffer|lack|consume|take in|deficient)\b|\bmore often\b"
)
_EQUIVALENCE = Lazy(r"\bas (?:well|effective|good|much|strong\w*|potent) as\b|\bequivalent to\b|"
                          r"\bequals?\b|\bno worse than\b")  # fmt: skip
_OFTEN = Lazy(r"\b(?:more|less) often\b")
_COMMON = Lazy(
    r"\b(?:common|frequent|widespread|prevalent|usual|often (?:seen|found|present|occurs?)|occurs often)"
    r"(?: (?:in|among)\b|\s*\.?\s*$)"
)
_RELATED = Lazy(r"\b(?:associated|linked|(?:goes|go|went) (?:together )?with|correlate[sd]?|related to|link between)\b")
_TREATED = Lazy(
    r"\b(?:supplement\w*|treat\w*|therap\w*|took|taking|taken|given(?! up)|oral|infus\w+|tablets?|administ\w+)"
)
_GROUPS_APART = Lazy(
    r"\b(?:\w+ers|people|adults|men|women|children|those|persons) (?:with|who|whose) (?:[\w ]+ )?"
    r"(?:eat|ate|consum\w*|drink|drank|highest|lowest|most|least|low|high|(?<!a )little|more|less|higher|lower)\b"
)
_WHO_DO = Lazy(
    r"^(?:[\w-]+,? ){0,6}?(?:who|whose)(?:['’]ve)? .*?"
    r"\b(?:more|less|fewer|lower|higher|better|worse|\w+ier|twice|half)\b|"
    r"^(?:[\w-]+ ){0,5}?(?:drinkers|eaters|users|wearers|smokers|takers|walkers|sleepers|recipients|vegetarians|vegans)"
    r" .*?\b(?:more|less|fewer|lower|higher|better|worse|\w+ier|twice|half)\b"
)
_MADE_TO = Lazy(r"\b(?:makes?|made)\b")
_MAKES = Lazy(
    r"\b(?:prevents?|protects?|protected|reduces?|cuts?|lowers|raises|increases|decreases|causes?|leads? to|makes?|"
    r"benefits?|improves|helps?|can|works?)\b"
)
_ASSOCIATION = Lazy(r"\b(?:associat|linked|related|relation|correlat|risk|likel|went with|goes with|go with|had the)")
_EATEN = Lazy(r"\b(?:intakes?|diet\w*|consum\w+|ate|eat\w*|food)\b")
GIVEN = Lazy(r"\b(?:supplement\w*|treat\w*|therap\w*|took|takes?(?! in\b)|taking|taken|given(?! up)|dose\w*|mg\b|"
                    r"grams?\b|oral|infus\w+|extra|trial|tablets?|administ\w+)")  # fmt: skip
_MEASURED = Lazy(r"\b(?:levels?|blood|serum|status|plasma|deficien\w+|hypomagn\w+|shortage|lack)\b")
LACKS = Lazy(r"\b(?:deficien\w+|low\w*|less than|(?:too )?little|short\w*|insufficien\w+|lack\w*)\b")


_NO_PAST_AFTER = "is are be been being was were has have had a an the of with for to by and or more less than from"
"""Words after which a word in -ed is a participle ("is reduced", "with reduced")."""
_PAST = Lazy(
    r"\b(?:was|were|had(?= \w+)|did(?:n't)?|took|rose|fell|kept|slept|felt|got|grew|brought|shrank|began|gave|lost|"
    r"ate|drank|became|came|went|made|saw|spent|ran)\b|"
    + "".join(rf"(?<!\b{word} )" for word in _NO_PAST_AFTER.split())
    + r"\b(?:stayed|remained|improved|reduced|lowered|increased|raised|eased|relieved|dropped|declined|worked|lasted|"
    r"needed|reported|received|developed|suffered|died|recovered|healed|helped|halved|doubled|slowed|lived|prevented|"
    r"protected|worsened|cured|caused|stopped|boosted|shortened|scored|gained|showed)\b"
)
_OF_NOW = Lazy(r"\b(?:has|have) been\b|\b(?:is|are|can|will|may|might|should)\b")


def tells_what_happened(text: str) -> bool:
    """Tell whether a statement tells in the past tense what came out, and of nothing that holds now."""
    return bool(_PAST.search(text)) and not _OF_NOW.search(text)


def compares_groups(text: str) -> bool:
    """Tell whether a statement only says that those who do or take something have more or less of something else."""
    return bool(_WHO_DO.search(text)) and not _MAKES.search(text)


def classify(text: str, given: bool) -> Kind:
    """Tell what sort of evidence a statement needs; `given` where it speaks of a treatment or of those who took it."""
    if _EQUIVALENCE.search(text):
        return Kind.EQUIVALENCE
    if (
        _PREVALENCE.search(text)
        and not _MADE_TO.search(text)
        and not compares_groups(text)
        and not _ASSOCIATION.search(text)
        and not _exposure_comes_first(text)
    ):
        return Kind.PREVALENCE
    if (common := _COMMON.search(text)) and LACKS.search(text[: common.start()]):
        return Kind.PREVALENCE
    if (_ASSOCIATION.search(text) or _GROUPS_APART.search(text)) and not given:
        return Kind.ASSOCIATION
    return Kind.ASSOCIATION if _RELATED.search(text) and not _TREATED.search(text) else Kind.EFFECT


def _exposure_comes_first(text: str) -> bool:
    """Tell whether those with little or much of something are said to have something else more often."""
    often = _OFTEN.search(text)
    return bool(often and (LACKS.search(text[: often.start()]) or _GROUPS_APART.search(text[: often.start()])))


def read_dose(text: str, kind: Kind) -> Dose:
    """Tell whether a statement means the exposure as given, eaten or measured."""
    if kind is Kind.PREVALENCE:
        return Dose.MEASURED
    if _EATEN.search(text):
        return Dose.EATEN
    if GIVEN.search(text):
        return Dose.GIVEN
    return Dose.MEASURED if _MEASURED.search(text) else Dose.ANY
