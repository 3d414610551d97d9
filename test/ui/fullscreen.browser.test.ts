import { expect } from 'chai';
import { createPlayer } from '../../src/media/index.js';
import { turnWithPicture } from '../../src/ui/orientation.js';

/** A document's answer, for as long as a test runs. */
function answer(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, value });
  undo.push(() => void Reflect.deleteProperty(target, name));
}
let undo: (() => void)[] = [];

/** A microtask, in which the store tells its news. */
const told = () => Promise.resolve();

/**
 * A host and a video as an iPhone has them: no element can go full screen, the selector is not known, and a video can once its length
 * is known. `webkitEnterFullscreen` throws before that, as Apple documents it.
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

  it('is the video’s on an iPhone, once its length is known', async () => {
    const { player, learn } = iPhone();
    const state = () => player.state.current.fullscreen;
    expect(state()).to.deep.equal({ active: false, alone: false, supported: false });
    learn();
    await told();
    expect(state()).to.deep.equal({ active: false, alone: false, supported: true });
    await player.fullscreen.toggle();
    await told();
    expect(state().active).to.equal(true);
    await player.fullscreen.toggle();
    await told();
    expect(state().active).to.equal(false);
    player.destroy();
  });

  it('is the whole player’s where an element can have it, on an iPad too', async () => {
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

  it('is not offered where there is none', () => {
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

  /** What the screen was asked to be when the player of a picture this large filled it. */
  async function askedFor(width: number, height: number, { full = true, refuses = false } = {}): Promise<string[]> {
    const asked: string[] = [];
    const end = new AbortController();
    const host = document.createElement('div');
    const video = document.createElement('video');
    answer(host, 'matches', () => full);
    answer(video, 'videoWidth', width);
    answer(video, 'videoHeight', height);
    // A device that does not turn rejects with NotSupportedError (Screen Orientation API).
    answer(screen, 'orientation', {
      lock(orientation: string) {
        asked.push(orientation);
        return refuses ? Promise.reject(new DOMException('fixed', 'NotSupportedError')) : Promise.resolve();
      }
    });
    turnWithPicture(host, video, end.signal);
    host.dispatchEvent(new Event('fullscreenchange'));
    end.abort();
    host.dispatchEvent(new Event('fullscreenchange'));
    await told();
    return asked;
  }

  it('lies down for a wide picture, stands up for a tall one', async () => {
    expect(await askedFor(1920, 1080)).to.deep.equal(['landscape']);
    expect(await askedFor(1080, 1920)).to.deep.equal(['portrait']);
  });

  it('is left alone for a square one, and on the way out', async () => {
    expect(await askedFor(800, 800)).to.deep.equal([]);
    expect(await askedFor(1920, 1080, { full: false })).to.deep.equal([]);
  });

  it('may be refused, and nothing is lost', async () => {
    expect(await askedFor(1920, 1080, { refuses: true })).to.deep.equal(['landscape']);
  });

  it('is not asked for where there is no such thing', async () => {
    answer(screen, 'orientation', undefined);
    const host = document.createElement('div');
    answer(host, 'matches', () => true);
    const video = document.createElement('video');
    answer(video, 'videoWidth', 2);
    turnWithPicture(host, video, new AbortController().signal);
    host.dispatchEvent(new Event('fullscreenchange'));
    await told();
  });
});
