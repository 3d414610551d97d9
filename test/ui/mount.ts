import type { NetworkSettings, PlayerOptions } from '../../src/media/index.js';
import { en } from '../../src/i18n/locales/en.js';
import type { View } from '../../src/ui/view.js';
import { defaultHotkeys } from '../../src/ui/interface/hotkeys.js';
import { defineElements } from '../../src/ui/define.js';
import { JetPlayer } from '../../src/ui/jet-player.js';
import { loadInterface, loadDeferredInterface, deferredInterfaceCode } from '../../src/ui/lazy/lazy-chunks.js';
import { fakePlayer, type FakePlayer, type StatePatch } from '../support/fake-player.js';

defineElements();
// The interface and a first interaction are present from the start; `interface.spec.ts` tests the time before them.
await Promise.all([loadInterface(), loadDeferredInterface()]);
// Otherwise a test would open a window in a browser where a user gesture is always active, such as Firefox in a test.
Object.defineProperty(globalThis, 'documentPictureInPicture', { value: undefined });

/** The real element with a fake player, whose state a test sets and whose commands are recorded. */
export class TestPlayer extends JetPlayer {
  /** Every fake player that the element has created. */
  readonly fakes: FakePlayer[] = [];
  /** The network settings that the element passes to its player. */
  settings!: () => NetworkSettings;
  /** The consent that the element passes to its player. */
  passedConsent: PlayerOptions['consent'];

  /** The current fake player. */
  get fake(): FakePlayer {
    return this.fakes.at(-1)!;
  }

  protected override makePlayer({ settings, consent }: PlayerOptions): FakePlayer {
    this.settings = settings!;
    this.passedConsent = consent;
    this.fakes.push(fakePlayer({}, this.video));
    return this.fake;
  }
}
customElements.define('test-player', TestPlayer);

/** Adds a `TestPlayer` with a state and attributes to the page as its only content, and waits until it is rendered. */
export async function mount(patch: StatePatch = {}, attributes: Readonly<Record<string, string>> = {}): Promise<TestPlayer> {
  document.body.replaceChildren();
  const player = new TestPlayer();
  for (const [name, value] of Object.entries(attributes)) player.setAttribute(name, value);
  document.body.append(player);
  player.fake.set(patch);
  await waitForRender(player);
  return player;
}

/** Waits until the last change of state is rendered. */
export async function waitForRender(player: TestPlayer): Promise<void> {
  // The store notifies in one microtask, and Lit renders in the next.
  await Promise.resolve();
  await player.updateComplete;
}

/** Returns the element with a part, or with a selector inside the shadow root of the `jet-*` element with that part. */
export function part<Type extends HTMLElement = HTMLElement>(player: TestPlayer, name: string, innerSelector?: string): Type {
  const element = player.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);
  const match = innerSelector === undefined ? element : element?.shadowRoot?.querySelector<HTMLElement>(innerSelector);
  if (!match) throw new Error(`There is no ${name} ${innerSelector ?? ''}`);
  return match as Type;
}

/** Whether a part is rendered. */
export const hasPart = (player: TestPlayer, name: string): boolean => player.shadowRoot!.querySelector(`[part~="${name}"]`) !== null;

/** Returns the view from which a control renders, for tests without an element. */
export function createView(patch: StatePatch = {}, overrides: Partial<View> = {}): View & { readonly player: FakePlayer } {
  const player = fakePlayer(patch);
  const publisherOptions = {
    title: '',
    rates: [0.5, 1, 2],
    download: '',
    shareUrl: '',
    transcriptExport: true,
    shortened: false,
    aiLabel: null,
    credentials: undefined
  };
  const options = { ...publisherOptions, activeHotkeys: defaultHotkeys };
  return {
    state: player.state.current,
    t: en,
    options,
    audio: false,
    idle: false,
    autoMuted: false,
    menuContents: deferredInterfaceCode(),
    loadMenus: () => Promise.resolve(),
    scrubPosition: null,
    scrub: () => undefined,
    playlist: undefined,
    pip: { active: false, toggle: () => player.pip.toggle() },
    panel: null,
    show: () => undefined,
    notify: () => undefined,
    refresh: () => undefined,
    ...overrides,
    player
  };
}

/** Fires `keydown` on an element, and returns the event. */
export function pressKey(target: EventTarget, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

/** The state in the middle of playback, with every choice available. */
export const playingState: StatePatch = {
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

/** The state of a live stream behind its live edge, with a seekable range. */
export const liveState: StatePatch = {
  ...playingState,
  live: { streamType: 'live', atEdge: false, dvr: true, targetLatency: 4 },
  time: { current: 240, duration: Infinity, seekable: { start: 100, end: 300 }, buffered: [] }
};
