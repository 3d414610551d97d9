import { formatNumber, formatPercent, spokenTime } from '../i18n/format.js';
import type { Messages } from '../i18n/en.js';
import { titleOf } from './chapter-title.js';
import type { View } from './control.js';

/** One shortcut: the keys, by `KeyboardEvent.key`, with `Ctrl+` before it where that is held, and what they do. */
export interface Hotkey {
  /** Also the key of the line in the help dialog. */
  readonly name: keyof Messages['shortcut'];
  readonly keys: readonly string[];
  /** How the keys are written in the help dialog. */
  readonly shown: string;
  /** Goes on as long as the key is held. */
  readonly repeats?: boolean;
  run(view: View, key: string): void;
  /** What the viewer is told afterwards; read when it is shown, so it says what came of it. */
  notice?(view: View): string;
}

const skip = (name: Hotkey['name'], keys: string[], shown: string, seconds: number): Hotkey => ({
  name,
  keys,
  shown,
  repeats: true,
  run: ({ player }) => player.time.skip(seconds),
  notice: ({ t }) => (seconds > 0 ? t.forward : t.back)(spokenTime(seconds, t.lang))
});

const chapter = (name: 'previousChapter' | 'nextChapter', key: string, shown: string): Hotkey => ({
  name,
  keys: [key],
  shown,
  run: ({ player }) => (name === 'nextChapter' ? player.chapters.next() : player.chapters.previous()),
  notice: (view) => titleOf(view, view.state.chapters.current)
});

const sound = ({ state: { volume }, t }: View): string => (volume.muted ? t.muted : t.volumeNow(formatPercent(volume.level, t.lang)));

const louder = (name: Hotkey['name'], key: string, shown: string, by: number): Hotkey => ({
  name,
  keys: [key],
  shown,
  repeats: true,
  run: ({ player, state: { volume } }) => player.volume.setLevel((volume.muted ? 0 : volume.level) + by),
  notice: sound
});

const faster = (name: Hotkey['name'], key: string, by: 1 | -1): Hotkey => ({
  name,
  keys: [key],
  shown: key,
  run({ player, state: { playback }, options: { rates } }) {
    const next = by > 0 ? rates.find((rate) => rate > playback.rate) : rates.findLast((rate) => rate < playback.rate);
    if (next !== undefined) player.playback.setRate(next);
  },
  notice: ({ state: { playback }, t }) => `${t.speed} ${formatNumber(playback.rate, t.lang)}×`
});

const quietly = (done: Promise<void>): void => void done.catch(() => undefined);

/** The shortcuts, in the order of the help dialog. */
export const hotkeys: readonly Hotkey[] = [
  { name: 'playPause', keys: [' ', 'k'], shown: '␣ k', run: ({ player }) => player.playback.toggle() },
  skip('back5', ['ArrowLeft'], '←', -5),
  skip('forward5', ['ArrowRight'], '→', 5),
  skip('back10', ['j'], 'j', -10),
  skip('forward10', ['l'], 'l', 10),
  chapter('previousChapter', 'Ctrl+ArrowLeft', 'Ctrl+←'),
  chapter('nextChapter', 'Ctrl+ArrowRight', 'Ctrl+→'),
  louder('louder', 'ArrowUp', '↑', 0.05),
  louder('quieter', 'ArrowDown', '↓', -0.05),
  { name: 'mute', keys: ['m'], shown: 'm', run: ({ player }) => player.volume.toggleMuted(), notice: sound },
  {
    name: 'captions',
    keys: ['c'],
    shown: 'c',
    run: ({ player }) => player.captions.toggle(),
    notice: ({ state: { captions }, t }) =>
      `${t.captions}: ${captions.tracks.find(({ id }) => id === captions.choice)?.label || (captions.choice ? '✓' : t.captionsOff)}`
  },
  { name: 'fullscreen', keys: ['f'], shown: 'f', run: ({ player }) => quietly(player.fullscreen.toggle()) },
  { name: 'pip', keys: ['p'], shown: 'p', run: ({ player, state }) => void (state.pip.supported && quietly(player.pip.toggle())) },
  {
    name: 'percent',
    keys: [...'0123456789'],
    shown: '0–9',
    run(
      {
        player,
        state: {
          time: {
            seekable: { start, end }
          }
        }
      },
      key
    ) {
      player.time.seek(start + ((end - start) * Number(key)) / 10);
    }
  },
  { name: 'start', keys: ['Home'], shown: 'Home', run: ({ player, state }) => player.time.seek(state.time.seekable.start) },
  {
    name: 'end',
    keys: ['End'],
    shown: 'End',
    run: ({ player, state }) => (state.live.streamType === 'live' ? player.live.seekToEdge() : player.time.seek(state.time.seekable.end))
  },
  faster('slower', '<', -1),
  faster('faster', '>', 1),
  { name: 'help', keys: ['?'], shown: '?', run: ({ show }) => show('shortcuts') }
];

/** A publisher's own keys, by the name of the shortcut; null switches one off. What is not named stays as it is. */
export type HotkeyMap = Readonly<Partial<Record<Hotkey['name'], string | readonly string[] | null>>>;

const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', ' ': '␣' };

/** How a key is written in the help dialog. */
const written = (key: string): string => key.replace(/(?:Arrow\w+| )$/, (name) => arrows[name] ?? name);

/** The shortcuts with a publisher's own keys. */
export function mapHotkeys(map: HotkeyMap): readonly Hotkey[] {
  return hotkeys.flatMap((hotkey) => {
    const own = map[hotkey.name];
    if (own === undefined) return [hotkey];
    const keys = typeof own === 'string' ? [own] : (own ?? []);
    return keys.length > 0 ? [{ ...hotkey, keys, shown: keys.map(written).join(' ') }] : [];
  });
}

const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const pressing = 'button, a, summary, [role="button"]';

/** The shortcut that a key press means; undefined where the key belongs to something else: a field, a button, the browser. */
export function hotkeyFor(event: KeyboardEvent, offered: readonly Hotkey[]): Hotkey | undefined {
  if (event.defaultPrevented || event.isComposing || event.metaKey || event.altKey) return undefined;
  const [target] = event.composedPath();
  if (target instanceof Element) {
    if (target.matches(typing)) return undefined;
    if (event.key === ' ' && target.matches(pressing)) return undefined;
  }
  const plain = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const key = event.ctrlKey ? `Ctrl+${plain}` : plain;
  const hotkey = offered.find(({ keys }) => keys.includes(key));
  return event.repeat && !hotkey?.repeats ? undefined : hotkey;
}
