import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

/** The milliseconds after which the player tries a failed load again. */
const retryDelay = 10_000;

describe('thumbnails', () => {
  const { fetch, createImageBitmap } = window;
  const realNow = performance.now.bind(performance);
  let mounted: MountedPlayer;
  /** Milliseconds by which the clock of the page is ahead. */
  let clockOffset = 0;
  let shouldFail: ((request: Request) => boolean) | undefined;
  let failedUrls: string[] = [];
  /** Delivers a response that does not fail; a test may delay it. */
  let deliver: (url: string, response: Promise<Response>) => Promise<Response>;
  const rejections: unknown[] = [];
  const recordRejection = (event: PromiseRejectionEvent) => rejections.push(event.reason);

  beforeEach(async () => {
    [clockOffset, shouldFail, failedUrls] = [0, undefined, []];
    deliver = (_url, response) => response;
    rejections.length = 0;
    window.addEventListener('unhandledrejection', recordRejection);
    performance.now = () => realNow() + clockOffset;
    window.fetch = (input, init) => {
      const request = new Request(input, init);
      if (!shouldFail?.(request)) return deliver(request.url, fetch(input, init));
      failedUrls.push(request.url);
      return Promise.resolve(new Response('', { status: 404 }));
    };
    mounted = await mountPlayer();
  });
  afterEach(() => {
    mounted.unmount();
    window.removeEventListener('unhandledrejection', recordRejection);
    Object.assign(window, { fetch, createImageBitmap });
    performance.now = realNow;
    expect(rejections).to.deep.equal([]);
  });
  expectNoThirdPartyRequests();

  // A file of I-frames needs two requests for each thumbnail: its init segment and one frame.
  for (const [part, src, fileName, maxRequests, workingRange = ''] of [
    ['the file of the page', '/media/film.mp4', 'thumbnails.vtt', 3],
    ['an image', '/media/film.mp4', 'thumbnails.jpg', 3],
    ['an image playlist', '/streams/images/master.m3u8', 'images.m3u8', 3],
    ['an I-frame playlist', '/streams/i-frames/master.m3u8', 'frames.m3u8', 3],
    ['a file of I-frames', '/streams/i-frames/master.m3u8', 'frames.mp4', 6],
    ['one I-frame', '/streams/i-frames/master.m3u8', 'frames.mp4', 3, 'bytes=0-']
  ] as const) {
    const isForPart = ({ url, headers }: Request) =>
      url.endsWith(fileName) && !(workingRange && headers.get('range')?.startsWith(workingRange));
    const openThumbnails = async () => {
      await mounted.play(src);
      if (src.endsWith('.mp4')) mounted.player.thumbnails.use('/media/thumbnails.vtt');
      await until('there are thumbnails', () => mounted.player.state.current.thumbnails.available);
    };

    it(`are undefined without an error of the source while requests fail, and available afterwards: ${part}`, async () => {
      await openThumbnails();
      shouldFail = isForPart;
      expect(await mounted.player.thumbnails.at(33)).to.equal(undefined);
      expect(failedUrls.length).to.be.greaterThan(0);
      shouldFail = undefined;
      expect(await mounted.player.thumbnails.at(33), 'before the retry delay').to.equal(undefined);
      clockOffset += retryDelay;
      expect(await mounted.player.thumbnails.at(33)).to.not.equal(undefined);
      expect(mounted.player.state.current.source).to.deep.equal({ status: 'ready', error: null, interruption: null });
    });

    it(`cause at most ${maxRequests} requests while requests fail: ${part}`, async () => {
      await openThumbnails();
      shouldFail = isForPart;
      for (let call = 0; call < 20; call += 1) {
        await mounted.player.thumbnails.at(33);
        clockOffset += retryDelay;
      }
      expect(failedUrls.length).to.be.within(1, maxRequests);
    });
  }

  for (const first of ['playlist', 'media source'] as const) {
    it(`are available when the ${first} of the I-frames is ready first`, async () => {
      const { addEventListener } = MediaSource.prototype;
      await mounted.play('/streams/i-frames/master.m3u8');
      await until('there are thumbnails', () => mounted.player.state.current.thumbnails.available);
      const order: string[] = [];
      let releaseSecond = () => {};
      const firstIsReady = new Promise<void>((resolve) => (releaseSecond = resolve));
      const waitForTurn = async <Value>(name: typeof first, value?: PromiseLike<Value>) => {
        if (name !== first) await firstIsReady;
        await value;
        order.push(name);
        // No event says that hls.js has read the playlist, so the second one follows after a time that is long enough.
        if (name === first) setTimeout(releaseSecond, 300);
      };
      deliver = async (url, response) => {
        if (url.endsWith('frames.m3u8')) await waitForTurn('playlist', response);
        return response;
      };
      MediaSource.prototype.addEventListener = function (this: MediaSource, type: string, listener: EventListener) {
        const whenOpen: EventListener = (event) => void waitForTurn('media source').then(() => listener.call(this, event));
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

  it('are available when the browser presents an I-frame only after the seek to it', async () => {
    await mounted.play('/streams/i-frames/master.m3u8');
    await until('there are thumbnails', () => mounted.player.state.current.thumbnails.available);
    let attempts = 0;
    window.createImageBitmap = ((source: ImageBitmapSource) => {
      attempts += 1;
      // Chromium rejects with this error, although the seek has ended and the video has data.
      if (attempts === 1) return Promise.reject(new DOMException('The image source is not usable.', 'InvalidStateError'));
      return createImageBitmap(source);
    }) as typeof createImageBitmap;
    expect(await mounted.player.thumbnails.at(33)).to.not.equal(undefined);
    expect(attempts).to.equal(2);
  });

  it('are drawn only after the browser has presented the I-frame', async () => {
    await mounted.play('/streams/i-frames/master.m3u8');
    await until('there are thumbnails', () => mounted.player.state.current.thumbnails.available);
    const { requestVideoFrameCallback } = HTMLVideoElement.prototype;
    let hasPresented = false;
    // A busy browser presents the frame after the end of the seek; until then it draws the frame of the call before.
    HTMLVideoElement.prototype.requestVideoFrameCallback = function (this: HTMLVideoElement, callback) {
      const present = () => {
        hasPresented = true;
        callback(performance.now(), {} as VideoFrameCallbackMetadata);
      };
      this.addEventListener('seeked', () => setTimeout(present), { once: true });
      return 0;
    };
    const presentedWhenDrawn: boolean[] = [];
    window.createImageBitmap = ((source: ImageBitmapSource) => {
      presentedWhenDrawn.push(hasPresented);
      return createImageBitmap(source);
    }) as typeof createImageBitmap;
    try {
      expect(await mounted.player.thumbnails.at(33)).to.not.equal(undefined);
      expect(presentedWhenDrawn).to.deep.equal([true]);
    } finally {
      HTMLVideoElement.prototype.requestVideoFrameCallback = requestVideoFrameCallback;
    }
  });

  it('are undefined when another thumbnail is requested before the browser presents the I-frame', async () => {
    await mounted.play('/streams/i-frames/master.m3u8');
    await until('there are thumbnails', () => mounted.player.state.current.thumbnails.available);
    const { requestVideoFrameCallback } = HTMLVideoElement.prototype;
    HTMLVideoElement.prototype.requestVideoFrameCallback = () => 0;
    let reportFailure = () => {};
    const failed = new Promise<void>((resolve) => (reportFailure = resolve));
    window.createImageBitmap = (() => {
      reportFailure();
      Object.assign(window, { createImageBitmap });
      return Promise.reject(new DOMException('The image source is not usable.', 'InvalidStateError'));
    }) as typeof createImageBitmap;
    try {
      const first = mounted.player.thumbnails.at(33);
      await failed;
      const second = mounted.player.thumbnails.at(10);
      expect(await first).to.equal(undefined);
      expect(await second).to.not.equal(undefined);
    } finally {
      HTMLVideoElement.prototype.requestVideoFrameCallback = requestVideoFrameCallback;
    }
  });

  it('are available when the browser announces no frame', async () => {
    await mounted.play('/streams/i-frames/master.m3u8');
    await until('there are thumbnails', () => mounted.player.state.current.thumbnails.available);
    const { requestVideoFrameCallback } = HTMLVideoElement.prototype;
    HTMLVideoElement.prototype.requestVideoFrameCallback = () => 0;
    window.createImageBitmap = (() => {
      Object.assign(window, { createImageBitmap });
      return Promise.reject(new DOMException('The image source is not usable.', 'InvalidStateError'));
    }) as typeof createImageBitmap;
    try {
      expect(await mounted.player.thumbnails.at(33)).to.not.equal(undefined);
    } finally {
      HTMLVideoElement.prototype.requestVideoFrameCallback = requestVideoFrameCallback;
    }
  });

  it('are undefined without an error when an I-frame cannot be decoded', async () => {
    await mounted.play('/streams/i-frames/master.m3u8');
    await until('there are thumbnails', () => mounted.player.state.current.thumbnails.available);
    window.createImageBitmap = () => Promise.reject(new DOMException('The image source is not ready.', 'InvalidStateError'));
    expect(await mounted.player.thumbnails.at(33)).to.equal(undefined);
  });
});
