import { expect } from 'chai';
import { until } from '../support/until.js';
import { film } from './film.js';

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
  it('are fetched when the viewer first points at the time line, once, and drawn on a canvas', async () => {
    const player = await film({ thumbnails: '/media/thumbnails.vtt' });
    const before = requests(player);
    point(player, 0.5);
    await until('a thumbnail is drawn', () => preview(player) != null);
    expect([preview(player)!.width, preview(player)!.height]).to.deep.equal([160, 90]);
    const first = preview(player)!.toDataURL();
    point(player, 0.05);
    await until('another is drawn', () => preview(player)!.toDataURL() !== first);
    expect(requests(player) - before).to.equal(2);
    expect(player.shadowRoot!.querySelectorAll('img').length).to.equal(0);
  });

  it('from a host that nobody named are refused and booked, and the time line goes on without', async () => {
    const file = 'WEBVTT\n\n00:00.000 --> 10:00.000\nhttps://tracker.example/sprite.jpg#xywh=0,0,10,10\n';
    const player = await film({ thumbnails: URL.createObjectURL(new Blob([file])) });
    const { thumbnails } = player.player!;
    thumbnails.use(`data:text/vtt,${encodeURIComponent(file)}`);
    expect(await thumbnails.at(5)).to.equal(undefined);
    expect(player.privacyReport().blocked).to.deep.equal([
      { origin: 'https://tracker.example', kind: 'image', rule: 'not-listed', count: 1 }
    ]);
  });

  for (const [what, file] of [
    ['a page instead', '<!doctype html><p>404'],
    ['a picture that is none', 'WEBVTT\n\n00:00.000 --> 10:00.000\ndata:text/plain,x#xywh=0,0,1,1'],
    ['a piece outside its picture', 'WEBVTT\n\n00:00.000 --> 10:00.000\n/demo/media/thumbnails.jpg#xywh=99999,0,10,10'],
    ['a script', 'WEBVTT\n\n00:00.000 --> 10:00.000\njavascript:alert(1)']
  ] as const) {
    it(`${what} is no thumbnail`, async () => {
      const { thumbnails } = (await film({})).player!;
      thumbnails.use(`data:text/vtt,${encodeURIComponent(file)}`);
      expect(await thumbnails.at(5)).to.equal(undefined);
    });
  }

  it('without a file are none', async () => {
    const player = await film({});
    expect(player.player!.state.current.thumbnails.available).to.equal(false);
    expect(await player.player!.thumbnails.at(5)).to.equal(undefined);
  });
});
