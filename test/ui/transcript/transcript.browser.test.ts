import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { goTo, shipped } from '../captions/drawn.js';

const children = '<track kind="captions" srclang="en" label="English" src="/media/captions/en.vtt">';

/** Loads the video with its transcript open. */
async function open(on = true, attributes: Readonly<Record<string, string>> = {}) {
  const player = await shipped('/media/film.mp4', { children });
  for (const [name, value] of Object.entries(attributes)) player.setAttribute(name, value);
  if (on) player.player!.captions.toggle();
  const menu = player.shadowRoot!.querySelector('jet-menu[part=settings]')!.shadowRoot!;
  menu.querySelector('button')!.click();
  await until('the menu is open', () => menu.querySelector('[data-key=captions]') !== null);
  menu.querySelector<HTMLElement>('[data-key=captions]')!.click();
  await until('the captions are open', () => menu.querySelector('[data-key=transcript]') !== null);
  menu.querySelector<HTMLElement>('[data-key=transcript]')!.click();
  const panel = () => player.shadowRoot!.querySelector('jet-transcript')!.shadowRoot!;
  await until('the panel is there', () => Boolean(player.shadowRoot!.querySelector('jet-transcript')?.shadowRoot?.firstElementChild));
  const lines = () => [...panel().querySelectorAll<HTMLButtonElement>('li > [part=line]')];
  if (on) await until('the lines are there', () => lines().length > 5);
  return { player, panel, lines, current: () => panel().querySelector<HTMLElement>('[aria-current]') };
}

const press = (target: HTMLElement, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));

describe('the transcript', () => {
  expectNoThirdPartyRequests();

  it('lists the captions, each with its time', async () => {
    const { lines } = await open();
    const [time, words] = [...lines()[2]!.children].map(({ textContent }) => textContent);
    expect([time, words]).to.deep.equal(['0:14', 'A white sail and a brown sail pass each other by the village.']);
  });

  it('marks the current line, and a click on another seeks to it', async () => {
    const { player, lines, current } = await open();
    await goTo(player, 15);
    await until('it is marked', () => current()?.textContent.includes('A white sail') === true);
    lines()[4]!.click();
    await until('it is there', () => Math.abs(player.currentTime - 26) < 0.1);
    await until('the mark follows', () => current() === lines()[4]);
  });

  it('keeps the current line visible without scrolling the page', async () => {
    const { player, panel, current } = await open();
    player.before(Object.assign(document.createElement('div'), { className: 'tall' }));
    document.querySelector<HTMLElement>('.tall')!.style.blockSize = '3000px';
    window.scrollTo(0, 0);
    await goTo(player, 50);
    await until('the marked line is far down', () => current() !== null && !current()!.textContent.includes('First light'));
    const { top, bottom } = (panel().host as HTMLElement).assignedSlot!.parentElement!.getBoundingClientRect();
    const line = current()!.getBoundingClientRect();
    expect([line.top > top, line.bottom < bottom, window.scrollY]).to.deep.equal([true, true, 0]);
  });

  it('copies a link to a line by its own button, which the arrow keys reach', async () => {
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text: string) => written.push(text) } });
    try {
      const { panel, lines } = await open();
      lines()[2]!.focus();
      press(lines()[2]!, 'ArrowRight');
      const button = panel().activeElement as HTMLElement;
      expect(button.ariaLabel).to.equal('Copy link: 0:14');
      button.click();
      await until('it is announced', () => panel().querySelector('[role=status]')!.textContent!.trim() === 'Copied');
      expect(written).to.deep.equal([`${location.origin}${location.pathname}#t=14`]);
      press(button, 'ArrowDown');
      expect((panel().activeElement as HTMLElement).ariaLabel).to.match(/^Copy link: 0:2/);
      press(panel().activeElement as HTMLElement, 'ArrowLeft');
      expect(panel().activeElement).to.equal(lines()[3]);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  for (const [label, name, begin] of [
    ['Save as text', 'Delta.txt', 'First light on the delta. The mills are already at work.\n'],
    ['Save as WebVTT', 'Delta.vtt', 'WEBVTT\n\n00:00:0']
  ] as const) {
    it(`is saved as a file that is made in the page: ${label}`, async () => {
      const saved: { name: string; href: string }[] = [];
      const click = function (this: HTMLAnchorElement) {
        saved.push({ name: this.download, href: this.href });
      };
      Object.defineProperty(HTMLAnchorElement.prototype, 'click', { configurable: true, value: click });
      try {
        const { panel } = await open(true, { 'title-text': 'Delta' });
        const requests = performance.getEntriesByType('resource').length;
        const button = [...panel().querySelectorAll<HTMLElement>('.save')].find(({ textContent }) => textContent.trim() === label)!;
        button.click();
        const [{ name: file, href }] = saved as [{ name: string; href: string }];
        expect([file, href.split(':')[0]]).to.deep.equal([name, 'blob']);
        expect(performance.getEntriesByType('resource').length, 'no request').to.equal(requests);
        expect((await (await fetch(href)).text()).slice(0, begin.length)).to.equal(begin);
      } finally {
        Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      }
    });
  }

  it('is not saved when the publisher forbids that', async () => {
    const { panel } = await open(true, { 'transcript-export': 'never' });
    expect(panel().querySelectorAll('.save').length).to.equal(0);
    expect(panel().querySelectorAll('li').length, 'canary').to.be.greaterThan(5);
  });

  it('is not modal, and exposes that', async () => {
    const { player } = await open();
    expect(player.shadowRoot!.querySelector('jet-dialog')!.shadowRoot!.querySelector('dialog')!.ariaModal).to.equal(null);
    expect(player.shadowRoot!.querySelector('[part=bar]')!.matches('[inert]')).to.equal(false);
  });

  it('is searched ignoring case and accents', async () => {
    const { panel, lines } = await open();
    const field = panel().querySelector('input')!;
    field.value = 'SÁIL';
    field.dispatchEvent(new Event('input'));
    await until('one line is left', () => lines().length === 1);
    expect([...panel().querySelectorAll('mark')].map(({ textContent }) => textContent)).to.deep.equal(['sail', 'sail']);
    expect(panel().querySelector('[role=status]')!.textContent).to.equal('Lines found: 1');
    field.value = 'nowhere to be found';
    field.dispatchEvent(new Event('input'));
    await until('no line is left', () => lines().length === 0);
  });

  it('is one Tab stop, and arrow keys move from line to line', async () => {
    const { lines, panel } = await open();
    expect(lines().filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    lines()[0]!.focus();
    press(lines()[0]!, 'ArrowDown');
    expect(panel().activeElement).to.equal(lines()[1]);
    press(lines()[1]!, 'End');
    expect(panel().activeElement).to.equal(lines().at(-1));
    press(lines().at(-1)!, 'Home');
    expect(panel().activeElement).to.equal(lines()[0]);
  });

  it('shows that captions are off, and turns them on', async () => {
    const { player, panel, lines } = await open(false);
    panel().querySelector<HTMLElement>('button.on')!.click();
    await until('the lines are there', () => lines().length > 5);
    expect(player.player!.state.current.captions.choice).not.to.equal(null);
  });

  it('is released when it is closed', async () => {
    const { player } = await open();
    player.shadowRoot!.querySelector('jet-dialog')!.shadowRoot!.querySelector<HTMLElement>('.head button')!.click();
    await until('nothing is kept', () => player.player!.state.current.transcript.lines.length === 0);
  });
});
