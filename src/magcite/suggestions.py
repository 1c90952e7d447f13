"""Guess which PMID was meant where a digit got lost or two changed places."""

from __future__ import annotations

from collections.abc import Collection

from magcite.model import Pmid

LONGEST = 8
"""Digits in the longest PMID there is."""


def nearby_pmids(pmid: Pmid, known: Collection[str]) -> tuple[Pmid, ...]:
    """Give the known PMIDs from which this one differs by one lost digit or two neighbours swapped, in order."""
    longer = {
        pmid[:at] + digit + pmid[at:] for at in range(len(pmid) + 1) for digit in "0123456789" if len(pmid) < LONGEST
    }
    swapped = {pmid[:at] + pmid[at + 1] + pmid[at] + pmid[at + 2 :] for at in range(len(pmid) - 1)}
    return tuple(Pmid(found) for found in sorted((longer | swapped) & set(known)) if found != pmid)
