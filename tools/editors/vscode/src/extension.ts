// Starts `stslint lsp` for the workspace, and shows the page of a rule.
import * as vscode from 'vscode';
import {execFile} from 'node:child_process';
import {LanguageClient} from 'vscode-languageclient/node';
import {findProgram} from './program';

const languages = ['json', 'jsonc', 'jsonl', 'markdown', 'shellscript', 'yaml'];
const ruleScheme = 'stslint-rule';

let client: LanguageClient | undefined;

/** The folder in which the server runs; of several, the first. */
function workspaceFolder(): string | undefined {
  return vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
}

function settings() {
  return vscode.workspace.getConfiguration('stslint');
}

function program(): string {
  return findProgram(settings().get('path', ''), workspaceFolder());
}

async function start(): Promise<void> {
  const command = program();
  client = new LanguageClient(
    'stslint',
    'stslint',
    {command, args: ['lsp', ...settings().get<string[]>('arguments', [])], options: {cwd: workspaceFolder()}},
    {documentSelector: languages.flatMap(language => ['file', 'untitled'].map(scheme => ({scheme, language})))},
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(`cannot start ${command} lsp (${reason}): install stslint, or set stslint.path`);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

/** The text of `stslint explain RULE`, as a document that cannot be edited. */
const rulePages: vscode.TextDocumentContentProvider = {
  provideTextDocumentContent: uri =>
    new Promise(resolve =>
      execFile(program(), ['explain', uri.path.replace(/\.txt$/, '')], (error, out) =>
        resolve(error ? `${error.message}\n` : out),
      ),
    ),
};

/** "Explain" beside the quick fixes of a finding. */
const explanations: vscode.CodeActionProvider = {
  provideCodeActions: (_document, _range, context) =>
    context.diagnostics
      .filter(finding => finding.source === 'stslint')
      .map(finding => {
        const {value: rule} = typeof finding.code === 'object' ? finding.code : {value: finding.code};
        const action = new vscode.CodeAction(`Explain ${rule}`, vscode.CodeActionKind.QuickFix);
        action.diagnostics = [finding];
        action.command = {
          command: 'vscode.open',
          title: action.title,
          arguments: [vscode.Uri.from({scheme: ruleScheme, path: `${rule}.txt`})],
        };
        return action;
      }),
};

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const restart = async () => {
    await stop();
    await start();
  };
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(ruleScheme, rulePages),
    vscode.languages.registerCodeActionsProvider(languages, explanations),
    vscode.commands.registerCommand('stslint.restart', restart),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('stslint')) void restart();
    }),
  );
  await start();
}

export function deactivate(): Promise<void> {
  return stop();
}
