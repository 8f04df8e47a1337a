package stslinttest

import (
	"math"
	"strings"
	"testing"
)

const good = `{"internalHostname": "a", "collection_timestamp": 1607432950, "events": {}}`

func TestGood(t *testing.T) {
	Check(t, good)
	Check(t, []byte(good))
	Check(t, map[string]any{"internalHostname": "a", "collection_timestamp": 1607432950, "events": map[string]any{}})
}

func TestBad(t *testing.T) {
	findings, err := Lint(strings.Replace(good, `"a"`, "7", 1))
	if err != nil || len(findings) != 1 {
		t.Fatal(findings, err)
	}
	if f := findings[0]; f.Rule != "wrong-type" || f.Pointer != "/internalHostname" || f.Line != 1 || f.Column != 22 {
		t.Error(f)
	}
}

func TestOptions(t *testing.T) {
	if findings, err := Lint(strings.Replace(good, `"a"`, "7", 1), "--ignore", "wrong-type"); err != nil || len(findings) != 0 {
		t.Error(findings, err)
	}
	if _, err := Lint(good, "--as", "evnt"); err == nil || !strings.Contains(err.Error(), "did you mean event") {
		t.Error(err)
	}
}

func TestNotANumber(t *testing.T) {
	if _, err := Lint(math.NaN()); err == nil {
		t.Error("json.Marshal writes no NaN")
	}
}
