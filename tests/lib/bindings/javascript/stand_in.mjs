// As much of vitest as vitest/matcher.test.mjs needs, where npm cannot fetch vitest.
import assert from 'node:assert/strict';

export { test } from 'node:test';

const matchers = {
  toBe: (value, expected) => ({ pass: Object.is(value, expected), message: () => `${value} is not ${expected}` }),
};

export function expect(value) {
  const expectation = (wanted) =>
    Object.fromEntries(Object.entries(matchers).map(([name, matcher]) => [name, (...words) => {
      const { pass, message } = matcher(value, ...words);
      if (pass !== wanted) throw new assert.AssertionError({ message: message() });
    }]));
  return { ...expectation(true), not: expectation(false) };
}

expect.extend = (more) => Object.assign(matchers, more);
