import { readFileSync } from 'node:fs';
import { dashType, hlsType } from '../case.js';
import { createMpd, segmentTemplate } from '../manifests/dash.js';
import { patchDocument } from '../manifests/patch.js';
import type { Answer } from '../../../support/world.js';
import { headerAttack, headers } from './header-slots.js';
import { mpdNames, mpdSlots } from './mpd-slots.js';
import { playlistSlots } from './playlist-slots.js';
import { Random, seed } from './random.js';
import type { Slot } from './slots.js';
import { drawAttacks, type Attack } from './values.js';

/** One generated attack: the responses of the server, and the source that a page plays from it. */
export interface RedTeamCase {
  /** Unique among all cases; every third-party URL of the case contains it. */
  readonly id: string;
  /** The slot and the value, in words. */
  readonly name: string;
  readonly src: string;
  readonly files: Readonly<Record<string, Answer>>;
  readonly updates: boolean;
  /** Whether the player has its interface with menus. The other cases save time with a player without controls. */
  readonly withInterface: boolean;
}

export const caseGroups = ['playlist', 'mpd', 'header'] as const;
export type Group = (typeof caseGroups)[number];

const mediaTypeOf = (name: string) => (name.endsWith('.mpd') ? dashType : name.endsWith('.m3u8') ? hlsType : 'application/octet-stream');

/** The further files of every case, which its manifest may make the player request. */
const additionalFiles: Readonly<Record<string, Answer>> = {
  'patch.mpp': {
    type: 'application/dash-patch+xml',
    body: patchDocument('<replace sel="/MPD/__proto__/@polluted">by the manifest</replace>')
  },
  'steer.json': {
    type: 'application/json',
    body: '{"VERSION":1,"TTL":1,"RELOAD-URI":"https://steer.evil.test/","PATHWAY-PRIORITY":["__proto__"]}'
  },
  key: { type: 'application/octet-stream', body: new Uint8Array(16) }
};

const createCase = (id: string, name: string, bodies: Readonly<Record<string, string>>, random: Random, updates = false): RedTeamCase => {
  const folder = `/red-team/${id}/`;
  const ownFiles = Object.entries(bodies).map(([file, body]): [string, Answer] => [folder + file, { body, type: mediaTypeOf(file) }]);
  const otherFiles = Object.entries(additionalFiles).map(([file, answer]): [string, Answer] => [folder + file, answer]);
  const withInterface = random.below(8) === 0;
  return {
    id,
    name,
    src: folder + Object.keys(bodies)[0]!,
    files: Object.fromEntries([...otherFiles, ...ownFiles]),
    updates,
    withInterface
  };
};

type CreateNumbered = (name: string, create: (id: string) => RedTeamCase) => RedTeamCase;

const casesOfSlots = (slots: readonly Slot[], random: Random, createNumbered: CreateNumbered) =>
  slots.flatMap((slot, slotIndex) => drawAttacks(random, slotIndex).map((attack) => caseOfSlot(slot, attack, random, createNumbered)));

const caseOfSlot = (slot: Slot, { name, text }: Attack, random: Random, createNumbered: CreateNumbered) =>
  createNumbered(`${slot.name} is ${name}`, (id) =>
    createCase(id, `${slot.name} is ${name}`, slot.write(text(id), id), random, slot.updates)
  );

const readSegment = (file: string) => readFileSync(new URL(`../../../../demo/media/cmaf/video-240/${file}`, import.meta.url));

/** Returns a function that creates a case in which one response has a hostile header. The manifest is an MPD or a playlist. */
function headerCase(random: Random, headerIndex: number, attack: Attack): (id: string) => RedTeamCase {
  const header = headers[headerIndex]!;
  const { status, carrier, text } = headerAttack(random, header, attack.text);
  const isDash = random.below(2) === 0;
  return (id) => {
    const name = isDash ? 'manifest.mpd' : 'media.m3u8';
    const manifest = isDash
      ? createMpd({ segments: segmentTemplate(`/red-team/${id}/`, '$Number$.m4s', 'init.mp4') })
      : `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-MAP:URI="init.mp4"\n#EXTINF:2,\n1.m4s\n#EXTINF:2,\n2.m4s\n#EXT-X-ENDLIST\n`;
    const baseCase = createCase(
      id,
      `the header ${header.name} of the ${carrier} (${status}, ${attack.name})`,
      { [name]: manifest },
      random
    );
    const folder = `/red-team/${id}/`;
    const files: Record<string, Answer> = {
      ...baseCase.files,
      ...Object.fromEntries(['init.mp4', '1.m4s', '2.m4s'].map((file) => [folder + file, { body: readSegment(file), type: 'video/mp4' }]))
    };
    const carrierPath = folder + { manifest: name, init: 'init.mp4', segment: '1.m4s' }[carrier];
    files[carrierPath] = { ...files[carrierPath]!, status, headers: text(id) };
    return { ...baseCase, files };
  };
}

/** Returns every case of a group. The same seed results in the same cases, order and numbers. */
export function generateCases(group: Group): RedTeamCase[] {
  const groupIndex = caseGroups.indexOf(group);
  const random = new Random(seed + groupIndex);
  let count = 0;
  const createNumbered: CreateNumbered = (_, create) => create(`${'hdx'[groupIndex]}${++count}`);
  if (group === 'playlist') return casesOfSlots(playlistSlots, random, createNumbered);
  if (group === 'header')
    return headers.flatMap((_, index) => drawAttacks(random, index).map((attack) => createNumbered('', headerCase(random, index, attack))));
  const casesOfNames = mpdNames.map(({ slot, value }) => caseOfSlot(slot, { name: value, text: () => value }, random, createNumbered));
  return [...casesOfNames, ...casesOfSlots(mpdSlots, random, createNumbered)];
}
