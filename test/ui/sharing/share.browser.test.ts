import { expect } from 'chai';
import { until } from '../../support/until.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { drawn, has, live, mount, part, playing, type TestPlayer } from '../mount.js';
import { mountVideo } from '../mount-video.js';

const chapters = { list: [{ start: 12.5, end: 100, title: 'Mills' }], current: 0 };
const attributes = { 'share-url': 'https://page.example/watch?v=1' };

/** Replaces the clipboard of the page; `allowed` decides whether it can be written to. */
function clipboard(allowed: boolean): { written: string[]; restore(): void } {
  const written: string[] = [];
  const writeText = (text: string) =>
    allowed ? (written.push(text), Promise.resolve()) : Promise.reject(new DOMException('', 'NotAllowedError'));
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return { written, restore: () => Reflect.deleteProperty(navigator, 'clipboard') };
}

async function choose(player: TestPlayer, ...keys: string[]): Promise<void> {
  const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
  menu.shadowRoot!.querySelector('button')!.click();
  for (const key of keys) {
    await menu.updateComplete;
    const item = menu.shadowRoot!.querySelector<HTMLElement>(`[data-key="${key}"]`);
    if (!item) throw new Error(`There is no ${key}`);
    item.click();
  }
}

const shown = async (player: TestPlayer) => {
  await until('the panel is there', () => Boolean(player.shadowRoot!.querySelector('jet-share')?.shadowRoot?.querySelector('.link')));
  const root = player.shadowRoot!.querySelector('jet-share')!.shadowRoot!;
  const field = root.querySelector<HTMLInputElement>('.link')!;
  const times = [...root.querySelectorAll<HTMLInputElement>('label input')];
  return {
    root,
    field,
    times,
    buttons: [...root.querySelectorAll<HTMLButtonElement>('.time button')],
    copy: root.querySelector<HTMLButtonElement>('.copy')!
  };
};

const write = async (player: TestPlayer, field: HTMLInputElement, text: string) => {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await player.shadowRoot!.querySelector('jet-share')!.updateComplete;
};

describe('sharing', () => {
  let board: ReturnType<typeof clipboard>;
  beforeEach(() => (board = clipboard(true)));
  afterEach(() => board.restore());

  it('copies a link to this moment from the settings, and announces it', async () => {
    const player = await mount({ ...playing, time: { ...playing.time, current: 60.9 } }, attributes);
    await choose(player, 'more', 'copy-link');
    expect(board.written).to.deep.equal(['https://page.example/watch?v=1#t=60']);
    await until('the notice is there', () => has(player, 'notice') && part(player, 'notice').textContent!.trim() === 'Copied');
    await until('it is announced', () => part(player, 'announcement').textContent === 'Copied');
  });

  it('copies a link to the current chapter from the menu of the chapters', async () => {
    // With every setting, the chapters would be a panel.
    const player = await mount({ ...playing, audio: { tracks: [] }, chapters }, attributes);
    await choose(player, 'chapters', 'copy-link');
    expect(board.written).to.deep.equal(['https://page.example/watch?v=1#t=12.5']);
  });

  it('selects the link in a field when the page may not write to the clipboard', async () => {
    board.restore();
    board = clipboard(false);
    const player = await mount(playing, attributes);
    await choose(player, 'more', 'copy-link');
    const { root, field } = await shown(player);
    await until('the field is selected', () => root.activeElement === field);
    expect([field.value, field.selectionStart, field.selectionEnd]).to.deep.equal([
      'https://page.example/watch?v=1#t=60',
      0,
      field.value.length
    ]);
  });

  it('shares a clip from the playback position, whose start and end the viewer can change', async () => {
    const player = await mount(playing, attributes);
    await choose(player, 'more', 'share');
    const { field, times, buttons, copy } = await shown(player);
    expect([times.map(({ value }) => value), field.value]).to.deep.equal([['1:00', '1:30'], 'https://page.example/watch?v=1#t=60,90']);
    player.fake.set({ time: { ...playing.time, current: 75.4 } });
    await drawn(player);
    buttons[1]!.click();
    await player.shadowRoot!.querySelector('jet-share')!.updateComplete;
    expect(field.value).to.equal('https://page.example/watch?v=1#t=60,75');
    await write(player, times[0]!, '0:50');
    copy.click();
    await until('it is copied', () => board.written.length === 1);
    expect(board.written).to.deep.equal(['https://page.example/watch?v=1#t=50,75']);
    await until(
      'it is announced',
      () => player.shadowRoot!.querySelector('jet-share')!.shadowRoot!.querySelector('[role=status]')!.textContent!.trim() === 'Copied'
    );
  });

  it('has no link while a time is not valid, and says which', async () => {
    const player = await mount(playing, attributes);
    await choose(player, 'more', 'share');
    const { field, times, copy } = await shown(player);
    for (const [index, text] of [
      [0, 'soon'],
      [0, '5:00']
    ] as const) {
      await write(player, times[index]!, text);
      expect([field.value, copy.disabled, times.some(({ ariaInvalid }) => ariaInvalid === 'true')], text).to.deep.equal(['', true, true]);
    }
    await write(player, times[1]!, '');
    expect([field.value, copy.disabled]).to.deep.equal(['https://page.example/watch?v=1#t=300', false]);
  });

  it('is not offered in a live stream, nor where the publisher’s URL is none', async () => {
    for (const [patch, url] of [
      [live, 'https://page.example/'],
      [playing, 'javascript:alert(1)']
    ] as const) {
      const player = await mount(patch, { 'share-url': url });
      await choose(player, 'more');
      const menu = part(player, 'settings').shadowRoot!;
      expect(menu.querySelector('[data-key=copy-link]'), url).to.equal(null);
      expect(menu.querySelector('[data-key=statistics]'), 'canary: the page of the menu is open').not.to.equal(null);
    }
  });
});

describe('a shared link', () => {
  expectNoThirdPartyRequests();
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  it('starts the only player of the page at its time, but not a later source', async () => {
    history.replaceState(null, '', `${before.split('#')[0]}#t=20,25`);
    const player = await mountVideo({});
    await until('it is there', () => Math.abs(player.currentTime - 20) < 0.5);
    player.src = '/media/film.mp4?other';
    await until('the other source has loaded', () => player.currentSrc.endsWith('other') && player.readyState >= 2);
    expect(player.currentTime).to.be.lessThan(1);
  });

  it('does not override a start of the publisher', async () => {
    history.replaceState(null, '', `${before.split('#')[0]}#t=20`);
    const player = await mountVideo({ 'start-time': '10' });
    await until('it is there', () => Math.abs(player.currentTime - 10) < 0.5);
  });
});
