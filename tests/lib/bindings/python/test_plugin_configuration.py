"""The pytest plugin: the configuration, the baseline and the options of markers."""

import pytest
from test_plugin import SENDERS, outcomes

POST_BAD = """
def test_bad(stslint_receiver):
    post(BAD)
"""


def configure(pytester, text, folder="."):
    (pytester.path / folder).mkdir(exist_ok=True)
    (pytester.path / folder / ".stslint.json").write_text(text)


@pytest.mark.parametrize(
    "config, passes",
    [
        ('{"ignore": ["wrong-type"]}', True),
        ('{"ignore": ["unknown-category"]}', False),
        ('{"severity": {"wrong-type": "warning"}}', True),
        ('{"overrides": [{"files": ["test_sender.py"], "ignore": ["wrong-type"]}]}', True),
        ('{"overrides": [{"files": ["test_another.py"], "ignore": ["wrong-type"]}]}', False),
        ('{"suppress": [{"rule": "wrong-type", "pointer": "/internalHostname", "reason": "r"}]}', True),
        ('{"suppress": [{"rule": "wrong-type", "pointer": "/events", "reason": "r"}]}', False),
        ('{"suppress": [{"rule": "wrong-type", "files": "test_sender.py/test_bad/*", "reason": "r"}]}', True),
        ('{"suppress": [{"rule": "wrong-type", "files": "test_sender.py/test_good/*", "reason": "r"}]}', False),
    ],
)
def test_the_configuration_applies(pytester, config, passes):
    configure(pytester, config)
    outcomes(pytester, POST_BAD).assert_outcomes(passed=int(passes), failed=int(not passes))


@pytest.mark.parametrize(
    "config, passes",
    [("{}", True), ('{"max-age": "30m"}', False), ('{"time-format": "ms"}', False), ('{"max-age": "30000d"}', True)],
)
def test_the_configuration_makes_stricter(pytester, config, passes):
    configure(pytester, config)
    result = outcomes(pytester, "def test_good(stslint_receiver): post(GOOD)")
    result.assert_outcomes(passed=int(passes), failed=int(not passes))


def test_the_nearest_configuration_applies_wherever_the_test_goes(pytester):
    configure(pytester, '{"ignore": ["wrong-type"]}')
    configure(pytester, "{}", "strict")
    test = SENDERS + "def test_bad(stslint_receiver, monkeypatch): monkeypatch.chdir('/'); post(BAD)"
    for file in ("test_above.py", "strict/test_beside.py"):
        (pytester.path / file).write_text(test)
    result = pytester.runpytest("-q", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["strict/test_beside.py/test_bad/request-1.json:1:22: error?wrong-type?: *"])


def test_the_marker_goes_before_the_configuration(pytester):
    configure(pytester, '{"max-age": "1m", "time-format": "ms", "stackstate": "suse"}')
    outcomes(
        pytester,
        """
@pytest.mark.stslint("unknown-category", time_format="s", stackstate="5.1", now=1607432950, max_age=600)
def test_it(stslint_receiver):
    post(CHANGES)
""",
    ).assert_outcomes(passed=1)


def test_a_rule_that_the_configuration_ignores_cannot_be_expected(pytester):
    configure(pytester, '{"ignore": ["unknown-category"]}')
    result = outcomes(
        pytester,
        """
@pytest.mark.stslint("unknown-category")
def test_it(stslint_receiver):
    post(CHANGES)
""",
    )
    result.stdout.fnmatch_lines(["stslint_receiver: no payload breaks unknown-category"])


def test_a_broken_configuration_is_told_with_its_place(pytester):
    configure(pytester, '{\n  "ignore": ["wrong-typ"]\n}')
    result = outcomes(pytester, POST_BAD)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["stslint: .stslint.json:2:14: *wrong-type*"])
    result.stdout.no_fnmatch_line("*another exception*")


def test_the_baseline_is_written_and_applies(pytester):
    make_repository(pytester)
    outcomes(pytester, POST_BAD, "--stslint-write-baseline").assert_outcomes(passed=1)
    outcomes(pytester, POST_BAD).assert_outcomes(passed=1)
    outcomes(pytester, POST_BAD.replace("BAD", "{**BAD, 'events': 7}")).assert_outcomes(failed=1)


def make_repository(pytester):
    """Makes the folder a repository, at whose top the baseline lies."""
    pytester.run("git", "init", "-q", ".")


@pytest.mark.parametrize(
    "options, words",
    [
        ("agnore=[]", "'agnore' is no option of stslint.Linter; use one of now, *"),
        ("ignore='wrong-type'", "ignore is a string; write a list of rules"),
        ("ignore=['wrong-typ']", "*wrong-typ*did you mean*wrong-type*"),
        ("'wrong-typ'", "*wrong-typ*did you mean*wrong-type*"),
        ("schema={'type': 7}", "*schema.json*"),
    ],
)
def test_a_wrong_marker_is_told(pytester, options, words):
    result = outcomes(pytester, f"@pytest.mark.stslint({options})\n{POST_BAD.strip()}")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([f"stslint: {words}"])


def test_schemas_and_comments_of_a_marker(pytester):
    outcomes(
        pytester,
        """
@pytest.mark.stslint(schema={"required": ["team"]})
def test_schema(stslint_receiver):
    post(GOOD)

@pytest.mark.stslint(comments=True)
@pytest.mark.parametrize("name", ["a/../../b", "x" * 5000])
def test_comments(stslint_receiver, name):
    post(json.dumps(GOOD).encode() + b" // made by hand")

def test_no_comments(stslint_receiver):
    post(json.dumps(GOOD).encode() + b" // made by hand")
""",
    ).assert_outcomes(passed=2, failed=2)


def test_the_program_is_missing(pytester, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    result = outcomes(pytester, POST_BAD)
    result.stdout.fnmatch_lines(["stslint: the program stslint is not in the PATH; install the wheel *"])


def test_a_report_of_many_findings_is_cut(pytester):
    result = outcomes(pytester, "def test_many(stslint_receiver): post({**GOOD, 'events': {'app.a': [7] * 60}})")
    result.stdout.fnmatch_lines(["60 errors in 1 file *"])
    assert len([line for line in result.outlines if "error[wrong-type]" in line]) == 50
