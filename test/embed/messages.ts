/** A message of an attacker, or a meaningless one. It is source text, because another frame evaluates and posts it. */
export interface HostileMessage {
  readonly name: string;
  /** An expression whose value is posted. */
  readonly message: string;
  /** Whether the message is sent with a port, as if it were an answer. */
  readonly port?: boolean;
}

const playerJs = (method: string, members = ''): string =>
  `JSON.stringify({ context: 'player.js', version: '0.0.11', method: '${method}'${members && `, ${members}`} })`;
const connect = (members = '', nonce = `'0123456789abcdef0123456789abcdef'`) =>
  `({ context: 'jet-player', v: 1, type: 'connect', nonce: ${nonce}${members && `, ${members}`} })`;

/** Well-formed messages: for an allowed sender, each of them has an answer or an effect. */
export const wellFormedMessages: readonly HostileMessage[] = [
  { name: 'player.js: play', message: playerJs('play') },
  { name: 'player.js: mute', message: playerJs('mute') },
  { name: 'player.js: volume', message: playerJs('setVolume', 'value: 3') },
  { name: 'player.js: seek', message: playerJs('setCurrentTime', 'value: 30') },
  { name: 'player.js: loop', message: playerJs('setLoop', 'value: true') },
  { name: 'player.js: a query', message: playerJs('getVolume', "listener: 'x'") },
  {
    name: 'player.js: subscribing to ready, which contains the URL',
    message: playerJs('addEventListener', "value: 'ready', listener: 'x'")
  },
  { name: 'player.js: subscribing to play', message: playerJs('addEventListener', "value: 'play', listener: 'x'") },
  { name: 'a connect request', message: connect() },
  {
    name: 'a connect request that claims another origin',
    message: connect("origin: 'https://page.test'", "'fedcba9876543210fedcba9876543210'")
  },
  { name: 'a connect request with a port of its own', message: connect('', "'00112233445566778899aabbccddeeff'"), port: true }
];

/** Malformed messages: they have no answer and no effect for any sender. */
export const malformedMessages: readonly HostileMessage[] = [
  { name: 'null', message: 'null' },
  { name: 'undefined', message: 'undefined' },
  { name: 'a number', message: '42' },
  { name: 'a big number', message: '10n' },
  { name: 'an empty string', message: "''" },
  { name: 'truncated JSON', message: "'{'" },
  { name: 'JSON null', message: "'null'" },
  { name: 'JSON of an array', message: "'[]'" },
  { name: 'JSON of a string', message: `'"play"'` },
  { name: 'one megabyte of JSON', message: "JSON.stringify({ context: 'player.js', method: 'play', value: 'x'.repeat(1e6) })" },
  { name: 'a deep JSON', message: "'['.repeat(4000)" },
  { name: 'an array', message: "['play']" },
  { name: 'a map', message: "new Map([['context', 'jet-player']])" },
  { name: 'a date', message: 'new Date()' },
  { name: 'a regular expression', message: '/play/' },
  { name: 'bytes', message: 'new ArrayBuffer(8)' },
  { name: 'an object that contains itself', message: '(() => { const o = { context: "jet-player" }; o.self = o; return o; })()' },
  { name: 'player.js as an object', message: "({ context: 'player.js', version: '0.0.11', method: 'play' })" },
  { name: 'player.js: a method of every object', message: playerJs('constructor') },
  { name: 'player.js: the prototype', message: playerJs('__proto__') },
  { name: 'player.js: a method that is an object', message: "JSON.stringify({ context: 'player.js', method: {} })" },
  { name: 'player.js: an unknown event', message: playerJs('addEventListener', "value: '__proto__', listener: 'x'") },
  { name: 'player.js: a volume in words', message: playerJs('setVolume', "value: 'loud'") },
  { name: 'player.js: an invalid time', message: playerJs('setCurrentTime', 'value: null') },
  {
    name: 'a connect request in another version',
    message: "({ context: 'jet-player', v: 2, type: 'connect', nonce: '0123456789abcdef0123' })"
  },
  { name: 'a connect request without a nonce', message: "({ context: 'jet-player', v: 1, type: 'connect' })" },
  { name: 'a connect request with a short nonce', message: connect('', "'1'") },
  { name: 'a connect request with an object as nonce', message: connect('', '{}') },
  { name: 'a connect request as JSON', message: `JSON.stringify(${connect()})` },
  { name: 'a call without a port', message: "({ id: 1, method: 'playback.play', args: [] })" },
  { name: 'the prototype in JSON', message: `'{"__proto__":{"context":"player.js","method":"play"}}'` }
];
