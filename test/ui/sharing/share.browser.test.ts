import { expect } from 'chai';
import { until } from '../../support/until.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { waitForRender, hasPart, liveState, mount, part, playingState, type TestPlayer } from '../mount.js';
import { mountVideo } from '../mount-video.js';

const chapters = { list: [{ start: 12.5, end: 100, title: 'Mills' }], current: 0 };
const attributes = { 'share-url': 'https://page.example/watch?v=1' };

/** Replaces the clipboard of the page; `isAllowed` decides whether the page may write to it. */
function replaceClipboard(isAllowed: boolean): { copiedTexts: string[]; restore(): void } {
  const copiedTexts: string[] = [];
  const writeText = (text: string) =>
    isAllowed ? (copiedTexts.push(text), Promise.resolve()) : Promise.reject(new DOMException('', 'NotAllowedError'));
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return { copiedTexts, restore: () => Reflect.deleteProperty(navigator, 'clipboard') };
}

/** Opens the settings menu, and clicks the items with these keys one after the other. */
async function chooseMenuItems(player: TestPlayer, ...keys: string[]): Promise<void> {
  const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
  menu.shadowRoot!.querySelector('button')!.click();
  for (const key of keys) {
    await menu.updateComplete;
    const item = menu.shadowRoot!.querySelector<HTMLElement>(`[data-key="${key}"]`);
    if (!item) throw new Error(`There is no ${key}`);
    item.click();
  }
}

/** Waits until the share panel is rendered, and returns its elements. */
const sharePanel = async (player: TestPlayer) => {
  await until('the panel is rendered', () => Boolean(player.shadowRoot!.querySelector('jet-share')?.shadowRoot?.querySelector('.link')));
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

const enterText = async (player: TestPlayer, field: HTMLInputElement, text: string) => {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await player.shadowRoot!.querySelector('jet-share')!.updateComplete;
};

describe('sharing', () => {
  let clipboard: ReturnType<typeof replaceClipboard>;
  beforeEach(() => (clipboard = replaceClipboard(true)));
  afterEach(() => clipboard.restore());

  it('copies a link to the playback position from the settings menu, and announces it', async () => {
    const player = await mount({ ...playingState, time: { ...playingState.time, current: 60.9 } }, attributes);
    await chooseMenuItems(player, 'more', 'copy-link');
    expect(clipboard.copiedTexts).to.deep.equal(['https://page.example/watch?v=1#t=60']);
    await until('the notice is rendered', () => hasPart(player, 'notice') && part(player, 'notice').textContent!.trim() === 'Copied');
    await until('the copy is announced', () => part(player, 'announcement').textContent === 'Copied');
  });

  it('copies a link to the current chapter from the submenu of chapters', async () => {
    // With every setting, the menu would have a panel of chapters instead of a submenu.
    const player = await mount({ ...playingState, audio: { tracks: [] }, chapters }, attributes);
    await chooseMenuItems(player, 'chapters', 'copy-link');
    expect(clipboard.copiedTexts).to.deep.equal(['https://page.example/watch?v=1#t=12.5']);
  });

  it('selects the link in a field when the page may not write to the clipboard', async () => {
    clipboard.restore();
    clipboard = replaceClipboard(false);
    const player = await mount(playingState, attributes);
    await chooseMenuItems(player, 'more', 'copy-link');
    const { root, field } = await sharePanel(player);
    await until('the field is selected', () => root.activeElement === field);
    expect([field.value, field.selectionStart, field.selectionEnd]).to.deep.equal([
      'https://page.example/watch?v=1#t=60',
      0,
      field.value.length
    ]);
  });

  it('copies a link to a clip from the playback position, whose start and end the viewer can change', async () => {
    const player = await mount(playingState, attributes);
    await chooseMenuItems(player, 'more', 'share');
    const { field, times, buttons, copy } = await sharePanel(player);
    expect([times.map(({ value }) => value), field.value]).to.deep.equal([['1:00', '1:30'], 'https://page.example/watch?v=1#t=60,90']);
    player.fake.set({ time: { ...playingState.time, current: 75.4 } });
    await waitForRender(player);
    buttons[1]!.click();
    await player.shadowRoot!.querySelector('jet-share')!.updateComplete;
    expect(field.value).to.equal('https://page.example/watch?v=1#t=60,75');
    await enterText(player, times[0]!, '0:50');
    copy.click();
    await until('the link is copied', () => clipboard.copiedTexts.length === 1);
    expect(clipboard.copiedTexts).to.deep.equal(['https://page.example/watch?v=1#t=50,75']);
    await until(
      'the copy is announced',
      () => player.shadowRoot!.querySelector('jet-share')!.shadowRoot!.querySelector('[role=status]')!.textContent!.trim() === 'Copied'
    );
  });

  it('shows no link while a time is not valid, and marks its field', async () => {
    const player = await mount(playingState, attributes);
    await chooseMenuItems(player, 'more', 'share');
    const { field, times, copy } = await sharePanel(player);
    for (const [index, text] of [
      [0, 'soon'],
      [0, '5:00']
    ] as const) {
      await enterText(player, times[index]!, text);
      expect([field.value, copy.disabled, times.some(({ ariaInvalid }) => ariaInvalid === 'true')], text).to.deep.equal(['', true, true]);
    }
    await enterText(player, times[1]!, '');
    expect([field.value, copy.disabled]).to.deep.equal(['https://page.example/watch?v=1#t=300', false]);
  });

  it('is not offered in a live stream, nor when share-url is not an HTTP(S) URL', async () => {
    for (const [patch, url] of [
      [liveState, 'https://page.example/'],
      [playingState, 'javascript:alert(1)']
    ] as const) {
      const player = await mount(patch, { 'share-url': url });
      await chooseMenuItems(player, 'more');
      const menu = part(player, 'settings').shadowRoot!;
      expect(menu.querySelector('[data-key=copy-link]'), url).to.equal(null);
      expect(menu.querySelector('[data-key=statistics]'), 'canary: the page of the menu is open').not.to.equal(null);
    }
  });
});

describe('a shared link', () => {
  expectNoThirdPartyRequests();
  const initialUrl = location.href;
  afterEach(() => history.replaceState(null, '', initialUrl));

  it('sets the start of the first source of the only player, but not of a later source', async () => {
    history.replaceState(null, '', `${initialUrl.split('#')[0]}#t=20,25`);
    const player = await mountVideo({});
    await until('the player is at the time of the link', () => Math.abs(player.currentTime - 20) < 0.5);
    player.src = '/media/film.mp4?other';
    await until('the other source has loaded', () => player.currentSrc.endsWith('other') && player.readyState >= 2);
    expect(player.currentTime).to.be.lessThan(1);
  });

  it('does not override the start-time attribute', async () => {
    history.replaceState(null, '', `${initialUrl.split('#')[0]}#t=20`);
    const player = await mountVideo({ 'start-time': '10' });
    await until('the player is at the start time', () => Math.abs(player.currentTime - 10) < 0.5);
  });
});
