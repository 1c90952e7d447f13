"""The words that tell what a number in an abstract counts, and at which stage of a study.

Written by hand while reading trial reports and observational abstracts; English only.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Give the words of a list as a set."""
    return frozenset(text.split())


PEOPLE = word_set(
    "patients pts controls comparators participants subjects individuals people persons women men adults children "
    "infants newborns neonates babies boys girls adolescents teenagers volunteers students males females "
    "respondents residents workers nurses physicians doctors practitioners clinicians smokers athletes runners "
    "cyclists swimmers players soldiers veterans mothers fathers parents caregivers carers twins siblings "
    "survivors recipients donors users outpatients inpatients drinkers nonsmokers ex-smokers non-smokers addicts "
    "primigravidae primiparas primigravidas nulliparas parturients gravidas pregnancies elders seniors elderly "
    "youths youth schoolchildren preschoolers toddlers employees teachers citizens probands relatives carriers "
    "diabetics asthmatics schizophrenics hypertensives normotensives epileptics alcoholics migraineurs enrollees "
    "beneficiaries members consumers clients inmates prisoners offenders victims refugees immigrants migrants "
    "triathletes marathoners attendees applicants sufferers entrants undergraduates servicemen servicewomen "
    "personnel rowers skiers footballers wrestlers climbers dancers gymnasts weightlifters patient-volunteers "
    "trainees interns pupils preterms multiparas multigravidas postmenopausals humans adolescent/young-adults "
    "midwives pharmacists farmers pilots drivers registrants examinees professionals americans koreans japanese "
    "asians africans europeans indians danes swedes finns mexicans brazilians iranians germans australians "
    "canadians italians whites blacks hispanics caucasians latinos clergy nuns priests farmworkers householders "
    "internees dieters vegetarians vegans omnivores nonusers octogenarians nonagenarians centenarians responders "
    "nonresponders non-responders spouses couples anesthesiologists surgeons dentists gps recruits cadets "
    "internists prescribers providers wearers dwellers commuters miners welders firefighters hairdressers travellers "
    "travelers hikers trekkers pilgrims callers nonsurvivors bleeders nonbleeders non-bleeders managers learners "
    "villagers inhabitants homosexuals heterosexuals daughters sons sisters brothers breastfeeders"
)
"""Nouns for people. A pair of people counts as one unit, as abstracts do."""

CASES = word_set("cases")
"""People only where cases are set against controls, or are what was treated or reported; else they are events."""

ANIMALS = word_set(
    "rats mice rabbits dogs cats pigs piglets swine sheep lambs goats cows cattle calves heifers steers horses "
    "ponies monkeys macaques baboons marmosets primates hamsters gerbils guinea-pigs chickens chicks hens "
    "broilers birds zebrafish fish frogs animals ewes sows boars mares pups puppies kittens ferrets quail rodents "
    "minipigs beagles drosophila flies mouse-pups rat-pups bitches bulls larvae"
)

STUDIES = word_set(
    "studies trials rcts articles papers publications reports cohorts datasets surveys experiments comparisons "
    "reviews meta-analyses manuscripts records citations abstracts references investigations"
)

UNITS = word_set(
    "weeks week days day months month years year hours hour h hr hrs min mins minutes minute seconds second sec s "
    "decades mg g kg ml l dl mcg ug iu units unit mmol mol µg μg ng pg kcal kj mm cm m km mhz gy cgy mmhg bpm w "
    "percent percentage points point times time fold visits visit sessions session cycles courses doses dose y yr "
    "yrs tablets capsules centres centers hospitals sites clinics countries cities states regions schools "
    "villages items questions scales subscales domains events deaths episodes attacks procedures operations "
    "biopsies samples specimens lesions tumors tumours eyes eye knees hips teeth implants limbs legs ears breasts "
    "nodules genes gene snps polymorphisms proteins mutations families households practices wards pairs dyads × x "
    "degrees or more of categories variables factors outcomes measures parameters phases blocks stages quartiles "
    "tertiles quintiles et kda bp strains isolates images scans exercises sequences periods injections infusions "
    "regimens occasions measurements calls recordings clusters after before were was respectively per cm2 kg/m2 "
    "g/day mg/day mg/d"
)
"""What numbers count or measure besides people."""

NOT_AFTER_COUNT = UNITS | word_set(
    "of with in for to at from by on versus vs v than were is was are had has have did do does been being "
    "received receiving who whom which that whose when where while during after before between within per as if "
    "because then arms arm groups group randomized randomised reported showed underwent completed developed died "
    "experienced into treatments blood"
)
"""Words at which the noun phrase of a number ends without having named people."""

UNITS_OF_PEOPLE = word_set(
    "years months days visits records charts samples specimens hours reports encounters contacts"
)
"""Words that turn the people before them into something else ("120 patient years")."""

RANDOMISING = word_set(
    "randomized randomised randomly randomization randomisation random randomize randomise randomizing allocated "
    "assigned randomly-assigned allocation allotted"
)
ENROLLING = word_set(
    "enrolled enrolling enrolment enrollment recruited recruiting included including include includes entered "
    "entering registered participated participating participate accrued accrual studied consented joined "
    "involving involved comprising comprised consisted consisting conducted admitted selected inclusion sampled "
    "covering covered participants enroll enrol recruit agreed"
)
ANALYSING = word_set(
    "identified considered referred attended analysed analyzed analysis analyses evaluable evaluated evaluating "
    "assessed assessable examined available data responded interviewed surveyed questioned measured compared "
    "follow-up followed"
)
COMPLETING = word_set("completed completing complete completers finished remained retained completion")
SCREENING = word_set("screened invited approached contacted mailed")
LEAVING = word_set(
    "died excluded withdrew withdrawn dropped discontinued lost refused declined relapsed developed experienced "
    "achieved progressed recurred responded failed improved suffered reported showed required remaining rejected "
    "dropouts dropout deaths positive negative stopped presented exhibited preferred rated survived "
    "showing ineligible missing unevaluable demonstrated expressed did not"
)
PLANNING = word_set(
    "will planned target plan aim aims sought required needed goal projected intended to-be anticipated"
)
GROUP_WORDS = word_set("group groups arm arms placebo control controls intervention treatment therapy subgroup")
PART_WORDS = word_set(
    "subgroup subgroups subset subsample subcohort sub-cohort sub-sample whom remaining other another additional "
    "further only subsequent half majority"
)
GROUP_NAMES = word_set("group groups arm arms treatment condition sequence")
VERBS = (
    word_set("took")
    | RANDOMISING
    | (ENROLLING - {"inclusion", "participants"})
    | ANALYSING
    | COMPLETING
    | SCREENING
    | LEAVING
)
STAFF_ENDINGS = ("icians", "logists", "iatrists", "therapists", "internists")
STAFF = word_set(
    "surgeons physicians nurses doctors practitioners clinicians dentists teachers parents caregivers carers "
    "pharmacists midwives anesthesiologists residents interns gps members users donors providers prescribers managers"
)
"""People who more often run a study than take part in it."""
ENROLLED = word_set("enrolled recruited included entered registered accrued studied admitted selected")
JOINING = word_set("participated agreed consented accepted enrolled joined completed")
SENDING = RANDOMISING | word_set("received receive given treated got took into initiated started began")
PLACES = word_set(
    "sites centres centers clinics hospitals schools practices families multisite multicenter samples events "
    "lesions procedures villages churches eyes teeth knees"
)
"""What a bracket may count instead of the people."""
