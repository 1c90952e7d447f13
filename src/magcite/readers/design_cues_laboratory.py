"""Cues of animals, cells and tissue."""

from __future__ import annotations

from magcite.readers.design_cues import Cue, Signal

_COUNTED = (
    "rat rodent rabbit hamster gerbil dog cat pig piglet lamb goat cow horse monkey macaque marmoset baboon "
    "primate chick chicken frog songbird bird squirrel vole ferret pigeon quail animal broiler hen turtle snail bee "
    "cricket locust mosquito fly"
)
_UNCOUNTED = (
    "mice mouse murine swine porcine sheep cattle calves zebrafish drosophila caenorhabditis elegans xenopus fish flies"
    " pups bats aedes anopheles reindeer insects"
    " canine feline bovine ovine rhesus goldfish finches poultry larvae mosquitoes cynomolgus mink lamprey "
    "aplysia guinea"
)
_SPECIES_WORDS = frozenset(_UNCOUNTED.split()) | {word + end for word in _COUNTED.split() for end in ("", "s")}
_NO_ANIMAL = (
    "oil|oils|intake|consumption|scan|eye|allerg|scratch|bite|ownership|therapy|assisted|monoclonal|serum|anti|albumin|"
    "antibod|food|attack|eating|eaters|borne|transmitted|nets?|repellents?|control"
)
_NAMES = "|".join(sorted(_SPECIES_WORDS))
_FOOD = "".join(
    rf"(?<!{word} fish)"
    for word in (
        "salted",
        "oily",
        "fatty",
        "dried",
        "smoked",
        "fried",
        "raw",
        "eating",
        "of",
        ",",
        "meat and",
        "fruit and",
    )
)
_SPECIES = (
    rf"\b(?:{_NAMES})\b(?![- ](?:{_NO_ANIMAL}))(?!['’]?s['’]? (?:egg|milk))(?<!new guinea)(?<!papua guinea){_FOOD}"
)

LABORATORY_CUES = (
    Cue(Signal.ANIMAL, "species in the title", 7, 0, (), _SPECIES, 1, _SPECIES_WORDS),
    Cue(Signal.ANIMAL, "species", 0, 1.1, (), _SPECIES, 6, _SPECIES_WORDS),
    Cue(Signal.ANIMAL, "laboratory strain", 4, 4, (
         "sprague", "wistar", "c57bl", "balb/c", "transgenic mice", "transgenic mouse", "transgenic rat",
         "transgenic animal", "knockout mice", "knock-out mice", "knockout mouse", "knockin mice", "knock-in mice",
         "fischer 344", "long-evans", "long evans", "new zealand white", "db/db", "ob/ob", "-deficient mice",
         "mutant mice", "null mice", "wild-type mice", "wild type mice", "wildtype mice", "littermates",
         "intraperitoneal", "i.p.", "decapitat", "were sacrificed", "intracerebroventricular", "lister hooded"), "", 2),
    Cue(Signal.ANIMAL, "animals as subjects", 2, 2.5, ("model", "animal", "inject", "lesion", "induced"),
        r"(?:rat|mouse|animal|murine|rodent|primate|rabbit|porcine|canine|ovine|pig) models?|"
        r"animals? (?:were|was|received|showed|treated|model|group)|"
        r"(?:rats|mice|animals|monkeys|rabbits|dogs|cats) (?:were|was|received|showed|treated|"
        r"exhibited|with|that|given|had|injected|fed|trained|exposed)|in (?:rats|mice|monkeys|rabbits|"
        r"dogs|cats)"),
    Cue(Signal.ANIMAL, "animal behaviour test", 2, 2, ("maze", "swim", "open field", "fear condition", "self-administ"
        , "place preference", "locomotor", "encephalomyelitis", "occlusion"),
        r"(?:water|plus|radial|t-|y-) ?maze|morris|forced swim|open[- ]field|fear conditioning|"
        r"place preference|locomotor activity|allergic encephalomyelitis|autoimmune encephalomyelitis|"
        r"middle cerebral artery occlusion"),
    Cue(Signal.ANIMAL, "living animals", 1, 1.2, ("in vivo", "sacrific", "ligation", "mice", "rats", "hindlimb",
        "rodent model", "was infused", "were infused", "electrophysiological stud", "extracellular"),
        r"(?<![a-z])(?:"
        r"\bin vivo\b(?! (?:imaging|mr|magnetic|pet|brain imaging|evidence in human))|sacrificed|"
        r"(?:artery|duct|nerve) ligation|"
        r"\d+ (?:male |female |adult )*(?:mice|rats)\b|hindlimb|(?:was|were) infused into the"
        r")", 1),
    Cue(Signal.CELLS, "in vitro", 6, 3, ("in vitro", "in-vitro", "ex vivo"), r"in[- ]vitro(?! fertili)|ex vivo", 2),
    Cue(Signal.CELLS, "slices, currents and baths", 4, 2.5, ("slice", "patch", "whole-cell", "incubat", "superfus",
        "perfus", "purified", "cell-culture", "homogenate", "currents", "cells were", "neurons were", "resolution of"),
        r"(?:brain|hippocampal|cortical|striatal|cerebellar|acute|tissue|organotypic) slices?|slices (?:of|from)|"
        r"whole[- ]cell|patch[- ]clamp|(?:were|was|after|cells?) incubat|incubation (?:of|with)|superfus|perfusate|"
        r"cell-culture|(?:was|were) (?:\w+ )?purified|purified (?:from|\w+ protein)|homogenates|"
        r"(?:calcium|sodium|potassium|membrane|synaptic|ca2\+|k\+|na\+) currents|"
        r"(?:cells|neurons|astrocytes|microglia|oligodendrocytes) were (?:\w+ )?(?:exposed|treated|grown|stimulated|"
        r"isolated|derived|plated|differentiated)|resolution of \d(?:\.\d+)? ?(?:a|å)\b", 2),
    Cue(Signal.CELLS, "cell lines and cultures", 5, 2, (
         "cell line", "cultured", "cell culture", "primary culture", "organotypic", "neuronal culture",
         "tissue culture", "neural culture", "organoid", "hek293", "hek 293", "sh-sy5y", "pc12", "pc-12", "u87",
         "hela ", "neuro-2a", "bv-2", "bv2", " cho ", "cos-7", "transfected", "stem cell", "glioma cell",
         "tumor cell", "tumour cell", "cancer cell", "neuroblastoma cell", "progenitor cell", "glioblastoma cell",
         "carcinoma cell", "endothelial cell", "microglial cell", "leukemia cell", "melanoma cell", "neuronal cell",
         "schwann cell", "epithelial cell", "fibroblasts", "lymphoblast", "ipsc", "brain slice", "cell viability",
         "cell proliferation", "cell death", "cell migration", "cell invasion", "cell cycle"), "", 4),
    Cue(Signal.CELLS, "molecules at work", 3, 1.2, (
         "phosphorylat", "western blot", "rt-pcr", "qpcr", "sirna", "shrna", "kinase", "overexpress", "knockdown",
         "knock-down", "upregulat", "up-regulat", "downregulat", "down-regulat", "crystal structure",
         "molecular dynamics", "docking", "fibrils", "aggregation", "luciferase", "apopto", "nanoparticle",
         "binding affinity", "ic50", "patch-clamp", "patch clamp", "immunoprecipit", "enzyme", "enzymatic",
         "recombinant", "plasmid", "signaling pathway", "signalling pathway"), "", 4),
)  # fmt: skip
