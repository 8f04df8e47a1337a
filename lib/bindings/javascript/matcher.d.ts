/**
 * A matcher for vitest and jest, which runs ES modules with `--experimental-vm-modules`:
 *
 *     import { toBePayload } from 'stslint/matcher';
 *     expect.extend({ toBePayload });
 *     test('the payload is right', () => { expect(agent.payload()).toBePayload(); });
 *
 * For TypeScript with vitest, also tell it the name:
 *
 *     declare module 'vitest' {
 *       interface Matchers<T> { toBePayload(options?: import('stslint/matcher').MatcherOptions): T; }
 *     }
 */

import type { Options } from './stslint.js';

export interface MatcherOptions extends Options {
  /** The lowest severity that fails; "error" by default. */
  failOn?: 'error' | 'warning' | 'info';
}

/** `payload` is a text, its bytes, or an object that `JSON.stringify` writes. */
export function toBePayload(payload: unknown, options?: MatcherOptions): { pass: boolean; message: () => string };
