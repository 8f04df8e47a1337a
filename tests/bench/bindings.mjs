// What a call from JavaScript costs: prints the microseconds of a payload of about 1 kB, the median of many rounds, as
// tests/bench/bindings.py does for Python. usage: node bindings.mjs FOLDER, which has stslint.js
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const start = performance.now();
const { generate, lint } = await import(pathToFileURL(resolve(process.argv[2], 'stslint.js')));
lint('{}');
console.log(`import stslint, lint {}: ${(performance.now() - start).toFixed(1)} ms`);

function median(payloads) {
  const times = [];
  for (let round = 0; round < 21; ++round) {
    const begin = process.cpuUsage();
    for (const payload of payloads) lint(payload);
    const { user, system } = process.cpuUsage(begin);
    times.push((user + system) / payloads.length);
  }
  return times.sort((a, b) => a - b)[10].toFixed(1);
}

const sized = generate(5000).map(({ payload }) => payload).filter(({ length }) => length > 700 && length < 1300);
const found = sized.map((payload) => lint(payload).findings.length);
for (const [name, wanted] of [['no', 0], ['one', 1]]) {
  const made = sized.filter((_, index) => found[index] === wanted);
  console.log(`${made.length} with ${name} finding: ${median(made)} us`);
}
