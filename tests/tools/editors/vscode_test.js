// The extension of VS Code, bundled, with the real server and a stand-in for the editor.
// usage: node --test vscode_test.js, with EXTENSION=…/out/extension.js and STSLINT=…/stslint
const assert = require('node:assert');
const Module = require('node:module');
const {test} = require('node:test');

const vscode = require('./fake_vscode.js');
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));

function open(name, languageId, text) {
  const uri = vscode.Uri.parse(`file:///tmp/${name}`);
  vscode.test.documents = [{uri, languageId, version: 1, lineCount: text.split('\n').length, getText: () => text}];
}

/** The findings of the open document, as "line:column rule". */
async function findings() {
  const told = new Promise(resolve => vscode.test.events.once('diagnostics', resolve));
  await extension().activate({subscriptions: []});
  await told;
  const all = [...vscode.test.diagnostics.values()].flat();
  vscode.test.diagnostics.clear();
  return all;
}

const extension = () => require(process.env.EXTENSION);
const place = finding => `${finding.range.start.line + 1}:${finding.range.start.character + 1} ${finding.code}`;

test('findings of a payload are shown, and explained', async () => {
  vscode.test.configuration.path = process.env.STSLINT;
  open('a.json', 'json', '{"collection_timestamp": 1607432950,\n "internalHostname": 7}\n');
  const found = await findings();
  assert.deepStrictEqual(found.map(place), ['2:22 wrong-type']);
  const actions = vscode.test.providers.explain.provideCodeActions(null, null, {diagnostics: found});
  assert.deepStrictEqual(actions.map(action => action.title), ['Explain wrong-type']);
  assert.strictEqual(String(actions[0].command.arguments[0]), 'stslint-rule:wrong-type.txt');
  const page = await vscode.test.providers['stslint-rule'].provideTextDocumentContent({path: 'wrong-type.txt'});
  assert.match(page, /^wrong-type \(error\)/);
  await extension().deactivate();
});

test('findings of others are not explained', () => {
  const others = [{source: 'json', code: 1}, {source: 'eslint', code: {value: 'x'}}];
  assert.deepStrictEqual(vscode.test.providers.explain.provideCodeActions(null, null, {diagnostics: others}), []);
});

test('other files get nothing', async () => {
  open('package.json', 'json', '{"name": "x"}\n');
  assert.deepStrictEqual(await findings(), []);
  await extension().deactivate();
});

test('flags reach the server', async () => {
  vscode.test.configuration.arguments = ['--ignore', 'wrong-type'];
  open('a.json', 'json', '{"collection_timestamp": 1607432950, "internalHostname": 7, "metrics": []}\n');
  assert.deepStrictEqual(await findings(), []);
  await extension().deactivate();
});

test('a missing program is one message', async () => {
  vscode.test.configuration = {path: '/nonexistent/stslint'};
  vscode.test.errors.length = 0;
  await extension().activate({subscriptions: []});
  const own = vscode.test.errors.filter(message => message.startsWith('cannot start /nonexistent/stslint lsp'));
  assert.strictEqual(own.length, 1);
  assert.match(own[0], /install stslint, or set stslint.path$/);
});
