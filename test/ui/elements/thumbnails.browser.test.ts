import { expect } from 'chai';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';

/** Returns the canvas of the preview over the seek bar, if it is visible. */
const visibleCanvas = (player: HTMLElement) =>
  player
    .shadowRoot!.querySelector('[part=seek]')!
    .shadowRoot!.querySelector('jet-preview')
    ?.shadowRoot?.querySelector<HTMLCanvasElement>('canvas:not([hidden])');

/** Moves the pointer over the seek bar at a fraction of its width. */
function hoverSeekBar(player: HTMLElement, fraction: number): void {
  player.dispatchEvent(new PointerEvent('pointerenter'));
  const slider = player.shadowRoot!.querySelector('[part=seek]')!.shadowRoot!.querySelector('.slider')!;
  const { left, width } = slider.getBoundingClientRect();
  slider.dispatchEvent(new PointerEvent('pointermove', { clientX: left + width * fraction }));
}

/** The number of requests in the privacy report. */
const requestCount = (player: { privacyReport(): { contacted: readonly { requests: number }[] } }): number =>
  player.privacyReport().contacted.reduce((sum, contact) => sum + contact.requests, 0);

describe('thumbnails', () => {
  it('are fetched once, when the pointer is first over the seek bar, and are rendered on a canvas', async () => {
    const player = await mountVideo({ thumbnails: '/media/thumbnails.vtt' });
    const initialRequestCount = requestCount(player);
    hoverSeekBar(player, 0.5);
    await until('a thumbnail is rendered', () => visibleCanvas(player) != null);
    expect([visibleCanvas(player)!.width, visibleCanvas(player)!.height]).to.deep.equal([160, 90]);
    const first = visibleCanvas(player)!.toDataURL();
    hoverSeekBar(player, 0.05);
    await until('another thumbnail is rendered', () => visibleCanvas(player)!.toDataURL() !== first);
    expect(requestCount(player) - initialRequestCount).to.equal(2);
    expect(player.shadowRoot!.querySelectorAll('img').length).to.equal(0);
  });

  it('are blocked and logged when their image is on a host that is not allowed', async () => {
    const file = 'WEBVTT\n\n00:00.000 --> 10:00.000\nhttps://tracker.example/sprite.jpg#xywh=0,0,10,10\n';
    const player = await mountVideo({ thumbnails: URL.createObjectURL(new Blob([file])) });
    const { thumbnails } = player.player!;
    thumbnails.use(`data:text/vtt,${encodeURIComponent(file)}`);
    expect(await thumbnails.at(5)).to.equal(undefined);
    expect(player.privacyReport().blocked).to.deep.equal([
      { origin: 'https://tracker.example', kind: 'image', rule: 'not-listed', count: 1 }
    ]);
  });

  for (const [problem, file] of [
    ['is an HTML page', '<!doctype html><p>404'],
    ['names an invalid image', 'WEBVTT\n\n00:00.000 --> 10:00.000\ndata:text/plain,x#xywh=0,0,1,1'],
    ['names a region outside its image', 'WEBVTT\n\n00:00.000 --> 10:00.000\n/demo/media/thumbnails.jpg#xywh=99999,0,10,10'],
    ['names a javascript: URL', 'WEBVTT\n\n00:00.000 --> 10:00.000\njavascript:alert(1)']
  ] as const) {
    it(`are undefined when their file ${problem}`, async () => {
      const { thumbnails } = (await mountVideo({})).player!;
      thumbnails.use(`data:text/vtt,${encodeURIComponent(file)}`);
      expect(await thumbnails.at(5)).to.equal(undefined);
    });
  }

  it('are not available without a file', async () => {
    const player = await mountVideo({});
    expect(player.player!.state.current.thumbnails.available).to.equal(false);
    expect(await player.player!.thumbnails.at(5)).to.equal(undefined);
  });
});
