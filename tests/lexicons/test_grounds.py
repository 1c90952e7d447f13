"""What readers give as grounds is said in Dutch with the same groups and numbers."""

from __future__ import annotations

import pytest

from magcite.lexicons.grounds import say_in_dutch


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        (
            "22% holds for younger people; for older people the source reports something else",
            "22% geldt voor jongere mensen; voor ouderen meldt de bron iets anders",
        ),
        ("22% holds for women", "22% geldt voor vrouwen"),
        ("the statement says 47%, the source 22%", "de uitspraak zegt 47%, de bron 22%"),
        ("47% is not in the abstract", "47% staat niet in de samenvatting"),
        ("told 250 mg, studied 350 mg", "verteld 250 mg, onderzocht 350 mg"),
        (
            "told 350 mg, studied 17 mmol (about 413 mg of magnesium)",
            "verteld 350 mg, onderzocht 17 mmol (ongeveer 413 mg magnesium)",
        ),
        ("told two weeks, studied 3 months", "verteld twee weken, onderzocht 3 maanden"),
        ("told of citrate, studied as oxide", "verteld van citrate, onderzocht als oxide"),
        ("something nobody worded yet", None),
    ],
)
def test_a_ground_is_said_in_dutch(english: str, dutch: str | None) -> None:
    assert say_in_dutch(english) == dutch
