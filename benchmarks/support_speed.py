"""Time the judging of a statement by an abstract, with and without the learned model.

usage: PYTHONPATH=src python benchmarks/support_speed.py [ROUNDS]

Prints the median for one pair and how many times as long as the cut into sentences it takes: the ratio holds on any
machine, the milliseconds on this one only. The statements are such as the table of rules does not understand, since
those alone ask the model.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import median

from readers_speed import invent

from magcite.inference.own import find_own_model
from magcite.model import Article
from magcite.readers.sentences import split_article
from magcite.readers.support import PairScorer, judge_support

STATEMENTS = (
    "Pebbles given daily lower mean scores of weariness in adults compared with nothing.",
    "Students with a long questionnaire have complications more often than those with a short one.",
    "Rats kept in groups of twelve recover faster after surgery.",
)


def time_each(articles: list[Article], work: Callable[[Article], object]) -> float:
    """Give the median milliseconds that one article takes."""
    spent = []
    for article in articles:
        start = time.perf_counter()
        work(article)
        spent.append(time.perf_counter() - start)
    return median(spent) * 1000


def main() -> None:
    """Time each way of judging."""
    articles = invent()[: 40 * (int(sys.argv[1]) if len(sys.argv) > 1 else 1)]
    model: PairScorer | None = find_own_model()
    cut = time_each(articles, split_article)
    sys.stdout.write(f"cut into sentences        {cut:8.2f} ms\n")
    for name, scorer in (("rules alone", None), ("rules and learned model", model)):
        if name != "rules alone" and scorer is None:
            sys.stdout.write("no learned model in this build\n")
            continue

        def judge_all(article: Article, scorer: PairScorer | None = scorer) -> None:
            for statement in STATEMENTS:
                judge_support(statement, article, scorer=scorer)

        judge_all(articles[0])
        taken = time_each(articles[1:], judge_all) / len(STATEMENTS)
        sys.stdout.write(f"{name:25} {taken:8.2f} ms, {taken / cut:.0f} times the cut\n")


if __name__ == "__main__":
    main()
