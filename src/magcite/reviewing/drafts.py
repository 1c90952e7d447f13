"""A decision that somebody was typing when the work broke off."""

from __future__ import annotations

import json
from dataclasses import dataclass

from magcite.model import Verdict
from magcite.reviewing.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A verdict on one source of one statement, and as much of its reason as was typed."""

    assertion: str
    source: str
    verdict: Verdict
    reason: str

    def belongs_to(self, item: Item) -> bool:
        """Tell whether this is about an item."""
        return (self.assertion, self.source) == (item.assertion.id, item.name)


def write_draft(draft: Draft) -> str:
    """Give the text of the side file that keeps a draft."""
    content = {
        "assertion": draft.assertion,
        "source": draft.source,
        "verdict": draft.verdict.value,
        "reason": draft.reason,
    }
    return json.dumps(content, ensure_ascii=False) + "\n"


def read_draft(text: str) -> Draft | None:
    """Read a side file; None where it holds no draft, for it may have been cut off anywhere."""
    try:
        content = json.loads(text)
        return Draft(
            assertion=str(content["assertion"]),
            source=str(content["source"]),
            verdict=Verdict(content["verdict"]),
            reason=str(content["reason"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
