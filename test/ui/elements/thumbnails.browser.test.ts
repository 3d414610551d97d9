import { expect } from 'chai';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';

const preview = (player: HTMLElement) =>
  player
    .shadowRoot!.querySelector('[part=seek]')!
    .shadowRoot!.querySelector('jet-preview')
    ?.shadowRoot?.querySelector<HTMLCanvasElement>('canvas:not([hidden])');

function point(player: HTMLElement, at: number): void {
  player.dispatchEvent(new PointerEvent('pointerenter'));
  const slider = player.shadowRoot!.querySelector('[part=seek]')!.shadowRoot!.querySelector('.slider')!;
  const { left, width } = slider.getBoundingClientRect();
  slider.dispatchEvent(new PointerEvent('pointermove', { clientX: left + width * at }));
}

const requests = (player: { privacyReport(): { contacted: readonly { requests: number }[] } }): number =>
  player.privacyReport().contacted.reduce((sum, contact) => sum + contact.requests, 0);

describe('thumbnails', () => {
  it('are fetched once, when the pointer is first over the seek bar, and drawn on a canvas', async () => {
    const player = await mountVideo({ thumbnails: '/media/thumbnails.vtt' });
    const before = requests(player);
    point(player, 0.5);
    await until('a thumbnail is rendered', () => preview(player) != null);
    expect([preview(player)!.width, preview(player)!.height]).to.deep.equal([160, 90]);
    const first = preview(player)!.toDataURL();
    point(player, 0.05);
    await until('another is rendered', () => preview(player)!.toDataURL() !== first);
    expect(requests(player) - before).to.equal(2);
    expect(player.shadowRoot!.querySelectorAll('img').length).to.equal(0);
  });

  it('from a host that is not allowed are blocked and logged, and the seek bar works without them', async () => {
    const file = 'WEBVTT\n\n00:00.000 --> 10:00.000\nhttps://tracker.example/sprite.jpg#xywh=0,0,10,10\n';
    const player = await mountVideo({ thumbnails: URL.createObjectURL(new Blob([file])) });
    const { thumbnails } = player.player!;
    thumbnails.use(`data:text/vtt,${encodeURIComponent(file)}`);
    expect(await thumbnails.at(5)).to.equal(undefined);
    expect(player.privacyReport().blocked).to.deep.equal([
      { origin: 'https://tracker.example', kind: 'image', rule: 'not-listed', count: 1 }
    ]);
  });

  for (const [what, file] of [
    ['a page instead', '<!doctype html><p>404'],
    ['an invalid image', 'WEBVTT\n\n00:00.000 --> 10:00.000\ndata:text/plain,x#xywh=0,0,1,1'],
    ['a region outside its image', 'WEBVTT\n\n00:00.000 --> 10:00.000\n/demo/media/thumbnails.jpg#xywh=99999,0,10,10'],
    ['a script', 'WEBVTT\n\n00:00.000 --> 10:00.000\njavascript:alert(1)']
  ] as const) {
    it(`ignores ${what}`, async () => {
      const { thumbnails } = (await mountVideo({})).player!;
      thumbnails.use(`data:text/vtt,${encodeURIComponent(file)}`);
      expect(await thumbnails.at(5)).to.equal(undefined);
    });
  }

  it('are absent without a file', async () => {
    const player = await mountVideo({});
    expect(player.player!.state.current.thumbnails.available).to.equal(false);
    expect(await player.player!.thumbnails.at(5)).to.equal(undefined);
  });
});
