// A matcher for vitest and jest: expect(payload).toBePayload(). matcher.d.ts is the manual.

import { lint } from './stslint.js';

const severities = ['info', 'warning', 'error'];

const isText = (payload) => typeof payload === 'string' || payload instanceof Uint8Array;

export function toBePayload(payload, { failOn = 'error', ...options } = {}) {
  const least = severities.indexOf(failOn);
  if (least < 0) throw new TypeError(`failOn: "${failOn}" is no severity; use one of ${severities.join(', ')}`);
  const text = isText(payload) ? payload : JSON.stringify(payload);
  if (text === undefined) throw new TypeError(`the payload is ${typeof payload}, which JSON cannot write`);
  const found = lint(text, options).findings.filter(({ severity }) => severities.indexOf(severity) >= least);
  // An object has no lines: its places are pointers.
  const place = ({ pointer, line, column }) => (isText(payload) ? `${line}:${column}` : pointer || '(root)');
  const words = (each) => `${printable(place(each))}: ${each.severity}[${each.rule}]: ${each.message}`;
  return {
    pass: found.length === 0,
    message: () => found.map(words).join('\n') || `expected a finding with severity ${failOn} in the payload`,
  };
}

/** Keys of a payload can hold anything, also what controls a terminal. */
function printable(text) {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (c) => `\\u{${c.codePointAt(0).toString(16)}}`);
}
