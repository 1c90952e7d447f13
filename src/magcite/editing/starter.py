"""Give someone who begins a claims file that explains itself."""

from __future__ import annotations

from typing import assert_never

from magcite.model import Language

_ENGLISH = """\
# The claims of one published text, with the sources cited for them. Check them with: magcite audit
#
# Write the text in small statements: one effect, one group of people, one amount. Everything after a # is for you.

schema: 1
title: An example to replace by your own text
language: en            # the language of the statements: en or nl
context: editorial      # editorial, or commercial where the text sells something
# articles: articles    # a folder of recorded articles, to work without PubMed; `magcite fetch --save` fills it

claims:
  # The short form: one statement with its sources. The number is that of the PubMed page,
  # https://pubmed.ncbi.nlm.nih.gov/28241153/, and the address itself will do as well.
  - id: cramps
    title: Leg cramps
    locator: paragraph 2            # where the published text says it
    claim: Magnesium relieves nocturnal leg cramps in older adults.
    pmids: [28241153]

  # The long form: a heading with several statements. They share the sources of the claim, unless they name their own.
  - id: depression
    title: Depression
    pmids: [25748766, 19271419]
    # Sources that are not in PubMed, or not cited by its number, go under `sources`:
    # sources: [PMC4759402, NBK507269, "doi:10.3390/nu7095388", "https://www.kanker.nl/"]
    assertions:
      - id: a
        text: Low magnesium intake is associated with a higher risk of depression.
        pmids: [25748766]
      - id: b
        text: Magnesium supplements reduce symptoms of depression.
        # A rule that should not count here, and why:
        # waive:
        #   - {rule: small-sample, reason: pilot named as such in the text, by: editor, until: 2027-01-31}
"""

_DUTCH = """\
# De uitspraken van één gepubliceerde tekst, met de bronnen erbij. Controleer ze met: magcite audit
#
# Schrijf de tekst op in kleine uitspraken: één effect, één groep mensen, één hoeveelheid. Alles na een # is voor jou.

schema: 1
title: Een voorbeeld om door je eigen tekst te vervangen
language: nl            # de taal van de uitspraken: en of nl
context: editorial      # editorial (redactioneel), of commercial waar de tekst iets verkoopt
# articles: articles    # een map met vastgelegde artikelen, om zonder PubMed te werken (`magcite fetch --save`)

claims:
  # De korte vorm: één uitspraak met haar bronnen. Het nummer is dat van de bladzijde bij PubMed,
  # https://pubmed.ncbi.nlm.nih.gov/28241153/, en het adres zelf mag ook.
  - id: krampen
    title: Kramp in de benen
    locator: alinea 2               # waar de gepubliceerde tekst het zegt
    claim: Magnesium verlicht nachtelijke kramp in de benen bij ouderen.
    english: Magnesium relieves nocturnal leg cramps in older adults.    # nodig voor een oordeel over de bron
    pmids: [28241153]

  # De lange vorm: een kop met meer uitspraken. Zij delen de bronnen van het onderwerp, tenzij zij er zelf noemen.
  - id: depressie
    title: Depressie
    pmids: [25748766, 19271419]
    # Bronnen die niet in PubMed staan, of niet met hun nummer zijn genoemd, komen onder `sources`:
    # sources: [PMC4759402, NBK507269, "doi:10.3390/nu7095388", "https://www.kanker.nl/"]
    assertions:
      - id: a
        text: Wie weinig magnesium binnenkrijgt, heeft een hogere kans op een depressie.
        english: Low magnesium intake is associated with a higher risk of depression.
        pmids: [25748766]
      - id: b
        text: Magnesiumsupplementen verminderen klachten van een depressie.
        english: Magnesium supplements reduce symptoms of depression.
        # Een regel die hier niet moet meetellen, en waarom:
        # waive:
        #   - {rule: small-sample, reason: in de tekst als proef genoemd, by: redactie, until: 2027-01-31}
"""


def starter_file(language: Language) -> str:
    """Give a first claims file in a language, with comments that explain it; it loads as it is."""
    match language:
        case Language.ENGLISH:
            return _ENGLISH
        case Language.DUTCH:
            return _DUTCH
        case never:
            assert_never(never)
