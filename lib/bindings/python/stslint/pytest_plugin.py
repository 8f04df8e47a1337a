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

`stslint_receiver.posted` lists what came: each has a `path` and a `body`.
"""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Tuple

import pytest

from ._finding import Finding, report
from ._linter import Linter
from ._receiver import Receiver


@pytest.fixture
def stslint_receiver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """Lints whatever the code under test posts: see stslint.pytest_plugin."""
    receiver = Receiver()
    for each, connect in receiver.connections():
        monkeypatch.setattr(each, "connect", connect)
    yield receiver
    receiver.close()


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
    findings = _findings(receiver, options)
    wrong = [each for each in findings if each.severity == "error" and each.rule not in rules]
    missing = [rule for rule in rules if rule not in {each.rule for each in findings}]
    if wrong:
        pytest.fail(report(wrong), pytrace=False)
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


def _findings(receiver: Receiver, options: Dict[str, Any]) -> List[Finding]:
    linters: Dict[str, Linter] = {}
    found: List[Finding] = []
    for number, posted in enumerate(receiver.posted, 1):
        if posted.time_format not in linters:
            linters[posted.time_format] = Linter(**{"time_format": posted.time_format, **options})
        found += linters[posted.time_format].lint(posted.body, file=f"request {number}")
    return found
