"""Judge a statement on an outcome that the lexicon does not know, where the source names it in the same words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from magcite.model import ArticleFacts
from magcite.readers.support.agreement import Agreement, compare
from magcite.readers.support.case import Case, lay_out, weigh
from magcite.readers.support.cues import Sense, cue_table
from magcite.readers.support.decide import decide
from magcite.readers.support.decision import TOLD, Decision
from magcite.readers.support.evidence import Finding
from magcite.readers.support.kinds import Kind
from magcite.readers.support.passages import Clause
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.reading import Direction, read_direction
from magcite.readers.support.reversed import decide_reversed
from magcite.readers.support.rewording import as_stated
from magcite.readers.support.statement import Form, Frame, parse_statement, read_claim
from magcite.readers.support.subject import GENERIC_EXPOSURE
from magcite.readers.support.words import lexicon, split_words, stem, stems

ASIDE = 0.2
"""Share of the findings that may point another way where the exposure is known by its words only (ours)."""
_COUNTERS = stems("every each more less one two three daily high low higher lower regular long term short")
"""Words of a statement's subject that only count or measure it."""
MOST_WORDS = 3
"""Words that may name an outcome; a statement with more says more than can be matched word for word (ours)."""
_HARM = Lazy(
    r"\b(?:\w{3,}(?:itis|oma|algia|rrho?ea|opathy|osis)|\w*ache|risks?|incidence|prevent\w*|protect\w*|against|"
    r"reliev\w+|eas(?:e|es|ed|ing)|treat(?:s|ed|ing)?|cur(?:e|es|ed|ing)|alleviat\w+|sooth\w+|fight(?:s|ing)?|combat\w*|"
    r"pain|infections?|symptoms?|attacks?|lesions?|diseases?|disorders?|injur\w+|acne|gout|colds?|flu|influenza|eczema|"
    r"(?:\w+ )?fever|bloating|cramps?|heartburn|nosebleeds?|hiccups|dandruff|wrinkles|\w+ stones?|constipation|fatigue|"
    r"tiredness|dizziness|cataracts?|an(?:a)?emia|allerg\w+|tinnitus|dry (?:eyes?|mouth|skin)|"
    r"(?:hearing|hair|vision|sight|memory|tooth|muscle|bone) loss|cancers?|tumou?rs?|strokes?|infarctions?|deaths?|"
    r"mortality|dementia|(?:\w+ )(?:decline|impairment|failure)|bleeding|h(?:a)?emorrhage|fractures?|falls|obesity|"
    r"ulcers?|seizures?|epilepsy|myopia|(?:pre)?eclampsia|asthma|depression|anxiety|insomnia|nausea|vomiting|"
    r"diarrh?oea|rash(?:es)?|itch\w*|swelling|relapses?|recurrence|complications?|thrombosis|delirium|burnout|"
    r"toxicity|side effects?|adverse events?|hospitali[sz]ations?|stillbirths?|miscarriages?|preterm births?)\b"
)
_NOT_NAMES = stems(
    "people person adult patient participant man woman someone eat ate eating develop developed get got have risk "
    "incidence chance odds rate often most least number intake diet food supplement supplementation tablet pill dose "
    "mg daily day week month year treatment therapy take took taken taking use user body health show shown find found "
    "make made good bad against combat fight extra enough amount level case go do nothing little few much many "
    "plenty high low placebo work works fail fails adequate sufficient proper status mean means likely likelihood rich"
)
_DONE_WITH = Lazy(
    r"\b(?:be|is|are|was|were|been|gets?|becomes?) \w+ (?:by|with)\b|^(?:you|one|people|we) can \w+ .+ with\b"
)
"""A passive, or a piece of advice, in which the exposure stands last."""
_BY = frozenset(("by", "with"))
_LOSSES = stems("loss decline")


def decide_by_name(case: Case, facts: ArticleFacts | None) -> Decision | None:
    """Decide where the source names the outcome literally and all its findings point one way; otherwise None."""
    if case.frame.form is Form.QUESTION:
        stated = parse_statement(as_stated(case.frame.text))
        return None if stated.form is Form.QUESTION else decide_by_name(lay_out(stated, case.article, facts), facts)
    if case.frame.kind is Kind.MECHANISM and case.frame.form is Form.PLAIN:
        return decide_reversed(case)
    if frame := _name_exposure(case):
        return _decide_plainly(lay_out(frame, case.article, facts))
    frame = _name_outcome(case.frame) or _name_both(case)
    if frame is None or not frame.outcomes <= case.prepared.terms:
        return None
    valence = -1 if _HARM.search(frame.text) else 0
    tells = _tells(frame.clause, frame.outcomes)
    if tells or not frame.direction.null:
        frame = replace(frame, direction=_settle(frame.direction, valence))
    laid_out = lay_out(frame, case.article, facts)
    exposed = frame.exposures <= laid_out.prepared.title_terms
    findings = tuple(
        replace(finding, direction=_settle(finding.direction, valence))
        for finding in laid_out.findings
        if frame.outcomes <= (finding.passage.terms if finding.implied else finding.clause.places.keys())
        if exposed or finding.with_exposure
        if _points(finding)
    )
    if tells:
        findings = tuple(one for one in findings if compare(frame.direction, one.direction) is not Agreement.RELATES)
    weighed = weigh(frame, findings, laid_out.reviews)
    if sum(map(bool, (weighed.agreeing, weighed.opposing, weighed.nothing))) != 1:
        return None
    decision = decide(replace(laid_out, findings=findings, weighed=weighed))
    return decision if decision.verdict in TOLD else None


def _name_exposure(case: Case) -> Frame | None:
    """Give the statement with the words that name its exposure, where the lexicon knows only its outcome."""
    frame = case.frame
    if not _is_plain(frame) or frame.exposures or not frame.outcomes:
        return None
    anywhere = frame.subject == GENERIC_EXPOSURE or _DONE_WITH.search(frame.text)
    words = _plain_words((frame.terms - frame.outcomes if anywhere else frame.subject) & frame.content) - _COUNTERS
    if not 1 <= len(words) <= MOST_WORDS or not words <= case.prepared.title_terms:
        return None
    return _with_names(frame, words, frame.outcomes, read_direction(frame.clause, words, frame.outcomes))


def _decide_plainly(case: Case) -> Decision | None:
    """Decide by the table where its findings do not speak both ways."""
    weighed = case.weighed
    sides = sorted(sum(f.weight for f in side) for side in (weighed.agreeing, weighed.opposing, weighed.nothing))
    if sides[-2] > ASIDE * sides[-1] or not sides[-1]:
        return None
    decision = decide(case)
    return decision if decision.verdict in TOLD else None


def _name_outcome(frame: Frame) -> Frame | None:
    """Give the statement with the words that name its outcome; None where they cannot be told."""
    if not _is_plain(frame) or len(frame.exposures) != 1 or frame.outcomes:
        return None
    words = _plain_words(frame.content) | lexicon().of_role(frame.terms, "everyday")
    words |= _losses(frame, words)
    if not 1 <= len(words) <= MOST_WORDS:
        return None
    return _with_names(frame, frame.exposures, words, read_claim(frame.clause, frame.exposures, words))


def _name_both(case: Case) -> Frame | None:
    """Give the statement with the words that name exposure and outcome, where the lexicon knows neither."""
    frame = case.frame
    if not _is_plain(frame) or frame.exposures or frame.outcomes:
        return None
    subject, outcome = (_plain_words(side) - _COUNTERS for side in _list_sides(frame))
    outcome -= subject
    outcome |= _losses(frame, outcome)
    small = 1 <= len(subject) <= MOST_WORDS and 1 <= len(outcome) <= MOST_WORDS
    if not small or not subject <= case.prepared.title_terms:
        return None
    return _with_names(frame, subject, outcome, read_direction(frame.clause, subject, outcome))


def _is_plain(frame: Frame) -> bool:
    """Tell whether a statement says one thing of one exposure and one outcome."""
    plain = frame.form is Form.PLAIN and frame.kind in {Kind.EFFECT, Kind.ASSOCIATION}
    return plain and not frame.second_part_negative


def _with_names(frame: Frame, subject: frozenset[str], outcome: frozenset[str], direction: Direction) -> Frame | None:
    """Give the statement with these words for exposure and outcome; None where its direction is not told."""
    if not (direction.amount or direction.quality or direction.null):
        return None
    return replace(frame, subject=subject, outcome=outcome, exposures=subject, outcomes=outcome, direction=direction)


def _list_sides(frame: Frame) -> tuple[frozenset[str], frozenset[str]]:
    """Give what stands on the side of the exposure and on that of the outcome."""
    if not _DONE_WITH.search(frame.text):
        return frame.subject, frame.outcome
    words = frame.clause.stems
    turn = max(place for place, word in enumerate(words) if word in _BY)
    after = frozenset(term for term, spots in frame.clause.places.items() if min(spots) > turn)
    return after, frame.terms - after


def _plain_words(terms: frozenset[str]) -> frozenset[str]:
    """Leave the words that can name something: no concepts, no words of direction, nothing too common."""
    table = cue_table()
    return frozenset(term for term in terms if not term.isupper() and term not in table) - _NOT_NAMES


def _losses(frame: Frame, words: frozenset[str]) -> frozenset[str]:
    """Take "loss" for a part of the name where it follows one of its words ("hearing loss")."""
    listed = [stem(word) for word in split_words(frame.text)]
    follows = frozenset(word for before, word in pairwise(listed) if before in words and word in _LOSSES)
    return follows if "weight" not in words and "fat" not in words else frozenset()


def _points(finding: Finding) -> bool:
    """Tell whether a finding says that nothing differed, or which way it goes."""
    tells = _tells(finding.clause, finding.outcomes)
    return finding.direction.null or tells or finding.direction.measured


def _tells(clause: Clause, outcomes: frozenset[str]) -> bool:
    """Tell whether a clause holds more than a mere link, which would not say which way it goes."""
    table = cue_table()
    telling = (table[word] for word in clause.stems if word in table and word not in outcomes)
    return any(cue.sense is not Sense.LINK or cue.sign for cue in telling)


def _settle(direction: Direction, valence: int) -> Direction:
    """Turn an amount into a quality, and back, where more of the outcome is known to be bad."""
    if not valence:
        return direction
    amount = direction.amount or (direction.quality * valence if direction.quality else None)
    quality = direction.quality or (direction.amount * valence if direction.amount else None)
    return replace(direction, amount=amount, quality=quality)
