// Compares the module for JavaScript with the program: node compare.mjs STSLINT FOLDER, where FOLDER has stslint.wasm.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [program, folder] = process.argv.slice(2).map((path) => resolve(path));
const { explain, fix, generate, inspect, lint, StslintError } = await import(pathToFileURL(join(folder, 'stslint.js')));
const source = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../../..');
const work = mkdtempSync(join(tmpdir(), 'stslint-'));
process.on('exit', () => rmSync(work, { recursive: true }));

function run(...words) {
  const { stdout, error } = spawnSync(program, words, { cwd: work, maxBuffer: 1 << 28 });
  if (error) throw error;
  return stdout;
}

const rules = JSON.parse(run('explain', '--format', 'json'));
assert.deepEqual(explain(), rules);
assert.deepEqual(explain('wrong-type'), rules.find((rule) => rule.id === 'wrong-type'));

const texts = [];
const examples = join(source, 'schema/examples');
for (const name of readdirSync(examples)) if (name.endsWith('.json')) texts.push(readFileSync(join(examples, name)));
const written = (value) => (typeof value === 'string' ? [Buffer.from(value)] : []);
for (const rule of rules)
  for (const example of rule.examples) texts.push(...written(example.bad), ...written(example.good));
assert(texts.length > rules.length, 'the rules have examples');
const generated = generate(300, { seed: 7 });
const lines = run('generate', '--seed', '7', '--count', '300').toString().trim().split('\n').map(JSON.parse);
generated.forEach(({ payload, label }, index) => {
  const { payload: text, payload_base64: coded, ...rest } = lines[index];
  assert.deepEqual(label, rest);
  assert.deepEqual(Buffer.from(payload), coded ? Buffer.from(coded, 'base64') : Buffer.from(text));
});
texts.push(...generated.map(({ payload }) => Buffer.from(payload)));
// Cut off, with a byte that is no UTF-8, and with numbers at the limits of a double.
for (const text of texts.slice(0, 300)) {
  texts.push(text.subarray(0, text.length / 2));
  texts.push(Buffer.concat([text.subarray(0, text.length / 3), Buffer.from([0xff, 0]), text.subarray(text.length / 3)]));
}
for (const number of ['1e400', '-1e-400', '5e-324', '2e-324', '1e-310', '0e999', '1.7976931348623157e308', '9007199254740993'])
  texts.push(Buffer.from(`{"collection_timestamp": ${number}, "internalHostname": "a", "events": {}}`));

const names = texts.map((text, index) => `${index}.json`);
names.forEach((name, index) => writeFileSync(join(work, name), texts[index]));
const now = 1607432950;
let findings = 0;
names.forEach((name, index) => {
  const flags = ['--format', 'json', '--no-config', '--no-baseline', '--as', 'auto', '--now', String(now)];
  const expected = run('check', ...flags, name).toString();
  const report = lint(texts[index], { file: name, now });
  assert.equal(JSON.stringify(report), JSON.stringify(JSON.parse(expected)), name + '\n' + texts[index]);
  findings += report.findings.length;
});
assert(findings > 300);

const broken = '{"internalHostname": "a", "collection_timestamp": 1607432950, "events": {},}';
assert.equal(fix(broken), broken.replace(',}', '}'));
assert.deepEqual(fix(Buffer.from(broken)), new Uint8Array(Buffer.from(fix(broken))));
const rulesOf = (text, options) => lint(text, options).findings.map((finding) => finding.rule);
assert(rulesOf(broken).includes('invalid-json') && !rulesOf(fix(broken)).includes('invalid-json'));
const number = '{"internalHostname": 7}';
assert(rulesOf(number).includes('wrong-type') && !rulesOf(number, { ignore: ['wrong-type'] }).includes('wrong-type'));
// A call keeps no options of the call before it, even if that failed.
for (const options of [{}, { ignore: ['wrong-type'] }, { timeFormat: 'ms' }, { ignore: ['no-rule'] }, { ignore: ['wrong-type'] }, {}]) {
  if (options.ignore?.[0] === 'no-rule') assert.throws(() => lint(number, options), StslintError);
  else assert.equal(rulesOf(number, options).includes('wrong-type'), !options.ignore, JSON.stringify(options));
}
for (const wrong of [() => lint('{}', { form: 'evnt' }), () => explain('no-rule'), () => lint('{}', { maxAge: 3 }), () => generate(1, { rule: 'no-rule' })]) {
  assert.throws(wrong, StslintError);
  assert.deepEqual(rulesOf('{"internalHostname": 7}'), rulesOf('{"internalHostname": 8}')); // a new instance works
}
assert.equal(inspect('{"event_type": "A", "msg_title": "b", "msg_text": "c", "timestamp": 1}').form, 'event');
assert.equal(inspect(broken).form, 'payload');
assert.throws(() => lint({}), TypeError);
assert.throws(() => fix(null), TypeError);
console.log(`the module for JavaScript and the program agree on ${texts.length} texts with ${findings} findings`);
