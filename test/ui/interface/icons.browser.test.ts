import { expect } from 'chai';
import { drawn, mount, part, playing, type TestPlayer } from '../mount.js';

const square = 'M4 4h16v16H4z';

/** The paths of the icon inside an element. */
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
  it('replace those of the player, wherever they are shown, and no others', async () => {
    const player = await mount({ ...playing, playback: { paused: true, started: true } });
    const pip = pathsOf(part(player, 'pip'));
    const before = pathsOf(part(player, 'play'));
    player.icons = { play: square };
    await drawn(player);
    expect(pathsOf(part(player, 'play'))).to.deep.equal([square]);
    expect(pathsOf(part(player, 'big-play'))).to.deep.equal([square]);
    expect(pathsOf(part(player, 'pip'))).to.deep.equal(pip);
    player.icons = {};
    await drawn(player);
    expect(pathsOf(part(player, 'play'))).to.deep.equal(before);
  });

  it('follow the state: each name is one icon', async () => {
    const player = await mount(playing);
    player.icons = { play: square, pause: { filled: 'M1 1h2v2z' } };
    await drawn(player);
    expect(pathsOf(part(player, 'play'))).to.deep.equal(['M1 1h2v2z']);
    player.fake.set({ playback: { paused: true } });
    await drawn(player);
    expect(pathsOf(part(player, 'play'))).to.deep.equal([square]);
  });

  it('are drawn as a stroke, or filled', async () => {
    const player = await mount(playing);
    player.icons = { pip: square, fullscreen: 'ignored', maximize: { filled: square } } as typeof player.icons;
    await drawn(player);
    const fill = (name: string) => getComputedStyle(part(player, name).querySelector('path')!).fill;
    expect(fill('pip')).to.equal('none');
    expect(fill('fullscreen')).to.equal(getComputedStyle(part(player, 'fullscreen')).color);
  });

  it('are also those of the menus: of the button, the rows, the tick and the arrow back', async () => {
    const player = await mount(playing);
    player.icons = { settings: square, quality: square, check: square, previous: square };
    await drawn(player);
    const root = await openMenu(player);
    expect(pathsOf(root.querySelector('button')!)).to.deep.equal([square]);
    expect(pathsOf(root.querySelector('[data-key=quality] [part=icon]')!)).to.deep.equal([square]);
    root.querySelector<HTMLElement>('[data-key=quality]')!.click();
    await part<HTMLElementTagNameMap['jet-menu']>(player, 'settings').updateComplete;
    expect(pathsOf(root.querySelector('.back')!)).to.deep.equal([square]);
    expect(pathsOf(root.querySelector('[aria-checked=true] [part=tick]')!)).to.deep.equal([square]);
  });

  it('take no name from the prototype, and make nothing but a path', async () => {
    const player = await mount(playing);
    player.icons = Object.create({ pause: square }) as typeof player.icons;
    await drawn(player);
    expect(pathsOf(part(player, 'play'))).to.not.include(square);
    player.icons = { pause: '"/><script>document.title = "run"</script>' };
    await drawn(player);
    expect(part(player, 'play').querySelectorAll('svg > *').length).to.equal(1);
    expect(part(player, 'play').querySelector('script')).to.equal(null);
  });
});
