"""Cues of writing about other people's studies: pooled, searched for, told, or laid down as guidance."""

from __future__ import annotations

from magcite.readers.design_cues import Cue, Signal

REVIEW_CUES = (
    Cue(Signal.META, "meta-analysis", 9, 5, ("meta", "mega-analysis"),
        r"(?<!future )(?:meta-? ?analy(?:sis|ses|tic)|meta-? ?regression|metaanaly|"
        r"pooled analysis of [^\n]{0,40}(?:studies|trials|cohorts))"),
    Cue(Signal.META, "own meta-analysis", 0, 3, ("meta-analy", "metaanaly", "meta analy"),
        r"(?:we|this|our|present|updated|conducted|performed|undertook|undertaken|using)[^\n]{0,40} meta-? ?analy"),
    Cue(Signal.META, "pooled estimate", 0, 2, ("pooled", "random-effect", "random effect", "fixed-effect",
        "heterogeneity", "i2", "i²"),
        r"pooled (?:estimate|effect|odds|relative|risk|prevalence|analysis|sensitivity|result|data|"
        r"mean|hazard|or|rr|proportion|incidence|standard)|"
        r"(?:random|fixed)[- ]effects? (?:model|meta|analys)|heterogeneity (?:was|between|among|across)|\bi[2²] ?="),
    Cue(Signal.SYSTEMATIC, "systematic review", 9, 5, ("systematic", "systemic", "search", "scoping", "umbrella",
        "rapid review", "integrative", "realist", "cochrane"),
        r"systemic review|systematic(?:ally)? (?:\w+ ){0,3}(?:review|overview|search|literature|"
        r"evaluation of the lit)|scoping (?:review|study)|umbrella review|rapid review|"
        r"integrative (?:literature )?review|realist review|cochrane (?:review|database)|"
        r"systematically (?:review|search)|literature search (?:identified|yielded|retrieved)"),
    Cue(Signal.SYSTEMATIC, "databases searched", 0, 4, ("pubmed", "medline", "embase", "psycinfo", "cochrane",
        "web of science", "scopus", "cinahl",
                                                       "database", "google scholar"),
        r"(?<![a-z])(?:"
        r"(?:search\w*|identified|retrieved|using|through|in|from|of|on|"
        r"databases?)[^\n]{0,80}(?:pubmed|medline|embase|psycinfo|cochrane|web of science|scopus|"
        r"cinahl|google scholar)|"
        r"(?:pubmed|medline|embase|psycinfo|cochrane|scopus|cinahl)[^\n]{0,80}search"
        r")"),
    Cue(Signal.SYSTEMATIC, "studies selected", 0, 2.5, ("studies", "trials", "articles", "papers", "publications",
        "records", "prisma", "reports"),
        r"(?<![a-z])(?:"
        r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
        r"eligible|relevant|included|all) "
        r"(?:[\w-]+ ){0,4}(?:studies|trials|articles|papers|publications|rcts|records|"
        r"reports)(?: \([^)\n]{0,40}\))? (?:were|met|was|was identified|that met|fulfill|involving|"
        r"with a total|reporting|published|included|comprising|investigat|examin|assess|evaluat|compar)|"
        r"\bprisma\b|(?:studies|trials|articles) (?:were )?(?:included|selected|eligible|identified|"
        r"retrieved)|inclusion criteria[^\n]{0,30}studies|"
        r"(?:included|eligible) (?:studies|trials|articles)|\ball (?:relevant |published |available |"
        r"identified )?(?:randomi[sz]ed|controlled|rct)[^\n]{0,40}trials|"
        r"quality of (?:the )?(?:evidence|studies|included)|risk of bias|grey literature"
        r")", 2),
    Cue(Signal.SYSTEMATIC, "review of trials", 3, 2, ("review", "overview"),
        r"(?:review|overview) of (?:[\w-]+ ){0,4}(?:trials|studies|evidence|meta-analyses|"
        r"systematic reviews|rcts)|evidence synthesis|review authors"),
    Cue(Signal.NARRATIVE, "review in the title", 6, 0, ("review", "overview", "update", "state of the art",
        "perspective", "primer", "state-of-the-art"),
        r"(?<!chart )(?<!record )(?<!records )(?<!case )(?<!notes )(?<!peer )\b"
        r"(?:review|overview|update|perspectives?(?:\.?$| on|:)|state[- ]of[- ]the[- ]art|"
        r"primer(?:$| on| for|\.$)|introduction to)\b(?! of \d)"),
    Cue(Signal.NARRATIVE, "this article reviews", 0, 4, ("review", "overview", "summari", "discuss", "chapter",
        "highlight", "describ", "focus", "outline", "examin",
                                                        "explor", "address", "consider", "survey"),
        r"(?<![a-z])(?:"
        r"(?:this|the|present|our|current|mini-?) (?:\w+[ -]){0,2}(?:article|paper|review|chapter|"
        r"overview|essay|report|contribution|update|commentary|section|perspective|communication|work|"
        r"manuscript|issue) "
        r"(?:\w+ )?(?:also |will |briefly |aims to |attempts to |seeks to |critically |is to |"
        r"provides?|summari[sz]es?|discuss(?:es)?|reviews?|describes? the|focus(?:es)?|outlines?|"
        r"explores?|addresses|"
        r"examines?|highlights?|considers?|covers?|deals? with|presents? (?:an?|the) (?:overview|"
        r"review|current)|surveys?|gives|offers|intends|looks at|concentrates|traces|argues|"
        r"evaluates)"
        r")", 2),
    Cue(Signal.NARRATIVE, "we review", 0, 4, ("review", "discuss", "summar", "overview", "outline", "highlight",
        "propose", "argue", "focus"),
        r"(?<![a-z])(?:"
        r"(?:we|authors?|here) (?:\w+ly )?(?:here |also |will |then |further |first )*(?:(?:review|"
        r"summari[sz]e|discuss|outline|highlight|give an overview|survey|argue|consider|"
        r"focus)s?(?:ed)?\b"
        r"|provide an? (?:\w+ )?(?:overview|review|summary|update))|(?:in )?this (?:mini-?|short |"
        r"brief |narrative |critical )?(?:review|chapter|overview)\b|"
        r"(?:are|is|will be) (?:\w+ly )?(?:reviewed|summari[sz]ed|outlined|presented and discussed)|"
        r"(?:is|are) (?:also )?(?:given|provided) to [^\n]{0,20}overview"
        r")", 3),
    Cue(Signal.NARRATIVE, "matters discussed", 0, 2.5, ("discussed", "highlighted", "addressed"),
        r"(?:are|is|will be) (?:\w+ly )?(?:discussed|highlighted|addressed)", 2),
    Cue(Signal.NARRATIVE, "argued or believed", 2.5, 1.5, ("argue", "believe", "deserve", "should be", "regard the",
        "advocate", "opinion"),
        r"(?:authors?|we|i) (?:argue|believe|advocate|regard|hold|contend)|deserves?|"
        r"should be (?:treated|considered|given|offered|encouraged)|opinion", 2),
    Cue(Signal.NARRATIVE, "literature reviewed", 2, 1.5, ("literature", "review", "studies", "evidence", "research"),
        r"(?<![a-z])(?:"
        r"review (?:of )?(?:the )?(?:\w+ ){0,3}literature|literature review|recent (?:studies|"
        r"advances|developments|findings|research|evidence|data|progress|years)|"
        r"(?:current|growing|accumulating|available|existing|emerging) (?:evidence|knowledge|data|"
        r"literature|understanding|concepts)|"
        r"purpose of (?:the )?review|recent findings|evidence (?:suggests|indicates|is|for|from|"
        r"supports|that)|(?:studies|research|data|investigations) (?:have|has) (?:\w+ )?(?:shown|"
        r"suggested|demonstrated|indicated|revealed|been|focused)"
        r")", 3),
    Cue(Signal.NARRATIVE, "subject, not a study, in the title", 2.2, 0, ("role", "manag", "approach", "current",
        "recent", "future", "advance", "concept", "implication", "therap", "treatment of",
                                                                         "mechanis", "new", "history", "challenge",
                                                                         "towards", "toward", "insight",
                                                                         "pathogenesis", "pathophysiology", "?",
                                                                         "target", "what", "how "),
        r"\b(?:roles?|management|approach(?:es)?|current|recent|future|advances?|concepts?|"
        r"implications?|mechanisms?|history|challenges?|towards?|insights?|"
        r"pathogenesis|pathophysiology|emerging|novel therap\w+|new|targets?|strategies|options|"
        r"considerations|trends|opportunities|directions|issues|controvers\w+|therapeutics?)\b|\?$|"
        r"^(?:what|how|why)\b", 1),
    Cue(Signal.GUIDELINE, "guideline", 6, 2, ("guideline", "recommendation", "consensus", "position",
        "practice parameter", "statement"),
        r"(?<!for clinical )(?<!for )(?<!national )(?<!to )(?<!with )(?:practice|management|treatment|"
        r"society|evidence-based|^clinical) guidelines?\b(?! (?:adherence|implementation))|"
        r"(?<!national )(?<!treatment )(?<!practice )(?<!management )guidelines? "
        r"(?:for|on|from|of|by)|consensus (?:statement|guideline|"
        r"recommendation|report|conference|document|paper)|"
        r"position (?:statement|paper)|practice parameter|recommendations? (?:of|from|by) (?:the|a|"
        r"an) [^\n]{0,60}(?:society|committee|task force|group|panel|association)|"
        r"scientific statement|expert consensus"),
    Cue(Signal.GUIDELINE, "guidance given", 3, 2.5, ("recommend", "working group", "task force", "practice brief",
        "expert panel", "guideline"),
        r"(?:guidelines?|recommendations?) (?:were|are|have been) (?:developed|made|given|presented|graded|issued|"
        r"formulated)|(?:these|this|the present|following) (?:guidelines?|recommendations)|task force|working group|"
        r"expert panel|practice brief|diagnostic and treatment recommendations", 3),
    Cue(Signal.EDITORIAL, "letter or comment", 7, 2, ("comment", "letter", "editorial", "reply", "re:",
        "viewpoint", "author", "erratum", "introduction to th", "tribute", "memoriam", "obituary"),
        r"^\[?re:|^\[?(?:comment|reply|letter|editorial|in reply|erratum|correction|authors?['’]s?)\b|"
        r"\bcommentary\b|letter to the editor|\beditorial\b(?! (?:board|staff|team|process))|"
        r"reply to|comment on|viewpoint|[.:] (?:a )?comment\.?$|"
        r"introduction to (?:the|this) (?:\w+ )?(?:issue|section|supplement|symposium)|"
        r"\ba tribute to|in memoriam|obituary"),
    Cue(Signal.EDITORIAL, "comment on a paper of this issue", 0, 7, ("in this issue", "this letter", "this editorial",
        "this commentary", "this comment", "special issue", "special section", "related research article",
        "workshop", "symposium", "biography", "pioneer", "to the editor"),
        r"in this issue (?:of|,)|in this (?:letter|editorial|commentary|comment)\b|letter to the editor|"
        r"this (?:editorial|commentary|letter) (?!of )|(?:articles?|papers?) in this (?:special )?(?:issue|section)|"
        r"see (?:the )?related research article|(?:workshop|symposium) (?:was )?(?:held|convened|brought)|"
        r"report summari[sz]es (?:an?|the) [^\n]{0,30}(?:workshop|symposium|meeting)|pioneering work"),
)  # fmt: skip
