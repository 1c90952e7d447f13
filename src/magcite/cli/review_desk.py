"""The desk of a review: shows a source in the terminal, and writes each decision into the claims file at once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from magcite.claims import load_claims
from magcite.cli.keys import Asking
from magcite.cli.rewriting import rewrite
from magcite.editing.document import read_for_editing
from magcite.editing.reviews import add_review
from magcite.errors import UsageError
from magcite.formats.interface import WriteOptions
from magcite.formats.overview import study_type_of
from magcite.formats.page import Page
from magcite.formats.safe_text import flatten
from magcite.formats.table_sources import sizes_of
from magcite.model import Article, Assertion, Language, Reading, Review, Verdict
from magcite.reviewing.drafts import Draft, read_draft, write_draft
from magcite.reviewing.items import Item
from magcite.reviewing.marking import deciding_words, mark
from magcite.reviewing.phrases import ReviewPhrases, phrases_for
from magcite.reviewing.walk import View
from magcite.vocabulary import name as word_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """Who reviews which file on which day."""

    file: str
    by: str | None
    today: date

    @property
    def side_file(self) -> Path:
        """Give the file beside the claims file that keeps what is half typed."""
        path = Path(self.file)
        return path.with_name(f".{path.name}.review-draft")


class TerminalDesk:
    """Talks to one person through the terminal or a pipe."""

    def __init__(self, reviewer: Reviewer, asking: Asking, options: WriteOptions) -> None:
        self._reviewer = reviewer
        self._asking = asking
        self._page = Page(sys.stdout, options)
        self._options = options
        self._phrases = phrases_for(options.language)

    def show(self, view: View) -> None:
        """Show a statement, a source and magcite's verdict."""
        item, page = view.item, self._page
        page.gap()
        page.rule(self._phrases.place.format(n=view.number, total=view.total))
        self._show_statement(item.assertion)
        page.gap()
        self._show_article(item, blind=view.blind)
        page.gap()
        if not view.blind:
            self._show_verdict(item)
        if view.decided:
            page.line((self._phrases.reviewed, "bold"), (self._phrases.verdicts[view.decided], ""), hang=2)
        if view.draft:
            begun = f"{self._phrases.verdicts[view.draft.verdict]} “{flatten(view.draft.reason)}”"
            page.line((self._phrases.had_begun, "bold"), (self._phrases.go_on.format(begun=begun), ""), hang=2)

    def _show_statement(self, assertion: Assertion) -> None:
        page, place = self._page, assertion.position
        page.line((assertion.id, "bold"), (f"  {flatten(place.file)}:{place.line}", "dim"))
        page.line((flatten(assertion.text), "italic"), indent=2)
        if assertion.english and assertion.english != assertion.text:
            page.line((self._phrases.in_english.format(text=flatten(assertion.english)), "dim"), indent=2)

    def _show_article(self, item: Item, *, blind: bool) -> None:
        page, article = self._page, item.reading.article
        described = _describe(item.reading, self._phrases, self._options.language)
        page.line((item.name, "bold"), (f"  {described}", ""), hang=2)
        words = () if blind else deciding_words(item.reading)
        self._show_text("", article.title or article.vernacular_title or self._phrases.no_title, words)
        for section in article.abstract:
            self._show_text(f"{flatten(section.label)}: " if section.label else "", section.text, words)
        if not article.abstract:
            page.line((self._phrases.no_abstract.format(where=_address(article, self._phrases)), "dim"), indent=2)

    def _show_text(self, label: str, text: str, words: tuple[str, ...]) -> None:
        """Print a text with its deciding words marked: by colour where there is colour, else by signs."""
        signs = ("", "") if self._options.color else ("»", "«")
        pieces = [
            (signs[0] + piece.text + signs[1], "bold yellow") if piece.deciding else (piece.text, "")
            for piece in mark(flatten(text), words)
        ]
        self._page.line((label, "dim"), *pieces, indent=2)

    def _show_verdict(self, item: Item) -> None:
        support = item.reading.support
        if support is None:
            self._page.line(("magcite: ", "bold"), (self._phrases.no_verdict_why, ""), hang=2)
            return
        verdict = self._phrases.verdicts[support.value]
        told = self._phrases.sure.format(verdict=verdict, percent=f"{support.confidence:.0%}")
        self._page.line(("magcite: ", "bold"), (told, "bold"), (f"; {flatten(support.basis)}", ""), hang=2)

    def say(self, text: str) -> None:
        """Say one line."""
        self._page.line((text, ""), hang=2)

    def ask_choice(self, prompt: str) -> str:
        """Ask for a key, or a word where there are no keys."""
        return self._asking.choice(prompt)

    def ask_text(self, prompt: str, begun: str, keep: Callable[[str], None]) -> str | None:
        """Ask for a line."""
        return self._asking.text(prompt, begun, keep)

    def record(self, item: Item, verdict: Verdict, reason: str | None) -> None:
        """Write a decision into the file as it is now, unless the statement was changed meanwhile."""
        name, assertion = self._reviewer.file, item.assertion
        text = read_for_editing(name)
        _refuse_changed(assertion, text, name, self._phrases)
        review = Review(
            source=item.name,
            verdict=verdict,
            by=self._reviewer.by,
            on=self._reviewer.today,
            reason=reason,
            position=assertion.position,
        )
        rewrite(name, add_review(text, assertion.id, review, name))
        say = self._phrases
        by = say.by.format(name=self._reviewer.by) if self._reviewer.by else ""
        self.say(say.written.format(id=assertion.id, source=item.name, verdict=say.verdicts[verdict], by=by))

    def keep_draft(self, draft: Draft | None) -> None:
        """Keep what is half typed in the side file; where that cannot be, the review goes on without it."""
        path = self._reviewer.side_file
        with suppress(OSError):
            if draft is None:
                path.unlink(missing_ok=True)
                return
            beside = path.with_name(f"{path.name}.part")
            beside.write_text(write_draft(draft), encoding="utf-8")
            beside.replace(path)


def find_draft(reviewer: Reviewer) -> Draft | None:
    """Give what was half typed when the last review of this file broke off."""
    try:
        return read_draft(reviewer.side_file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _refuse_changed(shown: Assertion, text: str, name: str, say: ReviewPhrases) -> None:
    loaded = load_claims(name, text.encode("utf-8", "surrogatepass"))
    now = next((one for claim in loaded.claims for one in claim.assertions if one.id == shown.id), None)
    if now is None or (now.text, now.english) != (shown.text, shown.english):
        raise UsageError(say.changed.format(id=shown.id, file=name))


def _describe(reading: Reading, say: ReviewPhrases, language: Language) -> str:
    """Say in one line what kind of study it is, how large, where it was published and where its text is from."""
    article, level = reading.article, reading.evidence_level
    published = " ".join(filter(None, (flatten(article.journal or ""), str(article.year or ""))))
    parts = (
        word_for(study_type_of(reading), language),
        *sizes_of(reading, language),
        say.level.format(n=level) if level else "",
        published,
        word_for(article.provenance, language),
    )
    return ", ".join(filter(None, parts))


def _address(article: Article, say: ReviewPhrases) -> str:
    if article.ids.pmid is None:
        return say.look_up
    return say.read_at.format(address=f"https://pubmed.ncbi.nlm.nih.gov/{article.ids.pmid}/")
