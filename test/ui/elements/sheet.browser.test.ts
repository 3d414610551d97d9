import { expect } from 'chai';
import { waitForRender, mount, part, playingState, pressKey, type TestPlayer } from '../mount.js';

/** Mounts a player that is as wide as a phone by default. */
async function mountWithWidth(width = 390): Promise<TestPlayer> {
  const player = await mount(playingState);
  player.style.inlineSize = `${width}px`;
  await new Promise(requestAnimationFrame);
  return player;
}

const settingsMenu = (player: TestPlayer) => part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
const modalDialogOf = (element: HTMLElement) => element.shadowRoot!.querySelector<HTMLDialogElement>('dialog:modal');

/** Waits until the animations that open the sheet have ended. */
const waitForAnimations = (sheet: HTMLElement) => Promise.all(sheet.getAnimations().map(({ finished }) => finished));

async function openMenu(player: TestPlayer): Promise<HTMLDialogElement> {
  settingsMenu(player).shadowRoot!.querySelector('button')!.click();
  await settingsMenu(player).updateComplete;
  const sheet = modalDialogOf(settingsMenu(player))!;
  await waitForAnimations(sheet);
  return sheet;
}

async function openPanel(player: TestPlayer, name: string): Promise<HTMLElementTagNameMap['jet-dialog']> {
  part(player, name).click();
  await waitForRender(player);
  const dialog = part<HTMLElementTagNameMap['jet-dialog']>(player, 'panel');
  await dialog.updateComplete;
  return dialog;
}

/** Moves a finger down on an element, and lifts it. */
function swipe(target: EventTarget, distance: number): void {
  // WebKitGTK has touches, but no constructor for them.
  const touchesAt = (clientY: number) => [{ identifier: 1, target, clientX: 50, clientY }];
  for (const [type, touches] of [
    ['touchstart', touchesAt(300)],
    ['touchmove', touchesAt(300 + distance)],
    ['touchend', []]
  ] as const)
    target.dispatchEvent(Object.assign(new Event(type, { bubbles: true, composed: true }), { touches }));
}

/** Presses and clicks at a place of the page, as a tap on the backdrop does. */
function tap(target: EventTarget, clientX: number, clientY: number): void {
  for (const type of ['pointerdown', 'click'])
    target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'touch', clientX, clientY }));
}

describe('a menu in a narrow player', () => {
  it('is a sheet at the bottom of the screen with at least eight rows, and keeps the focus', async () => {
    const player = await mountWithWidth();
    const sheet = await openMenu(player);
    const { bottom, height } = sheet.getBoundingClientRect();
    expect(Math.round(bottom)).to.equal(innerHeight);
    const rows = [...sheet.querySelectorAll('.item')].map((item) => item.getBoundingClientRect());
    expect(rows.filter((row) => row.bottom <= innerHeight && row.top >= 0).length).to.be.at.least(Math.min(8, rows.length));
    expect(height).to.be.greaterThan(player.offsetHeight / 2);
    const focused = () => settingsMenu(player).shadowRoot!.activeElement as HTMLElement;
    expect(sheet.contains(focused())).to.equal(true);
    expect(pressKey(focused(), 'Tab').defaultPrevented).to.equal(false);
    expect(settingsMenu(player).open, 'after Tab').to.equal(true);
  });

  it('opens inside the player, not as a sheet, when the player is at least 480 pixels wide', async () => {
    const player = await mountWithWidth(480);
    settingsMenu(player).shadowRoot!.querySelector('button')!.click();
    await settingsMenu(player).updateComplete;
    expect(modalDialogOf(settingsMenu(player))).to.equal(null);
    expect(settingsMenu(player).open).to.equal(true);
  });

  it('keeps the row that leads back visible while it is scrolled', async () => {
    const player = await mountWithWidth();
    const sheet = await openMenu(player);
    sheet.querySelector<HTMLElement>('[data-key=quality]')!.click();
    await settingsMenu(player).updateComplete;
    sheet.style.maxBlockSize = '120px';
    sheet.scrollTop = 80;
    await new Promise(requestAnimationFrame);
    const backRowRect = sheet.querySelector('.back')!.getBoundingClientRect();
    expect(backRowRect.top).to.be.at.least(sheet.getBoundingClientRect().top - 1);
  });

  it('closes when the viewer taps outside it, and not when they tap inside it', async () => {
    const player = await mountWithWidth();
    const sheet = await openMenu(player);
    const { left, top } = sheet.getBoundingClientRect();
    tap(sheet, left + 20, top + 2);
    expect(settingsMenu(player).open).to.equal(true);
    tap(sheet, left + 20, top - 20);
    expect(settingsMenu(player).open).to.equal(false);
    await settingsMenu(player).updateComplete;
    expect(settingsMenu(player).shadowRoot!.activeElement?.matches('[part=button]'), 'the button has the focus').to.equal(true);
  });

  it('closes when the viewer swipes down, but not when the swipe is short', async () => {
    const player = await mountWithWidth();
    const sheet = await openMenu(player);
    swipe(sheet.querySelector('.item')!, 20);
    expect(settingsMenu(player).open).to.equal(true);
    swipe(sheet.querySelector('.item')!, 120);
    expect(settingsMenu(player).open).to.equal(false);
  });
});

describe('a panel in a narrow player', () => {
  it('is a sheet at the bottom of the screen that closes when the viewer swipes down', async () => {
    const player = await mountWithWidth();
    const dialog = await openPanel(player, 'privacy');
    const sheet = modalDialogOf(dialog)!;
    await waitForAnimations(sheet);
    expect(Math.round(sheet.getBoundingClientRect().bottom)).to.equal(innerHeight);
    swipe(sheet, 120);
    await waitForRender(player);
    await dialog.updateComplete;
    expect(dialog.open).to.equal(false);
  });
});

describe('a panel', () => {
  for (const width of [390, 800]) {
    it(`closes when the viewer clicks outside it, and not when they click inside it, in a player of ${width} pixels`, async () => {
      const player = await mountWithWidth(width);
      const dialog = await openPanel(player, 'privacy');
      const dialogElement = dialog.shadowRoot!.querySelector('dialog')!;
      await waitForAnimations(dialogElement);
      const { left, top } = dialogElement.getBoundingClientRect();
      tap(dialogElement, left + 20, top + 20);
      await waitForRender(player);
      expect(dialog.open, 'inside').to.equal(true);
      tap(width < 480 ? dialogElement : dialog, left + 20, top - 5);
      await waitForRender(player);
      expect(dialog.open, 'outside').to.equal(false);
    });
  }
});
