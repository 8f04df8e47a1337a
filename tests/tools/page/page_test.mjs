// The page in Chromium, from its file. usage: node --test page_test.mjs, with PAGE=…/index.html
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const executablePath = '/usr/bin/chromium';
const skip = existsSync(executablePath) ? false : 'chromium is missing: apt-get install chromium';
const address = pathToFileURL(process.env.PAGE).href;
let browser, context, page, requests, errors;

before(async () => {
  if (skip) return;
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({ executablePath, args });
});
after(() => browser?.close());

async function open(link = address, options = {}) {
  await context?.close();
  context = await browser.newContext(options);
  page = await context.newPage();
  requests = [];
  errors = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(link);
  await page.locator('#status:not(:empty)').waitFor();
}

const event = '{"context": {"category": "Changes", "element_identifiers": ["urn:host:/web01"], "source": "ci", ' +
  '"data": {}, "source_links": []}, "event_type": "AlertEvent", "msg_title": "a", "msg_text": "b", ' +
  '"source_type_name": "ci", "tags": [], "timestamp": 1607432944}';
const payloadOf = (host, end = '') =>
  `{"collection_timestamp": 1607432950, "internalHostname": ${host}, "events": {"app.a": [${event}]}${end}}`;
const status = () => page.textContent('#status');
const rules = () => page.$$eval('#findings button:last-child', (all) => all.map((button) => button.textContent.replace('Explain ', '')));
const text = () => page.$$eval('.cm-line', (lines) => lines.map((line) => line.textContent).join('\n'));

async function write(payload) {
  await page.click('.cm-content');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(payload);
}

/** Waits for the status. The page forbids the evaluation of text, so Playwright's waitForFunction cannot be used. */
const shows = (words) => page.locator('#status', { hasText: words }).waitFor();

beforeEach(async () => { if (!skip) await open(); });

test('a payload is checked while it is typed, and underlined', { skip }, async () => {
  await write(payloadOf('7'));
  await shows('1 error');
  assert.deepEqual(await rules(), ['wrong-type']);
  assert.equal(await page.textContent('.cm-lintRange-error'), '7');
  assert.equal(await page.locator('.cm-lint-marker-error').count(), 1);
  await write(payloadOf('"web01"'));
  await shows('Read as payload: no findings');
  assert.deepEqual(await rules(), []);
  assert.equal(await page.locator('.cm-lintRange').count(), 0);
});

test('a part of a payload is read as what its keys say', { skip }, async () => {
  await write(event);
  await shows('Read as event');
});

test('a fix changes its place alone, after characters of any length', { skip }, async () => {
  await write(payloadOf('"é世🚀"', ','));
  await shows('1 error');
  await page.click('#findings button:text("Fix")');
  await shows('no findings');
  assert.equal(await text(), payloadOf('"é世🚀"'));
});

test('a fix that is clicked twice, or after a change, damages nothing', { skip }, async () => {
  await page.dblclick('#findings li:last-child button:text("Fix")');
  await shows('1 error');
  assert.match(await text(), /"timestamp": 1607432944\n {6}\}/);
  assert.match(await text(), /"category": "Deployment"/);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.click('#findings button:text("Show")');
  assert.deepEqual(errors, []);
});

test('a payload that is too large for a link is named as such', { skip }, async () => {
  await write(`{"x": "${'a'.repeat(1200000)}"}`);
  await page.click('#share');
  await shows('too large for a link');
});

test('all safe fixes are applied at once', { skip }, async () => {
  await write(payloadOf("'web01'", ','));
  await page.click('#fixAll');
  await shows('no findings');
  assert.equal(await page.isHidden('#fixAll'), true);
});

test('a link holds the payload and its settings, and nothing is requested', { skip }, async () => {
  const payload = '{"collection_timestamp": 1607432950, "internalHostname": "é🚀", "x": 1}';
  await write(payload);
  await page.selectOption('#stackstate', 'suse');
  await shows('Read as payload');
  await page.click('#share');
  await page.waitForURL(/#p=/);
  const link = page.url();
  await open(link);
  assert.equal(await text(), payload);
  assert.equal(await page.inputValue('#stackstate'), 'suse');
  await page.reload();
  await shows('Read as payload');
  assert.equal(await text(), payload);
  assert.deepEqual(requests.filter((url) => !url.startsWith(address) && !url.startsWith('data:')), []);
});

test('a damaged link is named as such', { skip }, async () => {
  for (const code of ['', '%%%', 'AAAA', 'q1YqS8wpTVWyUnIsSk4tzk9R0lEqSi0uyUxRqgUA']) {
    await open(`${address}#p=${code}`);
    assert.match(await status(), /damaged/, code);
  }
});

test('the bad example of each rule has a finding of that rule', { skip }, async () => {
  const ids = await page.$$eval('#example option', (all) => all.map((option) => option.value).filter(Boolean));
  assert(ids.length > 50);
  for (const id of ids) {
    await page.selectOption('#example', id);
    assert((await rules()).includes(id), `${id}: ${await status()}`);
    assert.match(await page.textContent('#rule h2'), new RegExp(`^${id}$`));
  }
  assert.deepEqual(errors, []);
});

test('the address of a rule opens its example', { skip }, async () => {
  await open(`${address}#rule=padded-tag`);
  assert.deepEqual(await rules(), ['padded-tag']);
  await open(`${address}#rule=no-such-rule`);
  assert.match(await status(), /names a rule that does not exist/);
});

test('hostile text is shown as text', { skip }, async () => {
  await write('{"internalHostname": 7, "<img src=x onerror=alert(1)>": "</script><script>alert(1)</script>"}');
  await shows('1 error');
  assert.equal(await page.locator('img').count(), 0);
  assert.deepEqual(errors, []);
});

test('the keyboard reaches everything, and is not caught in the editor', { skip }, async () => {
  await page.click('.cm-content');
  const reached = [];
  for (let step = 0; step < 12; ++step) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement.textContent));
  }
  assert(reached.some((words) => words.startsWith('Explain ')), reached.join(', '));
});

test('a phone shows the whole page without scrolling sideways, in the dark as well', { skip }, async () => {
  await open(address, { viewport: { width: 360, height: 640 }, colorScheme: 'dark' });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(22, 25, 29)');
});
