"""An invented report that covers every status, verdict and severity, with texts that try to break each format."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from magcite.model import (
    AbstractSection,
    Article,
    ArticleFacts,
    ArticleIds,
    Assertion,
    AssertionVerdict,
    AuditedAssertion,
    AuditedClaim,
    Certainty,
    Citation,
    CitedSource,
    Claim,
    ClaimsFile,
    Context,
    Count,
    Design,
    Element,
    Fact,
    Finding,
    Grade,
    Identifier,
    IdKind,
    Language,
    LedgerEntry,
    MissingArticle,
    Notice,
    NoticeKind,
    OpinionStatus,
    Pmid,
    Position,
    Provenance,
    Quote,
    Reading,
    Report,
    Review,
    Sample,
    SecondOpinion,
    Severity,
    Status,
    Strength,
    StudyType,
    Verdict,
    Waiver,
)

T = TypeVar("T")

FILE = "data/claims.yaml"
HOSTILE_TITLE = '<script>alert("x")</script> ]]> [mmol/l] | [/day] --> \u202eeslaf\u202c `tick` \x1b[31mred\x07'
HOSTILE_STATEMENT = "=cmd|' /C calc'!A0 lowers <b>pressure</b> by 3 [mmol/l] [/day] | **bold**\nand [link](http://x.y)"
LONG_WORD = "magnesium" * 555


def at(line: int, column: int = 9, file: str = FILE) -> Position:
    return Position(file=file, line=line, column=column)


def cite(cited_as: str, line: int) -> Citation:
    kinds = (("PMC", IdKind.PMCID), ("NBK", IdKind.NBK), ("doi:", IdKind.DOI), ("http", IdKind.URL))
    kind = next((kind for start, kind in kinds if cited_as.startswith(start)), IdKind.PMID)
    value = cited_as.removeprefix("doi:")
    return Citation(cited_as=cited_as, identifier=Identifier(kind=kind, value=value), position=at(line, 16))


def article(pmid: str, title: str, abstract: tuple[AbstractSection, ...], **more: object) -> Article:
    plain = Article(
        ids=ArticleIds(pmid=Pmid(pmid)),
        title=title,
        abstract=abstract,
        provenance=Provenance.DIGEST,
        journal="Journal of Invented Trials",
        year=2015,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def fact(
    value: T,
    words: str | None,
    section: str | None = "RESULTS",
    confidence: float = 0.9,
    *,
    in_title: bool = False,
) -> Fact[T]:
    quote = Quote(text=words, section=None if in_title else section, in_title=in_title) if words else None
    return Fact(value=value, quote=quote, confidence=confidence, basis="invented")


def read(
    item: Article,
    design: StudyType | None,
    people: tuple[int, str] | None,
    support: Fact[Verdict] | None,
    level: int | None,
) -> Reading:
    words = item.title if design else None
    study_type = fact(design, words, in_title=True) if design else None
    return Reading(
        article=item,
        facts=ArticleFacts(
            design=Design(study_type=study_type, from_text=study_type),
            sample=Sample(participants=fact(people[0], people[1], "METHODS") if people else None),
        ),
        support=support,
        evidence_level=level,
    )


def graded(reading: Reading, line: int, cited_as: str | None = None, also: tuple[str, ...] = ()) -> CitedSource:
    return CitedSource(
        citation=cite(cited_as or str(reading.article.ids.pmid), line),
        status=Status.GRADED if reading.article.abstract else Status.NO_ABSTRACT,
        reading=reading,
        missing=None,
        also_cited_as=also,
    )


def missing(cited_as: str, status: Status, reason: str, line: int) -> CitedSource:
    citation = cite(cited_as, line)
    return CitedSource(
        citation=citation,
        status=status,
        reading=None,
        missing=MissingArticle(identifier=citation.identifier, status=status, reason=reason),
    )


SENIORS = read(
    article(
        "90000001",
        "Magnesium intake and low mood: a cross-sectional survey in invented adults",
        (
            AbstractSection(text="We asked 8894 adults what they ate.", label="METHODS"),
            AbstractSection(
                text="Below 65 years a very low intake went with more low mood (RR 1.22). In seniors, a very low "
                "intake went with less low mood (RR 0.75).",
                label="RESULTS",
            ),
        ),
        retrieved=None,
    ),
    StudyType.CROSS_SECTIONAL,
    (8894, "8894 adults"),
    fact(
        Verdict.CONTRADICTS,
        "In seniors, a very low intake went with less low mood (RR 0.75).",
        confidence=0.834,
    ),
    4,
)
TRIAL = read(
    article(
        "90000002",
        "A randomised trial of magnesium against leg cramps in invented volunteers",
        (
            AbstractSection(text="Ninety-four people were randomised; 89 finished.", label="METHODS"),
            AbstractSection(text="Cramps fell equally in both groups.", label="RESULTS"),
        ),
        provenance=Provenance.PUBMED,
        retrieved=date(2026, 11, 22),
        year=2017,
        journal="JAMA of Inventions",
        notices=(Notice(kind=NoticeKind.ERRATUM, reference="J Inv. 2018;1:2", pmid=Pmid("90000099")),),
    ),
    StudyType.RANDOMIZED_TRIAL,
    (94, "Ninety-four people were randomised"),
    fact(Verdict.SUPPORTS, "Cramps fell equally in both groups.", confidence=0.61),
    2,
)
REVIEW = read(
    article(
        "90000003",
        HOSTILE_TITLE,
        (AbstractSection(text=f'Eighteen "trials" <3 | 2145 people; {HOSTILE_STATEMENT} “quoted” & done.'),),
        provenance=Provenance.CACHE,
        retrieved=date(2026, 11, 21),
        journal="Ann. | Pipes",
        year=None,
    ),
    StudyType.META_ANALYSIS,
    (2145, "2145 people"),
    fact(Verdict.PARTIAL, HOSTILE_STATEMENT, None, 0.5),
    1,
)
REVIEW = replace(
    REVIEW,
    facts=replace(REVIEW.facts, sample=replace(REVIEW.facts.sample, studies_included=fact(18, "Eighteen", None))),
)
RATS = read(
    article(
        "90000004",
        "Magnesium in 24 invented rats",
        (AbstractSection(text="Twenty-four rats slept longer.", label="RESULTS"),),
        provenance=Provenance.RECORDED,
        retrieved=date(2026, 1, 2),
    ),
    StudyType.ANIMAL,
    None,
    fact(Verdict.UNCLEAR, "Twenty-four rats slept longer.", confidence=0.4),
    5,
)
RATS = replace(
    RATS,
    facts=replace(
        RATS.facts,
        sample=Sample(
            animals=fact(24, "24 invented rats", in_title=True),
            counts=((Count.COMPLETED, fact(22, "22", "RESULTS")),),
            note="24 in the title, 22 in the results",
        ),
        elements=(Element(name="dose", fact=fact("10 mg/kg", "10 mg/kg", "METHODS")),),
    ),
)
RATS_IN_PART = replace(RATS, support=fact(Verdict.PARTIAL, "Twenty-four rats slept longer.", confidence=0.5))
OFF_TOPIC = read(
    article("90000005", "Bone density on invented islands", (AbstractSection(text="Bones were dense."),)),
    None,
    None,
    fact(Verdict.UNRELATED, None, confidence=0.95),
    None,
)
UNCLEAR = read(
    article("90000006", "An opinion", (AbstractSection(text="Opinions differ."),)),
    StudyType.EDITORIAL_LETTER,
    None,
    fact(Verdict.UNCLEAR, None, confidence=0.3),
    5,
)
NO_ABSTRACT = read(
    article("90000007", "A very old paper", (), provenance=Provenance.RECORDED, year=1961), None, None, None, None
)
NOT_JUDGED = read(
    article("90000008", "Een artikel zonder oordeel", (AbstractSection(text="Words.", label="RESULTS"),)),
    StudyType.NARRATIVE_REVIEW,
    None,
    None,
    5,
)
LONG = read(
    article("90000009", "A title", (AbstractSection(text=f"{LONG_WORD} helps.", label="RESULTS"),)),
    StudyType.COHORT,
    (4497, "4497"),
    fact(Verdict.SUPPORTS, f"{LONG_WORD} helps.", confidence=0.99),
    3,
)


def find(
    rule: str, severity: Severity, message: str, owner: str, line: int, source: str | None = None, **more: object
) -> Finding:
    plain = Finding(
        rule=rule,
        severity=severity,
        confidence=0.83,
        message=message,
        owner=owner,
        position=at(line),
        source=source,
        fingerprint=f"fp-{rule}-{owner}-{source}",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def state(
    id_: str,
    text: str,
    verdict: AssertionVerdict,
    certainty: Certainty,
    sources: tuple[CitedSource, ...],
    line: int,
    findings: tuple[Finding, ...] = (),
    **more: object,
) -> AuditedAssertion:
    plain = AuditedAssertion(
        assertion=Assertion(
            id=id_,
            text=text,
            english=text,
            citations=tuple(source.citation for source in sources),
            position=at(line),
        ),
        strength=fact(Strength.EFFECT, text, None, 0.8),
        sources=sources,
        grade=Grade(
            verdict=verdict,
            certainty=certainty,
            overstated=verdict is AssertionVerdict.PARTLY_SUPPORTED,
            ledger=(
                LedgerEntry(domain="start", change=2, because="a cohort starts at low"),
                LedgerEntry(domain="imprecision", change=-1, because="94 people in all"),
                LedgerEntry(domain="publication-bias", change=None, because="cannot be seen from abstracts"),
            )
            if sources
            else (),
            summary="",
        ),
        findings=findings,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def opine(reading: Reading, status: OpinionStatus, **more: object) -> Reading:
    plain = SecondOpinion(model="invented <model>", status=status)
    return replace(reading, second_opinion=replace(plain, **more))  # type: ignore[arg-type]


def review(source: str, verdict: Verdict, line: int, **more: object) -> Review:
    plain = Review(source=source, verdict=verdict, by=None, on=None, reason=None, position=at(line))
    return replace(plain, **more)  # type: ignore[arg-type]


def claim(
    id_: str, title: str | None, assertions: tuple[AuditedAssertion, ...], line: int, findings: tuple[Finding, ...] = ()
) -> AuditedClaim:
    return AuditedClaim(
        claim=Claim(
            id=id_,
            title=title,
            locator="reason 3" if title else None,
            citations=tuple(citation for audited in assertions for citation in audited.assertion.citations),
            assertions=tuple(audited.assertion for audited in assertions),
            position=at(line, 5),
        ),
        assertions=assertions,
        findings=findings,
    )


def _mood() -> AuditedClaim:
    waiver = Waiver(rule="old-source", reason="still the best there is", by="editor", until=None, position=at(27))
    dutch = state(
        "mood.b",
        "65-plussers met de laagste inname hadden 22% meer kans op een sombere stemming.",
        AssertionVerdict.CONTRADICTED,
        Certainty.VERY_LOW,
        (
            graded(
                opine(SENIORS, OpinionStatus.GIVEN, verdict=Verdict.PARTIAL, quote=Quote(text="We asked 8894 adults")),
                20,
                also=("doi:10.1000/invented.1",),
            ),
            graded(opine(OFF_TOPIC, OpinionStatus.REFUSED, reason="its | words are not in the abstract"), 20),
            graded(opine(UNCLEAR, OpinionStatus.GIVEN, verdict=Verdict.SUPPORTS), 20),
            missing("90000011", Status.NOT_FOUND, "PubMed has no record 90000011: check the number", 21),
            missing("https://www.example.org/a?b=c&d", Status.NOT_IN_PUBMED, "a web page, which is not read", 21),
        ),
        20,
        (
            find(
                "wrong-subgroup",
                Severity.ERROR,
                "the 22% holds below 65 years (“RR 1.22”), not for seniors",
                "mood.b",
                20,
                "90000001",
                quote="Below 65 years a very low intake went with more low mood (RR 1.22).",
            ),
            find("old-source", Severity.WARNING, "from 2015", "mood.b", 20, "90000001", waived=waiver.reason),
        ),
        suggested_wording="Bij mensen onder de 65 hing een zeer lage inname samen met meer somberheid.",
    )
    english = "People over 65 with the lowest intake had 22% more risk of low mood."
    reviews = (
        review(
            "doi:10.1000/invented.1",
            Verdict.PARTIAL,
            28,
            by="N.N.",
            on=date(2026, 11, 20),
            reason="<b>holds</b> | in part",
        ),
        review("90000005", Verdict.SUPPORTS, 29, by="=A.B.", reason="=1+1 seen in the full text"),
        review("90000011", Verdict.UNCLEAR, 29),
    )
    dutch = replace(
        dutch,
        assertion=replace(dutch.assertion, english=english, waivers=(waiver,), reviews=reviews),
        strength=fact(Strength.ASSOCIATION, "had 22% more risk", None, 0.8),
        grade=replace(dutch.grade, summary="1 of 5 sources bears on this, and speaks against it."),
    )
    first = state(
        "mood.a",
        "Magnesium is good for your mood.",
        AssertionVerdict.NOT_SUPPORTED,
        Certainty.NONE,
        (graded(OFF_TOPIC, 16), replace(graded(TRIAL, 16), suggestion=SENIORS.article)),
        16,
        tuple(
            find("small-sample", Severity.NOTE, f"only {count} people", "mood.a", 16, f"9000000{count}")
            for count in (1, 2)
        ),
    )
    own = find("uncited-source", Severity.WARNING, "90000001 is cited twice,\nonce by its DOI", "mood", 12)
    return claim("mood", "Mood | and <more>", (first, dutch), 12, (own,))


def _hostile() -> AuditedClaim:
    finding = find(
        "overstatement",
        Severity.WARNING,
        'says, 100% "surely": <b>\r\nlowers</b> | =1+1, [/day] ]]>',
        "hostile",
        31,
        "90000003",
        quote=HOSTILE_STATEMENT,
    )
    partly = state(
        "hostile",
        HOSTILE_STATEMENT,
        AssertionVerdict.PARTLY_SUPPORTED,
        Certainty.LOW,
        (graded(REVIEW, 31), graded(RATS, 31), graded(TRIAL, 31)),
        31,
        (finding,),
        suggested_wording="@SUM(A1) may lower pressure.",
    )
    return claim("hostile", HOSTILE_TITLE, (partly,), 30)


def _rest() -> tuple[AuditedClaim, ...]:
    offline = "not recorded, and PubMed was not asked; magcite fetch gets it"
    silent = (
        missing("90000012", Status.UNAVAILABLE, offline, 41),
        missing("90000013", Status.UNAVAILABLE, offline, 41),
        missing("PMC1234567", Status.UNRESOLVED, "PMC1234567 led to no PubMed record", 41),
        graded(NO_ABSTRACT, 41),
    )
    not_judged = state(
        "unread", "Een zin zonder Engels.", AssertionVerdict.UNVERIFIABLE, Certainty.NONE, (graded(NOT_JUDGED, 45),), 45
    )
    not_judged = replace(not_judged, assertion=replace(not_judged.assertion, english=None))
    supported = state(
        "cramps",
        "Magnesium eases cramps in older people.",
        AssertionVerdict.SUPPORTED,
        Certainty.MODERATE,
        (graded(TRIAL, 52), graded(LONG, 52, "PMC7654321"), graded(SENIORS, 52), graded(RATS_IN_PART, 52)),
        52,
    )
    mixed = state("mixed", LONG_WORD, AssertionVerdict.MIXED, Certainty.HIGH, (graded(SENIORS, 56),), 56)
    return (
        claim(
            "silent",
            "Silence",
            (state("silent.a", "Silence helps.", AssertionVerdict.UNVERIFIABLE, Certainty.NONE, silent, 41),),
            40,
        ),
        claim("unread", None, (not_judged,), 45),
        claim(
            "bare",
            None,
            (state("bare", "Water is wet.", AssertionVerdict.UNCITED, Certainty.NONE, (), 48),),
            48,
            (find("no-source", Severity.ERROR, "no source is cited", "bare", 48),),
        ),
        claim(
            "empty", "A heading only", (), 50, (find("no-statement", Severity.NOTE, "nothing to grade", "empty", 50),)
        ),
        claim("cramps", "Cramps", (supported,), 51),
        claim("mixed", "Mixed", (mixed,), 55),
        claim("void", None, (), 57),
    )


def sample_report() -> Report:
    claims = (_mood(), _hostile(), *_rest())
    file = ClaimsFile(
        path=FILE,
        title="Invented reasons to take magnesium",
        language=Language.DUTCH,
        context=Context.EDITORIAL,
        articles=Path("articles"),
        claims=tuple(audited.claim for audited in claims),
    )
    return Report(files=(file,), claims=claims, remarks=("PubMed could not be reached:\n4 sources have no answer.",))


def empty_report() -> Report:
    return Report(files=(), claims=())


def large_report(count: int) -> Report:
    sample = sample_report()
    claims = tuple(
        replace(
            audited,
            claim=replace(audited.claim, id=f"{audited.claim.id}-{number}"),
            assertions=tuple(
                replace(one, assertion=replace(one.assertion, id=f"{one.assertion.id}-{number}"))
                for one in audited.assertions
            ),
        )
        for number in range(count // 4)
        for audited in (sample.claims[0], sample.claims[2], sample.claims[4], sample.claims[6])
    )
    return replace(sample, claims=claims)
