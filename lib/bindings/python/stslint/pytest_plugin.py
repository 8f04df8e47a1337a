"""The pytest plugin of stslint, which is active once stslint is installed.

The fixture `stslint_receiver` lints whatever the code under test posts with requests, urllib3, urllib or http.client,
whatever host it posts to: all its HTTP connections lead to a local receiver, which answers 200. Nothing leaves the
machine. The test fails if a payload has an error, and if nothing was posted.

    def test_sender(stslint_receiver):
        my_agent.send_event()

Other clients, and other processes, post to its address:

    def test_program(stslint_receiver):
        subprocess.run(["my-agent", "--url", stslint_receiver.url], check=True)

The marker `stslint` names rules that the test must break, and options of stslint.Linter:

    @pytest.mark.stslint("unknown-category", ignore=["log-only-event"])
    def test_bad_event(stslint_receiver):
        my_agent.send_event(category="changes")

Configuration. A payload is linted as if it lay beside the test: as the file `request-1.json` in a folder that is named
as the test, `tests/test_agent.py/test_sender`. So the nearest `.stslint.json` applies, with all that it holds: severities,
`select`, `ignore`, `max-age`, `time-format`, `stackstate`, `schema`, `options`, `suppress`. An override for one file of
tests names it:

    {"overrides": [{"files": ["tests/test_agent.py"], "ignore": ["wrong-type"]}]}

`stslint check --print-config tests/test_agent.py` prints what applies. The options of a marker go before it; so does the
header `sts-time-format` of a request. A mistake in a configuration fails the test, with its file, line and column. A marker
cannot expect a rule that the configuration ignores.

Baseline. `pytest --stslint-write-baseline` records the findings of all tests in `.stslint-baseline.json`, beside those of
files; later runs do not report them.

`stslint_receiver.posted` lists what came: each has a `path` and a `body`. The plugin runs the program stslint, which the
wheel contains. The program reads the clock if neither a marker nor a configuration says otherwise.
"""

from __future__ import annotations

import os
from typing import Any, Dict, Iterator, List, Tuple

import pytest

from ._native import Error
from ._program import Checked, check
from ._receiver import Receiver


@pytest.fixture
def stslint_receiver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """Lints whatever the code under test posts: see stslint.pytest_plugin."""
    receiver = Receiver()
    for each, connect in receiver.connections():
        monkeypatch.setattr(each, "connect", connect)
    yield receiver
    receiver.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.getgroup("stslint").addoption(
        "--stslint-write-baseline",
        action="store_true",
        help="record the findings of tests with the fixture stslint_receiver in the baseline of stslint",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "stslint(*rules, **options): the rules that payloads must break, and options of stslint.Linter; "
        "for tests with the fixture stslint_receiver.",
    )


@pytest.hookimpl(trylast=True)  # behind the test itself, which has then passed
def pytest_runtest_call(item: pytest.Item) -> None:
    __tracebackhide__ = True
    receiver = getattr(item, "funcargs", {}).get("stslint_receiver")
    if receiver is None:
        return
    rules, options = _marked(item)
    if not receiver.posted:
        pytest.fail("stslint_receiver: nothing was posted", pytrace=False)
    checked, mistake = _checked(item, receiver, rules, options)
    if mistake:
        pytest.fail(f"stslint: {mistake}", pytrace=False)
    failed = [each.report for each in checked if each.failed]
    missing = [rule for rule in rules if not any(rule in each.rules for each in checked)]
    if failed:
        pytest.fail("\n\n".join(failed), pytrace=False)
    if missing:
        pytest.fail(f"stslint_receiver: no payload breaks {', '.join(missing)}", pytrace=False)


def _marked(item: pytest.Item) -> Tuple[List[str], Dict[str, Any]]:
    """The rules and options of all markers of a test; those of the test itself come before those of its class."""
    rules: List[str] = []
    options: Dict[str, Any] = {}
    for marker in item.iter_markers("stslint"):
        rules += marker.args
        options = {**marker.kwargs, **options}
    return rules, options


def _checked(
    item: pytest.Item, receiver: Receiver, rules: List[str], options: Dict[str, Any]
) -> Tuple[List[Checked], str]:
    """The verdicts on all that was posted, and the mistake in a configuration or marker that kept one from being made."""
    folder = str(item.config.invocation_params.dir)
    test = item.nodeid.partition("::")[2].replace(os.sep, "_").split("::")
    # The names of parameters can be longer than those of files.
    name = "/".join([os.path.relpath(item.fspath, folder), *(part[:200] for part in test)])
    more = ["--write-baseline"] if item.config.getoption("--stslint-write-baseline") else []
    checked: List[Checked] = []
    try:
        for number, posted in enumerate(receiver.posted, 1):
            of_request = {"time_format": "ms"} if posted.time_format == "ms" else {}
            checked.append(check(posted.body, f"{name}/request-{number}", folder, rules, more, {**of_request, **options}))
    except Error as error:
        return checked, str(error)
    return checked, ""
