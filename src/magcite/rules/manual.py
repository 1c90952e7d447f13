"""Write the manual of the rules from the rules themselves: `python -m magcite.rules.manual > docs/rules.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from textwrap import dedent

from magcite.rules import RULES, AnyRule
from magcite.rules.interface import Example, ExampleSource
from magcite.rules.measuring import describe_precision

_INTRODUCTION = """\
<!-- Written by `python -m magcite.rules.manual`; edit the rules, not this file. -->
# Rules

Every finding names one of these rules. `magcite rule NAME` prints one of them; `--select` and `--ignore` choose among
them, and a `waive` entry in the claims file excuses one statement from one rule, with a reason. All examples are
invented, and run as tests.

"""


def explain(rule: AnyRule) -> str:
    """Explain one rule as plain text: what it finds, why that matters, what to do, and examples."""
    lines = [f"{rule.id} ({rule.severity.word})", "", _docstring(rule), "", describe_precision(rule.id), "", "Flagged:"]
    lines += [f"  - {_describe(example)}" for example in rule.flagged]
    lines += ["Not flagged:"]
    lines += [f"  - {_describe(example)}" for example in rule.clean]
    return "\n".join(lines) + "\n"


def write_manual() -> str:
    """Write the manual of all rules as Markdown, with a table to find them by."""
    table = [
        "| rule | severity | finds |",
        "|---|---|---|",
        *(f"| [{rule.id}](#{rule.id}) | {rule.severity.word} | {rule.summary} |" for rule in RULES),
    ]
    return _INTRODUCTION + "\n".join(table) + "\n" + "".join(_chapters())


def _chapters() -> Iterator[str]:
    for rule in RULES:
        flagged = "".join(f"- {_describe(example)}\n" for example in rule.flagged)
        clean = "".join(f"- {_describe(example)}\n" for example in rule.clean)
        yield f"\n## {rule.id}\n\n*{rule.severity.word}*\n\n{_docstring(rule)}\n\n{describe_precision(rule.id)}\n\n"
        yield f"Flagged:\n\n{flagged}\nNot flagged:\n\n{clean}"


def _docstring(rule: AnyRule) -> str:
    return dedent(sys.modules[rule.check.__module__].__doc__ or "").strip()


def _describe(example: Example) -> str:
    """Tell an example in one line: the statement, and what is known of its sources."""
    statement = f"“{example.claim}”" if example.claim else "a heading without a statement"
    more = "".join(f" and “{text}”" for text, _ in example.more)
    if not example.sources:
        return f"{statement}{more}, citing nothing"
    return f"{statement}{more}, citing " + "; ".join(map(_describe_source, example.sources))


def _describe_source(source: ExampleSource) -> str:
    """Tell what an example says of one source."""
    told = [
        source.study_type.value if source.study_type else None,
        f"PubMed says {source.type_on_record.value}" if source.type_on_record else None,
        f"{source.sample_size} people" if source.sample_size is not None else None,
        f"{source.animals} animals" if source.animals is not None else None,
        f"from {source.year}" if source.year else None,
        source.status.value if source.status.value != "graded" else None,
        f"also cited as {', '.join(source.also_cited_as)}" if source.also_cited_as else None,
        *(notice.value for notice in source.notices),
        *source.publication_types,
        f"concludes: {source.conclusion.word}" if source.conclusion is not None else None,
        *(reason.value for reason, _ in source.reasons),
        source.verdict.value if source.verdict else None,
    ]
    return ", ".join(word for word in told if word) or "an article of which nothing more is known"


def main() -> None:
    """Write the manual to standard output."""
    sys.stdout.write(write_manual())


if __name__ == "__main__":
    main()
