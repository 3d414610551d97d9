import { listen } from '../../lib/listen.js';
import type { MediaState } from '../state.js';
import { openShelf, type StorageAdapter, type StorageKind } from '../storage.js';
import type { MemoryContext, Remembered } from './memory.js';
import { followPlaces } from './places.js';
import { recall } from './recall.js';
import { changed, readRecord, type MemoryRecord } from './record.js';

export interface KeepContext extends MemoryContext {
  readonly player: Remembered;
  /** What was asked for so far, by the names of commands. */
  readonly asked: Set<string>;
  readonly storage: StorageKind;
  readonly storageAdapter: StorageAdapter | null | undefined;
  onRecord(record: MemoryRecord | undefined): void;
}

/** A memory at work; its context's signal ends it. */
export interface Kept {
  erase(): void;
}

/** What is noted of the state once the viewer has asked for something there; undefined where it cannot be told yet. */
const notes: Readonly<Record<string, (state: MediaState) => Partial<MemoryRecord> | undefined>> = {
  volume: ({ volume: { level, muted } }) => ({ level, muted }),
  'playback.setRate': ({ playback: { rate } }) => ({ rate }),
  captions({ captions: { tracks, choice } }) {
    if (choice === null) return tracks.length > 0 ? { captions: null } : undefined;
    const language = tracks.find(({ id }) => id === choice)?.language;
    return language ? { captions: language } : undefined;
  },
  'captions.setStyle': ({ captions: { style } }) => ({ captionStyle: style }),
  quality({ quality: { renditions, choice } }) {
    const height = renditions.find(({ id }) => id === choice)?.height;
    if (height) return { quality: height };
    return choice === 'auto' && renditions.length > 0 ? { quality: 'auto' } : undefined;
  },
  audio({ audio: { tracks, choice } }) {
    const language = tracks.find(({ id }) => id === choice)?.language;
    return language ? { audio: language } : undefined;
  }
};

/** What belongs to one film: another film has other tracks, and its own first choice is none of the viewer's. */
const ofTheFilm = /^(captions\.(?!setStyle)|quality\.|audio\.)/;

/** How captions look says nothing about which are wanted. */
const belongsTo = (command: string, note: string): boolean =>
  command === note || (command.startsWith(`${note}.`) && command !== 'captions.setStyle');

/** Reads what is kept, gives it back to the player, and notes every choice from now on; undefined where there is no store. */
export function keep(context: KeepContext): Kept | undefined {
  const { session, player, asked, storage, storageAdapter, onRecord, signal } = context;
  const shelf = openShelf(storage, storageAdapter);
  if (!shelf) return undefined;
  let record: MemoryRecord | undefined;
  let recalling = false;

  const change = (patch: Partial<MemoryRecord>) => {
    record = changed(record, patch);
    shelf.write(JSON.stringify(record));
    onRecord(record);
  };
  const wasAsked = (note: string) => [...asked].some((command) => belongsTo(command, note));
  const note = () => {
    // A device's volume is the device's.
    if (recalling || session.status !== 'ready' || session.receiver) return;
    const state = player.state.current;
    const noted = Object.entries(notes).map(([name, read]) => (wasAsked(name) ? read(state) : undefined));
    const patch = Object.assign({}, ...noted) as Partial<MemoryRecord>;
    if (Object.entries(patch).some(([key, value]) => record?.[key as keyof MemoryRecord] !== value)) change(patch);
  };
  /** Gives commands that are not the viewer's. */
  const quietly = (tell: () => void) => {
    const before = new Set(asked);
    recalling = true;
    tell();
    recalling = false;
    for (const command of asked) if (!before.has(command)) asked.delete(command);
  };
  const begin = async () => {
    const text = await shelf.read();
    if (signal.aborted) return;
    record = readRecord(text);
    if (text !== null && !record) shelf.erase();
    onRecord(record);
    const forget = () => {
      for (const command of asked) if (ofTheFilm.test(command)) asked.delete(command);
    };
    listen(session, 'source', forget, signal);
    listen(session, 'told', note, signal);
    player.state.subscribe(note, signal);
    recall({ ...player, video: context.video, session, record: () => record, wasAsked, quietly }, signal);
    followPlaces({ ...context, record: () => record, write: (positions) => change({ positions }) });
    note();
  };
  void begin();
  return { erase: () => shelf.erase() };
}
