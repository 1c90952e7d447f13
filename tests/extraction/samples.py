"""Invented texts that the tests of the extraction share."""

NUMBERED = """\
Kersen

3 redenen om kersen te eten!

Kersen groeien in juni.

1. Kersen helpen tegen jicht
Kersen verlagen het urinezuur met 15%. Wie kersen eet, is blij.
Uit onderzoek blijkt dat 633 jichtpatiënten minder aanvallen hadden.
Studies:
https://www.ncbi.nlm.nih.gov/pubmed/11111
https://pubmed.ncbi.nlm.nih.gov/22222/

2. Kersen en slaap
Studie:
www.example.org/kersen-en-slaap.pdf
https://www.ncbi.nlm.nih.gov/pmc/articles/PMC33333/

3. Spierpijn
Kersensap vermindert spierpijn na een marathon!
Zie onderzoek :
https://www.ncbi.nlm.nih.gov/books/NBK4444/
en lees ook dit:
https://winkel.example.nl/kersen?utm_source=brief&soort=zuur

Welke kersen zijn goed?
Zure kersen werken beter dan zoete.

Groeten,
Kees
"""

MARKDOWN = """\
---
title: "Garlic: the facts"
---
# Garlic

Garlic is a plant.

## Garlic lowers blood pressure

In 79 adults garlic lowered blood pressure by 8 mmHg.[1] It smells. Aged garlic worked as well as a drug [2, 3].

## Garlic and colds

A trial found fewer colds ([Doe 2001](https://pubmed.ncbi.nlm.nih.gov/777/)).
Too much garlic can cause heartburn (PMID: 888).

## References

1. Roe A. Garlic. J Bulb 2010. https://pubmed.ncbi.nlm.nih.gov/101
2. Poe B, et al. PMID 102
3. Noe C. https://doi.org/10.5555/GARLIC.3).
4. Loe D. PMID: 104
"""
