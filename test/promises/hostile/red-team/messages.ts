import { embedEvents, embedMethods } from '../../../../src/embed/protocol.js';
import { frameState as state } from './client-frame.js';
import { Random, seed } from './random.js';
import { drawAttacks } from './values.js';

/** One message to the embed or to its client. `message` is the text of an expression, because JSON cannot represent every value. */
export interface MessageCase {
  readonly id: string;
  readonly name: string;
  readonly message: string;
  /** The receiver: the window of the frame, the frame's end of the message port, or the client in the parent page. */
  readonly receiver: 'window' | 'port' | 'client';
}

/** Values that are not text, each as an expression. */
const nonTextValues: readonly (readonly [name: string, expression: string])[] = [
  ['undefined', 'undefined'],
  ['null', 'null'],
  ['not a number', 'NaN'],
  ['infinite', '-Infinity'],
  ['more than a safe integer', '2 ** 53'],
  ['a big number', '10n'],
  ['true', 'true'],
  ['an empty object', '({})'],
  ['an object with its own __proto__', `JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')`],
  ['an object with a length', '({ length: 4294967295, 0: "play" })'],
  ['an array', '["play", "__proto__", null]'],
  ['a long array', 'new Array(100000).fill("play")'],
  ['a sparse array', 'Object.assign([], { 4294967294: 1 })'],
  ['a deep array', '(() => { let deep = []; for (let at = 0; at < 500; at++) deep = [deep]; return deep; })()'],
  ['an object that contains itself', '(() => { const self = {}; self.self = self; return self; })()'],
  ['a map', 'new Map([["__proto__", 1]])'],
  ['a set', 'new Set(["play"])'],
  ['a date', 'new Date(NaN)'],
  ['a pattern', '/(a+)+$/'],
  ['an error', 'new TypeError("__proto__")'],
  ['bytes', 'new Uint8Array(64)'],
  ['a blob', 'new Blob(["x"], { type: "text/html" })'],
  ['a String object', 'new String("play")']
];

/** The names of the values that JSON cannot represent. */
const notInJson = ['a sparse array', 'an object that contains itself'];

interface MessageKind {
  readonly receiver: MessageCase['receiver'];
  readonly name: string;
  /** The expression of every field. */
  readonly fields: Readonly<Record<string, string>>;
  /** Whether the message is JSON, as the specification of player.js requires. */
  readonly json?: boolean;
}

const nonce = '"0123456789abcdef0123456789abcdef"';
const playerJsMethods = [
  'play',
  'pause',
  'mute',
  'setVolume',
  'setCurrentTime',
  'setLoop',
  'getVolume',
  'getDuration',
  'addEventListener',
  'removeEventListener'
];

const messageKinds: readonly MessageKind[] = [
  { receiver: 'window', name: 'connect', fields: { context: '"jet-player"', v: '1', type: '"connect"', nonce, extra: '0' } },
  ...embedMethods.map((method): MessageKind => ({
    receiver: 'port',
    name: method,
    fields: { id: '7', method: `"${method}"`, args: '[]', 'args[0]': '0', 'args[1]': '0' }
  })),
  ...playerJsMethods.map((method): MessageKind => ({
    receiver: 'window',
    name: `player.js ${method}`,
    fields: { context: '"player.js"', version: '"0.0.11"', method: `"${method}"`, value: '"ready"', listener: '"x"' },
    json: true
  })),
  { receiver: 'client', name: 'a reply', fields: { id: '1', result: state } },
  { receiver: 'client', name: 'a refusal', fields: { id: '1', error: '({ code: "failed", message: "m" })' } },
  ...embedEvents
    .slice(0, 6)
    .map((event): MessageKind => ({ receiver: 'client', name: `the event ${event}`, fields: { event: `"${event}"`, state } }))
];

/** Returns the message as an expression, with `value` in one field. */
function createMessage({ fields, json }: MessageKind, field: string, value: string): string {
  const allFields: Record<string, string> = { ...fields };
  if (field === 'args[0]') allFields['args'] = `[${value}]`;
  else if (field === 'args[1]') allFields['args'] = `[0, ${value}]`;
  else allFields[field] = value;
  const writtenFields = Object.entries(allFields).filter(([name]) => !name.startsWith('args['));
  const object = `({ ${writtenFields.map(([name, expression]) => `${JSON.stringify(name)}: ${expression}`).join(', ')} })`;
  return json ? `JSON.stringify(${object}, (_, item) => typeof item === 'bigint' ? String(item) : item)` : object;
}

/** Returns cases for every field of every message: with attack values, and with one value that is not text. */
export function generateMessages(): MessageCase[] {
  const random = new Random(seed + 3);
  const cases: MessageCase[] = [];
  const addCase = ({ receiver }: MessageKind, name: string, message: string) =>
    cases.push({ id: `m${cases.length + 1}`, receiver, name, message });
  for (const kind of messageKinds) {
    for (const [fieldIndex, field] of Object.keys(kind.fields).entries()) {
      for (const { name, text } of drawAttacks(random, fieldIndex)) {
        addCase(kind, `${kind.name}: ${field} is ${name}`, createMessage(kind, field, JSON.stringify(text(`m${cases.length + 1}`))));
      }
      const [name, expression] = random.pick(kind.json ? nonTextValues.filter(([what]) => !notInJson.includes(what)) : nonTextValues);
      addCase(kind, `${kind.name}: ${field} is ${name}`, createMessage(kind, field, expression));
    }
    // Two values that are not text in place of the whole message.
    for (const [name, expression] of [random.pick(nonTextValues), random.pick(nonTextValues)])
      addCase(kind, `instead of ${kind.name}: ${name}`, expression);
  }
  return cases;
}
