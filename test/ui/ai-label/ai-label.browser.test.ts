import { expect } from 'chai';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { isLabelVisible } from '../../../src/ui/ai-label/label-visibility.js';
import { until } from '../../support/until.js';
import { liveState, mount, playingState, waitForRender, type TestPlayer } from '../mount.js';

const labelOf = (player: JetPlayer): HTMLElement | null => player.shadowRoot!.querySelector('.ai-label');

/** Mounts a player with a label, and waits until the label is there. */
async function mountLabelled(...[patch, attributes]: Parameters<typeof mount>): Promise<TestPlayer> {
  const player = await mount(patch, { 'ai-label': 'generated', ...attributes });
  await until('the label is in the player', () => labelOf(player) !== null);
  await waitForRender(player);
  return player;
}

/** The text of the label as a screen reader has it: without the icon. */
const spokenText = (player: JetPlayer) => labelOf(player)!.querySelector('span:not([aria-hidden])')!.textContent;

/** The warnings in the console while `run` runs. */
async function warningsDuring(run: () => Promise<unknown>): Promise<string[]> {
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (text: string) => void warnings.push(text);
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

const failed = { source: { status: 'failed', error: { code: 'source/not-found', message: '' } } } as unknown as Parameters<typeof mount>[0];

const states: readonly (readonly [name: string, ...Parameters<typeof mount>])[] = [
  ['before playback', {}],
  ['before playback, with a poster', {}, { poster: '/media/poster.jpg', load: 'play' }],
  ['while loading', { playback: { waiting: true, started: true, paused: false } }],
  ['while playing', playingState],
  ['while playing a live stream', liveState],
  ['while paused', { ...playingState, playback: { paused: true, started: true } }],
  ['at the end', { ...playingState, playback: { paused: true, started: true, ended: true } }],
  ['with an error message', failed],
  ['in the audio player', playingState, { audio: '' }],
  ['without an interface', playingState, { nocontrols: '' }],
  ['without an interface, before playback', {}, { nocontrols: '' }]
];

describe('the AI label', () => {
  for (const [name, patch, attributes] of states) {
    it(`is visible ${name}, and describes the player and the video`, async () => {
      const player = await mountLabelled(patch, attributes);
      expect(player.privacyReport().aiLabel).to.equal('visible');
      expect([isLabelVisible(labelOf(player)!), spokenText(player)]).to.deep.equal([true, 'Made with AI']);
      const frame = player.shadowRoot!.querySelector('.frame')!;
      for (const described of [frame, player.video])
        expect(player.shadowRoot!.getElementById(described.getAttribute('aria-describedby')!)).to.equal(labelOf(player));
      // Canary: the checks fail for a player whose label is removed.
      const label = labelOf(player)!;
      label.remove();
      expect([isLabelVisible(label), player.privacyReport().aiLabel]).to.deep.equal([false, 'hidden']);
    });
  }

  it('stays when the controls are hidden during playback', async () => {
    const player = await mountLabelled(playingState);
    player.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await waitForRender(player);
    expect(player.shadowRoot!.querySelector('.frame')!.hasAttribute('data-idle'), 'canary').to.equal(true);
    expect(player.privacyReport().aiLabel).to.equal('visible');
    expect(labelOf(player)!.getAnimations({ subtree: true })).to.deep.equal([]);
  });

  it('says that the media are modified, follows the property, and disappears with it', async () => {
    const player = await mountLabelled(playingState, { 'ai-label': 'modified' });
    expect(spokenText(player)).to.equal('Changed with AI');
    player.aiLabel = 'generated';
    await waitForRender(player);
    expect(spokenText(player)).to.equal('Made with AI');
    player.aiLabel = null;
    await waitForRender(player);
    expect([labelOf(player), player.privacyReport().aiLabel]).to.deep.equal([null, 'none']);
    expect(player.video.hasAttribute('aria-describedby')).to.equal(false);
    player.setAttribute('ai-label', 'modified');
    await waitForRender(player);
    expect([spokenText(player), player.privacyReport().aiLabel]).to.deep.equal(['Changed with AI', 'visible']);
  });

  it('is absent without the attribute, and the player waits for no label', async () => {
    const player = await mount(playingState);
    expect([labelOf(player), player.privacyReport().aiLabel]).to.deep.equal([null, 'none']);
    expect(player.shadowRoot!.querySelector<HTMLElement>('.frame')!.hidden).to.equal(false);
  });

  for (const value of ['', 'yes', 'GENERATED']) {
    it(`names both, and warns once, for the value "${value}"`, async () => {
      const warnings = await warningsDuring(async () => {
        const player = await mountLabelled(playingState, { 'ai-label': value });
        player.requestUpdate();
        await waitForRender(player);
        expect(spokenText(player)).to.equal('Made with AI or Changed with AI');
        expect(player.privacyReport().aiLabel).to.equal('visible');
      });
      expect(warnings.filter((text) => text.includes('"ai-label"')).length).to.equal(1);
    });
  }

  it('warns of no known value', async () => {
    expect(await warningsDuring(() => mountLabelled(playingState))).to.deep.equal([]);
  });

  it('follows the language of the page, and its direction', async () => {
    document.documentElement.lang = 'de-AT';
    const player = await mountLabelled(playingState, { nocontrols: '' });
    expect([spokenText(player), labelOf(player)!.lang]).to.deep.equal(['Mit KI erzeugt', 'de']);
    document.documentElement.lang = 'ar';
    await until('the label is in Arabic', () => labelOf(player)!.lang === 'ar');
    const { left } = labelOf(player)!.getBoundingClientRect();
    expect(getComputedStyle(labelOf(player)!).direction).to.equal('rtl');
    expect(left).to.be.lessThan(player.getBoundingClientRect().left + 40);
    document.documentElement.lang = 'xx';
    await until('the label is in English', () => labelOf(player)!.lang === 'en');
    document.documentElement.lang = 'en';
  });

  it('has the language of the element around the shadow root that contains the player', async () => {
    document.body.replaceChildren();
    const outer = document.createElement('div');
    outer.lang = 'fr';
    document.body.append(outer);
    const player = document.createElement('test-player') as TestPlayer;
    player.setAttribute('ai-label', 'generated');
    outer.attachShadow({ mode: 'open' }).append(player);
    await until('the label is in the player', () => labelOf(player) !== null);
    expect(spokenText(player)).to.equal('Créé avec l’IA');
    outer.lang = 'nl';
    await until('the label is in Dutch', () => spokenText(player) === 'Gemaakt met AI');
  });

  it('lets a press through to the video', async () => {
    const player = await mountLabelled(playingState);
    const { x, y } = labelOf(player)!.getBoundingClientRect();
    expect(player.shadowRoot!.elementFromPoint(x + 3, y + 3)!.className).to.equal('surface');
  });
});
