import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { mountBuiltPlayer, seekTo } from '../mount-built-player.js';

const children = '<track kind="captions" srclang="en" label="English" src="/media/captions/en.vtt">';

/** Mounts the demo video, turns its captions on unless `captionsOn` is false, and opens the transcript. */
async function openTranscript(captionsOn = true, attributes: Readonly<Record<string, string>> = {}) {
  const player = await mountBuiltPlayer('/media/film.mp4', { children });
  for (const [name, value] of Object.entries(attributes)) player.setAttribute(name, value);
  if (captionsOn) player.player!.captions.toggle();
  const menu = player.shadowRoot!.querySelector('jet-menu[part=settings]')!.shadowRoot!;
  menu.querySelector('button')!.click();
  await until('the menu is open', () => menu.querySelector('[data-key=captions]') !== null);
  menu.querySelector<HTMLElement>('[data-key=captions]')!.click();
  await until('the submenu of captions is open', () => menu.querySelector('[data-key=transcript]') !== null);
  menu.querySelector<HTMLElement>('[data-key=transcript]')!.click();
  const panel = () => player.shadowRoot!.querySelector('jet-transcript')!.shadowRoot!;
  await until('the panel is rendered', () => Boolean(player.shadowRoot!.querySelector('jet-transcript')?.shadowRoot?.firstElementChild));
  const lines = () => [...panel().querySelectorAll<HTMLButtonElement>('li > [part=line]')];
  if (captionsOn) await until('the lines are rendered', () => lines().length > 5);
  return { player, panel, lines, current: () => panel().querySelector<HTMLElement>('[aria-current]') };
}

const pressKey = (target: HTMLElement, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));

describe('the transcript', () => {
  expectNoThirdPartyRequests();

  it('lists the captions with their start times', async () => {
    const { lines } = await openTranscript();
    const [time, text] = [...lines()[2]!.children].map(({ textContent }) => textContent);
    expect([time, text]).to.deep.equal(['0:14', 'A white sail and a brown sail pass each other by the village.']);
  });

  it('marks the current line, and seeks to a line that is clicked', async () => {
    const { player, lines, current } = await openTranscript();
    await seekTo(player, 15);
    await until('the line is marked', () => current()?.textContent.includes('A white sail') === true);
    lines()[4]!.click();
    await until('the player has sought to the line', () => Math.abs(player.currentTime - 26) < 0.1);
    await until('the clicked line is marked', () => current() === lines()[4]);
  });

  it('keeps the current line visible without scrolling the page', async () => {
    const { player, panel, current } = await openTranscript();
    player.before(Object.assign(document.createElement('div'), { className: 'tall' }));
    document.querySelector<HTMLElement>('.tall')!.style.blockSize = '3000px';
    window.scrollTo(0, 0);
    await seekTo(player, 50);
    await until('the marked line is not the first one', () => current() !== null && !current()!.textContent.includes('First light'));
    const { top, bottom } = (panel().host as HTMLElement).assignedSlot!.parentElement!.getBoundingClientRect();
    const lineRect = current()!.getBoundingClientRect();
    expect([lineRect.top > top, lineRect.bottom < bottom, window.scrollY]).to.deep.equal([true, true, 0]);
  });

  it('copies a link to a line with a button that the arrow keys reach', async () => {
    const copiedTexts: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text: string) => copiedTexts.push(text) } });
    try {
      const { panel, lines } = await openTranscript();
      lines()[2]!.focus();
      pressKey(lines()[2]!, 'ArrowRight');
      const button = panel().activeElement as HTMLElement;
      expect(button.ariaLabel).to.equal('Copy link: 0:14');
      button.click();
      await until('the copy is announced', () => panel().querySelector('[role=status]')!.textContent!.trim() === 'Copied');
      expect(copiedTexts).to.deep.equal([`${location.origin}${location.pathname}#t=14`]);
      pressKey(button, 'ArrowDown');
      expect((panel().activeElement as HTMLElement).ariaLabel).to.match(/^Copy link: 0:2/);
      pressKey(panel().activeElement as HTMLElement, 'ArrowLeft');
      expect(panel().activeElement).to.equal(lines()[3]);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  for (const [label, fileName, start] of [
    ['Save as text', 'Delta.txt', 'First light on the delta. The mills are already at work.\n'],
    ['Save as WebVTT', 'Delta.vtt', 'WEBVTT\n\n00:00:0']
  ] as const) {
    it(`is saved as a file without a request: ${label}`, async () => {
      const savedFiles: { name: string; href: string }[] = [];
      const click = function (this: HTMLAnchorElement) {
        savedFiles.push({ name: this.download, href: this.href });
      };
      Object.defineProperty(HTMLAnchorElement.prototype, 'click', { configurable: true, value: click });
      try {
        const { panel } = await openTranscript(true, { 'title-text': 'Delta' });
        const requests = performance.getEntriesByType('resource').length;
        const button = [...panel().querySelectorAll<HTMLElement>('.save')].find(({ textContent }) => textContent.trim() === label)!;
        button.click();
        const [{ name, href }] = savedFiles as [{ name: string; href: string }];
        expect([name, href.split(':')[0]]).to.deep.equal([fileName, 'blob']);
        expect(performance.getEntriesByType('resource').length, 'no request').to.equal(requests);
        expect((await (await fetch(href)).text()).slice(0, start.length)).to.equal(start);
      } finally {
        Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      }
    });
  }

  it('has no save buttons when transcript-export is "never"', async () => {
    const { panel } = await openTranscript(true, { 'transcript-export': 'never' });
    expect(panel().querySelectorAll('.save').length).to.equal(0);
    expect(panel().querySelectorAll('li').length, 'canary').to.be.greaterThan(5);
  });

  it('is not modal, neither for assistive technology nor for the control bar', async () => {
    const { player } = await openTranscript();
    expect(player.shadowRoot!.querySelector('jet-dialog')!.shadowRoot!.querySelector('dialog')!.ariaModal).to.equal(null);
    expect(player.shadowRoot!.querySelector('[part=bar]')!.matches('[inert]')).to.equal(false);
  });

  it('is searched without regard to case and accents', async () => {
    const { panel, lines } = await openTranscript();
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

  it('is one Tab stop, in which arrow keys, Home and End move from line to line', async () => {
    const { lines, panel } = await openTranscript();
    expect(lines().filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    lines()[0]!.focus();
    pressKey(lines()[0]!, 'ArrowDown');
    expect(panel().activeElement).to.equal(lines()[1]);
    pressKey(lines()[1]!, 'End');
    expect(panel().activeElement).to.equal(lines().at(-1));
    pressKey(lines().at(-1)!, 'Home');
    expect(panel().activeElement).to.equal(lines()[0]);
  });

  it('has a button that turns captions on while they are off', async () => {
    const { player, panel, lines } = await openTranscript(false);
    panel().querySelector<HTMLElement>('button.on')!.click();
    await until('the lines are rendered', () => lines().length > 5);
    expect(player.player!.state.current.captions.choice).not.to.equal(null);
  });

  it('is removed from the state when it is closed', async () => {
    const { player } = await openTranscript();
    player.shadowRoot!.querySelector('jet-dialog')!.shadowRoot!.querySelector<HTMLElement>('.head button')!.click();
    await until('the state has no lines', () => player.player!.state.current.transcript.lines.length === 0);
  });
});
