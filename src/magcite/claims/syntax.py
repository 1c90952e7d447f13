"""Explain YAML's syntax errors in words that need no knowledge of YAML."""

from __future__ import annotations

import yaml

_EXPLANATIONS = (
    (("mapping values are not allowed",),
     "a colon followed by a space stands in text without quotes, or a line is indented too far; put the whole text "
     'between quotes, or after `>-` on lines of its own'),
    (("tab character",), "a tab stands here; indent with spaces only"),
    (("unexpected end of stream", "found unexpected document separator"),
     "a quotation mark{opened} is never closed; close it"),
    (("unknown escape", "expected escape sequence", "did not find expected hexdecimal", "invalid Unicode character"),
     "in text between double quotes a backslash has a special meaning; write two backslashes, or use single quotes"),
    (("',' or ']'",), "the list that opens with `[`{opened} is not closed, or misses a comma; check it up to here"),
    (("',' or '}'",), "what opens with `{{`{opened} is not closed, or misses a comma; check it up to here"),
    (("could not find expected ':'",),
     "a key without a colon stands on this line or the one before it; write `key: value`"),
    (("expected node content", "expected the node content"),
     "something is missing or closed twice here; check brackets and commas"),
    (("expected '-' indicator",),
     "this line does not fit the list above it; begin it with `- ` in the same column, or check the indentation"),
    (("sequence entries are not allowed",),
     "a list cannot begin on the line of its key; put `- ` on a line of its own"),
    (("expected key", "<block end>"),
     "this does not fit what stands above it: check that the line begins in the same column as its neighbours, and "
     "that text with quotation marks in it stands between quotes of the other kind"),
    (("expected comment or line break", "chomping or indentation"),
     "text after `|` or `>` must begin on a new line"),
)  # fmt: skip


def explain(problem: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """Give line, column and an explanation of what is wrong and what to do."""
    mark = problem.problem_mark or problem.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = problem.problem or ""
    if "cannot start any token" in said:
        return line, column, _explain_sign(text, line, column)
    opened = f" on line {problem.context_mark.line + 1}" if problem.context_mark else ""
    for cues, explanation in _EXPLANATIONS:
        if any(cue in said for cue in cues):
            return line, column, explanation.format(opened=opened)
    return line, column, f"this is not valid YAML ({said}); check quotes, colons and indentation near here"


def _explain_sign(text: str, line: int, column: int) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    sign = lines[line - 1][column - 1 : column] if line <= len(lines) else ""
    if sign == "\t":
        return "a tab stands here; indent with spaces only"
    return f"text cannot begin with `{sign}` without quotes; put the whole text between quotes"
