// The editor: CodeMirror with the findings as underlines, and as marks beside the lines.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--back)', color: 'var(--text)' },
  '.cm-content': { caretColor: 'var(--text)', fontFamily: 'ui-monospace, monospace', fontSize: '0.9rem' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--raised)', color: 'var(--soft)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'color-mix(in srgb, var(--link) 30%, transparent) !important' },
  '.cm-tooltip': { backgroundColor: 'var(--raised)', color: 'var(--text)', border: '1px solid var(--line)', maxWidth: 'min(40rem, 90vw)' },
});
const colors = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--key)' },
  { tag: tags.string, color: 'var(--string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--number)' },
]);

/** Makes the editor of `text` within `parent`, and calls `changed` after each change. */
export function makeEditor(parent, text, changed) {
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), lintGutter(), history(), highlightActiveLine(), bracketMatching(), json(), theme,
        syntaxHighlighting(colors), EditorView.lineWrapping,
        // The key Tab moves on to the next control: a page must not catch the keyboard.
        keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': 'Payload', spellcheck: 'false' }),
        EditorView.updateListener.of((update) => update.docChanged && changed()),
      ],
    }),
  });
}

export function setText(editor, text) {
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
}

export function apply(editor, changes) {
  editor.dispatch({ changes });
  editor.focus();
}

export function goTo(editor, finding) {
  editor.dispatch({ selection: { anchor: finding.from, head: finding.to }, scrollIntoView: true });
  editor.focus();
}

export function underline(editor, findings) {
  const diagnostics = findings.map((finding) => ({
    from: finding.from,
    to: finding.to,
    severity: finding.severity,
    source: finding.rule,
    message: finding.message,
    actions: finding.fix ? [{ name: fixName(finding), apply: () => apply(editor, finding.changes) }] : [],
  }));
  editor.dispatch(setDiagnostics(editor.state, diagnostics));
}

export const fixName = (finding) => (finding.fix.safe ? 'Fix' : 'Fix (may change the meaning)');
