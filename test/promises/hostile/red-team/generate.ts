import { readFileSync } from 'node:fs';
import { dashType, hlsType } from '../case.js';
import { mpd, template } from '../manifests/dash.js';
import { patch } from '../manifests/patch.js';
import type { Answer } from '../../../support/world.js';
import { headerAttack, headers } from './header-slots.js';
import { mpdNames, mpdSlots } from './mpd-slots.js';
import { playlistSlots } from './playlist-slots.js';
import { Random, seed } from './random.js';
import type { Slot } from './slots.js';
import { draw, type Attack } from './values.js';

/** One generated attack: the responses of the server, and the source that a page plays from it. */
export interface RedTeamCase {
  /** Unique in the set; every third-party URL of the case contains it. */
  readonly id: string;
  /** The slot and the value, in words. */
  readonly name: string;
  readonly src: string;
  readonly files: Readonly<Record<string, Answer>>;
  readonly updates: boolean;
  /** The case includes the interface with its menus; the other cases save time with a player without controls. */
  readonly withInterface: boolean;
}

export const groups = ['playlist', 'mpd', 'header'] as const;
export type Group = (typeof groups)[number];

const typeOf = (name: string) => (name.endsWith('.mpd') ? dashType : name.endsWith('.m3u8') ? hlsType : 'application/octet-stream');

/** Kinds of request that a manifest of ours may cause besides its own. */
const beside: Readonly<Record<string, Answer>> = {
  'patch.mpp': { type: 'application/dash-patch+xml', body: patch('<replace sel="/MPD/__proto__/@polluted">by the manifest</replace>') },
  'steer.json': {
    type: 'application/json',
    body: '{"VERSION":1,"TTL":1,"RELOAD-URI":"https://steer.evil.test/","PATHWAY-PRIORITY":["__proto__"]}'
  },
  key: { type: 'application/octet-stream', body: new Uint8Array(16) }
};

const caseOf = (id: string, name: string, written: Readonly<Record<string, string>>, random: Random, updates = false): RedTeamCase => {
  const folder = `/red-team/${id}/`;
  const own = Object.entries(written).map(([file, body]): [string, Answer] => [folder + file, { body, type: typeOf(file) }]);
  const around = Object.entries(beside).map(([file, answer]): [string, Answer] => [folder + file, answer]);
  const withInterface = random.below(8) === 0;
  return { id, name, src: folder + Object.keys(written)[0]!, files: Object.fromEntries([...around, ...own]), updates, withInterface };
};

type Numbered = (name: string, make: (id: string) => RedTeamCase) => RedTeamCase;

const fromSlots = (slots: readonly Slot[], random: Random, number: Numbered) =>
  slots.flatMap((slot, place) => draw(random, place).map((attack) => fromSlot(slot, attack, random, number)));

const fromSlot = (slot: Slot, { name, text }: Attack, random: Random, number: Numbered) =>
  number(`${slot.name} is ${name}`, (id) => caseOf(id, `${slot.name} is ${name}`, slot.write(text(id), id), random, slot.updates));

const segment = (file: string) => readFileSync(new URL(`../../../../demo/media/cmaf/video-240/${file}`, import.meta.url));

/** A presentation whose own files carry a header: as an MPD or as a playlist. */
function withHeader(random: Random, at: number, attack: Attack): (id: string) => RedTeamCase {
  const header = headers[at]!;
  const { status, carrier, text } = headerAttack(random, header, attack.text);
  const dash = random.below(2) === 0;
  return (id) => {
    const name = dash ? 'manifest.mpd' : 'media.m3u8';
    const manifest = dash
      ? mpd({ segments: template(`/red-team/${id}/`, '$Number$.m4s', 'init.mp4') })
      : `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-MAP:URI="init.mp4"\n#EXTINF:2,\n1.m4s\n#EXTINF:2,\n2.m4s\n#EXT-X-ENDLIST\n`;
    const made = caseOf(id, `the header ${header.name} of the ${carrier} (${status}, ${attack.name})`, { [name]: manifest }, random);
    const folder = `/red-team/${id}/`;
    const files: Record<string, Answer> = {
      ...made.files,
      ...Object.fromEntries(['init.mp4', '1.m4s', '2.m4s'].map((file) => [folder + file, { body: segment(file), type: 'video/mp4' }]))
    };
    const carried = folder + { manifest: name, init: 'init.mp4', segment: '1.m4s' }[carrier];
    files[carried] = { ...files[carried]!, status, headers: text(id) };
    return { ...made, files };
  };
}

/** Every case of a group from the seed, with the same order and numbers each time. */
export function generate(group: Group): RedTeamCase[] {
  const at = groups.indexOf(group);
  const random = new Random(seed + at);
  let count = 0;
  const number: Numbered = (_, make) => make(`${'hdx'[at]}${++count}`);
  if (group === 'playlist') return fromSlots(playlistSlots, random, number);
  if (group === 'header')
    return headers.flatMap((_, index) => draw(random, index).map((attack) => number('', withHeader(random, index, attack))));
  const named = mpdNames.map(({ slot, value }) => fromSlot(slot, { name: value, text: () => value }, random, number));
  return [...named, ...fromSlots(mpdSlots, random, number)];
}
