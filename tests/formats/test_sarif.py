import json
from typing import Any

from magcite import __version__
from magcite.formats import Format
from magcite.formats.sarif import report_as_sarif
from magcite.rules import RULES

from .rendering import Golden, render
from .sample_report import empty_report, sample_report


def _run() -> dict[str, Any]:
    run: dict[str, Any] = json.loads(render(Format.SARIF))["runs"][0]
    return run


def test_the_results_are_as_agreed(expect_golden: Golden) -> None:
    results = [{key: value for key, value in result.items() if key != "ruleIndex"} for result in _run()["results"]]
    expect_golden("sarif-results.json", json.dumps(results, indent=2, ensure_ascii=False) + "\n")


def test_the_log_names_its_version_and_the_tool() -> None:
    log = report_as_sarif(sample_report())
    assert (log["version"], list(log)) == ("2.1.0", ["$schema", "version", "runs"])
    assert _run()["tool"]["driver"]["semanticVersion"] == __version__


def test_every_rule_is_described_with_help_and_level() -> None:
    rules = _run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules][: len(RULES)] == [rule.id for rule in RULES]
    assert all(rule["help"]["text"] and rule["defaultConfiguration"]["level"] for rule in rules[: len(RULES)])
    assert len({rule["id"] for rule in rules}) == len(rules)


def test_every_result_points_at_its_rule() -> None:
    run = _run()
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == 8
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_a_result_has_a_region_a_fingerprint_and_a_message_on_one_line() -> None:
    (result,) = [result for result in _run()["results"] if result["ruleId"] == "overstatement"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 31, "startColumn": 9}
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "data/claims.yaml"
    assert result["partialFingerprints"] == {"magcite/v1": "fp-overstatement-hostile-90000003"}
    assert "\n" not in result["message"]["text"]


def test_waived_findings_are_suppressed_with_the_reason() -> None:
    suppressed = [result for result in _run()["results"] if "suppressions" in result]
    assert [result["suppressions"] for result in suppressed] == [
        [{"kind": "external", "justification": "still the best there is"}]
    ]


def test_remarks_about_the_run_are_notifications() -> None:
    (invocation,) = _run()["invocations"]
    assert "PubMed could not be reached" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_an_empty_report_has_no_results() -> None:
    assert report_as_sarif(empty_report())["runs"][0]["results"] == []
