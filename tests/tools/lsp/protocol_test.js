// The server as Microsoft's own library of the protocol sees it: it refuses answers that the protocol does not know.
// usage: node --test protocol_test.js, with STSLINT=…/stslint, and NODE_PATH=… where vscode-languageserver-protocol is
const assert = require('node:assert');
const {spawn} = require('node:child_process');
const {test} = require('node:test');
const lsp = require(require.resolve('vscode-languageserver-protocol/node', {paths: (process.env.NODE_PATH ?? '').split(':')}));

const uri = 'file:///tmp/a.json';

/** Runs `use` with a connection to a new server that was initialized, then ends the server. */
async function withServer(capabilities, use) {
  const server = spawn(process.env.STSLINT, ['lsp', '--no-config', '--no-baseline'], {stdio: ['pipe', 'pipe', 'inherit']});
  const connection = lsp.createProtocolConnection(new lsp.StreamMessageReader(server.stdout), new lsp.StreamMessageWriter(server.stdin));
  connection.listen();
  try {
    const {capabilities: offered} = await connection.sendRequest(lsp.InitializeRequest.type, {processId: null, rootUri: null, capabilities});
    await connection.sendNotification(lsp.InitializedNotification.type, {});
    await use(connection, offered);
    await connection.sendRequest(lsp.ShutdownRequest.type);
    const ended = new Promise(resolve => server.once('exit', resolve));
    await connection.sendNotification(lsp.ExitNotification.type);
    assert.strictEqual(await ended, 0);
  } finally {
    connection.dispose();
    server.kill();
  }
}

const open = (connection, text) => connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {textDocument: {uri, languageId: 'json', version: 1, text}});
const pull = (connection, previousResultId) => connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {textDocument: {uri}, previousResultId});
const places = report => report.items.map(item => `${item.range.start.line}:${item.range.start.character} ${item.code}`);
const pulling = {textDocument: {diagnostic: {}}};

test('diagnostics are pulled, in bytes if that was agreed', async () => {
  const text = '{"internalHostname": "wéb😀", "collection_timestamp": "x", "metrics": []}';
  for (const [encodings, encoding, character] of [[['utf-8', 'utf-16'], 'utf-8', 57], [['utf-16'], 'utf-16', 54], [undefined, 'utf-16', 54]])
    await withServer({...pulling, general: {positionEncodings: encodings}}, async (connection, offered) => {
      assert.strictEqual(offered.positionEncoding, encoding);
      await open(connection, text);
      const first = await pull(connection);
      assert.strictEqual(first.kind, lsp.DocumentDiagnosticReportKind.Full);
      assert.deepStrictEqual(places(first), [`0:${character} wrong-type`]);
      const second = await pull(connection, first.resultId);
      assert.deepStrictEqual(second, {kind: lsp.DocumentDiagnosticReportKind.Unchanged, resultId: first.resultId});
      const range = {start: {line: 0, character}, end: {line: 0, character: character + 3}};
      await connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {textDocument: {uri, version: 2}, contentChanges: [{range, text: '1607432950'}]});
      assert.deepStrictEqual(places(await pull(connection, first.resultId)), ['0:0 empty-payload']);
    });
});

test('a request that is cancelled while another is at work is not answered; others are', async () => {
  const event = '{"event_type": "a", "msg_title": "a", "msg_text": "a", "timestamp": 1607432944, "context": {"category": "changes"}}';
  await withServer(pulling, async connection => {
    await open(connection, `{"internalHostname": 7, "events": {"a": [${Array(20000).fill(event)}]}}`);
    const hover = token => connection.sendRequest(lsp.HoverRequest.type, {textDocument: {uri}, position: {line: 0, character: 3}}, token);
    const source = new lsp.CancellationTokenSource();
    const [long, cancelled, other] = [pull(connection), hover(source.token), hover()];
    source.cancel();
    await assert.rejects(cancelled, {code: lsp.LSPErrorCodes.RequestCancelled});
    assert.match((await other).contents.value, /^internalHostname/);
    assert.strictEqual((await long).items.length, 1000);
    source.cancel();
    assert.match((await hover()).contents.value, /^internalHostname/);
  });
});
