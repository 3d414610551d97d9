import { embedEvents, embedMethods } from '../../../../src/embed/protocol.js';
import { frameState as state } from './client-frame.js';
import { Random, seed } from './random.js';
import { draw } from './values.js';

/** One message to an end of the embed's channel. It is sent as the text of an expression, because not every value survives as JSON. */
export interface MessageCase {
  readonly id: string;
  readonly name: string;
  readonly message: string;
  /** Its receiver: the frame's window, the frame's end of the port, or the parent's end. */
  readonly to: 'window' | 'port' | 'client';
}

/** Values that are not text, by name. */
const typed: readonly (readonly [name: string, expression: string])[] = [
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

/** Values that JSON cannot represent. */
const unwritable = ['a sparse array', 'an object that contains itself'];

interface Channel {
  readonly to: MessageCase['to'];
  readonly name: string;
  /** Every field, as an expression. */
  readonly fields: Readonly<Record<string, string>>;
  /** The specification of player.js requires JSON messages. */
  readonly json?: boolean;
}

const nonce = '"0123456789abcdef0123456789abcdef"';
const playerJs = [
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

const channels: readonly Channel[] = [
  { to: 'window', name: 'connect', fields: { context: '"jet-player"', v: '1', type: '"connect"', nonce, extra: '0' } },
  ...embedMethods.map((method): Channel => ({
    to: 'port',
    name: method,
    fields: { id: '7', method: `"${method}"`, args: '[]', 'args[0]': '0', 'args[1]': '0' }
  })),
  ...playerJs.map((method): Channel => ({
    to: 'window',
    name: `player.js ${method}`,
    fields: { context: '"player.js"', version: '"0.0.11"', method: `"${method}"`, value: '"ready"', listener: '"x"' },
    json: true
  })),
  { to: 'client', name: 'a reply', fields: { id: '1', result: state } },
  { to: 'client', name: 'a refusal', fields: { id: '1', error: '({ code: "failed", message: "m" })' } },
  ...embedEvents.slice(0, 6).map((event): Channel => ({ to: 'client', name: `the event ${event}`, fields: { event: `"${event}"`, state } }))
];

/** The message as an expression, with `value` in place of one field. */
function write({ fields, json }: Channel, field: string, value: string): string {
  const all: Record<string, string> = { ...fields };
  if (field === 'args[0]') all['args'] = `[${value}]`;
  else if (field === 'args[1]') all['args'] = `[0, ${value}]`;
  else all[field] = value;
  const kept = Object.entries(all).filter(([name]) => !name.startsWith('args['));
  const object = `({ ${kept.map(([name, expression]) => `${JSON.stringify(name)}: ${expression}`).join(', ')} })`;
  return json ? `JSON.stringify(${object}, (_, item) => typeof item === 'bigint' ? String(item) : item)` : object;
}

/** Values of the list and one that is not text, for every field of every message. */
export function generateMessages(): MessageCase[] {
  const random = new Random(seed + 3);
  const cases: MessageCase[] = [];
  const add = ({ to }: Channel, name: string, message: string) => cases.push({ id: `m${cases.length + 1}`, to, name, message });
  for (const channel of channels) {
    for (const [place, field] of Object.keys(channel.fields).entries()) {
      for (const { name, text } of draw(random, place)) {
        add(channel, `${channel.name}: ${field} is ${name}`, write(channel, field, JSON.stringify(text(`m${cases.length + 1}`))));
      }
      const [name, expression] = random.pick(channel.json ? typed.filter(([what]) => !unwritable.includes(what)) : typed);
      add(channel, `${channel.name}: ${field} is ${name}`, write(channel, field, expression));
    }
    // A whole message of another shape, and one with a field whose name is the attack.
    for (const [name, expression] of [random.pick(typed), random.pick(typed)])
      add(channel, `instead of ${channel.name}: ${name}`, expression);
  }
  return cases;
}
