from magcite.formats import Format

from .rendering import Golden, render


def test_the_whole_output_is_as_agreed(expect_golden: Golden) -> None:
    expect_golden("github.txt", render(Format.GITHUB))


def test_a_message_cannot_end_its_command_or_begin_another() -> None:
    output = render(Format.GITHUB)
    assert output.count("\n") == output.count("::error ") + output.count("::warning ") + output.count("::notice ")
    assert "100%25" in output
    assert "\r" not in output


def test_each_severity_has_the_command_of_its_own() -> None:
    lines = render(Format.GITHUB).splitlines()
    assert lines[0].startswith("::warning file=data/claims.yaml,line=12,col=9,title=uncited-source::mood: ")
    assert sum(line.startswith("::error ") for line in lines) == 2
    assert sum(line.startswith("::notice ") for line in lines) == 3
