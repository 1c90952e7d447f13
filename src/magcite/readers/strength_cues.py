"""The wordings that tell how strongly an English or Dutch sentence claims an effect, as one pattern a kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from magcite.model import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The patterns of one language, each for one kind of wording.

    `attribution` tells where a sentence was published or who says so; `aside` marks sentences that state no result
    (advice to colleagues, calls for research, registration numbers); `tie` says that things go together, whatever else
    is said; `link` does so unless a cause is told before it; `comparison` compares groups without a cause; `hedge` and
    `can` are modal words; `help` are the verbs of capability and `effect` those of cause; `weak` causes only count
    beside a modal; `sceptic` takes back what was said before it; `negation` denies.
    """

    attribution: re.Pattern[str]
    aside: re.Pattern[str]
    tie: re.Pattern[str]
    link: re.Pattern[str]
    comparison: re.Pattern[str]
    hedge: re.Pattern[str]
    can: re.Pattern[str]
    help: re.Pattern[str]
    effect: re.Pattern[str]
    weak: re.Pattern[str]
    sceptic: re.Pattern[str]
    negation: re.Pattern[str]


def _compile(pattern: str) -> re.Pattern[str]:
    """Compile a pattern written over several lines; a line may break where no space counts."""
    return re.compile("".join(line.strip() for line in pattern.splitlines()), re.IGNORECASE)


_STEMS_EN = (
    "reduc|improv|decreas|increas|lower|rais|prevent|protect|cur|reliev|alleviat|eas|enhanc|promot|boost|caus|affect|"
    "influenc|impair|worsen|accelerat|slow|delay|restor|strengthen|suppress|inhibit|stimulat|attenuat|exacerbat|"
    "amplif|modif|modulat|mitigat|ameliorat|elevat|trigger|induc|benefit|harm|damag|halv|doubl|cut|extend|prolong|"
    "shorten|sav|kill|curb|hinder|deteriorat|normali[sz]|regulat|avert|combat|reviv|calm|produc|speed|quadrupl|tripl|"
    "impact|alter|facilitat|disrupt|weaken|counteract|lessen|diminish|stabili[sz]|maximi[sz]|minimi[sz]|optimi[sz]|rever[st]"
)
_NOUNS_OF_EFFECT_EN = (
    r"effects? (?:of|on|in|for|against|from|was|were|is|are)\b|effective(?:ness|ly)?\b|efficac\w+|"
    r"impacts? (?:of|on)\b|benefi(?:t|ts|cial|cially)\b|detrimental|protective|consequences?\b|culprit|"
    r"causal\w*|influence (?:of|on)\b|response to\b|(?:due|owing|attributable|thanks) to\b|because of\b|"
    r"responsible for\b|(?:major |leading |main )?causes? of\b|contribut\w+ to\b|leads? to\b|led to\b|"
    r"leading to\b|results? in\b|resulted in\b|resulting in\b|lifesav\w+|life-saving|sav(?:e|es|ed|ing) lives|"
    r"determined by\b|activates?\b|activated\b|determines?\b|toxic\b|non-?inferior\w*|superior(?:ity)?\b|"
    r"as effective|outperform\w*|dose-respon\w+"
)


_BEFORE_A_VERB = "(?<!^)" + "".join(
    rf"(?<!\b{words} )"
    for words in [
        *("a", "an", "the", "with", "of", "for", "at", "in", "to", "had", "have", "has", "no", "more", "and", "minor"),
        *("display", "show", "displayed", "face", "percent", "were significantly", "was significantly"),
    ]
)
"""What must not stand before a past tense: these words make an adjective of it ("an increased risk")."""


@cache
def english_cues() -> Cues:
    """Give the cues of English, compiled once."""
    finite = rf"(?:{_STEMS_EN})"
    return Cues(
        attribution=_compile(
            r"""(?:,|^)\s*(?:according to|reports?|finds?|found|reveals?|suggests?|shows?|says?|writes?) (?:an? |
            the )?[^.]*?(?:stud(?:y|ies)|research|report|issue|review|analysis|journal|researchers?|published|
            scientists|author|experts?|professor|team|university)\b[^.]*|\b(?:recently |is |was |being |
            , )?(?:published|appearing|reported) (?:\w+ ){0,4}(?:online|in|on|by)\b(?:[^.,]|,(?=[^,]*\bjournal))*|
            \bjournal (?:of|published)\b[^,.]*|\b(?:american|british|canadian|european|national|
            international) (?:\w+ ){0,3}(?:association|institutes?)\b[^,.]*|\bfunded (?:in part )?by\b[^,.]*|
            \bled by\b|\b(?:lead|study) author\b|research-led"""
        ),
        aside=_compile(
            r"""\bneeds? (?:to|for)\b|\b(?:is|are|be|were|was) (?:\w+ly )?(?:needed|required|warranted|necessary|
            recommended|advisable|advised|indicated|essential)\b|\bwe (?:recommend|propose|advise)\b|
            \bshould(?:n't)?\b|\bmust\b|\b(?:further|future|additional|more|larger|
            prospective) (?:\w+ ){0,3}(?:studies|study (?:is|may)|research|trials|investigations?|work|
            evaluation)\b|\b(?:clinicaltrials|trial registration|registration:|registered|isrctn|nct\d|
            level of evidence|copyright|official journal|urges?|call(?:s|ed)? for)\b|\bmerits?\b|\bimplications?\b|
            \bremains? (?:to be|unclear|unknown|a challenge|controversial)|\b(?:is|was|are|were) (?:recently |
            available )?(?:published|conducted|presented|available)\b|\bpress release\b|\?\s*["”]?$|\b(?:aim|goal|
            purpose|objective)s? (?:of|was|is)\b|
            \bnot (?:yet )?(?:proven|shown|known|clear|certain|established) (?:that|whether|if)\b|
            \b(?:unclear|unknown|uncertain) (?:whether|if)\b|\b(?:was|were) (?:designed|aimed|examined|
            analy[sz]ed|investigated|
            studied|enrolled|recruited)\b"""
        ),
        tie=_compile(
            r"""\b(?:(?:is|are|was|were|be|been|being|not|significantly|independently|strongly|positively|inversely|
            also) (?:\w+ ){0,3}?(?:associated|correlated|linked|related|tied|connected)|associated with|
            associations? (?:between|of|with|was|were|is)|correlations?|correlates? with|linked (?:to|with)|linking|
            links? (?:between|to|with)|relationships? (?:between|with|to)|relation (?:to|between)|predictors?|
            risk factors? (?:for|of|in)|(?:\bas|is|are|was|were|be) (?:an? )?(?:\w+ ){0,3}risk factors?|ties|
            tied to)\b"""
        ),
        link=_compile(
            r"""\b(?:associat(?:ed|ions?)|correlat\w+|linked|links?|relationships?|related to|predict(?:s|ed|ive|or|ors|
            ing)?|prognos\w*|risk factors?|determinants?|markers? (?:of|for)|indicat(?:ors?|ive) of|odds|hazard|
            (?:more|less|as|times|equally|un) ?likely|likely to (?:have|be|die|develop|suffer|use|receive)|
            likelihood|(?:twice|double|triple) (?:as|the)|times (?:more|higher|greater|as|the)|-?fold|
            at (?:an? )?(?:\w+ly )?(?:increased|higher|greater|high|elevated|lower|reduced|less|particular|
            more) risk|at risk (?:of|for)|(?:increased|increase in|higher|greater|elevated|lower|reduced|decreased|
            raised|excess|peak|highest|lowest|heightened) (?!(?:the|their|your|his|her|my|our|
            its)\b)(?:\w+ ){0,2}?(?:risks?|incidence|mortality|prevalence|rates?|odds|probability|levels?)|
            risk (?:was|is|of [\w ]{3,40}? (?:was|is)) (?:\w+ly )?(?:increased|higher|lower|greater|elevated|
            reduced)|inverse(?:ly)? |varied|varies|differ(?:s|ed|ence|ences)?|prone to|susceptib\w+|disparit\w+|
            dependent on|depends? on|independent(?:ly)? (?:of|predict\w+)|accompanied by|go(?:es)? with|went with|
            coincid\w+|(?:live|lived|survive) longer|trends? (?:was|were|in)|(?:is|are|were|was|run) (?:a |
            the )?(?:\w+ )?(?:highest|lowest|high-risk|higher|lower))\b"""
        ),
        comparison=_compile(
            r"""\b(?:higher|lower|greater|fewer|poorer|worse|better|older|younger|shorter|longer|more|
            less)\b[^.;]*?\b(?:than(?! (?:\d|the recommended|half|recommended))|in|among|compared|between|for)\b|
            \b(?:had the (?:highest|lowest)|compared (?:with|to)|versus|vs\.?|similar|comparable|equal|
            significantly (?:higher|lower|greater|more|less|different|increased|decreased))\b|\b(?:more (?:common|
            frequent|prevalent)|less (?:common|frequent|prevalent)|elevated)\b"""
        ),
        hedge=_compile(
            r"""\b(?:may|might|could|possib(?:le(?! to\b|$)|ly|ility)|potential(?:ly)?|perhaps|probably|presumably|
            seem(?:s|ed|ingly)?|appear(?:s|ed)? to|hypothes\w+|postulate\w*|promising|promise|hold the key|
            possibility|(?<!more )(?<!less )(?<!as )likely to|hint(?:s|ed)?|(?:some|limited|preliminary|
            weak) evidence|would)\b"""
        ),
        can=_compile(r"\b(?:can|able to|capable of|(?<!more )(?<!less )(?<!as )likely|will)\b"),
        help=_compile(
            r"""\b(?:helps?|helped|helping|contribut(?:es?|ed|ing)|aids|aided|assists?|(?:plays?|played|have|
            has) (?:an? |the )?(?:\w+ ){0,2}role)\b"""
        ),
        effect=_compile(
            rf"""\b{finite}(?:e?s|ies)\b(?! (?:in|of|was|were|are)\b)|
            {_BEFORE_A_VERB}\b(?:{finite})(?:ed|
            d|led)\b|(?<!\bto )(?<!\ban )(?<!\bthe )(?<!\ba )\b(?:reduce|improve|increase|prevent|relieve|
            enhance)\b(?! (?:in|of|was)\b)|(?<=[a-z]s )(?:\w+ly )?(?:{finite})e?\b|\b(?:not|n't|never|help|helps|
            helped|shown to|found to|proven to|proved to|effective (?:in|at|for)|way to|will|did|does|
            do) (?:\w+ly )?(?:{finite})(?:e|ing|y)?\b|\b(?:{finite})(?:e|es|ing)? (?:the |their |your )?(?:risk|
            mortality|survival|symptoms|outcomes|death)|\b(?:{finite})(?:ed|d|led) (?:the|their|your) (?:risk|
            mortality|survival|symptoms|outcomes|death)|\b(?:{_NOUNS_OF_EFFECT_EN})|\b(?:makes?|gives?|fights?|
            stops?|stopped|drives?|drove|driven|works?|worked|deadly|success(?:ful|fully)? (?:in|at|treat\w+)|
            fails? to|failed to|provides? (?:\w+ ){{0,3}}(?:benefit|relief|protection)|killer|improvement (?:in|of)|
            reductions? (?:in|of)|mediat\w+|damage|recover(?:s|y|ed))\b"""
        ),
        weak=_compile(
            rf"""\b(?:{finite})(?:e|y|s|es|ed|d|ing)?\b|\b(?:help|lead|result|contribute|make|give|play|work|fight|stop|
            predispose|useful|helpful|role|effect|effects|effective|efficacious|the key|impact|beneficial|
            consequence|increase|influence|explain|underlie|attributable|due|responsible|result|results|option|
            alternative|treatment|keep|lower|change|alter|tackle|solve|subject)\b"""
        ),
        sceptic=_compile(
            r"""\b(?:evidence (?:is|remains) (?:\w+ )?(?:mixed|limited|weak|inconclusive|lacking|thin|scarce)|(?:more|
            further) (?:research|studies|trials|evidence)|not (?:everyone|all experts) agrees?|(?:other|
            some) (?:studies|trials|experts|researchers) [^.]{0,60}(?:no|not|disagree|doubt|fail\w*)|inconclusive|
            unproven|results? (?:are|were) mixed|jury is (?:still )?out|not (?:yet )?(?:proven|proof|established|
            certain))\b"""
        ),
        negation=_compile(r"\b(?:no|not|n't|never|neither|nor|without|fail(?:s|ed)? to)\b"),
    )


_STEMS_NL = (
    "verla(?:a?g)|vermin(?:der)|verbeter|verho(?:o?g)|verlich|verzach|verster|verstoor|veroorza(?:a?k)|versnel|"
    "vertra(?:a?g)|vergro(?:o?t)|verklein|verslechter|verergert?|bevorder|bescherm|beïnvloed|gene(?:es|z)|herstel|"
    "stimuleer|stimuler|rem|onderdruk|bestrijd|normaliseer|normaliser|regule(?:er|r)|halveer|halver|"
    "activeer|activer|ontspan|verhelp|redu(?:ceer|cer)|neutraliseer|blokkeer|verjaag|kalmeer"
)


@cache
def dutch_cues() -> Cues:
    """Give the cues of Dutch, compiled once."""
    return Cues(
        attribution=_compile(r"\b(?:volgens|blijkt uit|zo blijkt uit) [^,.]*(?:onderzoek|studie|onderzoekers)\b"),
        aside=_compile(
            r"""\b(?:meer|nader|verder|aanvullend)e? onderzoek\b|\bis (?:nodig|noodzakelijk|vereist)\b|\?\s*["”]?$|
            \bgepubliceerd\b|\bniet (?:bewezen|aangetoond|bekend|duidelijk|zeker) (?:dat|of)\b|
            \b(?:onduidelijk|onbekend|onzeker|de vraag) of\b"""
        ),
        tie=_compile(
            r"""\b(?:hang(?:t|en)\b[^.;]*\bsamen|samenhang\w*|samen te hangen|(?:gaat|gaan|ging|
            gingen)\b[^.;]*\bsamen\b|samen (?:gaan|ging|gingen)|hing(?:en)?\b[^.;]*\bsamen|verband(?:en)?|
            gelinkt|geassocieerd|associati\w+|gerelateerd|relatie\b|gepaard|correl\w+|gecorreleerd|risicofactor\w*|
            gekoppeld|voorspel(?:t|len|de|den|ler))\b"""
        ),
        link=_compile(
            r"""\b(?:wij(?:st|zen) op|duid(?:t|en|de)?\b[^.;]*\bop|duiden op|teken(?:en)? van|(?:(?:meer|minder|hogere?|
            lagere?|grotere?|kleinere?|verhoogde?|verlaagde?) (?:\w+ ){0,2}?(?:risico|kans|sterfte))|(?:risico|
            kans)\b[^.;]*?\b(?:hoger|lager|groter|kleiner|verhoogd|verlaagd)|vaker|minder vaak|vatba(?:ar|re|arder)|
            komt? (?:\w+ ){0,3}voor bij)\b"""
        ),
        comparison=_compile(
            r"""\b(?:hoger|lager|groter|kleiner|meer|minder|slechter|beter|sneller|langer|
            korter)e?\b[^.;]*\bdan\b(?! (?:de aanbevolen|\d|de helft))|\b(?:verschil(?:len|de|den)?|vergeleken|
            hoogste?|laagste?)\b"""
        ),
        hedge=_compile(
            r"""\b(?:zou(?:den)?|mogelijk|wellicht|misschien|lijk(?:t|en)|leek|leken|schijn(?:t|en)|aanwijzing(?:en)?|
            sugger\w+|vermoed\w*|wordt gedacht|potentieel)\b"""
        ),
        can=_compile(r"\b(?:kan|kunnen|kun|kunt|konden|kon|waarschijnlijk)\b"),
        help=_compile(
            r"""\b(?:help(?:t|en)?|hielp(?:en)?|geholpen|draag(?:t)?\b[^.;]*\bbij|dragen\b[^.;]*\bbij|bijdrage\w*|
            bijdragen|droeg(?:en)?\b[^.;]*\bbij|ondersteun\w*|gunstige?|spe(?:elt|len|elde)\b[^.;]*?\b(?:rol|
            sleutelrol))\b"""
        ),
        effect=_compile(
            rf"""\b(?:ge)?(?:{_STEMS_NL})(?:t|te|en|ten|de|den|d|ende?|ing)?\b|\b(?:voorkom(?:t|en)|voorkwam(?:en)?|
            behandelt|behandelde|
            maakt [^.;]*\b(?:gezond|sterk|beter|los)\w*|zorg(?:t|en|de|den)\b[^.;]*?\b(?:voor|dat)|leid(?:t|en|de|
            den)\b[^.;]*?\btot|door toedoen|als gevolg|werk(?:t|en|te|ten)\b|effectief|effect(?:en)?|invloed(?:en)?|
            uitwerking|oorzaak|oorzaken|dankzij|wegens|vanwege|gevolg(?:en)? van|neemt\b[^.;]*\b(?:af|toe)|
            nam(?:en)?\b[^.;]*\b(?:af|toe)|afnemen|toenemen|daal(?:t|de|den)|dalen|stij(?:gt|gen)|steeg|stegen|
            gaat? [^.;]*\btegen|tegenga(?:an|at)|(?:gaat|gaan|ging|gingen)\b[^.;]*\bverloren|redder|
            beter (?:van|door)|(?:doet|deed|deden) [^.;]*\bvoor|
            baat (?:bij|hebben|hadden|heeft)|(?:ging|gingen|gaat|gaan|werd|werden|wordt|
            worden)\b[^.;]*\b(?:beter|sneller|slechter)|
            ontstekingsremmend\w*|verjaagt|stopt|remm(?:en|de|t))\b"""
        ),
        weak=_compile(
            rf"""\b(?:ge)?(?:{_STEMS_NL})\w*|\b(?:voorkom\w+|helpt|hielp\w*|
            zorgen|leiden|helpen|bijdragen|werken|geven|brengen|
            verlichting|rol|effect\w*|invloed\w*|spelen|bieden|maken|gunstig\w*|ontlasten|doen|laten|
            presteren|baten|dienen|veranderen|herstellen)\b"""
        ),
        sceptic=_compile(
            r"""\b(?:(?:bewij(?:s|zen)|resultaten|onderzoeken) (?:is|zijn) (?:\w+ ){0,2}(?:verdeeld|beperkt|zwak|
            wisselend|onduidelijk|tegenstrijdig|mager)|meer onderzoek|nader onderzoek|andere (?:onderzoeken|studies|
            deskundigen) [^.]{0,60}(?:geen|niet|vereist|nodig)|niet (?:bewezen|aangetoond|zeker)|onbewezen|
            (?:niet iedereen)|nog (?:niet|geen) (?:duidelijk|bewijs))\b"""
        ),
        negation=_compile(r"\b(?:niet|geen|nooit|noch|zonder|nauwelijks)\b"),
    )


def cues_of(language: Language) -> Cues:
    """Give the cues of a language."""
    return english_cues() if language is Language.ENGLISH else dutch_cues()
