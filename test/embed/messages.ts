/** A message of an attacker, or a meaningless one. */
export interface HostileMessage {
  readonly name: string;
  /** The source text of an expression: another frame evaluates it and posts the value, which may have no form as JSON. */
  readonly source: string;
  /** Whether the message is sent with a port, as if it were an answer. */
  readonly port?: boolean;
}

const playerJs = (method: string, members = ''): string =>
  `JSON.stringify({ context: 'player.js', version: '0.0.11', method: '${method}'${members && `, ${members}`} })`;
const connect = (members = '', nonce = `'0123456789abcdef0123456789abcdef'`) =>
  `({ context: 'jet-player', v: 1, type: 'connect', nonce: ${nonce}${members && `, ${members}`} })`;

/** The volume that a message sets, in percent as in player.js. */
export const requestedVolumePercent = 3;

/** Requests for a port. */
export const connectRequests: readonly HostileMessage[] = [
  { name: 'a connect request', source: connect() },
  {
    name: 'a connect request that claims another origin',
    source: connect("origin: 'https://page.test'", "'fedcba9876543210fedcba9876543210'")
  },
  { name: 'a connect request with a port of its own', source: connect('', "'00112233445566778899aabbccddeeff'"), port: true }
];

/** Well-formed messages: for an allowed sender, each of them has an answer or an effect. */
export const wellFormedMessages: readonly HostileMessage[] = [
  { name: 'player.js: play', source: playerJs('play') },
  { name: 'player.js: mute', source: playerJs('mute') },
  { name: 'player.js: volume', source: playerJs('setVolume', `value: ${requestedVolumePercent}`) },
  { name: 'player.js: seek', source: playerJs('setCurrentTime', 'value: 30') },
  { name: 'player.js: loop', source: playerJs('setLoop', 'value: true') },
  { name: 'player.js: a query', source: playerJs('getVolume', "listener: 'x'") },
  {
    name: 'player.js: subscribing to ready, which contains the URL',
    source: playerJs('addEventListener', "value: 'ready', listener: 'x'")
  },
  { name: 'player.js: subscribing to play', source: playerJs('addEventListener', "value: 'play', listener: 'x'") },
  ...connectRequests
];

/** Malformed messages: they have no answer and no effect for any sender. */
export const malformedMessages: readonly HostileMessage[] = [
  { name: 'null', source: 'null' },
  { name: 'undefined', source: 'undefined' },
  { name: 'a number', source: '42' },
  { name: 'a big number', source: '10n' },
  { name: 'an empty string', source: "''" },
  { name: 'truncated JSON', source: "'{'" },
  { name: 'JSON null', source: "'null'" },
  { name: 'JSON of an array', source: "'[]'" },
  { name: 'JSON of a string', source: `'"play"'` },
  { name: 'one megabyte of JSON', source: "JSON.stringify({ context: 'player.js', method: 'play', value: 'x'.repeat(1e6) })" },
  { name: 'a deep JSON', source: "'['.repeat(4000)" },
  { name: 'an array', source: "['play']" },
  { name: 'a map', source: "new Map([['context', 'jet-player']])" },
  { name: 'a date', source: 'new Date()' },
  { name: 'a regular expression', source: '/play/' },
  { name: 'bytes', source: 'new ArrayBuffer(8)' },
  { name: 'an object that contains itself', source: '(() => { const o = { context: "jet-player" }; o.self = o; return o; })()' },
  { name: 'player.js as an object', source: "({ context: 'player.js', version: '0.0.11', method: 'play' })" },
  { name: 'player.js: a method of every object', source: playerJs('constructor') },
  { name: 'player.js: the prototype', source: playerJs('__proto__') },
  { name: 'player.js: a method that is an object', source: "JSON.stringify({ context: 'player.js', method: {} })" },
  { name: 'player.js: an unknown event', source: playerJs('addEventListener', "value: '__proto__', listener: 'x'") },
  { name: 'player.js: a volume in words', source: playerJs('setVolume', "value: 'loud'") },
  { name: 'player.js: an invalid time', source: playerJs('setCurrentTime', 'value: null') },
  {
    name: 'a connect request in another version',
    source: "({ context: 'jet-player', v: 2, type: 'connect', nonce: '0123456789abcdef0123' })"
  },
  { name: 'a connect request without a nonce', source: "({ context: 'jet-player', v: 1, type: 'connect' })" },
  { name: 'a connect request with a short nonce', source: connect('', "'1'") },
  { name: 'a connect request with an object as nonce', source: connect('', '{}') },
  { name: 'a connect request as JSON', source: `JSON.stringify(${connect()})` },
  { name: 'a call without a port', source: "({ id: 1, method: 'playback.play', args: [] })" },
  { name: 'the prototype in JSON', source: `'{"__proto__":{"context":"player.js","method":"play"}}'` }
];
