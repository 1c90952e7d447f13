"""Cues of animals, cells and tissue."""

from __future__ import annotations

from magcite.readers.design_cues import Cue, Signal

_COUNTED = (
    "rat rodent rabbit hamster gerbil dog cat pig piglet lamb goat cow horse monkey macaque marmoset baboon primate chick chicken "
    "frog songbird bird squirrel vole ferret pigeon quail animal broiler hen turtle snail bee cricket locust mosquito fly"
)
_UNCOUNTED = (
    "mice mouse murine swine porcine sheep cattle calves zebrafish drosophila caenorhabditis elegans xenopus fish flies pups canine "
    "feline bovine ovine rhesus goldfish finches poultry larvae mosquitoes cynomolgus mink lamprey aplysia guinea"
)
_SPECIES_WORDS = frozenset(_UNCOUNTED.split()) | {word + end for word in _COUNTED.split() for end in ("", "s")}
_NO_ANIMAL = (
    "oil|oils|intake|consumption|scan|eye|allerg|scratch|bite|ownership|therapy|assisted|monoclonal|serum|anti|albumin|antibod|food|attack"
)
_SPECIES = r"\b(?:" + "|".join(sorted(_SPECIES_WORDS)) + r")\b(?! (?:" + _NO_ANIMAL + "))(?<!new guinea)(?<!papua guinea)"

LABORATORY_CUES = (
    Cue(Signal.ANIMAL, "species in the title", 7, 0, (), _SPECIES, 1, _SPECIES_WORDS),
    Cue(Signal.ANIMAL, "species", 0, 1.1, (), _SPECIES, 6, _SPECIES_WORDS),
    Cue(Signal.ANIMAL, "laboratory strain", 4, 4, ("sprague", "wistar", "c57bl", "balb", "transgenic", "knockout", "knock-out", "fischer 344", "long-evans", "long evans", "knock-in",
                                                   "new zealand white", "apoe", "db/db", "wild-type", "-deficient", "ob/ob", "mutant", "null", "intraperitoneal", "i.p.", "decapit", "sacrificed", "icv", "lister"),
        r"sprague|wistar|c57bl|balb/?c|transgenic (?:mice|mouse|rat|animal|model)|knock-?(?:out|in) (?:mice|mouse|rat|animal)|fischer 344|long[- ]evans|new zealand white|db/db|ob/ob|"
        r"[\w/+-]+-deficient mice|(?:mutant|null|wild-?type) (?:mice|mouse|animals|flies|littermates)|intraperitoneal|\bi\.p\.|decapitat|were sacrificed|intracerebroventricular|lister hooded"),
    Cue(Signal.ANIMAL, "animals as subjects", 2, 2.5, ("model", "animal", "inject", "lesion", "induced"),
        r"(?:rat|mouse|animal|murine|rodent|primate|rabbit|porcine|canine|ovine|pig) models?|animals? (?:were|was|received|showed|treated|model|group)|"
        r"(?:rats|mice|animals|monkeys|rabbits|dogs|cats) (?:were|was|received|showed|treated|exhibited|with|that|given|had|injected|fed|trained|exposed)|in (?:rats|mice|monkeys|rabbits|dogs|cats)"),
    Cue(Signal.ANIMAL, "animal behaviour test", 2, 2, ("maze", "swim", "open field", "fear condition", "self-administ", "place preference", "locomotor", "encephalomyelitis", "occlusion"),
        r"(?:water|plus|radial|t-|y-) ?maze|morris|forced swim|open[- ]field|fear conditioning|place preference|locomotor activity|allergic encephalomyelitis|autoimmune encephalomyelitis|middle cerebral artery occlusion"),
    Cue(Signal.CELLS, "in vitro", 6, 3, ("in vitro", "in-vitro", "ex vivo"), r"in[- ]vitro|ex vivo", 2),
    Cue(Signal.CELLS, "cell lines and cultures", 5, 2, ("cell", "cultur", "organoid", "fibroblast", "neurons", "hek", "slice", "astrocyte", "microglia", "ipsc"),
        r"cell lines?|cultured|(?:cell|primary|organotypic|neuronal|tissue|neural|astrocyte|hippocampal|cortical) cultures?|organoids?|hek ?-?293t?|sh-?sy5y|pc-?12|u87|hela|neuro-?2a|bv-?2|\bcho\b|cos-?7|"
        r"transfected|(?:stem|glioma|tumou?r|cancer|neuroblastoma|progenitor|glioblastoma|carcinoma|endothelial|microglial|leukemia|melanoma|hela|neuronal|schwann|epithelial) cells?|fibroblasts|lymphoblast\w*|\bi?pscs?\b|brain slices?|in cells|cell (?:viability|proliferation|death|migration|invasion|cycle|apoptosis)", 4),
    Cue(Signal.CELLS, "molecules at work", 3, 1.2, ("protein", "express", "phosphoryl", "binding", "receptor", "inhibit", "western", "pcr", "sirna", "kinase", "molecul", "peptide", "crystal", "fibril", "aggregat",
                                                 "docking", "synthes", "apopto", "pathway", "enzyme", "nanopart"),
        r"phosphorylat|western blot|rt-?pcr|qpcr|sirna|shrna|kinase|overexpress|knock-?down|up-?regulat|down-?regulat|crystal structure|molecular dynamics|docking|fibrils?\b|aggregation|luciferase|apopto|"
        r"nanoparticles?|binding affinity|ic50|patch[- ]clamp|immunoprecipit|enzyme(?:s|tic)?\b|amyloid[- ]β|recombinant|plasmid|signaling pathway", 4),
)  # fmt: skip
