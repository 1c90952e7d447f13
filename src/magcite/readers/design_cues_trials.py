"""Cues of trials and their plans: random allocation, blinding, treatment without allocation, protocols."""

from __future__ import annotations

from magcite.readers.design_cues import Cue, Signal

_R = r"randomi[sz]"
_DENIED = ("non", "non-", "non ", "not ", "quasi-", "quasi ", "un", "previously ", "pseudo-")
_NOT = "".join(f"(?<!{word})" for word in _DENIED)
_RANDOMISED = f"{_R}ed" + "".join(f"(?<!{word}{_R}ed)" for word in _DENIED)
"""The word, and then a look back over it: a pattern that begins with letters is found much faster."""

RANDOM_CUES = (
    Cue(Signal.RANDOM, "random allocation", 5, 5, ("random",),
        r"(?:\b|(?<=[)%]))(?:(?:(?:was|were|been) (?:\w+ly )?randomi[sz]ed\b(?! (?:controlled|trial))|"
        r"\d randomi[sz]ed (?:patients|subjects|women|men|children|participants)|(?:was|were|been|"
        r"being|and|then|subsequently|patients?|participants?|subjects?|women|men|children|volunteers|"
        r"practices|clinics|who|we|investigators|\)|,|\d) "
        r"(?:\d:\d |block[- ]|cluster[- ]|centrally |equally |first |then |also )?"
        + _NOT
        + _R + r"ed(?! (?:controlled|clinical|trial|stud|double|placebo|comparison))(?: \([^)\n]{1,30}\))?"
        r"(?: to| into| in| for| between| at| with|,|;| on|\.| and| by| according| using| \d| after|"
        r" within|:| either| equally| (?:patients|participants|subjects|women|men|children|adults|people|volunteers)\b)"
        r"|(?<!not )random(?:ly)? (?:and \w+ )?(?:re-?)?(?:assign|allocat|allott|divid|split|"
        r"distribut|received?|separated|given|administered|"
        r"placed|grouped|designated|enrolled (?:in)?to|treated|chosen to receive|selected to receive|presented)\w*"
        r"|(?:assigned|allocated|divided|split|distributed|assignment|allocation|separated)"
        r"(?: [\w-]+){0,4} (?:randomly|at random|by random)"
        r"|(?:into|in) (?:\d|two|three|four) randomi[sz]ed groups"
        r"|\brandom(?:i[sz]ed)? (?:assignment|allocation)(?! (?:was not|is not)))"
        r")"),
    Cue(Signal.RANDOM, "randomised design", 6, 5, ("random",),
        _RANDOMISED +
        r",? (?:[\w'’/-]+,? (?:and |or )?){0,6}?(?:trial|study|design|experiment|comparison|"
        r"evaluation|investigation|"
        r"fashion|manner|crossover|cross-over|intervention|pilot|phase|order|sequence)\b(?!s)"),
    Cue(Signal.RANDOM, "randomised design, word order turned", 5, 3.5, ("random",),
        r"(?:trial|study|design|blind(?:ed)?|controlled|label|group|crossover|cross-over|parallel|"
        r"prospective|pilot)(?: was|,| and|,? which was)? "
        + _NOT + _R + r"ed\b"),
    Cue(Signal.RANDOM, "random order of treatments", 3, 4, ("random", "counterbalanc"),
        r"in (?:a )?(?:random(?:i[sz]ed)?|counterbalanced)(?:,? \w+)? (?:order|sequence|crossover|"
        r"cross-over|fashion|manner)"
        r"|\bsequences? (?:was |were )?randomi[sz]ed|random order"
        r"|(?:crossover|cross-over)[^\n]{0,40}random|order[^\n]{0,30}\brandomi[sz]ed"
        r"|\border (?:was )?(?:drawn|decided|chosen|determined|picked|set|assigned) at random"),
    Cue(Signal.RANDOM, "randomisation took place", 0, 2.5, ("randomi",),
        r"(?:after|before|prior to|following|at|from|since|block|stratified|cluster|computer|"
        r"computer-generated|of|central) "
        r"randomi[sz]ation\b(?! was not)|randomi[sz]ation (?:was|included|sequence|code|list|"
        r"took)(?! not)|minimi[sz]ation"),
    Cue(Signal.RANDOM, "trial named randomised in passing", 4, 1.2, ("randomi",), _RANDOMISED + r"\b", cap=2),
    Cue(Signal.RANDOM, "short for randomised trial", 4, 1.5, ("rct",), r"\brct\b"),
    Cue(Signal.CONTROLLED, "double-blind", 3, 3, ("blind", "mask"),
        r"(?:double|triple|observer|evaluator|assessor|investigator)[- ]?(?:blind|mask)"),
    Cue(Signal.CONTROLLED, "single-blind", 2, 1.5, ("single",), r"single[- ]?(?:blind|mask)"),
    Cue(Signal.CONTROLLED, "placebo given", 2.5, 2.5, ("placebo", "sham"),
        r"(?<![a-z])(?:"
        r"placebo[- ]controlled|\b(?:or|and|versus|vs\.?|with|received?|than|to|of|on|took|"
        r"given) (?:a )?(?:matching )?(?:placebo|sham)"
        r"|(?:placebo|sham) (?:group|arm|period|condition|treatment|session|tablet|capsule|phase)"
        r")"),
    Cue(Signal.CONTROLLED, "drug or placebo", 1, 2.5, ("placebo", "sham"),
        r"(?<![a-z])(?:"
        r"(?:receiv|given|took|treat|administ|assign|ingest|consum|supplement|inject|infus|"
        r"taking)[^\n]{0,90}\b(?:or|and|versus|vs\.?|then) (?:an? )?(?:\w+ )?(?:placebo|sham)|"
        r"(?:receiv|given|took|treat|administ|assign|ingest|consum|inject|infus|"
        r"taking)[^\n]{0,120}placebo (?:or|and|versus|vs)"
        r")"),
    Cue(Signal.CONTROLLED, "crossover", 2, 2, ("cross",),
        r"cross-?over (?:study|trial|design|comparison|manner|fashion|phase|experiment|,)|"
        r"crossed over|cross-over design"),
    Cue(Signal.CONTROLLED, "arms compared", 0, 1, ("group", "arm"),
        r"(?<![a-z])(?:"
        r"control (?:group|arm|condition)[^\n]{0,60}(?:intervention|treatment|training|exercise)|"
        r"(?:intervention|treatment|experimental|active) (?:group|arm)|treatment arms?|usual care|"
        r"wait(?:ing)?[- ]list"
        r")"),
    Cue(Signal.CONTROLLED, "equivalence or superiority", 2, 1, ("inferiority", "superiority", "intention-to-treat",
        "intent-to-treat",
                                                                "intention to treat", "parallel-group",
                                                                "parallel group"),
        r"non-?inferiority|superiority (?:trial|of)|intent(?:ion)?[- ]to[- ]treat|parallel[- ]group"),
)  # fmt: skip

PROTOCOL_CUES = (
    Cue(Signal.PROTOCOL, "protocol in the title", 9, 0, ("protocol",),
        r"(?:study|trial|review) protocol|protocol (?:for|of) (?:an?|the|two) [^\n]*(?:trial|study|"
        r"review|cohort|evaluation|project)|"
        r"[:;.,–-] (?:an? |the )?(?:\w+ )?protocol\b|\bprotocol\.?$|^protocol|(?:design|"
        r"rationale) and (?:protocol|rationale|design|methods?)|"
        r"rationale,? (?:and )?(?:study )?design|study design and|clinical trial protocol|protocol for (?:an? |the )?"),
    Cue(Signal.PROTOCOL, "design paper", 5, 1.5, ("design",),
        r"(?:design|rationale|methods) (?:and|&) (?:design|rationale|methods|protocol|baseline)|"
        r"trial design|design of (?:the|a) [^\n]*(?:trial|study)\b"),
    Cue(Signal.PROTOCOL, "what will be done", 0, 1.4, (" will ",),
        r"\bwill (?:also |then |first |only )?be (?:\w+ly )?(?:randomi|recruit|enrol|assess|conduct|"
        r"includ|collect|perform|measur|evaluat|"
        r"compar|carried|used|invited|allocat|assign|analy|followed|undertaken|obtain|test|monitor|"
        r"develop|examin|explor|investigat|"
        r"given|offered|administered|screened|interview|record|disseminat|submitted|publish|"
        r"determined|asked|selected|estimated|conducted|divided)"
        r"|\b(?:we|study|trial|patients|participants|project|review|outcomes?|analysis|analyses|group|"
        r"intervention|interviews) will\b", 5),
    Cue(Signal.PROTOCOL, "this protocol", 0, 3, ("protocol", "ethic"),
        r"(?:this|study|trial|present|review) protocol\b|ethics and dissemination|this protocol|"
        r"describes? the (?:study |trial )?(?:protocol|design)|"
        r"trial status"),
    Cue(Signal.PROTOCOL, "trial registration", 0, 0.6, ("registration", "nct0", "isrctn", "prospero"),
        r"registration|nct0\d+|isrctn\d+|prospero"),
)  # fmt: skip

TREATMENT_CUES = (
    Cue(Signal.TRIAL, "not randomised", 5, 5, ("random",),
        r"non-? ?randomi[sz]|not randomi[sz]|quasi-? ?(?:randomi|experiment)|without randomi[sz]ation|"
        r"un-?randomi[sz]|randomi[sz]ation was not"),
    Cue(Signal.TRIAL, "quasi-experiment", 4, 4, ("quasi",), r"quasi-?experiment"),
    Cue(Signal.TRIAL, "open or one-armed trial", 4, 4, ("open", "single", "uncontrolled", "phase", "one-arm"),
        r"open[- ](?:label|trial|study|pilot|clinical|prospective|interventional|treatment|"
        r"uncontrolled|,)|single[- ]arm|one-arm|uncontrolled (?:trial|study|pilot)|"
        r"phase (?:1|2|i|ii|ia|ib|i/ii|iia|iib|1/2|1b|2a)\b(?! (?:clinical |drug |cancer )?(?:trials|studies))|"
        r"open,? (?:non|prospective|multi)|dose[- ]escalation"),
    Cue(Signal.TRIAL, "before and after", 4, 2.5, ("before", "pre", "baseline"),
        r"before[- ]and[- ]after (?:study|treatment|the (?:treatment|intervention|operation|therapy|"
        r"training|program)|intervention|therapy|surgery)|"
        r"pre-? ?(?:and|to|/|-) ?post-?(?:treatment|test|intervention|operative|surg|training)?|pre-?post|"
        r"before and (?:\w+ ){1,6}after|(?:from|compared (?:with|to)) baseline"),
    Cue(Signal.TRIAL, "assigned to groups", 0, 3, ("assigned", "allocated"),
        r"(?:assigned|allocated) (?:in)?to (?:[\w-]+ ){0,5}(?:groups?|conditions?|intervention|control|"
        r"treatment|arms?)\b"),
    Cue(Signal.TRIAL, "pilot or feasibility", 3, 1.5, ("pilot", "feasib"),
        r"(?:pilot|feasibility) (?:study|trial|test|investigation|project|evaluation)|pilot"),
    Cue(Signal.TRIAL, "trial", 3, 1.5, ("trial",),
        r"(?<![a-z])(?:"
        r"(?:clinical|treatment|pilot|drug|therapeutic|controlled|intervention|this|the present|open|"
        r"efficacy|vaccine) trial\b"
        r")"),
    Cue(Signal.TRIAL, "controlled trial", 3, 2.5, ("controlled",),
        r"controlled (?:clinical )?trial (?:of|in|to|with|on|was)\b"),
    Cue(Signal.TREATED, "people treated", 0, 2, ("treat", "receiv", "underw", "therap", "given", "operat"),
        r"(?<![a-z])(?:"
        r"(?:(?:in|out)?patients?|subjects?|children|women|men|participants?|adults?|cases|individuals|who|were|"
        r"was|volunteers|infants|all|\d+) "
        r"(?:\([^)\n]{0,40}\) )?(?:were |was |had |been |who |have |successfully |also |"
        r"then )*(?:received?|underwent|undergoing|treated|operated|given|undergone|"
        r"completed treatment|implanted|vaccinated|started|switched)\b"
        r")",
        2),
    Cue(Signal.TREATED, "effect of a treatment", 3, 1.5, ("effect", "efficacy", "safety", "impact", "outcome",
        "result", "response"),
        r"(?<![a-z])(?:"
        r"(?:effect|effects|effectiveness|efficacy|safety|impact|tolerability|"
        r"benefits?) (?:and (?:safety|tolerability|efficacy) )?(?:of|from)\b[^\n]{0,70}"
        r"(?:treatment|therap|training|program|intervention|surgery|surgical|supplement|vaccin|"
        r"stimulation|exercise|drug|dose|administration|education|rehabilitation|replacement|ingest|infusion|"
        r"injection|counsel|acupuncture|massage|meditation|transplant|correction|resection|loading|diet\b|"
        r"\w+(?:ine|ide|ol|one|ate|mab|pam|lin|cin|gen|xel|il)\b)|"
        r"(?:outcomes?|results|response|responses|experience) (?:of|after|following|to|"
        r"with) [^\n]{0,50}(?:treatment|therap|surg|resection|transplant|stimulation|repair|stent|"
        r"graft|embol|implant|correction|replacement|ablation)"
        r")"),
    Cue(Signal.TREATED, "treatment named in the title", 2, 0, ("treat", "therap", "surg", "ectomy", "transplant",
        "stimulation", "training", "intervention",
        "program", "embol", "repair", "vaccin", "infusion", "chemo", "rehabilit", "implant"),
        r"treat(?:ed|ment|ing)|therap(?:y|ies)\b|surg(?:ery|ical)|\w+ectomy|transplant|stimulation|"
        r"training|intervention|program(?:me)?s?\b|emboli[sz]ation|repair|"
        r"vaccin|infusion|chemo|rehabilit|implant"),
    Cue(Signal.TREATED, "outcome after treatment", 2, 1.3, ("after", "following", "post"),
        r"(?:after|following|post-?) ?(?:the )?(?:\w+ ){0,3}(?:treatment|therapy|surgery|operation|"
        r"operative|intervention|resection|transplantation|procedure|"
        r"training|stimulation|administration|infusion|chemotherapy|radiotherapy|vaccination|"
        r"implantation|injection|exercise|supplementation)", 2),
    Cue(Signal.TREATED, "improved on treatment", 0, 1.2, ("improv", "reduc", "respon", "remission", "complication",
        "toxicit", "adverse", "recurren",
                                                          "tolerated"),
        r"(?<![a-z])(?:"
        r"improve(?:d|ments?)[^\n]{0,80}(?:treat|therap|interven|surg|program|training|after)|"
        r"(?:complete|partial|objective|clinical|treatment) (?:response|remission)|"
        r"complication(?:s| rates?)|toxicit(?:y|ies)|adverse (?:events?|effects?|reactions?)|"
        r"recurrence|well tolerated|(?:post|peri|intra|pre)?-?operative|(?:non-?)?responders"
        r")"),
    Cue(Signal.TREATED, "treatment spoken of", 0, 0.5, ("treatment", "therapy", "surgery", "surgical", "intervention",
        "program", "training", "stimulation", "chemotherapy", "radiotherapy", "postoperative", "dosage", "sessions",
        "implant"), "", 5),
    Cue(Signal.TREATED, "dose", 1, 1, ("mg", "dose", "µg", "mcg"),
        r"\d ?(?:mg|mcg|µg|μg)(?:/|\b)(?:kg|d|day)?|\bdos(?:e|age|es) of\b"),
)  # fmt: skip
