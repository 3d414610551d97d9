import { formatNumber, formatPercent, formatSeconds } from '../../i18n/format.js';
import { chapterTitle } from '../chapter-title.js';
import { volumeIcon } from '../controls/mute.js';
import { playbackIcon } from '../controls/play.js';
import { icons } from '../icons/icons.js';
import { stepFrame } from './frame-step.js';
import type { Hotkey, PressedHotkey, View } from '../view.js';

/**
 * A publisher's own keys, by the name of the shortcut; null disables it. Shortcuts that are not named keep their keys. A key is a value of
 * `KeyboardEvent.key` in either case; `Ctrl+` and `Shift+` may precede it, in any order.
 */
export type HotkeyMap = Readonly<Partial<Record<Hotkey['name'], string | readonly string[] | null>>>;

const skipHotkey = (name: Hotkey['name'], keys: string[], keyLabels: string, seconds: number): Hotkey => ({
  name,
  keys,
  keyLabels,
  repeats: true,
  seconds,
  run: ({ player }) => player.time.skip(seconds)
});

const chapterHotkey = (name: 'previousChapter' | 'nextChapter', key: string, keyLabels: string): Hotkey => ({
  name,
  keys: [key],
  keyLabels,
  run: ({ player }) => (name === 'nextChapter' ? player.chapters.next() : player.chapters.previous()),
  notice: (view) => chapterTitle(view, view.state.chapters.current)
});

const entryHotkey = (name: 'previousEntry' | 'nextEntry', key: string): Hotkey => ({
  name,
  keys: [key],
  keyLabels: key,
  needsPlaylist: true,
  run: ({ playlist }) => void (name === 'nextEntry' ? playlist?.next() : playlist?.previous()),
  notice: ({ options }) => options.title
});

const volumeText = ({ state: { volume }, t }: View): string => (volume.muted ? t.muted : t.volumeNow(formatPercent(volume.level, t.lang)));

const volumeHotkey = (name: Hotkey['name'], key: string, keyLabels: string, change: number): Hotkey => ({
  name,
  keys: [key],
  keyLabels,
  repeats: true,
  run: ({ player, state: { volume } }) => player.volume.setLevel(volume.level + change),
  notice: volumeText,
  icon: volumeIcon
});

const rateHotkey = (name: Hotkey['name'], key: string, direction: 1 | -1): Hotkey => ({
  name,
  keys: [key],
  keyLabels: key,
  run({ player, state: { playback }, options: { rates } }) {
    const newRate = direction > 0 ? rates.find((rate) => rate > playback.rate) : rates.findLast((rate) => rate < playback.rate);
    if (newRate !== undefined) player.playback.setRate(newRate);
  },
  notice: ({ state: { playback }, t }) => `${t.speed} ${formatNumber(playback.rate, t.lang)}×`,
  icon: () => icons.speed
});

/** Returns a shortcut that steps by one frame while the video is paused. */
const frameHotkey = (name: 'previousFrame' | 'nextFrame', key: string): Hotkey => ({
  name,
  keys: [key],
  keyLabels: key,
  repeats: true,
  applies: ({ state, audio }) => state.playback.paused && !audio,
  run: (view) => stepFrame(view, name === 'nextFrame' ? 1 : -1),
  notice: ({ state, t }) => `${t.shortcut[name]}: ${formatSeconds(state.time.current, t.lang, 2)}`
});

const ignoreRejection = (command: Promise<void>): void => void command.catch(() => undefined);

/** All shortcuts with their default keys, in the order of the help dialog. Where two have the same key, it triggers the first one. */
export const defaultHotkeys: readonly Hotkey[] = [
  { name: 'playPause', keys: [' ', 'k'], keyLabels: '␣ k', run: ({ player }) => player.playback.toggle(), icon: playbackIcon },
  skipHotkey('back5', ['ArrowLeft'], '←', -5),
  skipHotkey('forward5', ['ArrowRight'], '→', 5),
  skipHotkey('back10', ['j'], 'j', -10),
  skipHotkey('forward10', ['l'], 'l', 10),
  chapterHotkey('previousChapter', 'Ctrl+ArrowLeft', 'Ctrl+←'),
  chapterHotkey('nextChapter', 'Ctrl+ArrowRight', 'Ctrl+→'),
  entryHotkey('previousEntry', 'Shift+P'),
  entryHotkey('nextEntry', 'Shift+N'),
  volumeHotkey('volumeUp', 'ArrowUp', '↑', 0.05),
  volumeHotkey('volumeDown', 'ArrowDown', '↓', -0.05),
  { name: 'mute', keys: ['m'], keyLabels: 'm', run: ({ player }) => player.volume.toggleMuted(), notice: volumeText, icon: volumeIcon },
  {
    name: 'captions',
    keys: ['c'],
    keyLabels: 'c',
    run: ({ player }) => player.captions.toggle(),
    notice: ({ state: { captions }, t }) =>
      `${t.captions}: ${captions.tracks.find(({ id }) => id === captions.choice)?.label || (captions.choice ? '✓' : t.captionsOff)}`
  },
  { name: 'fullscreen', keys: ['f'], keyLabels: 'f', run: ({ player }) => ignoreRejection(player.fullscreen.toggle()) },
  {
    name: 'pip',
    keys: ['p'],
    keyLabels: 'p',
    run: ({ pip, state }) => void (state.pip.supported && ignoreRejection(pip.toggle()))
  },
  {
    name: 'percent',
    keys: [...'0123456789'],
    keyLabels: '0–9',
    run({ player, state }, key) {
      const { start, end } = state.time.seekable;
      player.time.seek(start + ((end - start) * Number(key)) / 10);
    }
  },
  { name: 'start', keys: ['Home'], keyLabels: 'Home', run: ({ player, state }) => player.time.seek(state.time.seekable.start) },
  {
    name: 'end',
    keys: ['End'],
    keyLabels: 'End',
    run: ({ player, state }) => (state.live.streamType === 'live' ? player.live.seekToEdge() : player.time.seek(state.time.seekable.end))
  },
  rateHotkey('slower', '<', -1),
  rateHotkey('faster', '>', 1),
  // `hold-speed.ts` handles the press, because the action depends on how long the key is held. By default, `playPause` is found for the key.
  { name: 'doubleSpeed', keys: [' '], keyLabels: '␣', run: () => undefined },
  frameHotkey('previousFrame', ','),
  frameHotkey('nextFrame', '.'),
  { name: 'help', keys: ['?'], keyLabels: '?', run: ({ show }) => show('shortcuts') }
];

const keySymbols: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', ' ': '␣' };

/** Formats a key for the help dialog. */
const formatKey = (key: string): string => key.replace(/(?:Arrow(?:Left|Right|Up|Down)| )$/, (name) => keySymbols[name] ?? name);

/** Returns a key with its modifiers in the order in which `hotkeyFor` looks for them: Ctrl before Shift. */
function sortModifiers(key: string): string {
  const [modifiers = ''] = /^(?:(?:ctrl|shift)\+)+(?=.)/i.exec(key) ?? [];
  const has = (name: string) => modifiers.toLowerCase().includes(name);
  return `${has('ctrl') ? 'Ctrl+' : ''}${has('shift') ? 'Shift+' : ''}${key.slice(modifiers.length)}`;
}

/** Returns the shortcuts with the publisher's own keys, and those of a playlist only when there is one. */
export function mapHotkeys(map: HotkeyMap, hasPlaylist: boolean): readonly Hotkey[] {
  return defaultHotkeys.flatMap((hotkey) => {
    const publisherKeys = hotkey.needsPlaylist && !hasPlaylist ? null : map[hotkey.name];
    if (publisherKeys === undefined) return [hotkey];
    const ownKeys = [publisherKeys ?? []].flat().map(sortModifiers);
    // The digit is the position to which this shortcut seeks.
    const keys = hotkey.name === 'percent' ? ownKeys.filter((key) => /^\d$/.test(key)) : ownKeys;
    return keys.length > 0 ? [{ ...hotkey, keys, keyLabels: keys.map(formatKey).join(' ') }] : [];
  });
}

const formFieldSelector = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const pressableSelector = 'button, a, summary, [role="button"]';

/** Parts of the names of the ARIA roles whose elements handle keys, other than `button` and `link`. */
const rolesHandlingKeys =
  /application|box|dialog|feed|grid|menu|option|radio|scrollbar|separator|slider|spin|switch|^tab$|tablist|toolbar|tree/;

/** Whether an element outside the player handles keys itself, such as a menu of the page. */
const handlesKeys = (target: EventTarget): boolean =>
  target instanceof Element &&
  (target.matches('iframe, video, audio, object, embed') || rolesHandlingKeys.test(target.getAttribute('role') ?? ''));

/**
 * Matches a key that begins with a letter or digit of another script. A symbol such as `µ` does not count as another script, because Latin
 * layouts type it too.
 */
const startsWithOtherScript = /^(?:[^\p{sc=Latin}\p{sc=Common}]|(?!\d)\p{Nd})/u;

/** Returns the Latin letter or the digit of the physical key if the key types another script; otherwise undefined. */
const physicalKey = ({ key, code }: KeyboardEvent): string | undefined =>
  startsWithOtherScript.test(key) ? /^(?:Key|Digit)(.)$/.exec(code)?.[1] : undefined;

/**
 * Returns the shortcut that a key press triggers, bound to the pressed key; undefined when it does not apply now, or when the key belongs to
 * a field, a button or the browser, or, with `isOutsidePlayer`, to an element of the page that handles keys. A shortcut matches the
 * character that the key types, in either case; where that is of another script, such as Cyrillic, it also matches the physical key.
 */
export function hotkeyFor(event: KeyboardEvent, view: View, isOutsidePlayer: boolean): PressedHotkey | undefined {
  if (event.defaultPrevented || event.isComposing || event.metaKey || event.altKey) return undefined;
  const path = event.composedPath();
  if (isOutsidePlayer && path.some(handlesKeys)) return undefined;
  const [target] = path;
  if (target instanceof Element) {
    if (target.matches(formFieldSelector)) return undefined;
    if ((event.key === ' ' || event.key === 'Enter') && target.matches(pressableSelector)) return undefined;
  }
  for (const key of [event.key, physicalKey(event) ?? event.key]) {
    const ctrl = event.ctrlKey ? 'ctrl+' : '';
    for (const shift of event.shiftKey ? ['shift+', ''] : ['']) {
      const pressedKey = `${ctrl}${shift}${key.toLowerCase()}`;
      const hotkey = view.options.activeHotkeys.find(({ keys }) => keys.some((hotkeyKey) => hotkeyKey.toLowerCase() === pressedKey));
      if (hotkey?.applies?.(view) === false) return undefined;
      if (hotkey) return { ...hotkey, pressedKey, isIgnored: event.repeat && !hotkey.repeats, run: (current) => hotkey.run(current, key) };
    }
  }
  return undefined;
}
