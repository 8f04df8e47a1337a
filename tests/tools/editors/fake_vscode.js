// Enough of the editor's interface for a language client: one window with the files of `documents`. What is not named
// here is a class or a function without effect.
const {EventEmitter} = require('node:events');

const events = new EventEmitter();

class Disposable {
  static from() {
    return new Disposable();
  }
  dispose() {}
}
class Position {
  constructor(line, character) {
    Object.assign(this, {line, character});
  }
}
class Range {
  constructor(...ends) {
    const [start, end] = ends.length === 2 ? ends : [new Position(ends[0], ends[1]), new Position(ends[2], ends[3])];
    Object.assign(this, {start, end});
  }
}
class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, {range, message, severity});
  }
}
class CodeAction {
  constructor(title, kind) {
    Object.assign(this, {title, kind});
  }
}
class TabInputText {
  constructor(uri) {
    this.uri = uri;
  }
}
class Uri {
  constructor(text) {
    const path = decodeURIComponent(new URL(text).pathname);
    Object.assign(this, {text, scheme: text.split(':')[0], path, fsPath: path});
  }
  toString() {
    return this.text;
  }
  static parse(text) {
    return new Uri(text);
  }
  static from({scheme, path}) {
    return new Uri(`${scheme}:${path}`);
  }
}

const nothing = () => new Disposable();
const emptyCollection = {clear() {}, dispose() {}};

/** A kind of code actions; a kind within it is told by appending. */
const kind = value => ({value, append: part => kind(`${value}.${part}`)});

/** A class, a function and an object at once, with any members. */
function anything() {
  const get = (target, name) =>
    name in target || typeof name === 'symbol' ? target[name] : (target[name] = anything());
  return new Proxy(class {}, {get, apply: nothing});
}

/** An object that has functions without effect for all other names. */
const withOthers = members =>
  new Proxy(members, {get: (target, name) => (name in target || typeof name === 'symbol' ? target[name] : nothing)});

/** What a test sets and reads. */
const test = {documents: [], configuration: {}, diagnostics: new Map(), providers: {}, errors: [], events};

const known = {
  test,
  version: '1.82.0',
  Disposable, Position, Range, Diagnostic, CodeAction, TabInputText, Uri,
  EventEmitter: class {
    event = nothing;
    fire() {}
    dispose() {}
  },
  CancellationTokenSource: class {
    token = {isCancellationRequested: false, onCancellationRequested: nothing};
    dispose() {}
  },
  env: {appName: 'test', language: 'en'},
  CodeActionKind: new Proxy({}, {get: (_, name) => kind(String(name))}),
  workspace: withOthers({
    get textDocuments() {
      return test.documents;
    },
    notebookDocuments: [],
    workspaceFolders: undefined,
    getConfiguration: () => ({get: (name, fallback) => test.configuration[name] ?? fallback}),
    registerTextDocumentContentProvider(scheme, provider) {
      test.providers[scheme] = provider;
      return new Disposable();
    },
    createFileSystemWatcher: () => withOthers({}),
  }),
  languages: withOthers({
    match: (selector, document) =>
      [selector].flat().some(one => one.language === document.languageId && one.scheme === document.uri.scheme) ? 10 : 0,
    createDiagnosticCollection: () => ({
      ...emptyCollection,
      delete: uri => test.diagnostics.delete(uri.toString()),
      set(uri, list) {
        test.diagnostics.set(uri.toString(), list);
        events.emit('diagnostics');
      },
    }),
    registerCodeActionsProvider(selector, provider) {
      test.providers.explain ??= provider; // the extension's own comes before that of the server
      return new Disposable();
    },
  }),
  commands: withOthers({}),
  window: withOthers({
    get tabGroups() {
      const tabs = test.documents.map(document => ({input: new TabInputText(document.uri)}));
      return withOthers({all: [{tabs}], activeTabGroup: {activeTab: tabs[0]}});
    },
    get activeTextEditor() {
      return {document: test.documents[0]};
    },
    visibleTextEditors: [],
    createOutputChannel: () => withOthers({}),
    showErrorMessage(message) {
      test.errors.push(message);
      return Promise.resolve();
    },
  }),
};

module.exports = new Proxy(known, {
  get: (target, name) => (name in target || typeof name === 'symbol' ? target[name] : (target[name] = anything())),
});
