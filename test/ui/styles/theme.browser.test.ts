import { expect } from 'chai';
import { mount, part, playingState, type TestPlayer } from '../mount.js';

const initialSheets = document.adoptedStyleSheets;

/** Adds CSS to the page, as a publisher would. */
function addPageStyle(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...initialSheets, sheet];
}

/** Mounts a player of 960 by 540 pixels with a title. */
async function mountPlayer(): Promise<TestPlayer> {
  const player = await mount(playingState, { 'title-text': 'A day' });
  Object.assign(player.style, { width: '960px', height: '540px' });
  await new Promise(requestAnimationFrame);
  return player;
}

/** Returns the distances between the buttons at the end of the control bar, in pixels. */
const buttonGaps = (player: TestPlayer): number[] => {
  const rects = [...part(player, 'end').children].map((child) => child.getBoundingClientRect()).filter(({ width }) => width > 0);
  return rects.slice(1).map(({ left }, index) => Math.round(left - rects[index]!.right));
};

describe('themes', () => {
  afterEach(() => (document.adoptedStyleSheets = initialSheets));

  it('set the colour of the shade behind the control bar and the title with --jet-scrim', async () => {
    const player = await mountPlayer();
    const shade = () => getComputedStyle(part(player, 'surface'), '::after');
    const defaultColor = shade().backgroundColor;
    addPageStyle('test-player { --jet-scrim: rgb(1 2 3) }');
    expect(defaultColor).to.equal('rgba(0, 0, 0, 0.78)');
    expect(shade().backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(shade().backgroundImage, 'no other colour').to.equal('none');
    expect(getComputedStyle(part(player, 'top')).backgroundImage).to.contain('rgb(1, 2, 3)');
  });

  it('set the space around the control bar with --jet-gap, and that between its buttons with --jet-control-gap', async () => {
    const player = await mountPlayer();
    expect(new Set(buttonGaps(player))).to.deep.equal(new Set([0]));
    addPageStyle('test-player { --jet-gap: 31px; --jet-control-gap: 7px }');
    const frame = player.getBoundingClientRect();
    expect(Math.round(frame.right - part(player, 'end').getBoundingClientRect().right)).to.equal(31);
    expect(new Set(buttonGaps(player))).to.deep.equal(new Set([7]));
    const mute = part(player, 'mute').getBoundingClientRect();
    expect(Math.round(part(player, 'time').getBoundingClientRect().left - mute.right), 'the hidden volume slider has no gap').to.equal(7);
  });

  it('style the groups of the control bar, and the icon, note and tick of a menu item, as parts', async () => {
    const player = await mountPlayer();
    addPageStyle(
      'test-player::part(timeline), test-player::part(start), test-player::part(end) { outline: 3px solid rgb(1, 1, 1) } ' +
        'test-player::part(menu-item-icon), test-player::part(menu-item-note), test-player::part(menu-item-tick) { color: rgb(9, 9, 9) }'
    );
    for (const name of ['timeline', 'start', 'end']) expect(getComputedStyle(part(player, name)).outlineWidth, name).to.equal('3px');
    const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
    menu.show();
    await menu.updateComplete;
    const colorOf = (name: string) => getComputedStyle(menu.shadowRoot!.querySelector(`[part=${name}]`)!).color;
    expect(colorOf('icon')).to.equal('rgb(9, 9, 9)');
    expect(colorOf('note')).to.equal('rgb(9, 9, 9)');
    menu.shadowRoot!.querySelector<HTMLElement>('[data-key=quality]')!.click();
    await menu.updateComplete;
    expect(colorOf('tick')).to.equal('rgb(9, 9, 9)');
  });
});
