import { expect } from 'chai';
import { drawn, mount, part, playing, press, type TestPlayer } from '../mount.js';

/** A player as wide as a phone, at the top of the page. */
async function narrow(width = 390): Promise<TestPlayer> {
  const player = await mount(playing);
  player.style.inlineSize = `${width}px`;
  await new Promise(requestAnimationFrame);
  return player;
}

const menuOf = (player: TestPlayer) => part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
const sheetOf = (element: HTMLElement) => element.shadowRoot!.querySelector<HTMLDialogElement>('dialog:modal');

/** Waits until an animation that opens the sheet has ended. */
const settled = (sheet: HTMLElement) => Promise.all(sheet.getAnimations().map(({ finished }) => finished));

async function openMenu(player: TestPlayer): Promise<HTMLDialogElement> {
  menuOf(player).shadowRoot!.querySelector('button')!.click();
  await menuOf(player).updateComplete;
  const sheet = sheetOf(menuOf(player))!;
  await settled(sheet);
  return sheet;
}

async function openPanel(player: TestPlayer, name: string): Promise<HTMLElementTagNameMap['jet-dialog']> {
  part(player, name).click();
  await drawn(player);
  const dialog = part<HTMLElementTagNameMap['jet-dialog']>(player, 'panel');
  await dialog.updateComplete;
  return dialog;
}

/** Moves a finger down on an element, and lifts it. */
function swipe(target: EventTarget, distance: number): void {
  const finger = (clientY: number) => [new Touch({ identifier: 1, target, clientX: 50, clientY })];
  for (const [type, touches] of [
    ['touchstart', finger(300)],
    ['touchmove', finger(300 + distance)],
    ['touchend', []]
  ] as const)
    target.dispatchEvent(new TouchEvent(type, { bubbles: true, composed: true, touches: [...touches] }));
}

/** Presses and clicks at a place of the page, as a tap on the backdrop does. */
function tap(target: EventTarget, clientX: number, clientY: number): void {
  for (const type of ['pointerdown', 'click'])
    target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'touch', clientX, clientY }));
}

describe('a menu in a narrow player', () => {
  it('is a sheet at the bottom of the screen with at least eight rows, and keeps the focus', async () => {
    const player = await narrow();
    const sheet = await openMenu(player);
    const { bottom, height } = sheet.getBoundingClientRect();
    expect(Math.round(bottom)).to.equal(innerHeight);
    const rows = [...sheet.querySelectorAll('.item')].map((item) => item.getBoundingClientRect());
    expect(rows.filter((row) => row.bottom <= innerHeight && row.top >= 0).length).to.be.at.least(Math.min(8, rows.length));
    expect(height).to.be.greaterThan(player.offsetHeight / 2);
    const focused = () => menuOf(player).shadowRoot!.activeElement as HTMLElement;
    expect(sheet.contains(focused())).to.equal(true);
    expect(press(focused(), 'Tab').defaultPrevented).to.equal(false);
    expect(menuOf(player).open, 'after Tab').to.equal(true);
  });

  it('opens inside the player from 480 pixels on', async () => {
    const player = await narrow(480);
    menuOf(player).shadowRoot!.querySelector('button')!.click();
    await menuOf(player).updateComplete;
    expect(sheetOf(menuOf(player))).to.equal(null);
    expect(menuOf(player).open).to.equal(true);
  });

  it('keeps the row that leads back in view', async () => {
    const player = await narrow();
    const sheet = await openMenu(player);
    sheet.querySelector<HTMLElement>('[data-key=quality]')!.click();
    await menuOf(player).updateComplete;
    sheet.style.maxBlockSize = '120px';
    sheet.scrollTop = 80;
    await new Promise(requestAnimationFrame);
    const back = sheet.querySelector('.back')!.getBoundingClientRect();
    expect(back.top).to.be.at.least(sheet.getBoundingClientRect().top - 1);
  });

  it('closes by a tap outside, and not by one inside', async () => {
    const player = await narrow();
    const sheet = await openMenu(player);
    const { left, top } = sheet.getBoundingClientRect();
    tap(sheet, left + 20, top + 2);
    expect(menuOf(player).open).to.equal(true);
    tap(sheet, left + 20, top - 20);
    expect(menuOf(player).open).to.equal(false);
    await menuOf(player).updateComplete;
    expect(menuOf(player).shadowRoot!.activeElement?.matches('[part=button]'), 'the button has the focus').to.equal(true);
  });

  it('closes by a swipe down, but not by a short one', async () => {
    const player = await narrow();
    const sheet = await openMenu(player);
    swipe(sheet.querySelector('.item')!, 20);
    expect(menuOf(player).open).to.equal(true);
    swipe(sheet.querySelector('.item')!, 120);
    expect(menuOf(player).open).to.equal(false);
  });
});

describe('a panel in a narrow player', () => {
  it('is a sheet that closes by a swipe down', async () => {
    const player = await narrow();
    const dialog = await openPanel(player, 'privacy');
    const sheet = sheetOf(dialog)!;
    await settled(sheet);
    expect(Math.round(sheet.getBoundingClientRect().bottom)).to.equal(innerHeight);
    swipe(sheet, 120);
    await drawn(player);
    await dialog.updateComplete;
    expect(dialog.open).to.equal(false);
  });
});

describe('a panel', () => {
  for (const width of [390, 800]) {
    it(`closes by a click outside, and not by one inside, at ${width} pixels`, async () => {
      const player = await narrow(width);
      const dialog = await openPanel(player, 'privacy');
      const box = dialog.shadowRoot!.querySelector('dialog')!;
      await settled(box);
      const { left, top } = box.getBoundingClientRect();
      tap(box, left + 20, top + 20);
      await drawn(player);
      expect(dialog.open, 'inside').to.equal(true);
      tap(width < 480 ? box : dialog, left + 20, top - 5);
      await drawn(player);
      expect(dialog.open, 'outside').to.equal(false);
    });
  }
});
