// stslint for JavaScript, in node and in browsers: the linter as WebAssembly. stslint.d.ts is the manual.

import { moduleBytes } from './module_bytes.js';

const module = await WebAssembly.compile(await moduleBytes());
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The words of a wrong argument. */
export class StslintError extends Error {}

let instance = null;

/** An instance lives until it fails: what an error leaves in its memory is unknown. */
function exports() {
  if (instance) return instance.exports;
  // There are no files and no clock: each call to the system says that it is not supported.
  const imports = { stslint: { thrown: (why) => { throw new StslintError(readWord(why)); } } };
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] ??= () => 58;
  }
  instance = new WebAssembly.Instance(module, imports);
  instance.exports._initialize();
  return instance.exports;
}

const memory = () => new Uint8Array(instance.exports.memory.buffer);
const view = () => new DataView(instance.exports.memory.buffer);

function readWord(at) {
  const all = memory();
  return decoder.decode(all.subarray(at, all.indexOf(0, at)));
}

/** The bytes of a stslint_text. */
function readText(at) {
  const data = view().getUint32(at, true);
  return memory().slice(data, data + view().getUint32(at + 4, true));
}

/** Gives work the functions of stslint.h and a function that takes memory, which is given back afterwards. */
function calling(work) {
  const library = exports();
  const taken = [];
  const take = (size) => {
    const at = library.malloc(size);
    if (at === 0) throw new StslintError('there is not enough memory');
    taken.push(at);
    memory().fill(0, at, at + size);
    return at;
  };
  const put = (content) => {
    const at = take(content.length + 1);
    memory().set(content, at);
    return at;
  };
  const word = (text) => (text === undefined ? 0 : put(encoder.encode(text)));
  try {
    const answer = work(library, { take, put, word });
    for (const at of taken) library.free(at);
    return answer;
  } catch (error) {
    instance = null;
    throw error;
  }
}

/** The linter of the last call, which serves the next one if its options are the same. */
let kept = { of: null, options: '', linter: 0 };

/** Gives work a linter with options. */
function linting({ ignore, timeFormat, stackstate, now, maxAge, comments }, work) {
  return calling((library, heap) => {
    const options = JSON.stringify([ignore, timeFormat, stackstate, now, maxAge, comments]);
    if (kept.of !== instance || kept.options !== options) {
      const linter = newLinter(library, heap, { ignore, timeFormat, stackstate, now, maxAge, comments });
      if (kept.of === instance) library.stslint_linter_free(kept.linter);
      kept = { of: instance, options, linter };
    }
    return work(library, heap, kept.linter);
  });
}

/** A linter with options, as stslint_options has them in 32 bits. */
function newLinter(library, heap, options) {
  const ignore = (options.ignore ?? []).map(heap.word);
  const list = heap.take(4 * ignore.length + 4);
  ignore.forEach((at, index) => view().setUint32(list + 4 * index, at, true));
  const timeFormat = heap.word(options.timeFormat);
  const stackstate = heap.word(options.stackstate);
  const at = heap.take(56);
  const struct = view();
  struct.setUint32(at, 56, true);
  struct.setFloat64(at + 8, options.now ?? 0, true);
  struct.setFloat64(at + 16, options.maxAge ?? 0, true);
  [timeFormat, stackstate, list, ignore.length].forEach((value, index) =>
    struct.setUint32(at + 24 + 4 * index, value, true));
  struct.setInt32(at + 48, options.comments ? 1 : 0, true);
  const made = heap.take(4);
  library.stslint_linter_new(at, made);
  return view().getUint32(made, true);
}

function bytesOf(payload) {
  if (typeof payload === 'string') return encoder.encode(payload);
  if (payload instanceof Uint8Array) return payload;
  throw new TypeError('the payload is neither a string nor a Uint8Array; for an object, pass JSON.stringify(object)');
}

export function inspect(payload, options = {}) {
  return linting(options, (library, heap, linter) => {
    const text = bytesOf(payload);
    library.stslint_lint(linter, heap.put(text), text.length, heap.word(options.form), heap.take(4));
    const answer = heap.take(8);
    library.stslint_form(linter, answer);
    const form = decoder.decode(readText(answer));
    library.stslint_report(linter, heap.word(options.file), answer);
    return { form, report: JSON.parse(decoder.decode(readText(answer))) };
  });
}

export const lint = (payload, options) => inspect(payload, options).report;

export function fix(payload, options = {}) {
  return linting(options, (library, heap, linter) => {
    const text = bytesOf(payload);
    const fixed = heap.take(8);
    const form = heap.word(options.form);
    library.stslint_fix(linter, heap.put(text), text.length, form, options.unsafe ? 1 : 0, fixed, heap.take(4));
    return typeof payload === 'string' ? decoder.decode(readText(fixed)) : readText(fixed);
  });
}

export function explain(rule) {
  return linting({}, (library, heap, linter) => {
    const json = heap.take(8);
    library.stslint_explain(linter, heap.word(rule), json);
    return JSON.parse(decoder.decode(readText(json)));
  });
}

export function generate(count, options = {}) {
  return calling((library, heap) => {
    const words = ['part', 'kind', 'rule', 'timeFormat'].map((name) => heap.word(options[name]));
    const at = heap.take(20);
    view().setUint32(at, 20, true);
    words.forEach((word, index) => view().setUint32(at + 4 + 4 * index, word, true));
    const made = heap.take(4);
    library.stslint_generator_new(BigInt(options.seed ?? 1), at, made);
    const generator = view().getUint32(made, true);
    const payload = heap.take(8);
    const label = heap.take(8);
    const all = [];
    for (let index = 0; index < count; ++index) {
      library.stslint_generate(generator, BigInt(index), payload, label);
      all.push({ payload: readText(payload), label: JSON.parse(decoder.decode(readText(label))) });
    }
    library.stslint_generator_free(generator);
    return all;
  });
}
