import { expect } from 'chai';
import { createPlayer } from '../../../src/media/index.js';
import { lockOrientation } from '../../../src/ui/host/orientation-lock.js';

/** Replaces a property of the document during a test. */
function answer(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, value });
  undo.push(() => void Reflect.deleteProperty(target, name));
}
let undo: (() => void)[] = [];

/** Waits a microtask, in which the store notifies its subscribers. */
const notified = () => Promise.resolve();

/**
 * A host and a video as on an iPhone: no element supports full screen, the selector is unknown, and a video supports it once its
 * duration is known. `webkitEnterFullscreen` throws before that, as Apple documents.
 */
function iPhone() {
  const host = document.createElement('div');
  const video = document.createElement('video');
  let metadata = false;
  let displaying = false;
  const show = (now: boolean) => {
    displaying = now;
    queueMicrotask(() => video.dispatchEvent(new Event(now ? 'webkitbeginfullscreen' : 'webkitendfullscreen')));
  };
  answer(document, 'fullscreenEnabled', undefined);
  answer(host, 'requestFullscreen', undefined);
  answer(host, 'matches', () => {
    throw new DOMException('no such selector', 'SyntaxError');
  });
  Object.defineProperties(video, {
    webkitSupportsFullscreen: { get: () => metadata },
    webkitDisplayingFullscreen: { get: () => displaying },
    webkitEnterFullscreen: {
      value() {
        if (!metadata) throw new DOMException('no metadata', 'InvalidStateError');
        show(true);
      }
    },
    webkitExitFullscreen: { value: () => show(false) }
  });
  const learn = () => {
    metadata = true;
    video.dispatchEvent(new Event('loadedmetadata'));
  };
  return { host, video, learn, player: createPlayer({ video, host }) };
}

describe('full screen', () => {
  afterEach(() => {
    for (const back of undo) back();
    undo = [];
  });

  it('uses the video on an iPhone, once its duration is known', async () => {
    const { player, learn } = iPhone();
    const state = () => player.state.current.fullscreen;
    expect(state()).to.deep.equal({ active: false, alone: false, supported: false });
    learn();
    await notified();
    expect(state()).to.deep.equal({ active: false, alone: false, supported: true });
    await player.fullscreen.toggle();
    await notified();
    expect(state().active).to.equal(true);
    await player.fullscreen.toggle();
    await notified();
    expect(state().active).to.equal(false);
    player.destroy();
  });

  it('uses the whole player when elements support it, on an iPad too', async () => {
    const { player, host, learn } = iPhone();
    let entered = 0;
    answer(document, 'fullscreenEnabled', true);
    answer(host, 'matches', () => false);
    answer(host, 'requestFullscreen', () => Promise.resolve(void entered++));
    learn();
    await player.fullscreen.toggle();
    expect(entered).to.equal(1);
    player.destroy();
  });

  it('is not offered when it is not supported', () => {
    answer(document, 'fullscreenEnabled', false);
    const player = createPlayer({ video: document.createElement('video'), host: document.createElement('div') });
    expect(player.state.current.fullscreen.supported).to.equal(false);
    player.destroy();
  });
});

describe('orientation', () => {
  afterEach(() => {
    for (const back of undo) back();
    undo = [];
  });

  /** Returns the orientation that is locked when a player with a video of this size enters full screen. */
  async function askedFor(width: number, height: number, { full = true, refuses = false } = {}): Promise<string[]> {
    const locked: string[] = [];
    const end = new AbortController();
    const host = document.createElement('div');
    const video = document.createElement('video');
    answer(host, 'matches', () => full);
    answer(video, 'videoWidth', width);
    answer(video, 'videoHeight', height);
    // A device without orientation lock rejects with NotSupportedError (Screen Orientation API).
    answer(screen, 'orientation', {
      lock(orientation: string) {
        locked.push(orientation);
        return refuses ? Promise.reject(new DOMException('fixed', 'NotSupportedError')) : Promise.resolve();
      }
    });
    lockOrientation(host, video, end.signal);
    host.dispatchEvent(new Event('fullscreenchange'));
    end.abort();
    host.dispatchEvent(new Event('fullscreenchange'));
    await notified();
    return locked;
  }

  it('is locked to landscape for a wide video, to portrait for a tall one', async () => {
    expect(await askedFor(1920, 1080)).to.deep.equal(['landscape']);
    expect(await askedFor(1080, 1920)).to.deep.equal(['portrait']);
  });

  it('is not locked for a square video, nor when leaving full screen', async () => {
    expect(await askedFor(800, 800)).to.deep.equal([]);
    expect(await askedFor(1920, 1080, { full: false })).to.deep.equal([]);
  });

  it('is requested without an error when the browser rejects the lock', async () => {
    expect(await askedFor(1920, 1080, { refuses: true })).to.deep.equal(['landscape']);
  });

  it('is not locked when the browser does not support it', async () => {
    answer(screen, 'orientation', undefined);
    const host = document.createElement('div');
    answer(host, 'matches', () => true);
    const video = document.createElement('video');
    answer(video, 'videoWidth', 2);
    lockOrientation(host, video, new AbortController().signal);
    host.dispatchEvent(new Event('fullscreenchange'));
    await notified();
  });
});
