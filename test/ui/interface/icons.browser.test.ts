import { expect } from 'chai';
import { waitForRender, mount, part, playingState, type TestPlayer } from '../mount.js';

const squarePath = 'M4 4h16v16H4z';

/** Returns the paths of the icon inside an element. */
const pathsOf = (element: Element): string[] =>
  [...element.querySelectorAll('svg path, svg rect')].map((shape) => shape.getAttribute('d') ?? '');

async function openMenu(player: TestPlayer, key?: string): Promise<ShadowRoot> {
  const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
  menu.show();
  await menu.updateComplete;
  if (key) menu.shadowRoot!.querySelector<HTMLElement>(`[data-key="${key}"]`)!.click();
  await menu.updateComplete;
  return menu.shadowRoot!;
}

describe('icons of the page', () => {
  it('replace the icons with the same name, wherever they are shown, and no others', async () => {
    const player = await mount({ ...playingState, playback: { paused: true, started: true } });
    const pipPaths = pathsOf(part(player, 'pip'));
    const defaultPaths = pathsOf(part(player, 'play'));
    player.icons = { play: squarePath };
    await waitForRender(player);
    expect(pathsOf(part(player, 'play'))).to.deep.equal([squarePath]);
    expect(pathsOf(part(player, 'big-play'))).to.deep.equal([squarePath]);
    expect(pathsOf(part(player, 'pip'))).to.deep.equal(pipPaths);
    player.icons = {};
    await waitForRender(player);
    expect(pathsOf(part(player, 'play'))).to.deep.equal(defaultPaths);
  });

  it('have one name for each state: pause during playback, and play while paused', async () => {
    const player = await mount(playingState);
    player.icons = { play: squarePath, pause: { filled: 'M1 1h2v2z' } };
    await waitForRender(player);
    expect(pathsOf(part(player, 'play'))).to.deep.equal(['M1 1h2v2z']);
    player.fake.set({ playback: { paused: true } });
    await waitForRender(player);
    expect(pathsOf(part(player, 'play'))).to.deep.equal([squarePath]);
  });

  it('are rendered as strokes, or filled', async () => {
    const player = await mount(playingState);
    player.icons = { pip: squarePath, fullscreen: 'ignored', maximize: { filled: squarePath } } as typeof player.icons;
    await waitForRender(player);
    const fill = (name: string) => getComputedStyle(part(player, name).querySelector('path')!).fill;
    expect(fill('pip')).to.equal('none');
    expect(fill('fullscreen')).to.equal(getComputedStyle(part(player, 'fullscreen')).color);
  });

  it('are also used in menus: for the button, the rows, the tick and the arrow back', async () => {
    const player = await mount(playingState);
    player.icons = { settings: squarePath, quality: squarePath, check: squarePath, previous: squarePath };
    await waitForRender(player);
    const root = await openMenu(player);
    expect(pathsOf(root.querySelector('button')!)).to.deep.equal([squarePath]);
    expect(pathsOf(root.querySelector('[data-key=quality] [part=icon]')!)).to.deep.equal([squarePath]);
    root.querySelector<HTMLElement>('[data-key=quality]')!.click();
    await part<HTMLElementTagNameMap['jet-menu']>(player, 'settings').updateComplete;
    expect(pathsOf(root.querySelector('.back')!)).to.deep.equal([squarePath]);
    expect(pathsOf(root.querySelector('[aria-checked=true] [part=tick]')!)).to.deep.equal([squarePath]);
  });

  it('are ignored when a prototype has them, and render nothing but a path', async () => {
    const player = await mount(playingState);
    player.icons = Object.create({ pause: squarePath }) as typeof player.icons;
    await waitForRender(player);
    expect(pathsOf(part(player, 'play'))).to.not.include(squarePath);
    player.icons = { pause: '"/><script>document.title = "run"</script>' };
    await waitForRender(player);
    expect(part(player, 'play').querySelectorAll('svg > *').length).to.equal(1);
    expect(part(player, 'play').querySelector('script')).to.equal(null);
  });
});
