// The page: one text, its findings, its settings.
import { explain, fix, inspect } from 'stslint';
import { apply, goTo, makeEditor, setText, underline } from './editor.js';
import { canOpen, counted, isText, showFindings, showRule } from './lists.js';
import { placed } from './places.js';
import { read, written } from './share.js';

const delay = 150; // milliseconds after the last key
const exampleNow = 1607432950;
const exampleMaxAge = 3600;
const first = `{
  "collection_timestamp": ${exampleNow},
  "internalHostname": "web01.example.org",
  "events": {
    "app.deployment": [
      {
        "context": {"category": "Deployment", "element_identifiers": ["urn:host:/web01"], "source": "Jenkins"},
        "event_type": "DeploymentEvent",
        "msg_title": "version 2.1 deployed",
        "msg_text": "build 417",
        "timestamp": 1607432944000
      }
    ]
  }
}
`;

const $ = (id) => document.getElementById(id);
const settings = ['form', 'stackstate', 'timeFormat', 'now'];
const rules = explain();
const ruleOf = (id) => rules.find((rule) => rule.id === id);

let waiting = 0;
let checked = null; // the text that the findings are about
const editor = makeEditor($('payload'), first, () => {
  clearTimeout(waiting);
  waiting = setTimeout(check, delay);
});
const text = () => editor.state.doc.toString();

function options() {
  const now = { clock: Date.now() / 1000, example: exampleNow }[$('now').value];
  return {
    form: $('form').value,
    stackstate: $('stackstate').value,
    timeFormat: $('timeFormat').value,
    ...(now === undefined ? {} : { now }),
    ...($('now').value === 'example' ? { maxAge: exampleMaxAge } : {}),
  };
}

function check() {
  clearTimeout(waiting);
  const payload = text();
  const { form, report } = inspect(payload, options());
  const findings = placed(payload, report.findings);
  checked = editor.state.doc;
  underline(editor, findings);
  showFindings($('findings'), findings, {
    goTo: (finding) => ifCurrent(() => goTo(editor, finding)),
    fix: (finding) => ifCurrent(() => apply(editor, finding.changes)),
    explain: showExplanation,
  });
  const { errors, warnings, infos } = report.summary;
  const counts = [counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'info')];
  $('status').textContent = `Read as ${form}: ${findings.length === 0 ? 'no findings' : counts.join(', ')}`;
  $('fixAll').hidden = !findings.some((finding) => finding.fix?.safe);
}

/** Places are those of the text that was checked: after a change, there are new findings first. */
const ifCurrent = (use) => (checked === editor.state.doc ? use() : check());

function showExplanation(id) {
  showRule($('rule'), ruleOf(id), openExample);
  $('rule').focus({ preventScroll: true });
  $('rule').scrollIntoView();
}

function openExample(rule, example) {
  $('form').value = example.on;
  $('now').value = 'example';
  $('timeFormat').value = 's';
  $('stackstate').value = rule.stackstate[0];
  setText(editor, example.bad);
  check();
}

/** Chooses the example of a rule, which also shows the page of that rule. */
function openRule(id) {
  const rule = ruleOf(id);
  if (!rule) {
    check();
    $('status').textContent = 'This link names a rule that does not exist.';
    return;
  }
  $('example').value = canOpen(rule) ? id : '';
  showRule($('rule'), rule, openExample);
  if (!canOpen(rule)) return check();
  openExample(rule, rule.examples.find(isText));
}

async function openLink() {
  const [kind, code] = location.hash.slice(1).split('=', 2);
  if (kind === 'rule') return openRule(code);
  if (kind !== 'p') return check();
  const state = await read(code ?? '');
  if (!state) {
    check();
    $('status').textContent = 'This link is damaged: it holds no payload.';
    return;
  }
  for (const name of settings)
    if ([...$(name).options].some((option) => option.value === state[name])) $(name).value = state[name];
  setText(editor, state.text);
  check();
}

async function share() {
  check();
  const state = { text: text() };
  for (const name of settings) state[name] = $(name).value;
  const code = await written(state);
  if (code === null) {
    $('status').textContent = 'This payload is too large for a link.';
    return;
  }
  history.replaceState(null, '', `#p=${code}`);
  const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
  $('status').textContent = copied
    ? 'The link with this payload was copied. Anyone who has it can read the payload.'
    : 'The address of this page is now the link with this payload. Anyone who has it can read the payload.';
}

const forms = [...new Set(rules.flatMap((rule) => rule.examples.map((example) => example.on)))].sort();
$('form').append(...forms.map((form) => new Option(form, form)));
$('example').append(...rules.filter(canOpen).map((rule) => new Option(`${rule.id} (${rule.severity})`, rule.id)));
$('example').onchange = () => openRule($('example').value);
for (const name of settings) $(name).onchange = check;
$('share').onclick = share;
$('fixAll').onclick = () => {
  setText(editor, fix(text(), options()));
  check();
  editor.focus();
};
$('settings').onsubmit = (event) => event.preventDefault();
window.onhashchange = openLink;
await openLink();
