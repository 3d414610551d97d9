import { expect } from 'chai';
import { rangesOf } from '../../../src/lib/time-ranges.js';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { readTimecode } from '../../support/read-timecode.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { mountBuiltPlayer } from '../mount-built-player.js';

const sources = {
  HLS: '/demo/media/cmaf/master.m3u8',
  DASH: '/demo/media/cmaf/manifest.mpd',
  'an MP4 file': '/media/film.mp4'
};

/** Covers the middle of the frame from 10 s to 14 s. The time strip of the demo video lies outside. */
const masksFile = `data:text/vtt,${encodeURIComponent('WEBVTT\n\n00:10.000 --> 00:14.000\nxywh=percent:40,40,20,20\n')}`;

interface ShownFrame {
  /** Seconds. */
  readonly time: number;
  /** Whether every pixel of the region is black. */
  readonly covered: boolean;
}

const canvasOf = (player: JetPlayer) => player.shadowRoot!.querySelector<HTMLCanvasElement>('.masked-video');

const work = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
const workContext = work.getContext('2d', { willReadFrequently: true })!;

/** Reads the frame that an image shows; undefined while it shows none. */
function readFrame(image: CanvasImageSource): ShownFrame | undefined {
  workContext.drawImage(image, 0, 0, 640, 360);
  const { data } = workContext.getImageData(258, 146, 124, 68);
  const covered = data.every((value, index) => index % 4 === 3 || value === 0);
  try {
    return { time: readTimecode(workContext.getImageData(0, 0, 640, 360)), covered };
  } catch {
    return undefined;
  }
}

/** Records what is on the screen, once before each time that the browser renders. */
function recordFrames(player: JetPlayer): ShownFrame[] {
  const frames: ShownFrame[] = [];
  const record = () => {
    if (!player.isConnected) return;
    const canvas = canvasOf(player);
    const frame = canvas && readFrame(canvas);
    if (frame) frames.push(frame);
    requestAnimationFrame(record);
  };
  record();
  return frames;
}

const needsMask = ({ time }: ShownFrame) => time >= 10 && time < 14;

async function seek(player: JetPlayer, seconds: number): Promise<void> {
  player.currentTime = seconds;
  const shownTime = () => readFrame(canvasOf(player)!)?.time ?? NaN;
  await until(`the frame at ${seconds} s is on the screen`, () => !player.seeking && Math.abs(shownTime() - seconds) < 0.1).catch(
    (cause: unknown) => {
      const { currentTime, seeking, readyState } = player;
      const videoTime = readFrame(player.video)?.time;
      throw new Error(`${String(cause)} ${JSON.stringify({ shown: shownTime(), videoTime, currentTime, seeking, readyState })}`);
    }
  );
}

async function mountMasked(src: string): Promise<JetPlayer> {
  const player = await mountBuiltPlayer(src, { attributes: { masks: masksFile } });
  await until('a frame is on the screen', () => canvasOf(player) !== null && readFrame(canvasOf(player)!) !== undefined);
  return player;
}

for (const [name, src] of Object.entries(sources))
  describe(`masks, with ${name}`, () => {
    expectNoThirdPartyRequests();

    it('cover their region in every frame, over playback, seeks and a change of quality', async () => {
      const player = await mountMasked(src);
      // dash.js may leave out a segment whose request a seek has cancelled; a seek to it ends only when the video plays.
      await until('the first 20 s are buffered', () => rangesOf(player.video.buffered).some(({ start, end }) => start < 0.1 && end > 20));
      const frames = recordFrames(player);
      for (let index = 0; index < 30; index++) await seek(player, Math.round((7 + ((index * 3.7) % 10)) * 25) / 25);
      await seek(player, 8.8);
      player.player!.quality.choose(player.player!.state.current.quality.renditions.at(-1)?.id ?? 'auto');
      await player.play();
      await until('the video plays past the mask', () => player.currentTime > 15.5);
      expect(frames.filter((frame) => needsMask(frame) && !frame.covered)).to.deep.equal([]);
      const timesOf = (list: readonly ShownFrame[]) => new Set(list.map(({ time }) => time)).size;
      expect(timesOf(frames.filter(needsMask))).to.be.greaterThan(20);
      // The canary: the region is not black without the mask. During a seek over the mask, it may be.
      expect(timesOf(frames.filter(({ time, covered }) => (time < 9 || time > 15) && !covered))).to.be.greaterThan(5);
      player.remove();
    });
  });

describe('masks', () => {
  expectNoThirdPartyRequests();

  it('hide the video itself, even from a style sheet of the page', async () => {
    const style = document.createElement('style');
    style.textContent = 'jet-player::part(video), video { visibility: visible !important }';
    document.head.append(style);
    const player = await mountMasked(sources.HLS);
    expect(getComputedStyle(player.video).visibility).to.equal('hidden');
    expect(getComputedStyle(canvasOf(player)!).visibility).to.equal('visible');
    style.remove();
    player.remove();
  });

  it('are drawn on thumbnails, within 10 seconds of their times', async () => {
    const player = await mountMasked(sources.HLS);
    player.thumbnails = '/media/thumbnails.vtt';
    await until('there are thumbnails', () => player.player!.state.current.thumbnails.available);
    const isCovered = async (seconds: number) => {
      const { image, x, y, width, height } = (await player.player!.thumbnails.at(seconds))!;
      workContext.drawImage(image, x, y, width, height, 0, 0, 640, 360);
      return workContext.getImageData(270, 160, 100, 40).data.every((value, index) => index % 4 === 3 || value === 0);
    };
    expect([await isCovered(2), await isCovered(12), await isCovered(22), await isCovered(40)]).to.deep.equal([true, true, true, false]);
    player.remove();
  });

  it('are all drawn on the poster, and the video follows when playback starts', async () => {
    const picture = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const context = picture.getContext('2d')!;
    context.fillStyle = '#0f0';
    context.fillRect(0, 0, 320, 180);
    const player = await mountBuiltPlayer(sources.HLS, { attributes: { masks: masksFile, poster: picture.toDataURL('image/png') } });
    await until('the poster is on the screen', () => canvasOf(player)?.width === 320);
    const pixel = (x: number, y: number) => [...canvasOf(player)!.getContext('2d')!.getImageData(x, y, 1, 1).data.slice(0, 3)];
    expect([pixel(10, 10), pixel(160, 90), pixel(127, 90), pixel(193, 90)]).to.deep.equal([
      [0, 255, 0],
      [0, 0, 0],
      [0, 255, 0],
      [0, 255, 0]
    ]);
    await player.play();
    await until('a frame is on the screen', () => canvasOf(player)!.width > 320 && readFrame(canvasOf(player)!) !== undefined);
    player.remove();
  });

  it('are named in the privacy panel, with what the files still contain', async () => {
    const player = await mountMasked(sources.HLS);
    player.shadowRoot!.querySelector<HTMLElement>('[part=privacy]')!.click();
    const isNamed = () => player.shadowRoot!.textContent.includes('Its files on the server still contain them.');
    await until('the panel names what is not shown', isNamed);
    player.masks = '';
    await until('the panel no longer names it', () => !isNamed());
    player.remove();
  });

  it('switch off what would show the video without them', async () => {
    const player = await mountBuiltPlayer('/media/film.mp4', { attributes: { masks: masksFile, download: '' } });
    const offers = () => ({
      downloads: player.shadowRoot!.querySelectorAll('[part=download]').length,
      stays: player.player!.session.staysInPlayer,
      pip: player.player!.state.current.pip.supported,
      nativePip: !player.video.disablePictureInPicture
    });
    expect(offers()).to.deep.equal({ downloads: 0, stays: true, pip: false, nativePip: false });
    player.masks = '';
    await until('the video is shown again', () => getComputedStyle(player.video).visibility === 'visible' && player.readyState >= 2);
    await until('a download is offered', () => offers().downloads === 1);
    expect(offers()).to.include({ stays: false, nativePip: true });
    expect(canvasOf(player)).to.equal(null);
    player.remove();
  });

  for (const [reason, url] of [
    ['cannot be read', 'data:text/vtt,WEBVTT%0A%0A00:10.000 --> 00:14.000%0Aeverything'],
    ['does not exist', '/media/no-such-masks.vtt']
  ] as const)
    it(`play and request nothing of the media when their file ${reason}`, async () => {
      performance.clearResourceTimings();
      document.body.replaceChildren();
      const player = document.createElement('jet-player');
      for (const [name, value] of Object.entries({ src: `${sources.HLS}?case=${encodeURIComponent(reason)}`, masks: url, muted: '' }))
        player.setAttribute(name, value);
      document.body.append(player);
      await until('the player reports an error', () => player.error !== null);
      expect(player.error!.message).to.match(/^policy\/masks: /);
      expect(player.readyState).to.equal(0);
      expect(performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/cmaf/'))).to.deep.equal([]);
      player.remove();
    });
});
