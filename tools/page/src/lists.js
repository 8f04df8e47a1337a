// The list of findings, and the page of a rule.
import { fixName } from './editor.js';

const most = 200;
const verdicts = { accept: 'accepts', reject: 'refuses', impl: 'may accept or refuse' };

function element(name, attributes = {}, ...content) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...content);
  return made;
}

const button = (text, onclick, label = text) => element('button', { type: 'button', onclick, ariaLabel: label }, text);
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Shows findings; `on` has what to do for each button: goTo, fix, explain. */
export function showFindings(list, findings, on) {
  list.replaceChildren(...findings.slice(0, most).map((finding) => {
    const place = `line ${finding.line}, column ${finding.column}`;
    return element('li', { className: finding.severity },
      element('p', {}, element('span', { className: 'severity' }, finding.severity), `, ${place}: ${finding.message}`),
      element('div', { className: 'actions' },
        button('Show', () => on.goTo(finding), `Show ${place}`),
        ...(finding.fix ? [button(fixName(finding), () => on.fix(finding), `${fixName(finding)}: ${place}`)] : []),
        button(`Explain ${finding.rule}`, () => on.explain(finding.rule))));
  }));
  if (findings.length > most) list.append(element('li', {}, `and ${counted(findings.length - most, 'finding')} more`));
}

/** Shows a rule of `explain`; `open` is called with one of its examples, and with the text of it to open. */
export function showRule(section, rule, open) {
  const examples = rule.examples.filter(isText).map((example) => [
    element('p', {}, `Bad, as the form ${example.on}:`), element('pre', {}, example.bad),
    element('p', {}, 'Good:'), element('pre', {}, example.good),
    ...(canOpen(rule) ? [button('Open the bad example', () => open(rule, example))] : []),
  ]);
  section.replaceChildren(
    element('h2', {}, rule.id),
    element('p', {}, `${rule.severity}: ${rule.summary}`),
    element('p', {}, rule.why),
    element('p', {}, `A correct receiver ${verdicts[rule.receiver.expected]} the payload: ${rule.receiver.source}.`),
    ...examples.flat());
  section.hidden = false;
}

/** An example of bytes that are not UTF-8 cannot be typed. */
export const isText = (example) => typeof example.bad === 'string' && !example.bad.includes('\ufffd');

/** A rule about several payloads needs a sequence of them, and the page has one text. */
export const canOpen = (rule) =>
  ['payload', 'clock'].includes(rule.scope) && rule.examples.some(isText);
