import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

/** Milliseconds after which a failed load is repeated. */
const pause = 10_000;

describe('thumbnails that fail', () => {
  const { fetch, createImageBitmap } = window;
  const now = performance.now.bind(performance);
  let mounted: MountedPlayer;
  let later = 0;
  let failing: ((request: Request) => boolean) | undefined;
  let asked: string[] = [];
  let arrives: (url: string, response: Promise<Response>) => Promise<Response>;
  const rejections: unknown[] = [];
  const reject = (event: PromiseRejectionEvent) => rejections.push(event.reason);

  beforeEach(async () => {
    [later, failing, asked] = [0, undefined, []];
    arrives = (_url, response) => response;
    rejections.length = 0;
    window.addEventListener('unhandledrejection', reject);
    performance.now = () => now() + later;
    window.fetch = (input, init) => {
      const request = new Request(input, init);
      if (!failing?.(request)) return arrives(request.url, fetch(input, init));
      asked.push(request.url);
      return Promise.resolve(new Response('', { status: 404 }));
    };
    mounted = await mountPlayer();
  });
  afterEach(() => {
    mounted.unmount();
    window.removeEventListener('unhandledrejection', reject);
    Object.assign(window, { fetch, createImageBitmap });
    performance.now = now;
    expect(rejections).to.deep.equal([]);
  });
  expectNoThirdPartyRequests();

  // A file of I-frames is requested twice at a time: its initialisation section and one frame.
  for (const [what, src, part, most, range = ''] of [
    ['the file of the page', '/media/film.mp4', 'thumbnails.vtt', 3],
    ['an image', '/media/film.mp4', 'thumbnails.jpg', 3],
    ['an image playlist', '/streams/images/master.m3u8', 'images.m3u8', 3],
    ['an I-frame playlist', '/streams/i-frames/master.m3u8', 'frames.m3u8', 3],
    ['a file of I-frames', '/streams/i-frames/master.m3u8', 'frames.mp4', 6],
    ['one I-frame', '/streams/i-frames/master.m3u8', 'frames.mp4', 3, 'bytes=0-']
  ] as const) {
    const fails = ({ url, headers }: Request) => url.endsWith(part) && !(range && headers.get('range')?.startsWith(range));
    const open = async () => {
      await mounted.play(src);
      if (src.endsWith('.mp4')) mounted.player.thumbnails.use('/media/thumbnails.vtt');
      await until('there are thumbnails', () => mounted.player.state.current.thumbnails.available);
    };

    it(`are absent without an error, and are there once they load: ${what}`, async () => {
      await open();
      failing = fails;
      expect(await mounted.player.thumbnails.at(33)).to.equal(undefined);
      expect(asked.length).to.be.greaterThan(0);
      failing = undefined;
      expect(await mounted.player.thumbnails.at(33), 'not at once').to.equal(undefined);
      later += pause;
      expect(await mounted.player.thumbnails.at(33)).to.not.equal(undefined);
      expect(mounted.player.state.current.source).to.deep.equal({ status: 'ready', error: null, interruption: null });
    });

    it(`are requested a few times at most: ${what}`, async () => {
      await open();
      failing = fails;
      for (let call = 0; call < 20; call += 1) {
        await mounted.player.thumbnails.at(33);
        later += pause;
      }
      expect(asked.length).to.be.within(1, most);
    });
  }

  for (const first of ['playlist', 'media source'] as const) {
    it(`are there if the ${first} of the I-frames is ready first`, async () => {
      const { addEventListener } = MediaSource.prototype;
      await mounted.play('/streams/i-frames/master.m3u8');
      await until('there are thumbnails', () => mounted.player.state.current.thumbnails.available);
      const order: string[] = [];
      let second = () => {};
      const firstIsReady = new Promise<void>((resolve) => (second = resolve));
      const wait = async <Value>(name: typeof first, value?: PromiseLike<Value>) => {
        if (name !== first) await firstIsReady;
        await value;
        order.push(name);
        // No event tells that hls.js has read the playlist; the order only has to differ, so a generous time is enough.
        if (name === first) setTimeout(second, 300);
      };
      arrives = async (url, response) => {
        if (url.endsWith('frames.m3u8')) await wait('playlist', response);
        return response;
      };
      MediaSource.prototype.addEventListener = function (this: MediaSource, type: string, listener: EventListener) {
        const whenOpen: EventListener = (event) => void wait('media source').then(() => listener.call(this, event));
        addEventListener.call(this, type, type === 'sourceopen' ? whenOpen : listener);
      } as typeof addEventListener;
      try {
        expect(await mounted.player.thumbnails.at(33)).to.not.equal(undefined);
        expect(order).to.deep.equal(first === 'playlist' ? ['playlist', 'media source'] : ['media source', 'playlist']);
      } finally {
        MediaSource.prototype.addEventListener = addEventListener;
      }
    });
  }

  it('are absent without an error where an I-frame cannot be read', async () => {
    await mounted.play('/streams/i-frames/master.m3u8');
    await until('there are thumbnails', () => mounted.player.state.current.thumbnails.available);
    window.createImageBitmap = () => Promise.reject(new DOMException('The image source is not ready.', 'InvalidStateError'));
    expect(await mounted.player.thumbnails.at(33)).to.equal(undefined);
  });
});
