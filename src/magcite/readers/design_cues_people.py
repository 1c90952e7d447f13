"""Cues of observing people: cohorts, cases and controls, surveys, series, single patients, tests, measurements."""

from __future__ import annotations

from magcite.readers.design_cues import Cue, Signal

OBSERVATION_CUES = (
    Cue(Signal.COHORT, "cohort", 5, 4, ("cohort",),
        r"(?:retrospective|prospective|population-based|birth|historical|observational|nationwide|"
        r"longitudinal|matched|register-based|this|inception|multicent(?:er|re)|single-cent(?:er|"
        r"re)) (?:[\w-]+ ){0,3}cohort|cohort (?:study|analysis|design|studies)"),
    Cue(Signal.COHORT, "cohort in passing", 3, 1, ("cohort",), r"\bcohort"),
    Cue(Signal.COHORT, "looking back", 5, 4.5, ("retrospective",), r"retrospective(?!ly regist)"),
    Cue(Signal.COHORT, "looking forward", 4, 3, ("prospective", "longitudinal"),
        r"(?<![a-z])(?:"
        r"(?<!retro)prospective(?:ly)?(?! trial)|longitudinal (?:study|data|analys|cohort|design|follow)|"
        r"longitudinally"
        r")"),
    Cue(Signal.COHORT, "followed over time", 3, 2, ("follow", "incident", "incidence", "hazard", "cox", "person-years",
        "risk of dev", "uintile", "uartile", "tertile"),
        r"(?<![a-z])(?:"
        r"(?:were|was|been|study|we|and|who) followed(?! by)|over \d+ years|risk of developing|"
        r"at follow-up|(?:highest|lowest|top|bottom|upper) (?:quartile|quintile|tertile)|"
        r"follow(?:ed)?[- ]?up (?:of|period|for|was|study|data|time|duration)|mean follow|"
        r"median follow|years of follow|\d[- ](?:year|month)s? follow|"
        r"hazard ratio|cox (?:proportional|regression|model)|person-years|incidence of|"
        r"\bincident (?!report|information|care|command|manage|form)\w+"
        r")", 2),
    Cue(Signal.COHORT, "people followed", 3, 3, ("followed",),
        r"(?:we|study|investigators|authors|and|who|were|was) followed (?:up )?(?:about |over |for |until |\d)"),
    Cue(Signal.COHORT, "records of patients", 3, 2, ("record", "chart", "registr", "database", "regist", "claims"),
        r"(?<![a-z])(?:"
        r"(?<!electronic )(?:medical|hospital|case|patient|clinical|health) (?:records?|notes|charts)|"
        r"records of (?:the |all )?(?:\w+ )?patients|chart review|"
        r"registr(?:y|ies)|(?:administrative|claims|insurance|national|register)[- ](?:data|database)|"
        r"consecutive(?:ly)? (?:[\w-]+ ){0,2}(?:patients|cases|admi)"
        r")"),
    Cue(Signal.COHORT, "free of it at first", 0, 4, ("free of", "free from"),
        r"free (?:of|from) (?:[\w,'-]+ ){1,10}?at (?:baseline|entry|enrol?lment|inclusion)"),
    Cue(Signal.COHORT, "seen in waves", 0, 2, ("waves",), r"\b(?:two|three|four|five|six|\d+) (?:[\w-]+ )?waves\b"),
    Cue(Signal.COHORT, "as it goes in practice", 3, 2.5, ("real-world", "real world", "real-life", "real life",
        "naturalistic"),
        r"real[- ](?:world|life) (?!issues|problems|situations|tasks|scenes)|naturalistic (?:[\w-]+ ){0,2}(?:study|"
        r"sample|setting|follow|design|cohort|treatment|trial)"),
    Cue(Signal.COHORT, "survival analysed", 2, 2, ("kaplan", "log-rank", "overall survival", "disease-free survival",
        "waves of", "trajector"),
        r"kaplan|log-rank|overall survival|disease-free survival|waves of (?:longitudinal )?(?:data|the)|"
        r"longitudinal trajector"),
    Cue(Signal.COHORT, "measured again and again", 0, 3.5, ("months", "years", "longitudinal"),
        r"baseline,? (?:\d+|six|three|twelve)(?:,| and| months?| years?)[^\n]{0,20}\d+ (?:months|"
        r"years)|changes? over time|linear mixed"),
    Cue(Signal.SECONDARY, "analysis within a trial", 4, 3, ("secondary", "post hoc", "post-hoc", "ancillary",
        "substudy", "sub-study", "baseline data", "data from", "trial", "placebo"),
        r"(?<![a-z])(?:"
        r"secondary (?:data )?analys[ei]s|post[- ]hoc|ancillary (?:study|analysis)|sub-?study|"
        r"baseline (?:data|assessment|visit|interview|measures) (?:of|from|in)|"
        r"(?:data|participants?|patients|individuals|women|men|subjects|"
        r"people) (?:\([^)\n]{0,20}\) )?(?:were |who |had )?(?:from|in|enrolled in|participating in|"
        r"participated in|took part in|of|recruited (?:for|to)|enrolling in) (?:an?|the|two|"
        r"three) (?:[\w-]+ ){0,6}(?:trial|intervention study)\b|"
        r"placebo (?:arm|group)s? (?:of|analysis)"
        r")"),
    Cue(Signal.SECONDARY, "baseline only", 2, 1.5, ("baseline",),
        r"at baseline|baseline (?:data|sample|characteristics|assessment|visit|interview)"),
    Cue(Signal.CASE_CONTROL, "case-control", 8, 6, ("case",),
        r"case[- –/]?(?:control|referent|referrent|comparison)|case[- ]cross-?over|self-controlled case[- ]series"),
    Cue(Signal.CASE_CONTROL, "so many cases and so many controls", 3, 3, ("controls", "conditional logistic"),
        r"\d+ (?:[\w-]+ ){0,3}cases(?: with \w+)?(?: \([^)\n]{0,30}\))? and \d+ (?:[\w-]+ ){0,4}controls|"
        r"conditional logistic|interviewed[^\n]{0,160}\bcontrols", 2),
    Cue(Signal.CASE_CONTROL, "controls drawn from where cases came from", 5, 5, ("controls",),
        r"(?:population|hospital|neighbou?rhood|community)[- ](?:based )?controls"),
    Cue(Signal.CASE_CONTROL, "cases and controls", 3, 2.5, ("cases",),
        r"\bcases (?:and|versus|vs\.?|than) (?:in |the |\d+ )*(?:\w+ ){0,4}controls|cases were matched"),
    Cue(Signal.CASE_CONTROL, "odds against controls", 1, 1, ("controls",),
        r"matched (?:\w+ )?controls|controls (?:were )?matched|odds ratios?[^\n]{0,80}controls|\d+ controls"),
    Cue(Signal.CROSS_SECTIONAL, "cross-sectional", 8, 4, ("cross",),
        r"cross[- ]?sectional(?:ly)?(?! (?:studies|work|research|area|evidence|images|imaging))"),
    Cue(Signal.CROSS_SECTIONAL, "cross-sectional design", 0, 3, ("cross",),
        r"cross[- ]?sectional,? (?:[\w-]+,? ){0,4}(?:study|survey|analysis|analyses|design|data|"
        r"sample|cohort|assessment|evaluation|interview|investigation|comparison)\b"),
    Cue(Signal.CROSS_SECTIONAL, "share found affected", 0, 7, ("deficien", "shortage", "insufficien", "abnormal",
        "anaemi", "anemi", "hypo"),
        r"(?:deficien|shortage|insufficien|abnormal|anaemi|anemi|hypo)[\w-]*(?: [\w-]+){0,4} (?:found|"
        r"present|detected|observed|seen|noted|diagnosed|recorded) in (?:about |over |more than )?\d"),
    Cue(Signal.CROSS_SECTIONAL, "survey", 3, 2, ("survey", "questionnaire", "nhanes", "census"),
        r"\bsurvey(?:s|ed)?\b|nhanes|(?:postal|self-(?:administered|report\w*)|completed (?:an?|the|"
        r"two|self)) (?:\w+ )?questionnaires?|questionnaire survey|national health"),
    Cue(Signal.CROSS_SECTIONAL, "answers to a survey", 3, 2, ("survey",),
        r"survey[- ]based|survey results|(?:completed|answered|responded to|took part in) (?:an?|the|our|this) "
        r"(?:[\w-]+ ){0,3}survey|survey respondents"),
    Cue(Signal.CROSS_SECTIONAL, "prevalence", 3, 1.5, ("prevalence", "seroprevalence", "frequency of", "proportion of"),
        r"(?:sero)?prevalence|frequency of (?!use|[\w-]*ing\b)"),
    Cue(Signal.COMPARED, "patients against healthy people", 1.5, 2, ("control", "healthy"),
        r"healthy (?:\w+[- ]){0,3}(?:controls?|subjects?|volunteers?|individuals|people|participants|"
        r"comparison|adults|men|women)|normal (?:controls?|subjects|volunteers)|control subjects|"
        r"age-? ?(?:and (?:sex|gender)-?)?[- ]?matched|controls"),
    Cue(Signal.COMPARED, "associations sought", 2.5, 1.8, ("associat", "correlat", "relation", "predict", "factor",
        "differen", "determinant"),
        r"(?<![a-z])(?:"
        r"(?:was|were|is) (?:\w+ )?(?:associated|correlated|related) with|associations? (?:between|of|"
        r"with)|correlat(?:ed|ions?|es) (?:between|with|of)|relationships? (?:between|of|with)|"
        r"predict(?:ors?|ed|ive|ing)\b|risk factors?|determinants|differences? (?:between|in)"
        r")", 2),
    Cue(Signal.COMPARED, "measured in people", 1.5, 1.5, (
         "mri", "magnetic resonance", "eeg", "electroencephal", "event-related", "positron", "genotyp",
         "polymorphism", "neuropsychological", "cerebrospinal", "serum level", "serum concentration", "plasma level",
         "plasma concentration", "interviewed", "interviews", " scale", "inventory", "questionnaire", "test battery",
         "evoked potential", "tomography"), "", 2),
    Cue(Signal.SERIES, "case series", 6, 4.5, ("series", "cases", "case histor"),
        r"(?<!controlled )case[- ]series|case histories|series of (?:\d+|\w+) (?:\w+ ){0,3}(?:patients|cases)|"
        r"consecutive (?:series|cases)"),
    Cue(Signal.SERIES, "so many cases in the title", 7, 0, ("cases of",),
        r"^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) cases of\b"),
    Cue(Signal.SERIES, "several patients reported", 1.5, 2.5, ("we report", "describe", "present ", "rs report",
        "experience"),
        r"(?<![a-z])(?:"
        r"(?:we|authors?|i) (?:report|describe|present)(?: on)? (?:our experience|\d+|the (?:results|"
        r"cases|clinical)|[\w-]+ (?:patients|cases))|case histories|(?:our|the) experience (?:with|of|"
        r"in)|experience with"
        r")"),
    Cue(Signal.CASE, "case report", 8, 5, ("case", "rare", "unusual"),
        r"case[- ](?:reports?|study|presentation|history|illustration|description)\b(?! form)|"
        r"report of (?:a|one|two|three|an?|\d) (?:\w+ ){0,3}cases?|: an? (?:\w+ ){0,3}case\b(?![ -](?:control|cross))|"
        r"(?:a|an|one|unusual|rare|first|two|three) (?:\w+[- ]){0,2}cases? (?:of|with|report|involving)|"
        r"study of a case"),
    Cue(Signal.CASE, "we report one patient", 0, 5, ("report a", "report o", "report t", "report f", "report n",
        "report h", "reports a",
        "reports t", "reported a", "reported h", "describe", "present a", "present o", "present t", "presents a",
        "discuss a", "discusses a", "illustrate a", "document", "encountered"),
        r"(?:we|authors?|here|herein|article|paper|report|study)(?: here| also| herein)? (?:report|"
        r"describe|present|discuss|illustrate|document|encountered)(?:s|ed)?(?: here| now| herein)?(?: on|"
        r" upon)? (?:the |on )?(?:an? |one |two |three |the (?:case|first|clinical|successful)|"
        r"four )(?!(?:new|novel|simple|method|model|study|large|series|group|cohort|systematic|meta|"
        r"randomi|family))(?:[\w-]+,? ){0,8}?(?:case|patient|man|woman|boy|girl|infant|child|male|"
        r"female|neonate|adolescent|newborn|person|siblings?|brothers?|sisters?|twins?)s?\b", 2),
    Cue(Signal.CASE, "a patient is described", 0, 5, ("is presented", "is described", "is reported",
        "are described in one",
        "is discussed", "being reported", "was described", "a patient w"),
        r"an? (?:[\w-]+ ){0,3}?(?:patient|case|man|woman|boy|girl|child|infant|tumou?r|"
        r"lesion)\b[^\n]{0,120}? (?:is|was|is being) "
        r"(?:presented|described|reported|discussed)|(?:^|\n)a patient (?:with|who|was)"),
    Cue(Signal.CASE, "this case", 0, 5, ("case ", "patient "),
        r"(?:this|the present|our|the) (?:case|patient)(?: report)? (?:\w+ )?(?:is|was|had|"
        r"report|illustrates|highlights|demonstrates|presented|describes|suggests|emphasi[sz]es|shows|"
        r"underscores|developed|underwent|represents|study|died|received|indicates)", 2),
    Cue(Signal.CASE, "a patient of that age", 3, 5.5, ("-old", "year old", "years old", "month old", "yo ", "aged"),
        r"(?<![a-z])(?:"
        r"\b(?:an?|the|this|one|our|in an?|previously healthy|healthy) (?:[\w-]+ ){0,3}?(?:\d{1,3}|"
        r"[a-z]+)[- ]?(?:-year|year|month|week|day|yr)s?[- ]old,? (?:[\w-]+,? ){0,5}?(?:man|woman|boy|"
        r"girl|male|female|patient|infant|child|neonate|gentleman|lady|person|teenager|adolescent)?\b|"
        r"\bin (?:an? )?\d{1,2}[- ]years?[- ]old (?:man|woman|boy|girl|male|female|patient)\b|"
        r"\bcase \d\b|^a \d{1,2}[- ]year|(?:man|woman|boy|girl|patient|female|"
        r"male),? (?:aged )?\d{1,2}[- ]years?[- ](?:old|of age)"
        r")", 2),
    Cue(Signal.CASE, "a patient presented", 0, 2, ("present", "admitted", "develop", "hospital", "referred"),
        r"\b(?:a|the|one|his|her|he|she|our) (?:[\w-]+ ){0,3}(?:patient|man|woman|boy|girl|child|"
        r"infant|he|she|male|female) (?:was|had|presented|developed|who|with a|died|complained|"
        r"experienced|recovered|underwent|received)|\b(?:he|she) (?:was|had|presented|developed|"
        r"underwent|received|died)\b", 2),
    Cue(Signal.DIAGNOSTIC, "accuracy of a test", 4, 3, ("sensitivity", "accuracy", "diagnostic", "specificity", "roc"),
        r"diagnostic (?:accuracy|performance|value|yield|utility|validity|test)|sensitivity (?:and|of|"
        r"was)|specificity|receiver operating|area under the (?:roc|receiver)|predictive values?", 3),
)  # fmt: skip

PEOPLE_CUES = (
    Cue(Signal.PEOPLE, "people took part", 3, 1,
        ("patient", "participant", "subjects", "children", "women", " men ", "adults", "people", "volunteer",
         "adolescent", "students", "infants", "individuals",
         "veterans", "mothers", "parents", "girls", "boys", "residents", "workers", "nurses", "elderly", "persons",
         "families", "youth",
         "caregiver"), "", 6),
    Cue(Signal.DATA, "statistics", 0, 1, ("p <", "p<", "p =", "p=", "ci ", "ci)", "%", "±", "+/-", "n =", "n=",
        "significan", "95%"),
        r"p ?[<=>≤] ?0?\.\d|95 ?% ?c|± ?\d|\+/- ?\d|n ?= ?\d|significant(?:ly)? (?:\w+ )?(?:higher|"
        r"lower|differen|increase|decrease|reduc|improve|correlat|associat|more|less|greater|better|"
        r"effect)|\d(?:\.\d+)? ?%", 5),
    Cue(Signal.DATA, "we found", 0, 1, ("result", "found", "show", "measured", "compared", "studied", "investigated",
        "examined", "analy", "aim", "assessed", "evaluated", "objective", "purpose", "determine"),
        r"(?<![a-z])(?:"
        r"(?:results|findings|data) (?:show|suggest|indicat|demonstrat|reveal|support|"
        r"confirm)(?!s? that recent)|we (?:found|show|observed|measured|compared|studied|investigated|"
        r"examined|analy[sz]ed|assessed|evaluated|identified|used|demonstrate|performed|tested)|"
        r"(?:was|were) (?:\w+ly )?(?:measured|compared|studied|investigated|examined|analy[sz]ed|"
        r"assessed|evaluated|determined|found|observed|performed|recorded|collected|obtained|included|"
        r"tested|detected|identified|recruited|enrolled|higher|lower|seen|increased|decreased)|"
        r"(?:aim|objective|purpose)s? (?:of (?:this|the|our) (?:\w+ )?(?:study|work|research|"
        r"investigation|experiment|trial)|was|were)"
        r")", 5),
    Cue(Signal.OTHER, "method or instrument", 3, 2.5, (
         "psychometric", "validation", "validity", "reliability", "factor analysis", "factor structure", "algorithm",
         "software", "machine learning", "deep learning", "neural network", "new method", "novel method",
         "simple method", "rapid method", "new technique", "new approach", "novel approach", "proposed method",
         "proposed approach", "chromatograph", "simulation", "mathematical", "finite element", "translated into",
         "inter-rater", "interrater", "cronbach", "hplc", "web-based", "ontology", "new tool", "assay was",
         "framework", "electronic health record"), "", 2),
    Cue(Signal.OTHER, "interviews and views", 3, 2.5, (
         "qualitative", "semi-structured", "semistructured", "in-depth interview", "focus group", "thematic",
         " themes", "ethnograph", "grounded theory", "phenomenolog"), "", 1),
    Cue(Signal.OTHER, "genes and tissue of people", 2.5, 2, (
         "mutation", " gene ", " genes", "linkage", "genome-wide", "post-mortem", "postmortem", "autops", "allele",
         " locus", " loci", "sequenced", "sequencing", "exome", "immunohistochem", "haplotype", "families with"), ""
         , 2),
)  # fmt: skip
