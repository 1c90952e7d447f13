"""The words by which statements about health, food and numbers are known, in Dutch and English.

Written for magcite, from the verbs of effect, association, need, risk and finding that health journalism uses. They are
wide on purpose: a sentence too many is struck out at a glance, and one that is left out is seldom missed.
"""

from __future__ import annotations

import re
from functools import cache

_EFFECT_NL = (
    r"ver(?:laag|lag|hoog|hog|beter|minder|licht|snel|sterk|trag|traag|oorza|slechter|klein|groot|grot|kort|leng|zacht|"
    r"hinder|stoor|mijd|vang)\w*",
    r"voork[oó]m\w*|voorkwam\w*|gene(?:es|zen|zing)\w*|help(?:t|en)|hielp\w*|bevorder\w*|bescherm\w*|beschadig\w*",
    r"stimul(?:eer|er)\w*|rem(?:t|men|mend|de)\b|\w+remm(?:end|er)\w*|bestrijd\w*|onderdruk\w*|activ(?:eer|er)\w*",
    r"regul(?:eer|er)\w*|ondersteun\w*|herstel\w*|tegen(?:gaa|gaat|gaan|werk)\w*|gaat [^.]{0,40}tegen\b|uitschakel\w*",
    r"afnem\w*|toenem\w*|(?:neem|neemt|nam|namen) [^.]{0,60}\b(?:af|toe)\b|stijg\w*|steeg|stegen|daal\w*|dalen",
    r"beïnvloed\w*|zorg(?:t|de|en|den)\b[^.]{0,60}\bvoor\b|te zorgen voor|leid(?:t|de|den|en)\b[^.]{0,60}\btot\b",
    r"draag(?:t|en)\b[^.]{0,60}\bbij\b|dragen\b[^.]{0,60}\bbij\b|bij(?:dra|ge)\w*|werk(?:t|en|te|ten)\b|effect\w*",
    r"invloed\w*|benade\w+|oplever\w*|lever(?:t|de|en)\b|oorza[ka]\w*|gevolg\w*",
)
_STATE_NL = (
    r"gunstig\w*|schadelijk\w*|gevaarlijk\w*|veilig\w*|gezond(?:er)?\b|ongezond\w*|voordel\w+|nadel\w+",
    r"risico\w*|kans(?:en)?\b|vatbaar\w*|verband\w*|samenhang\w*|h(?:ang|angen|angt|ing)\b[^.]{0,60}\bsamen",
    r"gerelateerd|geassocieerd|gelinkt|gekoppeld|gepaard|\w*tekort(?:en)?\b|deficiëntie\w*|gebrek aan",
    r"te (?:weinig|veel)\b",
    r"du(?:idt|iden)\b[^.]{0,40}\bop\b|duiden op|wij(?:zen|st)\b|uit(?:wijzen|gewezen)|aangetoond|gebleken",
    r"bl(?:ijkt|eek|eken)\b|bewezen|bewijs\w*|onderzo(?:ek|cht)\w*|ondervond\w*|ervoer\w*|ervar\w*",
    r"nodig\b|onmisbaar|noodzakelijk\w*|essenti(?:eel|ële)|crucia(?:al|le)|belangrijk(?:e|er)?\b|betrokken bij",
    r"spe(?:elt|elde|len)\b[^.]{0,60}\brol|rol bij|sleutelrol|symptom\w*|kenmerk\w*|bevat(?:ten)?\b|aanmaak|opname",
    r"opgenomen|opneem\w*|betere?\b|slechter\w*|sneller\w*|hogere?\b|lagere?\b|minder\b|bevind(?:t|en) zich",
    r"zit(?:ten)?\b[^.]{0,40}\bin\b|uiten\b",
)
_EFFECT_EN = (
    r"lower(?:s|ed|ing)?\b|rais(?:e|es|ed|ing)\b|improv\w+|reduc\w+|increas\w+|decreas\w+|reliev\w+|prevent\w*",
    r"treat(?:s|ed|ing|ment)?\b|cur(?:e|es|ed|ing)\b|help(?:s|ed|ing)?\b|promot\w+|protect\w*|damag\w+|boost\w*",
    r"inhibit\w*|block(?:s|ed|ing)?\b|suppress\w*|activat\w+|regulat\w+|support(?:s|ed|ing)?\b|restor\w+",
    r"caus(?:e|es|ed|ing)\b|lead(?:s|ing)? to|led to|result(?:s|ed|ing)? in|contribut\w+|affect(?:s|ed|ing)?\b",
    r"effect\w*|influenc\w+|benefi\w+|harm(?:s|ed|ful)?\b|absor\w+|eas(?:e|es|ed|ing)\b|work(?:s|ed)?\b|speed(?:s)? up",
    r"slow(?:s|ed)?\b|strengthen\w*|weaken\w*|shorten\w*|stimulat\w+|trigger\w*|alleviat\w+",
)
_STATE_EN = (
    r"dangerous|safe(?:r|ty)?\b|health(?:y|ier)|unhealthy|risk\w*|likel(?:y|ier|ihood)|chances?\b|prone|associat\w+",
    r"link(?:s|ed)?\b|relat(?:ed|ion\w*)\b|correlat\w+|connect(?:ed|ion)\b|deficien\w+|shortage\w*",
    r"lack(?:s|ed|ing)?\b",
    r"indicat\w+|suggest\w*|show(?:s|ed|n)?\b|f(?:ound|ind|inds|indings?)\b|demonstrat\w+|prov(?:e|es|ed|en)\b",
    r"evidence",
    r"stud(?:y|ies)\b|research\w*|trials?\b|experienc\w+|need(?:s|ed)?\b|requir\w+|essential|necessary|crucial",
    r"important|vital|involved in|play(?:s|ed)? [^.]{0,40}\brole|contain(?:s|ed|ing)?\b|better\b|worse\b|faster\b",
    r"higher\b|fewer\b|less\b|symptom\w*",
)
_NUMBER = (
    r"\d[\d.,]*\s*(?:%|procent|percent|per cent|mg|mcg|µg|μg|gram|g\b|kg|ml|mmol|kcal|keer|maal|times|fold|x\b|mensen|"
    r"people|deelnemers|participants|patiënten|patients|vrouwen|women|mannen|men\b|kinderen|children|volwassenen|adults)"
)


@cache
def assertive() -> re.Pattern[str]:
    """Compile the words by which statements are known; only when a text is read, for they are many."""
    words = "|".join((*_EFFECT_NL, *_STATE_NL, *_EFFECT_EN, *_STATE_EN))
    return re.compile(rf"(?<!\w)(?:{words})|{_NUMBER}", re.IGNORECASE)
