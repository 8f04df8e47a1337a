"""The Python package says what the program says."""

import ast
import json
import math
import pathlib
import subprocess
import threading

import pytest

import stslint

EVENT = {
    "msg_title": "t",
    "msg_text": "t",
    "event_type": "DeploymentEvent",
    "timestamp": 1607432944,
    "context": {"category": "Changes", "element_identifiers": ["urn:host:/a"], "source": "a"},
}
BAD = {**EVENT, "msg_text": 7}
UNKNOWN = {**EVENT, "context": {**EVENT["context"], "category": "changes"}}


def rules(findings):
    return [each.rule for each in findings]


def program(text):
    run = subprocess.run(["stslint", "check", "-", "--format", "json"], input=text, capture_output=True, check=False)
    return json.loads(run.stdout)["findings"]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(UNKNOWN),
        json.dumps({"app.a": [BAD]}, indent=2),
        '{"internalHostname": "é日本", "events": {"app.a": [{}, }',
        "",
        "\ufeff{}",
        '{"a": "\\ud800\\u0000"}',
    ],
)
def test_findings_are_those_of_the_program(text):
    for each, expected in zip(stslint.lint(text, file="<stdin>"), program(text.encode())):
        for name in ("file", "rule", "severity", "message", "pointer", "line", "column", "endLine", "endColumn"):
            assert getattr(each, name) == expected[name]
        assert (each.offset, each.length) == (expected["offset"], expected["length"])
        assert each.suggestion == expected.get("suggestion")
        assert (each.event and vars(each.event)) == expected.get("event")
        assert (each.fix and each.fix.safe) == expected.get("fix", {}).get("safe")
        edits = [vars(edit) for edit in each.fix.edits] if each.fix else []
        assert edits == expected.get("fix", {}).get("edits", [])
    assert len(stslint.lint(text)) == len(program(text.encode())) > 0


def test_a_good_payload_has_no_findings():
    for payload in (EVENT, json.dumps(EVENT), json.dumps(EVENT).encode(), bytearray(json.dumps(EVENT), "utf-8")):
        assert stslint.lint(payload) == []
        stslint.assert_payload(payload, fail_on="info")


def test_an_object_has_no_lines():
    (found,) = stslint.lint({"app.a": [BAD]})
    assert (found.rule, found.pointer) == ("wrong-type", "/app.a/0/msg_text")
    assert (found.line, found.column, found.endLine, found.endColumn, found.offset, found.length) == (None,) * 6
    assert found.event == stslint.Event("app.a", 0)
    text, marks = found.frame.split("\n")
    assert [c for c, mark in zip(text, marks) if mark == "^"] == ["7"]


def test_what_dumps_writes_and_json_lacks_is_a_finding():
    (found,) = stslint.lint({**EVENT, "timestamp": math.nan})
    assert (found.rule, found.pointer) == ("invalid-json", "/timestamp")
    assert "NaN" in found.message
    assert rules(stslint.lint({**EVENT, "context": {**EVENT["context"], "data": {1: "a", "1": "b"}}})) == [
        "duplicate-key"
    ]
    with pytest.raises(TypeError, match="set is not JSON serializable"):
        stslint.lint({"a": {1}})


def test_text_that_is_no_text_is_a_finding():
    assert "invalid-encoding" in rules(stslint.lint('{"app.a": "\ud800"}'))
    assert "invalid-encoding" in rules(stslint.lint(b"\xff"))
    assert "invalid-encoding" not in rules(stslint.lint('{"app.a": "\u00ff"}'))


def test_forms():
    assert stslint.lint({}, "events") == []
    assert "missing-field" in rules(stslint.lint({}, "event"))
    with pytest.raises(stslint.Error, match="did you mean event"):
        stslint.lint({}, "evnt")


def test_options():
    assert rules(stslint.Linter(ignore=["wrong-type"]).lint(BAD)) == []
    assert rules(stslint.Linter(now=1607442944, max_age=60).lint(EVENT)) == ["stale-event"]
    assert rules(stslint.Linter(schema={"required": ["a"]}).lint(EVENT)) == ["foreign-violation"]
    assert stslint.Linter(comments=True).lint(json.dumps(EVENT) + " // a comment") == []
    assert stslint.Linter(time_format="ms").lint({**EVENT, "timestamp": 1607432944000}) == []
    later = {**EVENT, "context": {**EVENT["context"], "category": "Deployments"}}
    assert rules(stslint.lint(later)) == ["later-category"]
    assert stslint.Linter(stackstate="5.2").lint(later) == []
    with pytest.raises(stslint.Error, match="unknown rule"):
        stslint.Linter(ignore=["no-rule"])
    with pytest.raises(TypeError, match="write a list"):
        stslint.Linter(ignore="wrong-type")
    with pytest.raises(stslint.Error, match="stackstate"):
        stslint.Linter(stackstate="4")


def test_fix_keeps_the_type():
    fixed = {**UNKNOWN, "context": {**UNKNOWN["context"], "category": "Changes"}}
    assert stslint.fix(UNKNOWN) == fixed
    assert stslint.fix(json.dumps(UNKNOWN)) == json.dumps(fixed)
    assert stslint.fix(json.dumps(UNKNOWN).encode()) == json.dumps(fixed).encode()
    assert stslint.fix(EVENT) is EVENT
    in_ms = {**EVENT, "timestamp": 1607432944000}
    assert stslint.fix(in_ms) == in_ms
    assert stslint.fix(in_ms, unsafe=True) == EVENT


def test_assert_payload_reads_like_the_program():
    text = json.dumps({"app.a": [BAD]})
    with pytest.raises(AssertionError) as failure:
        stslint.assert_payload(text, file="<stdin>")
    run = subprocess.run(["stslint", "check", "-"], input=text.encode(), capture_output=True, check=False)
    assert str(failure.value).split("\n\n")[0] == run.stdout.decode().split("\n\n")[0]
    assert str(failure.value).endswith("1 error; for more: stslint.explain('wrong-type')")


def test_assert_payload_fails_on_a_severity():
    later = {**EVENT, "context": {**EVENT["context"], "category": "Deployments"}}
    stslint.assert_payload(later)
    with pytest.raises(AssertionError, match="later-category"):
        stslint.assert_payload(later, fail_on="warning")
    with pytest.raises(ValueError, match="no severity"):
        stslint.assert_payload(later, fail_on="warn")


def test_secrets_are_masked():
    with pytest.raises(AssertionError) as failure:
        stslint.assert_payload({**BAD, "tags": ["password=hunter2hunter2"]})
    assert "hunter2" not in str(failure.value)


def test_a_report_is_printable():
    hostile = {"app.\x1b[31m\u202e\n": [BAD]}
    for payload, file in ((hostile, ""), (json.dumps(BAD), "\x1b[31m\n\udcff")):
        with pytest.raises(AssertionError) as failure:
            stslint.assert_payload(payload, file=file)
        assert all(line.isprintable() for line in str(failure.value).split("\n"))
        assert "error[wrong-type]" in str(failure.value).split("\n")[0]


def test_all_threads_share_a_linter():
    linter, found = stslint.Linter(), []
    work = [threading.Thread(target=lambda: found.extend(linter.lint(BAD) for _ in range(200))) for _ in range(4)]
    for thread in work:
        thread.start()
    for thread in work:
        thread.join()
    assert [rules(each) for each in found] == [["wrong-type"]] * 800


def test_rules_and_schema():
    assert stslint.explain("wrong-type") in stslint.rules()
    with pytest.raises(stslint.Error, match="did you mean wrong-type"):
        stslint.explain("wrong-typ")
    assert stslint.schema()["definitions"]["event"]
    with pytest.raises(stslint.Error):
        stslint.schema("evnt")


def test_generate_is_what_the_program_generates():
    arguments = ["stslint", "generate", "--seed", "5", "--count", "20", "--rule", "unknown-category"]
    lines = subprocess.run(arguments, capture_output=True, check=True).stdout.splitlines()
    made = list(stslint.generate(20, 5, rule="unknown-category"))
    assert [{**label, "payload": payload.decode()} for payload, label in made] == [json.loads(line) for line in lines]
    with pytest.raises(stslint.Error):
        stslint.generate(1, rule="no-rule")


def test_the_manual_covers_the_package():
    for name in stslint.__all__:
        assert name in stslint.__doc__ or getattr(stslint, name).__doc__, name
    assert set(stslint.__all__) <= set(dir(stslint))


def test_python_3_8_can_read_it():
    files = list(pathlib.Path(stslint.__file__).parent.glob("*.py"))
    assert len(files) > 4
    for file in files:
        ast.parse(file.read_text(), feature_version=(3, 8))
    assert (pathlib.Path(stslint.__file__).parent / "py.typed").exists()


def test_an_older_system_is_told_what_the_library_needs():
    older = "/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.35' not found (required by libstslint.so.0)"
    assert stslint._native._advice(older).startswith("stslint needs glibc 2.35 or later; this system has ")
    assert stslint._native._advice("no such file").startswith("no such file; install the wheel")
