"""The pytest plugin: whatever the code under test posts is linted."""

import pytest

SENDERS = '''
import gzip, http.client, json, os, subprocess, sys, urllib.request
import pytest

EVENT = {"msg_title": "t", "msg_text": "t", "event_type": "DeploymentEvent", "timestamp": 1607432944,
         "context": {"category": "Changes", "element_identifiers": ["urn:host:/a"], "source": "a"}}
GOOD = {"internalHostname": "a", "collection_timestamp": 1607432950, "events": {"app.a": [EVENT]}}
BAD = {**GOOD, "internalHostname": 7}
CHANGES = {**GOOD, "events": {"app.a": [{**EVENT, "context": {**EVENT["context"], "category": "changes"}}]}}
URL = "https://receiver.example/stsAgent/intake?api_key=a"

def post(payload, url=URL, **headers):
    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json", **headers})
    return urllib.request.urlopen(request, timeout=5).status
'''


def outcomes(pytester, tests, *arguments):
    pytester.makepyfile(test_sender=SENDERS + tests)
    return pytester.runpytest("-q", "-p", "no:cacheprovider", *arguments)


def test_good_payloads_pass(pytester):
    result = outcomes(
        pytester,
        '''
def test_urllib(stslint_receiver):
    assert post(GOOD) == 200
    assert [each.path for each in stslint_receiver.posted] == ["/stsAgent/intake?api_key=a"]

def test_http_client(stslint_receiver):
    connection = http.client.HTTPSConnection("receiver.example")
    for _ in range(2):
        connection.request("POST", "/stsAgent/intake", json.dumps(GOOD))
        assert connection.getresponse().read() == b"{}"

def test_chunks(stslint_receiver):
    connection = http.client.HTTPConnection("receiver.example")
    connection.request("POST", "/", iter([b'{"internal', b'Hostname": "a", "collection_timestamp": 1607432950, "events": {}}']),
                       encode_chunked=True)
    assert connection.getresponse().status == 200

def test_gzip(stslint_receiver):
    assert post(gzip.compress(json.dumps(GOOD).encode()), **{"Content-Encoding": "gzip"}) == 200

def test_milliseconds(stslint_receiver):
    good = json.dumps(GOOD).replace("1607432944", "1607432944000").replace("1607432950", "1607432950000")
    assert post(good.encode(), **{"sts-time-format": "ms"}) == 200

def test_another_process(stslint_receiver):
    code = "import sys, urllib.request as u; u.urlopen(u.Request(sys.argv[1], sys.argv[2].encode()))"
    subprocess.run([sys.executable, "-c", code, stslint_receiver.url, json.dumps(GOOD)], check=True)

def test_requests(stslint_receiver):
    requests = pytest.importorskip("requests")
    assert requests.post(URL, json=GOOD).status_code == 200
    assert requests.post(URL.replace("https", "http"), json=GOOD).json() == {}

def test_without_the_fixture():
    pass
''',
    )
    counts = result.parseoutcomes()
    assert counts["passed"] + counts.get("skipped", 0) == 8 and "failed" not in counts, result.outlines


def test_bad_payloads_fail(pytester):
    result = outcomes(
        pytester,
        '''
def test_bad(stslint_receiver):
    post(BAD)

def test_second_is_bad(stslint_receiver):
    post(GOOD)
    post(BAD)

def test_nothing_posted(stslint_receiver):
    pass

def test_damaged(stslint_receiver):
    post(b"no gzip", **{"Content-Encoding": "gzip"})

def test_fails_by_itself(stslint_receiver):
    post(BAD)
    assert 1 == 2
''',
    )
    result.assert_outcomes(failed=5)
    result.stdout.fnmatch_lines(["test_sender.py/test_bad/request-1.json:1:22: error?wrong-type?: internalHostname is the number 7;*"])
    result.stdout.fnmatch_lines(["test_sender.py/test_second_is_bad/request-2.json:1:22: error?wrong-type?: internalHostname is the number 7;*"])
    result.stdout.fnmatch_lines(["stslint_receiver: nothing was posted"])
    result.stdout.fnmatch_lines(["*assert 1 == 2"])
    assert result.ret == 1


def test_markers(pytester):
    result = outcomes(
        pytester,
        '''
@pytest.mark.stslint("unknown-category")
def test_expected(stslint_receiver):
    post(CHANGES)

@pytest.mark.stslint("unknown-category")
def test_not_there(stslint_receiver):
    post(GOOD)

@pytest.mark.stslint("unknown-category")
def test_another(stslint_receiver):
    post(CHANGES)
    post(BAD)

@pytest.mark.stslint(ignore=["wrong-type"])
def test_option(stslint_receiver):
    post(BAD)

@pytest.mark.stslint(now=1607452950, max_age=60)
class TestClass:
    @pytest.mark.stslint("stale-event")
    def test_both(self, stslint_receiver):
        post(GOOD)
''',
    )
    result.assert_outcomes(passed=3, failed=2)
    result.stdout.fnmatch_lines(["stslint_receiver: no payload breaks unknown-category"])
    result.stdout.fnmatch_lines(["test_sender.py/test_another/request-2.json:1:22: error?wrong-type?: *"])


def test_the_marker_is_known(pytester):
    result = pytester.runpytest("--markers")
    result.stdout.fnmatch_lines(["@pytest.mark.stslint(*"])


def test_connections_are_as_before_afterwards(pytester):
    import http.client

    before = http.client.HTTPConnection.connect
    outcomes(pytester, "def test_it(stslint_receiver): post(GOOD)").assert_outcomes(passed=1)
    assert http.client.HTTPConnection.connect is before
