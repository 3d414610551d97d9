import type { NetworkSettings, PlayerOptions } from '../../src/media/index.js';
import { en } from '../../src/i18n/en.js';
import type { View } from '../../src/ui/control.js';
import { hotkeys } from '../../src/ui/hotkeys.js';
import { defineElements } from '../../src/ui/define.js';
import { JetPlayer } from '../../src/ui/jet-player.js';
import { bringInterface, bringLater, later } from '../../src/ui/on-demand.js';
import { fakePlayer, type FakePlayer, type StatePatch } from '../support/fake-player.js';

defineElements();
// The interface is there, and a viewer, from the beginning; what comes before them is looked at in `attention` and `interface`.
await Promise.all([bringInterface(), bringLater()]);

/** The real element around a player that plays nothing. */
export class TestPlayer extends JetPlayer {
  readonly fakes: FakePlayer[] = [];
  /** What the element tells its player about the network. */
  settings!: () => NetworkSettings;
  /** What it was told of consent. */
  given: PlayerOptions['consent'];

  get fake(): FakePlayer {
    return this.fakes.at(-1)!;
  }

  protected override makePlayer({ settings, consent }: PlayerOptions): FakePlayer {
    this.settings = settings!;
    this.given = consent;
    this.fakes.push(fakePlayer({}, this.video));
    return this.fake;
  }
}
customElements.define('test-player', TestPlayer);

/** Puts a player on the page, in a state, and waits until it is drawn. */
export async function mount(patch: StatePatch = {}, attributes: Readonly<Record<string, string>> = {}): Promise<TestPlayer> {
  document.body.replaceChildren();
  const player = new TestPlayer();
  for (const [name, value] of Object.entries(attributes)) player.setAttribute(name, value);
  document.body.append(player);
  player.fake.set(patch);
  await drawn(player);
  return player;
}

/** Waits until the last change of state is on the screen. */
export async function drawn(player: TestPlayer): Promise<void> {
  // The store tells its news in one microtask, and Lit draws in the next.
  await Promise.resolve();
  await player.updateComplete;
}

/** An element inside the player, by its part, and inside a `jet-*` element there. */
export function part<Type extends HTMLElement = HTMLElement>(player: TestPlayer, name: string, inner?: string): Type {
  const element = player.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);
  const found = inner === undefined ? element : element?.shadowRoot?.querySelector<HTMLElement>(inner);
  if (!found) throw new Error(`There is no ${name} ${inner ?? ''}`);
  return found as Type;
}

/** Whether a part is drawn at all. */
export const has = (player: TestPlayer, name: string): boolean => player.shadowRoot!.querySelector(`[part~="${name}"]`) !== null;

/** What a control is drawn from, without an element around it. */
export function view(patch: StatePatch = {}, more: Partial<View> = {}): View & { readonly player: FakePlayer } {
  const player = fakePlayer(patch);
  const options = { title: '', rates: [0.5, 1, 2], hotkeys, download: '' };
  return {
    state: player.state.current,
    t: en,
    options,
    audio: false,
    silenced: false,
    later: later(),
    bring: () => Promise.resolve(),
    panel: null,
    show: () => undefined,
    ...more,
    player
  };
}

/** Presses a key where the focus would be. */
export function press(target: EventTarget, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

/** A film in the middle of its playing, with everything there is to choose. */
export const playing: StatePatch = {
  playback: { paused: false, started: true },
  time: { current: 60, duration: 300, seekable: { start: 0, end: 300 }, buffered: [{ start: 30, end: 120 }] },
  quality: {
    renditions: [
      { id: 'low', width: 640, height: 360, bitrate: 800_000 },
      { id: 'mid', width: 1280, height: 720, bitrate: 2_400_000 },
      { id: 'high', width: 1920, height: 1080, bitrate: 5_000_000, frameRate: 50 }
    ],
    choice: 'auto',
    playing: 'mid'
  },
  audio: {
    tracks: [
      { id: 'a', label: '', language: 'en', kind: 'main' },
      { id: 'b', label: '', language: 'nl', kind: 'descriptions' }
    ],
    choice: 'a'
  },
  captions: {
    tracks: [
      { id: 'c', label: '', language: 'de', kind: 'captions' },
      { id: 's', label: 'Nederlands', language: 'nl', kind: 'subtitles' }
    ],
    choice: null
  },
  fullscreen: { supported: true, active: false },
  pip: { supported: true, active: false }
};

/** Live, in the past, with a past to go back to. */
export const live: StatePatch = {
  ...playing,
  live: { streamType: 'live', atEdge: false, dvr: true, targetLatency: 4 },
  time: { current: 240, duration: Infinity, seekable: { start: 100, end: 300 }, buffered: [] }
};
