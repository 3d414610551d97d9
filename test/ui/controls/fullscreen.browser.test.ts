import { expect } from 'chai';
import { createPlayer } from '../../../src/media/index.js';
import { lockOrientation } from '../../../src/ui/host/orientation-lock.js';

/** Replaces a property of an object until the end of the test. */
function replaceProperty(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, value });
  restoreFunctions.push(() => void Reflect.deleteProperty(target, name));
}
let restoreFunctions: (() => void)[] = [];

/** Waits for the microtask in which the store notifies its subscribers. */
const waitForStore = () => Promise.resolve();

/**
 * Creates a player with a host and a video as on an iPhone: no element supports full screen, the selector is unknown, and a video supports
 * full screen once its metadata has loaded. `webkitEnterFullscreen` throws before that, as Apple documents.
 */
function createIPhonePlayer() {
  const host = document.createElement('div');
  const video = document.createElement('video');
  let hasMetadata = false;
  let isDisplaying = false;
  const setFullscreen = (isActive: boolean) => {
    isDisplaying = isActive;
    queueMicrotask(() => video.dispatchEvent(new Event(isActive ? 'webkitbeginfullscreen' : 'webkitendfullscreen')));
  };
  replaceProperty(document, 'fullscreenEnabled', undefined);
  replaceProperty(host, 'requestFullscreen', undefined);
  replaceProperty(host, 'matches', () => {
    throw new DOMException('no such selector', 'SyntaxError');
  });
  Object.defineProperties(video, {
    webkitSupportsFullscreen: { get: () => hasMetadata },
    webkitDisplayingFullscreen: { get: () => isDisplaying },
    webkitEnterFullscreen: {
      value() {
        if (!hasMetadata) throw new DOMException('no metadata', 'InvalidStateError');
        setFullscreen(true);
      }
    },
    webkitExitFullscreen: { value: () => setFullscreen(false) }
  });
  const loadMetadata = () => {
    hasMetadata = true;
    video.dispatchEvent(new Event('loadedmetadata'));
  };
  return { host, video, loadMetadata, player: createPlayer({ video, host }) };
}

describe('full screen', () => {
  afterEach(() => {
    for (const restore of restoreFunctions) restore();
    restoreFunctions = [];
  });

  it('uses the video on an iPhone, once its metadata has loaded', async () => {
    const { player, loadMetadata } = createIPhonePlayer();
    const state = () => player.state.current.fullscreen;
    expect(state()).to.deep.equal({ active: false, alone: false, supported: false });
    loadMetadata();
    await waitForStore();
    expect(state()).to.deep.equal({ active: false, alone: false, supported: true });
    await player.fullscreen.toggle();
    await waitForStore();
    expect(state().active).to.equal(true);
    await player.fullscreen.toggle();
    await waitForStore();
    expect(state().active).to.equal(false);
    player.destroy();
  });

  it('uses the host when elements support it, as on an iPad, although the video supports it as well', async () => {
    const { player, host, loadMetadata } = createIPhonePlayer();
    let fullscreenRequests = 0;
    replaceProperty(document, 'fullscreenEnabled', true);
    replaceProperty(host, 'matches', () => false);
    replaceProperty(host, 'requestFullscreen', () => Promise.resolve(void fullscreenRequests++));
    loadMetadata();
    await player.fullscreen.toggle();
    expect(fullscreenRequests).to.equal(1);
    player.destroy();
  });

  it('is not supported in the state when the document does not enable it', () => {
    replaceProperty(document, 'fullscreenEnabled', false);
    const player = createPlayer({ video: document.createElement('video'), host: document.createElement('div') });
    expect(player.state.current.fullscreen.supported).to.equal(false);
    player.destroy();
  });
});

describe('the orientation lock', () => {
  afterEach(() => {
    for (const restore of restoreFunctions) restore();
    restoreFunctions = [];
  });

  /** Returns the orientations that are locked when a player with a video of this size enters or leaves full screen. */
  async function lockedOrientations(width: number, height: number, { isFullscreen = true, isRejected = false } = {}): Promise<string[]> {
    const orientations: string[] = [];
    const end = new AbortController();
    const host = document.createElement('div');
    const video = document.createElement('video');
    replaceProperty(host, 'matches', () => isFullscreen);
    replaceProperty(video, 'videoWidth', width);
    replaceProperty(video, 'videoHeight', height);
    // A device without orientation lock rejects with NotSupportedError (Screen Orientation API).
    replaceProperty(screen, 'orientation', {
      lock(orientation: string) {
        orientations.push(orientation);
        return isRejected ? Promise.reject(new DOMException('fixed', 'NotSupportedError')) : Promise.resolve();
      }
    });
    lockOrientation(host, video, end.signal);
    host.dispatchEvent(new Event('fullscreenchange'));
    end.abort();
    host.dispatchEvent(new Event('fullscreenchange'));
    await waitForStore();
    return orientations;
  }

  it('is landscape for a wide video, and portrait for a tall one', async () => {
    expect(await lockedOrientations(1920, 1080)).to.deep.equal(['landscape']);
    expect(await lockedOrientations(1080, 1920)).to.deep.equal(['portrait']);
  });

  it('is not requested for a square video, nor when the player leaves full screen', async () => {
    expect(await lockedOrientations(800, 800)).to.deep.equal([]);
    expect(await lockedOrientations(1920, 1080, { isFullscreen: false })).to.deep.equal([]);
  });

  it('is requested once, without an error, when the browser rejects it', async () => {
    expect(await lockedOrientations(1920, 1080, { isRejected: true })).to.deep.equal(['landscape']);
  });

  it('causes no error when the browser does not support it', async () => {
    replaceProperty(screen, 'orientation', undefined);
    const host = document.createElement('div');
    replaceProperty(host, 'matches', () => true);
    const video = document.createElement('video');
    replaceProperty(video, 'videoWidth', 2);
    lockOrientation(host, video, new AbortController().signal);
    host.dispatchEvent(new Event('fullscreenchange'));
    await waitForStore();
  });
});
