// The matcher of the npm package. It runs under vitest, and without it with ../stand_in.mjs.
import { expect, test } from 'vitest';
import { toBePayload } from 'stslint/matcher';

expect.extend({ toBePayload });

const event = {
  msg_title: 't', msg_text: 't', event_type: 'DeploymentEvent', timestamp: 1607432944,
  context: { category: 'Changes', element_identifiers: ['urn:host:/a'], source: 'a' },
};
const good = { internalHostname: 'a', collection_timestamp: 1607432950, events: { 'app.a': [event] } };
const bad = { ...good, internalHostname: 7 };

/** What a failed expectation says. */
function words(work) {
  try {
    work();
  } catch (error) {
    return error.message;
  }
  return 'it passed';
}

test('good payloads pass, as an object, a text and bytes', () => {
  expect(good).toBePayload();
  expect(JSON.stringify(good)).toBePayload();
  expect(new TextEncoder().encode(JSON.stringify(good))).toBePayload();
  expect(event).toBePayload({ form: 'event' });
});

test('bad payloads fail, and the message says where', () => {
  const mistake = 'error[wrong-type]: internalHostname is the number 7; expected the name of the sending host, as a string';
  expect(words(() => expect(bad).toBePayload())).toBe(`/internalHostname: ${mistake}`);
  expect(words(() => expect(JSON.stringify(bad)).toBePayload())).toBe(`1:21: ${mistake}`);
  expect(words(() => expect('{').toBePayload()).includes('error[invalid-json]')).toBe(true);
});

test('not turns it around', () => {
  expect(bad).not.toBePayload();
  expect(words(() => expect(good).not.toBePayload())).toBe('expected a finding with severity error in the payload');
});

test('options', () => {
  expect(bad).toBePayload({ ignore: ['wrong-type'] });
  const warning = { ...good, collection_timestamp: undefined };
  expect(warning).toBePayload();
  expect(warning).not.toBePayload({ failOn: 'warning' });
});

test('what is no payload is told', () => {
  expect(words(() => expect(undefined).toBePayload())).toBe('the payload is undefined, which JSON cannot write');
  expect(words(() => expect(good).toBePayload({ failOn: 'eror' }))).toBe('failOn: "eror" is no severity; use one of info, warning, error');
  expect(words(() => expect(good).toBePayload({ form: 'evnt' }))).toBe('form: unknown value "evnt"; did you mean event?');
});

test('a key cannot harm the terminal', () => {
  const message = words(() => expect({ ...good, events: { 'a\u001b[31m\n': [{ ...event, msg_text: 7 }] } }).toBePayload());
  expect(message.includes('/events/a\\u{1b}[31m\\u{a}/0/msg_text')).toBe(true);
});
