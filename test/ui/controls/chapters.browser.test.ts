import { expect } from 'chai';
import type { StatePatch } from '../../support/fake-player.js';
import { until } from '../../support/until.js';
import { waitForRender, hasPart, mount, part, playingState, pressKey } from '../mount.js';
import { mountVideo } from '../mount-video.js';

const stateWithChapters: StatePatch = {
  ...playingState,
  chapters: {
    list: [
      { start: 0, end: 50, title: 'First light' },
      { start: 50, end: 150, title: '<b>Noon</b>' },
      { start: 150, end: 300, title: '' }
    ],
    current: 1
  }
};

describe('chapters', () => {
  it('divide the seek bar, but not at its ends', async () => {
    const player = await mount(stateWithChapters);
    const track = part(player, 'seek', '.track');
    expect(getComputedStyle(track).maskImage.match(/rgba\(0, 0, 0, 0\)|transparent/g)?.length).to.equal(4);
    player.fake.set({ chapters: { list: [], current: -1 } });
    await waitForRender(player);
    await part<HTMLElementTagNameMap['jet-slider']>(player, 'seek').updateComplete;
    expect(getComputedStyle(track).maskImage).to.equal('none');
  });

  it('are named in the value text of the seek bar, with markup in a title as text', async () => {
    const player = await mount(stateWithChapters);
    expect(part(player, 'seek', '[role=slider]').ariaValueText).to.equal('1 minute of 5 minutes, <b>Noon</b>');
  });

  it('show their title under the pointer, or a number when they have none', async () => {
    const player = await mount(stateWithChapters);
    const slider = part(player, 'seek', '.slider');
    const { left, width, top } = slider.getBoundingClientRect();
    for (const [fraction, title] of [
      [0.1, 'First light'],
      [0.3, '<b>Noon</b>'],
      [0.9, 'Chapter 3']
    ] as const) {
      slider.dispatchEvent(new PointerEvent('pointermove', { clientX: left + width * fraction, clientY: top }));
      await part<HTMLElementTagNameMap['jet-slider']>(player, 'seek').updateComplete;
      const preview = part<HTMLElementTagNameMap['jet-preview']>(player, 'seek', 'jet-preview');
      await preview.updateComplete;
      expect(preview.shadowRoot!.querySelector('[part=chapter]')!.textContent).to.equal(title);
    }
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`have a menu that is aligned with the start of its button: ${dir}`, async () => {
      const player = await mount(stateWithChapters, { dir });
      player.style.inlineSize = '960px';
      const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'chapter');
      const button = menu.shadowRoot!.querySelector('button')!;
      button.click();
      await menu.updateComplete;
      const [buttonRect, panelRect] = [button, menu.shadowRoot!.querySelector('.panel')!].map((element) => element.getBoundingClientRect());
      expect(Math.round(dir === 'ltr' ? panelRect!.left - buttonRect!.left : buttonRect!.right - panelRect!.right)).to.equal(0);
    });
  }

  it('have a menu that marks the current chapter and seeks to another one', async () => {
    const player = await mount(stateWithChapters);
    const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'chapter');
    const button = menu.shadowRoot!.querySelector('button')!;
    expect([button.textContent!.trim(), button.ariaLabel]).to.deep.equal(['<b>Noon</b>', 'Chapters: <b>Noon</b>']);
    button.click();
    await menu.updateComplete;
    const menuItems = [...menu.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
    expect(menuItems.map(({ ariaChecked, textContent }) => [ariaChecked, textContent!.replace(/\s+/g, ' ').trim()])).to.deep.equal([
      ['false', 'First light 0:00'],
      ['true', '<b>Noon</b> 0:50'],
      ['false', 'Chapter 3 2:30']
    ]);
    expect(menu.shadowRoot!.activeElement, 'the focus is on the current chapter').to.equal(menuItems[1]);
    menuItems[2]!.click();
    expect(player.fake.calls).to.deep.equal([['chapters.choose', 2]]);
  });

  it('have no button when the video has none', async () => expect(hasPart(await mount(playingState), 'chapter')).to.equal(false));

  it('have keyboard shortcuts, which show the title of the current chapter in a notice', async () => {
    const player = await mount(stateWithChapters);
    pressKey(part(player, 'seek', '[role=slider]'), 'ArrowRight', { ctrlKey: true });
    pressKey(part(player, 'surface'), 'ArrowLeft', { ctrlKey: true });
    expect(player.fake.calls).to.deep.equal([['chapters.next'], ['chapters.previous']]);
    await waitForRender(player);
    expect(part(player, 'notice').textContent!.trim()).to.equal('<b>Noon</b>');
  });

  it('are loaded from the file of the chapters attribute, and fire jet-chapter-change at each change', async () => {
    const player = await mountVideo({ chapters: '/media/chapters.vtt' });
    const state = () => player.player!.state.current.chapters;
    await until('the chapters are read', () => state().list.length === 5);
    expect(state().list.map(({ title }) => title)).to.include('High noon');
    expect(state().current).to.equal(0);
    const events: unknown[] = [];
    player.addEventListener('jet-chapter-change', ({ detail }) => events.push(detail && `${detail.index} ${detail.title}`));
    player.player!.chapters.next();
    await until('the next chapter plays', () => state().current === 1);
    expect(player.currentTime).to.be.closeTo(8, 0.5);
    player.player!.chapters.previous();
    await until('the first chapter plays', () => state().current === 0);
    player.chapters = '';
    await until('the video has no chapters', () => state().list.length === 0);
    expect(events).to.deep.equal(['1 Morning on the water', '0 First light', null]);
  });

  it('are read from a text track that a script adds, without the markup in their titles', async () => {
    const player = await mountVideo({});
    const track = player.addTextTrack('chapters');
    track.addCue(new VTTCue(0, 30, '<i>One</i> &amp; <b onclick="x">all</b>'));
    track.mode = 'hidden';
    await until('the chapters are read', () => player.player!.state.current.chapters.list.length === 1);
    expect(player.player!.state.current.chapters.list[0]!.title).to.equal('One & all');
  });
});
