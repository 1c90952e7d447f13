"""Settings come from the environment, then from pyproject.toml, and wrong ones are named with their place."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from magcite.errors import UsageError
from magcite.settings import DEFAULT_TIMEOUT, JUDGE_TIMEOUT, NCBI_EUTILS, NCBI_IDCONV, Settings, read_settings


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder whose pyproject.toml ends the search upward."""
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    return tmp_path


def read(project: Path, **environ: str) -> Settings:
    return read_settings({"HOME": "/home/someone", **environ}, project)


def write(project: Path, table: str) -> None:
    (project / "pyproject.toml").write_text(f"[tool.magcite]\n{table}\n")


def test_nothing_set_means_ncbi_s_own_addresses(project: Path) -> None:
    settings = read(project)
    assert (settings.email, settings.api_key, settings.timeout) == (None, None, DEFAULT_TIMEOUT)
    assert (settings.eutils_url, settings.idconv_url) == (NCBI_EUTILS, NCBI_IDCONV)


def test_the_environment_sets_everything(project: Path) -> None:
    settings = read(
        project,
        MAGCITE_EMAIL="me@example.org",
        NCBI_API_KEY="abc",
        MAGCITE_EUTILS_URL="http://127.0.0.1:8000/entrez/eutils/",
        MAGCITE_IDCONV_URL="http://127.0.0.1:8000/idconv/",
        MAGCITE_CACHE_DIR="kept",
        MAGCITE_TIMEOUT="2.5",
    )
    assert settings == Settings(
        email="me@example.org",
        api_key="abc",
        eutils_url="http://127.0.0.1:8000/entrez/eutils",
        idconv_url="http://127.0.0.1:8000/idconv/",
        cache_dir=project / "kept",
        timeout=2.5,
    )


def test_pyproject_is_found_upward_and_the_environment_goes_before_it(project: Path) -> None:
    write(project, 'email = "file@example.org"\nncbi_api_key = "abc"\ntimeout = 3\ncache_dir = "kept"')
    below = project / "a" / "b"
    below.mkdir(parents=True)
    settings = read_settings({"MAGCITE_EMAIL": "me@example.org"}, below)
    assert (settings.email, settings.api_key, settings.timeout) == ("me@example.org", "abc", 3)
    assert settings.cache_dir == project / "kept"


def test_the_key_has_two_names_in_a_file(project: Path) -> None:
    write(project, 'api_key = "abc"')
    assert read(project).api_key == "abc"


def test_an_empty_variable_counts_as_unset(project: Path) -> None:
    write(project, 'email = "file@example.org"')
    assert read(project, MAGCITE_EMAIL=" ", MAGCITE_TIMEOUT="").email == "file@example.org"


def test_another_pubmed_has_no_converter_unless_one_is_named(project: Path) -> None:
    assert read(project, MAGCITE_EUTILS_URL="http://localhost:1/e").idconv_url is None
    assert read(project, MAGCITE_EUTILS_URL=NCBI_EUTILS + "/").idconv_url == NCBI_IDCONV


def test_the_key_shows_in_no_repr(project: Path) -> None:
    assert "secretkey" not in repr(read(project, NCBI_API_KEY="secretkey"))


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"XDG_CACHE_HOME": "/var/cache/me", "HOME": "/home/me"}, "/var/cache/me/magcite"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/home/me"}, "/home/me/.cache/magcite"),
        ({"HOME": "/home/me"}, "/home/me/.cache/magcite"),
    ],
)
def test_the_cache_lies_where_caches_lie(
    project: Path, environ: Mapping[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert read_settings(environ, project).cache_dir == Path(folder)


def test_the_cache_lies_where_other_systems_keep_caches(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert read(project).cache_dir == Path("/home/someone/Library/Caches/magcite")
    monkeypatch.setattr("sys.platform", "win32")
    assert read(project, LOCALAPPDATA="/local").cache_dir == Path("/local/magcite/cache")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("MAGCITE_EMAIL", "no address"),
        ("MAGCITE_EMAIL", "nobody"),
        ("NCBI_API_KEY", "two words"),
        ("MAGCITE_EUTILS_URL", "ftp://example.org"),
        ("MAGCITE_EUTILS_URL", "example.org/entrez"),
        ("MAGCITE_EUTILS_URL", "http://host:port/"),
        ("MAGCITE_IDCONV_URL", "http://"),
        ("MAGCITE_IDCONV_URL", "http://a b/"),
        ("MAGCITE_TIMEOUT", "soon"),
        ("MAGCITE_TIMEOUT", "0"),
        ("MAGCITE_TIMEOUT", "-1"),
        ("MAGCITE_TIMEOUT", "nan"),
        ("MAGCITE_TIMEOUT", "inf"),
    ],
)
def test_a_wrong_value_is_named_with_its_variable(project: Path, variable: str, value: str) -> None:
    with pytest.raises(UsageError, match=variable):
        read(project, **{variable: value})


def test_a_wrong_key_is_not_repeated(project: Path) -> None:
    with pytest.raises(UsageError) as complaint:
        read(project, NCBI_API_KEY="secret key")
    assert "secret" not in str(complaint.value)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("timeout = true", "timeout"),
        ("timeout = 'soon'", "soon"),
        ("tiemout = 3", "tiemout"),
        ("email = ['a@b']", "email"),
        ("email = ", "TOML"),
    ],
)
def test_a_wrong_file_is_named_with_its_place(project: Path, table: str, says: str) -> None:
    write(project, table)
    with pytest.raises(UsageError, match=says) as complaint:
        read(project)
    assert "pyproject.toml" in str(complaint.value)


@pytest.mark.parametrize("content", ["tool = 3", "[tool]\nmagcite = 3", "[tool]\nother = 3"])
def test_odd_tables_are_passed_over_or_named(project: Path, content: str) -> None:
    (project / "pyproject.toml").write_text(content)
    if "magcite" in content:
        with pytest.raises(UsageError, match="must be a table"):
            read(project)
    else:
        assert read(project).email is None


def test_a_file_that_cannot_be_read_is_named(project: Path) -> None:
    (project / "pyproject.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="TOML"):
        read(project)


def test_a_second_opinion_has_a_key_and_a_time_of_its_own(project: Path) -> None:
    assert (read(project).judge_key, read(project).judge_timeout) == (None, JUDGE_TIMEOUT)
    settings = read(project, MAGCITE_JUDGE_KEY="s3cret", MAGCITE_JUDGE_TIMEOUT="300")
    assert (settings.judge_key, settings.judge_timeout) == ("s3cret", 300)
    assert "s3cret" not in repr(settings)


def test_a_second_opinions_time_is_a_number_of_seconds(project: Path) -> None:
    with pytest.raises(UsageError, match="MAGCITE_JUDGE_TIMEOUT"):
        read(project, MAGCITE_JUDGE_TIMEOUT="long")
