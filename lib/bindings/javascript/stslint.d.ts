/**
 * stslint for JavaScript: lints the payloads of StackState's Receiver API where your code builds them, with the findings
 * of the program stslint. It reads no clock and no file, and posts nothing.
 *
 *     import { lint } from 'stslint';
 *     const { findings } = lint('{"internalHostname": 7}');
 */

/** A text, or its bytes. For an object, pass `JSON.stringify(object)`. */
export type Payload = string | Uint8Array;

export interface Options {
  /** What the text is: "payload", or a part of one, such as "event". By default its keys decide. */
  form?: string;
  /** The ids of rules whose findings are left out. */
  ignore?: string[];
  /** Seconds since 1970; without it, no rule compares with the current time. */
  now?: number;
  /** Seconds; with it and `now`, older events are findings. */
  maxAge?: number;
  /** The unit of the times in payloads. */
  timeFormat?: 's' | 'ms';
  /** The documentation that payloads must follow. */
  stackstate?: '5.1' | '5.2' | 'suse';
  /** Comments and trailing commas are no mistakes. */
  comments?: boolean;
}

export interface Finding {
  file: string;
  rule: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  /** A JSON Pointer. */
  pointer: string;
  /** From 1; columns in code points; the end is after the last character. */
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** In bytes of UTF-8. */
  offset: number;
  length: number;
  event?: { name: string; index: number };
  suggestion?: string;
  fix?: { safe: boolean; edits: { offset: number; length: number; text: string }[] };
}

/** What `stslint check --format json` prints. */
export interface Report {
  version: 1;
  summary: Record<string, number>;
  findings: Finding[];
}

/** A wrong argument, such as a form that does not exist. A mistake in a payload is a finding. */
export class StslintError extends Error {}

/** `file` is the name of the text in the report. */
export function lint(payload: Payload, options?: Options & { file?: string }): Report;

/** The same, with the form that the text was read as, such as "payload" or "event". */
export function inspect(payload: Payload, options?: Options & { file?: string }): { form: string; report: Report };

/** The payload after its fixes. Without `unsafe`, a fix cannot change what the payload means. */
export function fix<Type extends Payload>(payload: Type, options?: Options & { unsafe?: boolean }): Type;

/** A rule as in `stslint explain --format json`; without `rule`, all rules. */
export function explain(rule: string): Record<string, unknown>;
export function explain(): Record<string, unknown>[];

export interface GeneratorOptions {
  seed?: number;
  /** Only this part of payloads, such as "event". */
  part?: string;
  /** Only this class of `stslint generate --list`. */
  kind?: string;
  /** Only payloads that break this rule. */
  rule?: string;
  timeFormat?: 's' | 'ms';
}

/** Good and broken payloads with their labels: the same for a seed on every machine. */
export function generate(
  count: number,
  options?: GeneratorOptions,
): { payload: Uint8Array; label: Record<string, unknown> }[];
