// Package stslinttest lints payloads for StackState in tests, with the program stslint.
package stslinttest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"testing"
)

// Finding is one mistake; its members are those of stslint check --format json.
type Finding struct {
	Rule, Severity, Message, Pointer string // Message is safe to print
	Line, Column, Offset, Length     int
	Suggestion                       string
}

// Lint returns the mistakes in a payload: JSON as []byte or string, or a value that json.Marshal writes. Options are
// flags of stslint check.
func Lint(payload any, options ...string) ([]Finding, error) {
	text, err := textOf(payload)
	if err != nil {
		return nil, err
	}
	var out, why bytes.Buffer
	command := exec.Command("stslint", append([]string{"check", "-", "--format", "json"}, options...)...)
	command.Stdin, command.Stdout, command.Stderr = bytes.NewReader(text), &out, &why
	err = command.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() != 1 {
		return nil, fmt.Errorf("%v: %s", err, bytes.TrimSpace(why.Bytes()))
	}
	if err != nil && exit == nil {
		return nil, err
	}
	var report struct{ Findings []Finding }
	if err := json.Unmarshal(out.Bytes(), &report); err != nil {
		return nil, fmt.Errorf("stslint: %w", err)
	}
	return report.Findings, nil
}

// Check fails the test for each error in a payload.
func Check(t testing.TB, payload any, options ...string) {
	t.Helper()
	findings, err := Lint(payload, options...)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.Severity == "error" {
			t.Errorf("%q: %s[%s]: %s", f.Pointer, f.Severity, f.Rule, f.Message)
		}
	}
}

func textOf(payload any) ([]byte, error) {
	switch text := payload.(type) {
	case []byte:
		return text, nil
	case string:
		return []byte(text), nil
	}
	return json.Marshal(payload)
}
