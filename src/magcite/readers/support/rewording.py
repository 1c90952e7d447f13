"""Say a statement in the words that the parser knows, where people say it in others."""

from __future__ import annotations

from magcite.readers.support.patterns import Lazy

_ASKED = Lazy(
    r"^(?:can|could|may|might|does|do|did|is|are|was|will|would|should) (?!not\b|n.t\b)(?P<asked>[^?,;]+)\?\s*$"
)
"""A question that yes or no answers; what it asks is what yes states."""
_END = r"(?=[.!]?$)"
_SAYS = (
    r"(?:has |have )?(?:shows?|showed|shown|suggests?|suggested|says?|said|finds?|found|indicates?|confirms?|confirmed|"
    r"proves?|proved|proven|demonstrates?|demonstrated|reports?|reported|agree|believe|concludes?|concluded)"
)
_REWORDED = (
    (
        r"^(?:(?:(?:recent|new|scientific) )?(?:research|evidence|science|studies|scientists|experts|doctors|trials)|"
        rf"an? (?:(?:new|recent|large) )?(?:study|trial|review|meta-analysis)) {_SAYS} that ",
        "",
    ),
    (
        r"^it (?:has been|is|was) (?:\w+ly )?(?:proven|proved|shown|established|known|demonstrated|found|believed|"
        r"thought|suggested|reported|clear|true|a fact) that ",
        "",
    ),
    (r"^there is (?:(?:some|good|strong|growing|clear|solid|scientific|ample) )*(?:evidence|proof) that ", ""),
    (
        r"^it(?:'s| is) (?:a |an )?(?:\w+ )?(?:myth|misconception|fable|falsehood|not true|untrue|wrong|false|"
        r"incorrect)(?: to (?:say|think|believe))? that ",
        "There is no evidence that ",
    ),
    (
        r"^there is (?:little|scant|no (?:good|real|convincing)|insufficient|hardly any|not enough) "
        r"(?:evidence|proof) that ",
        "There is no evidence that ",
    ),
    (r"\ban? (?:dummy|sugar|fake) (?:pill|tablet)s?\b", "placebo"),
    (
        r"^(?:an? )?placebo (?:is|are|works?|does|do|performs?) (?:just |exactly |quite )?as "
        rf"(?:well|good|effective|much) as (?P<given>.+?) (?:for|against|in|on|at) (?P<ill>.+?){_END}",
        r"\g<given> has no effect on \g<ill>",
    ),
    (
        r"^if you (?:suffer from|have|get|are prone to|struggle with) (?P<ill>[^,]+), (?:then )?(?P<given>[^,]+?) "
        rf"(?:(?:may|might|can|could|will) help|helps?)(?: you)?{_END}",
        r"\g<given> helps against \g<ill>",
    ),
    (
        r"^(?:do you )?(?:suffer(?:ing)? from|have|got|troubled by) (?P<ill>[^?]+)\? (?P<given>.+?) "
        rf"(?:(?:may|might|can|could|will) help|helps?)(?: you)?{_END}",
        r"\g<given> helps against \g<ill>",
    ),
    (
        r"^(?:people|patients|those|women|men) (?:with|who suffer from) (?P<ill>.+?) "
        rf"(?:(?:may|might|can|could|will) )?(?<!not )benefit from (?P<given>.+?){_END}",
        r"\g<given> helps against \g<ill>",
    ),
    (
        rf"^(?P<ill>.+?) (?:does not|doesn.t) respond to (?P<given>.+?){_END}",
        r"\g<given> does not help against \g<ill>",
    ),
    (rf"^(?P<ill>.+?) responds (?:well )?to (?P<given>.+?){_END}", r"\g<given> helps against \g<ill>"),
    (
        rf"^(?P<amount>less|fewer|more) (?P<ill>.+?) (?:with|through|thanks to|by taking) (?P<given>.+?){_END}",
        r"\g<given> leads to \g<amount> \g<ill>",
    ),
    (r"(?<=\w )supports?(?= (?!an? |that\b|the (?:idea|view|notion|hypothesis|claim|use|role|finding))\w)", "helps"),
    (
        r"\b(?:is|are) (?:no|not (?:an? |the )?|never an? |hardly an? )(?: ?(?!best|only|first|same)[\w-]+ )?? ?"
        r"(?:remed(?:y|ies)|cures?|antidotes?|medicines?|treatments?) (?:for|against)\b",
        "does not help against",
    ),
    (
        r"\b(?:is|are) (?:an? |the )?"
        r"(?:(?!(?:no|not|never|hardly)\b|bad|poor|useless|ineffective|unproven|dangerous)[\w-]+ ){0,2}?"
        r"(?:remed(?:y|ies)|cures?|antidotes?|medicines?|treatments?) (?:for|against)\b",
        "helps against",
    ),
    (r"\b(?:is|are) (?:(?:often|usually|widely) )?(?:recommended|advised) (?:for|against)\b", "helps against"),
    (
        r"\b(?:is|are) (?:not|by no means) (?:useless|ineffective|worthless|futile) (?:for|against|in)\b",
        "helps against",
    ),
    (r"\bhelps? (?:people|those|patients|anyone) (?:who suffer from|suffering from|troubled by) ", "helps against "),
    (r"\b(?:offers?|provides?|brings?|gives?) (?:(?!no|little)\w+ )?relief (?:from|for|of)\b", "relieves"),
    (r"\btakes? the edge off\b", "eases"),
    (r"\bnot enough\b", "too little"),
    (r"\b(?P<has>have|has|had) the (?:least|fewest|lowest)\b", r"\g<has> less"),
    (r"\b(?P<has>have|has|had) the most\b", r"\g<has> more"),
    (r"\bworks? wonders for\b", "improves"),
    (r"\bkeeps? (?P<ill>[^,;]+?) (?:in (?:good )?shape|healthy|fit|strong)\b", r"improves \g<ill>"),
    (r"\bmakes? (?P<ill>[^,;]+?) (?:less severe|milder|more bearable)\b", r"reduces the severity of \g<ill>"),
    (r"\b(?:brings?|pushes?) down\b", "lowers"),
    (
        r"\b(?:has|have) (?:an? )?(?:\w+ )?(?:positive|favou?rable|beneficial|good) (?:effects?|influence|impact) on\b",
        "improves",
    ),
    (
        r"\b(?:has|have) (?:an? )?(?:\w+ )?(?:negative|unfavou?rable|adverse|bad|harmful) "
        r"(?:effects?|influence|impact) on\b",
        "worsens",
    ),
    (r"\blacks? (?:an?|any) (?:\w+ )?effect on\b", "has no effect on"),
    (
        r"\bleav(?:es?|ing) (?P<same>[^,;]+?) (?:unchanged|unaffected|untouched|unaltered|alone|"
        r"as (?:it|they) (?:is|was|are|were))\b",
        r"has no effect on \g<same>",
    ),
    (r"\bbut (?:just |exactly )?as (?:much|many) (?P<same>[^,;]+?) as .*$", r"but no less \g<same>"),
    (
        r"\bmakes? (?P<who>(?:[\w-]+ ){0,4}?)(?:any )?(?:slim(?:mer)?|thin(?:ner)?|leaner|lighter|lose weight)\b",
        r"lowers the weight of \g<who>",
    ),
    (
        r"\bmakes? (?P<who>(?:[\w-]+ ){0,4}?)(?:any )?(?:fat(?:ter)?|heavier|put on weight|gain weight)\b",
        r"raises the weight of \g<who>",
    ),
    (
        r"\b(?:makes?|keeps?) (?:the |your |their )?bones? (?:any )?(?:strong(?:er)?|dense|denser|healthy)\b",
        "raises bone strength",
    ),
    (r"\bmakes? (?P<who>(?:[\w-]+ ){0,4}?)(?:any )?stronger\b", r"raises the muscle strength of \g<who>"),
    (r"\b(?:weakens?|harms?|damages?) (?:the |your |their )?bones?\b", "lowers bone strength"),
    (
        r"\b(?:protects?|strengthens?|preserves?) (?:the |your |their )?bones?\b(?! (?:density|mass|strength))",
        "raises bone strength",
    ),
    (r"\bkeeps? (?P<what>[^,;]+?) (?:in check|down|under control|low)\b", r"lowers \g<what>"),
    (
        r"\bgets? (?P<who>[\w ]{3,30}?) over (?P<ill>[^,;]+?) (?:sooner|faster|quicker|earlier|more quickly)\b",
        r"shortens \g<ill> in \g<who>",
    ),
    (
        rf"^(?:an? |the )?(?P<ill>[^,;]+?) (?:does not|doesn.t|do not|don.t) (?:go away|clear|heal|pass) any "
        rf"(?:sooner|faster|quicker) with (?P<given>.+?){_END}",
        r"\g<given> does not shorten \g<ill>",
    ),
    (
        rf"^(?:an? |the )?(?P<ill>[^,;]+?) (?:goes|go) away (?:sooner|faster|quicker) with (?P<given>.+?){_END}",
        r"\g<given> shortens \g<ill>",
    ),
    (
        r"\bkeep(?P<s>s?) (?P<who>[^,;]{3,40}?) from (?:getting|developing|becoming|catching|having|suffering)\b",
        r"prevent\g<s>",
    ),
    (
        r"\bkeeps? (?P<ill>[^,;]+?) from (?:coming back|returning|recurring)\b",
        r"prevents the recurrence of \g<ill>",
    ),
    (
        r"\b(?:takes?|knocks?|shaves?) (?:about |roughly |some )?(?:\w+ ){1,4}off (?=(?:an? |the |your |their )?[a-z])",
        "lowers ",
    ),
    (r"\blifts? (?=(?:\w+ )?(?:depression|low mood)\b)", "eases "),
    (r"\bdamages (?=(?:the |your |their )?[a-z])", "impairs "),
    (r"\bgives? (?:you|people|children) (?!an? |more |less |better |extra |the )(?=[a-z])", "causes "),
    (r"\bmakes? (?:people|you|us|men|women) live longer\b", "lowers mortality"),
    (r"\blives? longer\b", "have a lower mortality"),
    (r"\bshortens? (?:your |people.s |their )?(?:life|lives|lifespan)\b", "raises mortality"),
    (
        r"\b(?:(?:prolong|lengthen|extend)s? (?:your |people.s |their )?(?:life|lives|lifespan)|"
        r"adds? years to (?:your |people.s |their )?(?:life|lives)|saves? (?:\w+ )?lives)\b",
        "lowers mortality",
    ),
    (r"\b(?:hardly|barely|scarcely) (?:helps?|works?)\b", "does not help"),
    (r"\b(?:does|do) (?:very )?little (?:for|against)\b", "has no effect on"),
)
_PATTERNS = tuple((Lazy(written), instead) for written, instead in _REWORDED)
"""Ways to say something that the parser knows in other words: who says so, advice, advertisement, figures of speech."""


def reword(text: str) -> str:
    """Give a statement in the words that the parser knows; one in such words already is given back as it is."""
    for written, instead in _PATTERNS:
        text = written.sub(instead, text)
    return text.replace(" .", ".") if text.endswith(" .") else text


def as_stated(text: str) -> str:
    """Give what yes would state where a text is a question that yes or no answers, otherwise the text itself."""
    asked = _ASKED.match(text)
    return f"{asked['asked']}." if asked else text
