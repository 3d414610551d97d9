import { listen } from '../../lib/listen.js';
import type { MediaState } from '../state.js';
import { openPreferenceStore, type StorageAdapter, type StorageKind } from '../storage/storage.js';
import type { PreferencesContext, AssembledPlayer } from './preferences-context.js';
import { trackResumePoint } from './resume-points.js';
import { restorePreferences } from './restore-preferences.js';
import { withChange, readRecord, type StoredPreferences } from '../storage/stored-preferences.js';

export interface RecorderContext extends PreferencesContext {
  readonly player: AssembledPlayer;
  /** The names of the commands that the viewer has used so far. */
  readonly usedCommands: Set<string>;
  readonly storage: StorageKind;
  readonly storageAdapter: StorageAdapter | null | undefined;
  onRecord(record: StoredPreferences | undefined): void;
}

/** A running recorder, until its context's signal aborts. */
export interface PreferenceRecorder {
  erase(): void;
}

/** Functions, by command, that return what to store after the viewer has used the command; undefined while the value is not known. */
const valueReaders: Readonly<Record<string, (state: MediaState) => Partial<StoredPreferences> | undefined>> = {
  volume: ({ volume: { level, muted } }) => ({ level, muted }),
  'playback.setRate': ({ playback: { rate } }) => ({ rate }),
  captions({ captions: { tracks, choice } }) {
    if (choice === null) return tracks.length > 0 ? { captions: null } : undefined;
    const language = tracks.find(({ id }) => id === choice)?.language;
    return language ? { captions: language } : undefined;
  },
  'captions.setStyle': ({ captions: { style } }) => ({ captionStyle: style }),
  quality({ quality: { renditions, choice, dataSaver } }) {
    // The rendition of the data saver is not the viewer's choice.
    if (dataSaver) return undefined;
    const height = renditions.find(({ id }) => id === choice)?.height;
    if (height) return { quality: height, dataSaver: undefined };
    return choice === 'auto' && renditions.length > 0 ? { quality: 'auto', dataSaver: undefined } : undefined;
  },
  'quality.setDataSaver': ({ quality: { dataSaver } }) => ({ dataSaver: dataSaver || undefined }),
  audio({ audio: { tracks, choice } }) {
    const language = tracks.find(({ id }) => id === choice)?.language;
    return language ? { audio: language } : undefined;
  }
};

/** Commands that apply to one source, because another source has other tracks and its default selection is not the viewer's choice. */
const sourceCommands = /^(captions\.(?!setStyle)|quality\.(?!setDataSaver)|audio\.)/;

/** Commands that do not belong to the name before the dot, because neither the caption style nor the data saver is a choice of a track. */
const separateCommands: readonly string[] = ['captions.setStyle', 'quality.setDataSaver'];

/** Whether a command changes the value of this name. */
const belongsTo = (command: string, name: string): boolean =>
  command === name || (command.startsWith(`${name}.`) && !separateCommands.includes(command));

/** Restores the stored preferences and records each later choice of the viewer. Returns undefined when there is no store. */
export function recordPreferences(context: RecorderContext): PreferenceRecorder | undefined {
  const { session, player, usedCommands, storage, storageAdapter, onRecord, signal } = context;
  const store = openPreferenceStore(storage, storageAdapter);
  if (!store) return undefined;
  let record: StoredPreferences | undefined;
  let isRestoring = false;

  const change = (patch: Partial<StoredPreferences>) => {
    record = withChange(record, patch);
    store.write(JSON.stringify(record));
    onRecord(record);
  };
  const wasUsed = (name: string) => [...usedCommands].some((command) => belongsTo(command, name));
  const recordChoices = () => {
    // Choices during Cast are not recorded, because the receiver has its own volume.
    if (isRestoring || session.status !== 'ready' || session.receiver) return;
    const state = player.state.current;
    const values = Object.entries(valueReaders).map(([name, read]) => (wasUsed(name) ? read(state) : undefined));
    const patch = Object.assign({}, ...values) as Partial<StoredPreferences>;
    if (Object.entries(patch).some(([key, value]) => record?.[key as keyof StoredPreferences] !== value)) change(patch);
  };
  /** Runs commands without recording them as viewer choices. */
  const runUnrecorded = (run: () => void) => {
    const commandsBefore = new Set(usedCommands);
    isRestoring = true;
    run();
    isRestoring = false;
    for (const command of usedCommands) if (!commandsBefore.has(command)) usedCommands.delete(command);
  };
  const begin = async () => {
    const text = await store.read();
    if (signal.aborted) return;
    record = readRecord(text);
    if (text !== null && !record) store.erase();
    onRecord(record);
    const forgetSourceCommands = () => {
      for (const command of usedCommands) if (sourceCommands.test(command)) usedCommands.delete(command);
    };
    listen(session, 'source', forgetSourceCommands, signal);
    listen(session, 'command', recordChoices, signal);
    player.state.subscribe(recordChoices, signal);
    restorePreferences({ ...player, video: context.video, session, record: () => record, wasUsed, runUnrecorded }, signal);
    trackResumePoint({ ...context, record: () => record, write: (positions) => change({ positions }) });
    recordChoices();
  };
  void begin();
  return { erase: () => store.erase() };
}
