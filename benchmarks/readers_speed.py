"""Time the readers of study type and sample size on invented abstracts, beside a plain cut into sentences.

usage: PYTHONPATH=src python benchmarks/readers_speed.py [ROUNDS]

Prints abstracts per second on one core and how many times as long as the cut into sentences each reader takes: the
ratio holds on any machine, the speed on this one only.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from magcite.model import AbstractSection, Article, ArticleIds, Design, Provenance
from magcite.readers.elements import read_elements
from magcite.readers.sample_size import read_sample
from magcite.readers.sentences import split_article
from magcite.readers.study_type import read_design

_OPENINGS = (
    "Tiredness is common in adults, and whether diet can relieve it has been debated for years.",
    "Falls in old age are a growing burden on hospitals, and their prevention remains difficult.",
    "Little is known of how the skin protects itself against repeated cold.",
    "Evidence from earlier trials of exercise in chronic pain is scarce and conflicting.",
)
_METHODS = (
    "In this double-blind, placebo-controlled trial, 124 adults aged 30 to 65 years were randomly assigned to 300 mg "
    "of the supplement daily (n = 62) or placebo (n = 62) for 12 weeks.",
    "We followed a cohort of 4,310 women for a mean of 8.2 years and used Cox regression to estimate hazard ratios.",
    "Medical records of 212 consecutive patients who underwent surgery were reviewed retrospectively.",
    "Forty-eight Wistar rats were divided into four groups of twelve and injected daily for three weeks.",
    "We searched PubMed and Embase for randomised trials; 14 studies with 2,019 participants were included.",
    "A questionnaire was completed by 1,240 students in a cross-sectional survey, and serum was drawn from 311.",
)
_RESULTS = (
    "Mean scores fell from 31.4 ± 6.2 to 22.9 ± 7.1 in one group and from 30.8 ± 5.9 to 27.0 in the other (P = 0.02).",
    "The hazard ratio for the highest against the lowest quartile was 0.71 (95% CI 0.55-0.92; P for trend = 0.01).",
    "Complications occurred in 19 patients (9%), and 21 of 212 were lost to follow-up after discharge.",
    "No significant difference was found in the secondary outcomes, and adverse events were mild and equally common.",
)
_ENDINGS = (
    "The treatment may be of use in people with low intake, and larger trials are needed to confirm these results.",
    "These findings suggest an association that does not prove a cause.",
    "The mechanism deserves further study.",
)


def invent() -> list[Article]:
    """Make the same 288 abstracts of about 1,300 characters each time, with and without labels."""
    articles = []
    for number in range(288):
        opening, ending = _OPENINGS[number % 4], _ENDINGS[number % 3]
        methods = f"{_METHODS[number % 6]} {_METHODS[(number // 6 + 1) % 6]}"
        results = " ".join(_RESULTS[(number // 12 + step) % 4] for step in range(4))
        if number % 2:
            sections = tuple(
                AbstractSection(text=text, label=label)
                for label, text in (
                    ("BACKGROUND", f"{opening} {_OPENINGS[(number + 1) % 4]}"),
                    ("METHODS", methods),
                    ("RESULTS", results),
                    ("CONCLUSIONS", ending),
                )
            )
        else:
            sections = (AbstractSection(text=f"{opening} {methods} {results} {ending}"),)
        title = f"{_OPENINGS[number % 4].split(',')[0]}: study {number}"
        articles.append(Article(ids=ArticleIds(), title=title, abstract=sections, provenance=Provenance.RECORDED))
    return articles


def clock(work: Callable[[], object], rounds: int) -> float:
    """Give the processor seconds of the fastest of a few rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Time each reader and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    articles = invent()
    designs: list[Design] = [read_design(article) for article in articles]
    both = list(zip(articles, designs, strict=True))
    plain = clock(lambda: [split_article(article) for article in articles], rounds)
    times = {
        "cut into sentences": plain,
        "study type": clock(lambda: [read_design(article) for article in articles], rounds),
        "sample size": clock(lambda: [read_sample(article, design) for article, design in both], rounds),
        "elements": clock(lambda: [read_elements(article, design) for article, design in both], rounds),
    }
    times["study type and sample size"] = times["study type"] + times["sample size"]
    for name, seconds in times.items():
        each = 1000 * seconds / len(articles)
        sys.stdout.write(
            f"{name:28} {each:6.2f} ms each {len(articles) / seconds:8.0f} a second {seconds / plain:6.1f} x\n"
        )


if __name__ == "__main__":
    main()
