"""Invented articles for the tests of support."""

from magcite.model import AbstractSection, Article, ArticleIds, MeshTerm, Provenance


def article(title: str | None, *parts: str | tuple[str, str], types: tuple[str, ...] = ()) -> Article:
    sections = tuple(
        AbstractSection(text=part) if isinstance(part, str) else AbstractSection(label=part[0], text=part[1])
        for part in parts
    )
    return Article(
        ids=ArticleIds(),
        title=title,
        abstract=sections,
        provenance=Provenance.RECORDED,
        publication_types=tuple(MeshTerm(name=name) for name in types),
    )


PRESSURE_TRIAL = article(
    "Oral magnesium and blood pressure in adults: a randomised placebo-controlled trial",
    ("METHODS", "In this double-blind trial 240 adults took 300 mg magnesium or placebo for 12 weeks."),
    ("RESULTS", "Systolic blood pressure fell more with magnesium than with placebo (-6.1 vs -0.8 mm Hg, P = 0.001)."),
    ("CONCLUSIONS", "Magnesium supplements lowered blood pressure."),
    types=("Randomized Controlled Trial",),
)
NULL_TRIAL = article(
    "Oral magnesium and blood pressure in adults: a randomised placebo-controlled trial",
    ("METHODS", "In this double-blind trial 240 adults took 300 mg magnesium or placebo for 12 weeks."),
    ("RESULTS", "Systolic blood pressure did not differ between magnesium and placebo (P = 0.62)."),
    ("CONCLUSIONS", "Magnesium supplements did not lower blood pressure."),
    types=("Randomized Controlled Trial",),
)
COHORT = article(
    "Magnesium intake and incidence of type 2 diabetes: a prospective cohort",
    ("METHODS", "We followed 5,120 adults for 15 years and compared quintiles of magnesium intake."),
    (
        "RESULTS",
        "Diabetes was less frequent at a higher magnesium intake: the hazard ratio for the highest versus the "
        "lowest quintile was 0.62 (95% CI 0.48-0.80).",
    ),
    ("CONCLUSIONS", "Higher magnesium intake was associated with a lower risk of type 2 diabetes."),
)
