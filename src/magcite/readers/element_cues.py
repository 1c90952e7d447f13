"""Patterns of the details of a design: name, pattern, and what a match means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from magcite.readers.sentences import Part


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail: its name, the value to report (None: the words themselves), gates that must occur, its pattern."""

    name: str
    value: str | None
    gates: tuple[str, ...]
    pattern: str
    parts: frozenset[Part] = frozenset(set(Part) - {Part.BACKGROUND, Part.CONCLUSIONS})
    cased: bool = False


_OWN = frozenset({Part.TITLE, Part.METHODS, Part.OBJECTIVE, Part.BODY})
_NUMBER_WORDS = r"two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3}"
_UNITS = r"days?|weeks?|wks?|months?|mo|years?|yrs?|cycles?|hours?|h"

DETAILS: tuple[Detail, ...] = (
    Detail("blinding", "triple-blind", ("triple",), r"triple[- ](?:blind(?:ed)?|mask(?:ed)?)"),
    Detail("blinding", "double-blind", ("double",), r"double[- ](?:blind(?:ed)?|mask(?:ed)?)"),
    Detail("blinding", "single-blind", ("single",), r"single[- ](?:blind(?:ed)?|mask(?:ed)?)"),
    Detail("blinding", "assessor-blind", ("assess", "observer", "evaluator", "investigator", "rater"),
           r"(?:assessor|observer|evaluator|investigator|rater)[- ](?:blind(?:ed)?|mask(?:ed)?)"),
    Detail("blinding", "open-label", ("open", "unblinded"),
        r"open[- ]label(?:led)?|unblinded|\bopen (?:trial|study|design)"),
    Detail("comparator", "no treatment", ("no treatment", "untreated", "no supplement", "no intervention",
        "without placebo", "nothing"),
           r"\b(?:or|versus|vs\.?|received) (?:no (?:treatment|supplement\w*|intervention)|nothing)|"
           r"untreated (?:control|group|patients|women)\w*"),
    Detail("comparator", "placebo", ("placebo",), r"placebo(?:[- ]controlled)?"),
    Detail("comparator", "sham", ("sham",),
        r"\bsham[- ](?:controlled|treatment|stimulation|group|procedure|surgery|acupuncture)"),
    Detail("comparator", "usual care", ("usual care", "standard care", "waiting list", "wait-list", "waitlist"),
           r"usual care|standard care|wait(?:ing)?[- ]?list(?: control)?"),
    Detail("crossover", "yes", ("cross",),
        r"cross-?over(?= (?:trial|study|design|order|pilot|comparison|manner|fashion)|[,.;) ])|"
        r"crossed over"),
    Detail("arms", None, ("arm", "group"),
           rf"\b(?:{_NUMBER_WORDS})[- ](?:(?:parallel|equal|treatment|study|intervention|matched|"
           rf"randomi[sz]ed|comparable) )*(?:arms?|groups?)\b", _OWN),
    Detail("duration", None, ("week", "month", "year", "day", "cycle", "wk"),
           rf"\b(?:for|over|during|lasting|lasted|period of|throughout|after)(?: the| a| an| up to|"
           rf" at least| about| approximately)?"
           rf" (?:mean of |median of |"
           rf"period of )?(?:{_NUMBER_WORDS})(?:\.\d)?[- ](?:{_UNITS})\b(?! (?:old|of age|ago|earlier|"
           rf"before|history)|-old|s? and older)"
           rf"|\b(?:{_NUMBER_WORDS})[- ](?:{_UNITS})[- ](?:[\w-]+ ){{0,2}}(?:trial|study|treatment|"
           rf"period|follow-?up|intervention|supplement\w*|course)\b",
           _OWN),
    Detail("age group", "infants", ("infant", "neonat", "newborn", "preterm"),
        r"\b(?:preterm )?(?:infants?|neonates?|newborns?)\b"),
    Detail("age group", "children", ("child", "pediatric", "paediatric", "boys", "girls"),
        r"\b(?:children|p(?:a)?ediatric patients|schoolchildren|boys|girls)\b"),
    Detail("age group", "adolescents", ("adolescen", "teenage"), r"\b(?:adolescents?|teenagers?)\b"),
    Detail("age group", "older adults", ("elderly", "older", "senior"),
        r"\b(?:elderly|older (?:adults|people|persons|patients|women|men|individuals)|seniors)\b"),
    Detail("age group", "adults", ("adult",), r"\b(?:young |middle-aged |healthy |overweight )?adults\b"),
    Detail("age", None, ("year",),
        r"(?:aged |ages? )?\b\d{1,2}(?:\.\d)?\s?(?:-|–|to|±|\+/-|and)\s?\d{1,2}(?:\.\d)? (?:years|"
        r"yrs?)(?: old| of age)?"),
    Detail("condition", None, ("patient", "people with", "adults with", "women with", "men with", "children with",
        "subjects with", "suffer"),
           r"\b(?:patients|people|adults|women|men|children|subjects|individuals|adolescents|participants|volunteers) "
           r"(?:suffering from|with|who have|diagnosed with) (?!a |an |the |no |and |or |at |in |both|"
           r"serum|low |high|mild\b(?! \w+ing)|normal )[a-z0-9][\w-]*(?: (?!and|or|who|were|was|in|on|"
           r"to|at|by|from|received|receiving|for|of|as|aged|had|during|is|are|with|also|show|showed|"
           r"have|participating|taking|treated)[\w-]+){0,3}"),
    Detail("species", None, ("rat", "mice", "mouse", "rabbit", "dog", "pig", "monkey", "sheep", "hamster", "zebrafish"
        , "drosophila"),
           r"\b(?:(?:Sprague[- ]Dawley|Wistar|Long[- ]Evans|Fischer(?: 344)?|C57BL/?6J?|BALB/c|male|"
           r"female|adult|aged|transgenic|knockout) ){0,3}"
           r"(?:rats?|mice|mouse|rabbits?|dogs?|pigs?|monkeys?|sheep|hamsters?|zebrafish|drosophila|"
           r"guinea[- ]pigs?)\b"),
    Detail("centres", "multicentre", ("multi",), r"multi-?(?:\s)?(?:cent(?:er|re)|site)"),
    Detail("centres", "single centre", ("single",), r"single[- ](?:cent(?:er|re)|site|institution)"),
    Detail("centres", None, ("centers", "centres", "hospitals", "clinics", "sites", "practices"),
           rf"\b(?:{_NUMBER_WORDS}) (?:(?:[\w-]+) ){{0,2}}(?:centers|centres|hospitals|clinics|sites|practices)\b"),
    Detail("registry number", None, ("nct0", "isrctn", "actrn", "eudract", "chictr", "irct", "umin", "drks", "ctri",
        "ntr", "prospero", "crd4"),
           r"\b(?:NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14}|ChiCTR[\w-]{6,16}|IRCT\w{8,20}|UMIN\d{9}|DRKS\d{8}|"
           r"CTRI/\d{4}/\d{2,3}/\d{5,6}|NTR\d{3,5}|"
           r"CRD\d{11}|\d{4}-\d{6}-\d{2})\b", frozenset(Part), True),
)  # fmt: skip
"""In order: of the values of one name the first found is told, except where several can hold (`MANY`)."""

MANY = frozenset({"duration", "registry number"})
"""Details that one study can have several of."""

ALLOCATES = re.compile(r"random|alloc|assign|divid|split|parallel|compar", re.IGNORECASE)
"""What a sentence must speak of before its groups are arms."""

PLANNED = re.compile(r"\b(?:plan(?:s|ned|ning)?|needed|warranted|future|should be|required)\b", re.IGNORECASE)
"""Speech of studies to come, whose details are not this study's."""

WOMEN = re.compile(r"(?<!% )(?<!per cent )(?<!percent )\b(?:women|females?|girls|mothers)\b", re.IGNORECASE)
MEN = re.compile(r"(?<!% )(?<!per cent )(?<!percent )\b(?:men|males?|boys|fathers)\b", re.IGNORECASE)
PREGNANT = re.compile(r"(?<!non-)(?<!not )(?<!non)\bpregnant (?:women|woman|patients)\b", re.IGNORECASE)

COUNTRIES = (
    "United States|USA|U\\.S\\.|United Kingdom|UK|England|Scotland|Wales|Northern Ireland|"
    "Ireland|Netherlands|Belgium|Germany|France|Spain|Portugal|Italy|"
    "Switzerland|Austria|Denmark|Norway|Sweden|Finland|Iceland|Poland|Czech Republic|Slovakia|"
    "Hungary|Romania|Bulgaria|Greece|Turkey|Serbia|"
    "Croatia|Slovenia|Russia|Ukraine|Estonia|Latvia|Lithuania|Israel|Iran|Iraq|Saudi Arabia|"
    "Egypt|Lebanon|Jordan|Tunisia|Morocco|Nigeria|Ghana|Kenya|"
    "Uganda|Tanzania|Ethiopia|South Africa|Malawi|India|Pakistan|Bangladesh|Nepal|Sri Lanka|"
    "Thailand|Vietnam|Malaysia|Singapore|Indonesia|Philippines|"
    "China|Hong Kong|Taiwan|Japan|South Korea|Korea|Australia|New Zealand|Canada|Mexico|Brazil|"
    "Argentina|Chile|Peru|Colombia|Cuba|Venezuela|Ecuador"
)
"""Countries by the names that abstracts use; our own list of those most often named in MEDLINE."""


@cache
def compiled(detail: Detail) -> re.Pattern[str]:
    """Compile one pattern when it is first needed."""
    return re.compile(detail.pattern, 0 if detail.cased else re.IGNORECASE)


@cache
def country() -> re.Pattern[str]:
    """Compile the list of countries when it is first needed."""
    return re.compile(
        rf"\b(?:in|from|of|across|throughout) (?:the )?(?:\w+(?:ern)? )?(?:{COUNTRIES})\b|"
        rf"\((?:{COUNTRIES})\)"
    )
