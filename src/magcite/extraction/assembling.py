"""Make claims of the sections of a text: sources in their order, sentences that assert something, and what is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from magcite.extraction.blocks import ANY_MARK, NOTE_MARK, Block, BlockKind, Source, restore_notes, strip_marks
from magcite.extraction.citing import Found, find_sources, mark_sources
from magcite.extraction.languages import detect_language
from magcite.extraction.naming import counts_parts, letter, name_claims, noun_of
from magcite.extraction.outcome import ExtractedClaim, ExtractedStatement, Extraction
from magcite.extraction.referring import Reference, ReferenceList, find_reference_lists, is_label, resolve
from magcite.extraction.sectioning import Section, divide
from magcite.extraction.stating import is_statement, split_text
from magcite.model import Identifier, IdKind, Language, Pmid

_POINTER = re.compile(r"[\s,;:(\[–-]+(?:zie|see|bron|source|ref|lees|read)(?: ook| also)?[\s:.,)\]]*$", re.IGNORECASE)
"""The words before a source at the end of a sentence; without the source they say nothing."""

_LONGEST_TITLE = 200
_FEW_WORDS = 4
"""Words that are left of "See … and …" when the sources in it are taken out."""


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A section while its claim is gathered."""

    section: Section
    sources: dict[Identifier, None] = field(default_factory=dict)
    statements: list[tuple[str, tuple[Identifier, ...]]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def has_content(self) -> bool:
        """Tell whether there is anything to check."""
        return bool(self.sources or self.statements)


class _Assembler:
    """Gathers claims from the blocks of one text."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        marked = tuple(replace(block, text=mark_sources(block.text)) for block in blocks)
        self.lists = find_reference_lists(marked)
        known = frozenset(key for one in self.lists for key in one.entries)
        self.blocks = tuple(replace(block, text=restore_notes(block.text, known)) for block in marked)
        self.entries = frozenset(entry.index for one in self.lists for entry in one.entries.values())
        self.taken = frozenset(entry.index for one in self.lists if one.shared for entry in one.entries.values())
        self.used: set[tuple[int, str]] = set()
        self.unread: dict[str, None] = {}

    def gather(self) -> list[_Draft]:
        """Gather the drafts of all sections, in order."""
        return [self._gather_section(section) for section in divide(self.blocks, self.entries)]

    def _gather_section(self, section: Section) -> _Draft:
        draft = _Draft(section=section)
        titles = list(split_text(section.title or ""))
        if section.heading is not None:
            self._cite(section.heading, self.blocks[section.heading].text, draft)
        if len(titles) > 1 and section.counted and self._is_running_text(section):
            section.title = None
            self._sort_all(titles, draft)
        for index in section.members:
            if index not in self.taken:
                self._read_block(index, draft)
        if not draft.statements and (draft.sources or section.number is not None):
            self._sort_all([title for title in titles if is_statement(title)], draft)
        return draft

    def _is_running_text(self, section: Section) -> bool:
        return section.heading is not None and self.blocks[section.heading].kind is not BlockKind.HEADING

    def _sort_all(self, sentences: Sequence[str], draft: _Draft) -> None:
        for sentence in sentences:
            self._sort(sentence, (), draft)

    def _read_block(self, index: int, draft: _Draft) -> None:
        block = self.blocks[index]
        if index in self.entries:
            self._cite(index, NOTE_MARK.sub("", block.text), draft)
        elif block.kind is BlockKind.HEADING or is_label(block.text):
            self._cite(index, block.text, draft)
        else:
            self._read_text(index, block.text, draft)

    def _read_text(self, index: int, text: str, draft: _Draft) -> None:
        stated = False
        for sentence in split_text(text):
            cited = self._cite(index, sentence, draft)
            words = strip_marks(sentence)
            if stated and cited and (is_label(words) or not any(sign.isalpha() for sign in words)):
                before, sources = draft.statements[-1]
                draft.statements[-1] = (before, (*sources, *cited))
                continue
            count = len(draft.statements)
            self._sort(sentence, cited, draft)
            stated = len(draft.statements) > count

    def _sort(self, sentence: str, cited: tuple[Identifier, ...], draft: _Draft) -> None:
        words = strip_marks(sentence).strip(" :;,*|>")
        if cited:
            words = _POINTER.sub("", words)
        if not any(sign.isalpha() for sign in words):
            return
        if is_statement(words):
            draft.statements.append((words, cited))
        elif not is_label(words) and not (cited and len(words.split()) <= _FEW_WORDS):
            draft.left_out.append(words)

    def _cite(self, index: int, text: str, draft: _Draft) -> tuple[Identifier, ...]:
        """Add the sources that a piece of text cites, through its footnotes too, and give them."""
        if not ANY_MARK.search(text):
            return ()
        found = find_sources(text)
        cited = dict.fromkeys((*found.identifiers, *self._resolve(index, found)))
        draft.sources.update(cited)
        self.unread.update(dict.fromkeys(found.unread))
        return tuple(cited)

    def _resolve(self, index: int, found: Found) -> list[Identifier]:
        cited: list[Identifier] = []
        for key in found.notes:
            reference = resolve(key, index, self.lists)
            if reference is not None:
                self.used.add((reference.index, key))
                cited += reference.identifiers
        return cited

    def unused(self) -> list[Reference]:
        """Give the references that no text points to, and those without anything to look up, in order."""
        return [
            entry
            for one in self.lists
            for entry in one.entries.values()
            if not entry.identifiers or (one.shared and (entry.index, entry.key) not in self.used)
        ]


def assemble(source: Source, name: str) -> Extraction:
    """Make claims of a text that was cut into blocks."""
    assembler = _Assembler(source.blocks)
    language = detect_language(strip_marks(block.text) for block in source.blocks)
    drafts = assembler.gather()
    chosen, rest = _choose(drafts)
    outside = dict.fromkeys(text for draft in rest for text, _ in draft.statements)
    left_out = dict.fromkeys((*outside, *(sentence for draft in drafts for sentence in draft.left_out)))
    title = _title_of(source)
    noun = noun_of([text for text in (title, *_first_texts(source)) if text], language)
    unplaced = [_describe(reference) for reference in assembler.unused()]
    _place_unused(chosen, assembler.unused(), assembler.lists)
    if len(chosen) == 1:
        unplaced = [_describe(reference) for reference in assembler.unused() if not reference.identifiers]
    return Extraction(
        name=name,
        title=title,
        language=language,
        claims=_build(chosen, noun, language),
        left_out=tuple(left_out),
        outside=tuple(outside),
        unplaced=tuple(dict.fromkeys((*unplaced, *assembler.unread))),
    )


def _choose(drafts: Sequence[_Draft]) -> tuple[list[_Draft], list[_Draft]]:
    """Tell the sections that make claims from the rest; sources of the rest go to the claim before them."""
    chosen: list[_Draft] = []
    rest: list[_Draft] = []
    deepest = max((draft.section.level for draft in drafts), default=0)
    openings = {id(draft) for draft in drafts if len(drafts) > 1 and _is_opening(draft, deepest)}
    cited = any(draft.sources for draft in drafts)
    for draft in drafts:
        if _makes_claim(draft, is_first=not chosen) and not (cited and id(draft) in openings):
            chosen.append(draft)
            continue
        if draft.sources and chosen:
            chosen[-1].sources.update(draft.sources)
        rest.append(draft)
    return chosen, rest


def _makes_claim(draft: _Draft, *, is_first: bool) -> bool:
    """Tell whether there is something to check; a section of another kind than the counted ones must cite for it."""
    if draft.section.counted:
        return draft.has_content
    return bool(draft.sources and (draft.statements or is_first))


def _is_opening(draft: _Draft, deepest: int) -> bool:
    """Recognise what stands above the first heading, or under the title of the whole, and cites nothing."""
    if draft.sources or draft.section.number is not None:
        return False
    return draft.section.heading is None or draft.section.level == 1 < deepest


def _place_unused(chosen: Sequence[_Draft], unused: Sequence[Reference], lists: Sequence[ReferenceList]) -> None:
    """Give the references that nothing points to to the only claim there is; among several nobody can tell."""
    if len(chosen) == 1 and lists:
        for reference in unused:
            chosen[0].sources.update(dict.fromkeys(reference.identifiers))


def _describe(reference: Reference) -> str:
    ids = ", ".join(str(identifier) for identifier in reference.identifiers)
    return f"[{reference.key}] {ids or reference.text}"


def _title_of(source: Source) -> str | None:
    """Give the title: the top heading, what the file gives, or the first line where it is short."""
    top = [block for block in source.blocks if block.kind is BlockKind.HEADING and block.level == 1]
    if top:
        return strip_marks(top[0].text)[:_LONGEST_TITLE] or None
    if source.title:
        return source.title[:_LONGEST_TITLE]
    for text in _first_texts(source)[:3]:
        if counts_parts(text) and len(text) <= _LONGEST_TITLE:
            return text
    first = strip_marks(source.blocks[0].text) if source.blocks else ""
    is_short = 0 < len(first) <= 120 and not first.endswith((".", ":", ","))
    return first if is_short else None


def _first_texts(source: Source) -> list[str]:
    return [strip_marks(block.text) for block in source.blocks[:8]]


def _build(drafts: Sequence[_Draft], noun: str, language: Language) -> tuple[ExtractedClaim, ...]:
    titles = [draft.section.title or (draft.statements[0][0] if draft.statements else None) for draft in drafts]
    names = name_claims(titles)
    return tuple(
        ExtractedClaim(
            id=name,
            title=draft.section.title,
            locator=_locate(draft.section, noun, language),
            pmids=_pmids(tuple(draft.sources)),
            sources=tuple(one for one in draft.sources if one.kind is not IdKind.PMID),
            statements=_number(draft),
        )
        for name, draft in zip(names, drafts, strict=True)
    )


def _pmids(identifiers: Sequence[Identifier]) -> tuple[Pmid, ...]:
    return tuple(Pmid(one.value) for one in identifiers if one.kind is IdKind.PMID)


def _number(draft: _Draft) -> tuple[ExtractedStatement, ...]:
    """Letter the statements, each once; one that cites PMIDs only, and not all of its claim's, keeps those."""
    cited: dict[str, tuple[Identifier, ...]] = {}
    for text, sources in draft.statements:
        cited[text] = (*cited.get(text, ()), *sources)
    statements = []
    for number, (text, sources) in enumerate(cited.items()):
        pmids = tuple(dict.fromkeys(_pmids(sources)))
        narrows = len(pmids) == len(set(sources)) and len(pmids) < len(draft.sources)
        statements.append(ExtractedStatement(id=letter(number), text=text, pmids=pmids if narrows else ()))
    return tuple(statements)


def _locate(section: Section, noun: str, language: Language) -> str | None:
    """Say where the text says it: by its own number, and by line where the format has lines."""
    line = "regel" if language is Language.DUTCH else "line"
    parts = []
    if section.number is not None:
        parts.append(f"{section.noun or noun} {section.number}")
    if section.line is not None:
        parts.append(f"{line} {section.line}")
    return ", ".join(parts) or None
