import { expect } from 'chai';
import { render } from 'lit';
import { PlayerError } from '../../../src/media/index.js';
import { controls } from '../../../src/ui/controls/index.js';
import { ContentCredentials } from '../../../src/ui/credentials/content-credentials.js';
import type { Control } from '../../../src/ui/view.js';
import type { Call, StatePatch } from '../../support/fake-player.js';
import { waitForRender, liveState, mount, part, hasPart, playingState, pressKey, createView } from '../mount.js';

/** A control that is one button, in a state. */
interface ButtonCase {
  readonly control: string;
  readonly state: StatePatch;
  readonly label: string;
  /** The command that a click calls. */
  readonly call: Call;
  readonly autoMuted?: boolean;
}

const buttonCases: readonly ButtonCase[] = [
  { control: 'play', state: { playback: { paused: true } }, label: 'Play', call: ['playback.toggle'] },
  { control: 'play', state: { playback: { paused: false } }, label: 'Pause', call: ['playback.toggle'] },
  { control: 'play', state: { playback: { ended: true, paused: true } }, label: 'Play again', call: ['playback.toggle'] },
  { control: 'big-play', state: { playback: { paused: true } }, label: 'Play', call: ['playback.toggle'] },
  { control: 'skip-back', state: playingState, label: 'Back 10 seconds', call: ['time.skip', -10] },
  { control: 'skip-forward', state: playingState, label: 'Forward 10 seconds', call: ['time.skip', 10] },
  { control: 'mute', state: { volume: { muted: false, level: 1 } }, label: 'Mute', call: ['volume.toggleMuted'] },
  { control: 'mute', state: { volume: { muted: true, level: 1 } }, label: 'Unmute', call: ['volume.toggleMuted'] },
  { control: 'mute', state: { volume: { muted: false, level: 0 } }, label: 'Unmute', call: ['volume.toggleMuted'] },
  { control: 'live', state: liveState, label: 'Go to live', call: ['live.seekToEdge'] },
  { control: 'live', state: { live: { streamType: 'live', atEdge: true } }, label: 'Live, at the live edge', call: ['live.seekToEdge'] },
  { control: 'captions', state: playingState, label: 'Captions', call: ['captions.toggle'] },
  { control: 'pip', state: { pip: { supported: true, active: false } }, label: 'Picture in picture', call: ['pip.toggle'] },
  { control: 'pip', state: { pip: { supported: true, active: true } }, label: 'Leave picture in picture', call: ['pip.toggle'] },
  { control: 'fullscreen', state: { fullscreen: { supported: true, active: false } }, label: 'Full screen', call: ['fullscreen.toggle'] },
  {
    control: 'fullscreen',
    state: { fullscreen: { supported: true, active: true } },
    label: 'Leave full screen',
    call: ['fullscreen.toggle']
  },
  { control: 'prompt', state: { playback: { autoplayBlocked: true } }, label: 'Click to play', call: ['playback.toggle'] },
  { control: 'prompt', state: { volume: { muted: true } }, autoMuted: true, label: 'Click to unmute', call: ['volume.setMuted', false] }
];

const allControls: readonly Control[] = Object.values(controls).flat();
const controlNamed = (name: string): Control => allControls.find((control) => control.name === name)!;

describe('controls', () => {
  it('have unique names, which are also the names of their parts', async () => {
    const names = allControls.map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
    const view = createView(liveState);
    // The code of Content Credentials is loaded only with its attribute. The button needs no instance of it.
    const options = { ...view.options, credentials: ContentCredentials.prototype };
    for (const control of allControls.filter(({ name }) => name !== 'error')) {
      const container = document.createElement('div');
      render(control.render({ ...view, options }), container);
      expect(container.firstElementChild?.getAttribute('part'), control.name).to.equal(control.name);
    }
  });

  for (const { control, state, label, call, autoMuted = false } of buttonCases) {
    it(`call ${call.join(' ')} when ${control} with the label "${label}" is clicked`, () => {
      const currentView = createView(state, { autoMuted });
      const container = document.createElement('div');
      expect(controlNamed(control).shown?.(currentView) ?? true).to.equal(true);
      render(controlNamed(control).render(currentView), container);
      const button = container.querySelector('button')!;
      expect(button.getAttribute('aria-label') ?? button.textContent!.trim()).to.equal(label);
      button.click();
      expect(currentView.player.calls).to.deep.equal([call]);
    });
  }

  const hiddenCases: readonly [string, StatePatch][] = [
    ['title', {}],
    ['live', { live: { streamType: 'on-demand' } }],
    ['seek', { live: { streamType: 'live', dvr: false } }],
    ['time', { live: { streamType: 'live', atEdge: true, dvr: true } }],
    ['captions', {}],
    ['pip', { pip: { supported: false } }],
    ['fullscreen', { fullscreen: { supported: false } }],
    ['loading', { playback: { waiting: false } }],
    ['prompt', {}],
    ['error', {}],
    ['chapter', {}],
    ['download', {}],
    ['skip-back', { playback: { started: false } }],
    ['skip-forward', { ...playingState, time: { seekable: { start: 0, end: 0 } } }],
    ['big-play', { source: { interruption: { kind: 'reconnecting', error: new PlayerError('network/timeout', 'x') } } }]
  ];
  for (const [name, state] of hiddenCases) {
    it(`do not show ${name} when it does not apply`, () => expect(controlNamed(name).shown?.(createView(state))).to.equal(false));
  }

  it('include captions, which exposes whether captions are on', async () => {
    const player = await mount({ ...playingState, captions: { ...playingState.captions, choice: 'c' } });
    expect(part(player, 'captions').ariaPressed).to.equal('true');
  });

  it('include time, which shows the playback position and the duration', async () => {
    const player = await mount(playingState);
    expect(part(player, 'time').textContent).to.equal('1:00 / 5:00');
  });

  it('include time, which shows how far playback is behind the live edge', async () => {
    const player = await mount(liveState);
    expect(part(player, 'time').textContent).to.equal('−1:00');
  });

  it('include seek, which has the seekable range, and its value as text', async () => {
    const player = await mount(playingState);
    const slider = part(player, 'seek', '[role=slider]');
    expect([slider.ariaValueMin, slider.ariaValueNow, slider.ariaValueMax]).to.deep.equal(['0', '60', '300']);
    expect(slider.ariaValueText).to.equal('1 minute of 5 minutes');
  });

  it('include seek, which has the distance to the live edge as text for a live stream', async () => {
    const player = await mount(liveState);
    expect(part(player, 'seek', '[role=slider]').ariaValueText).to.equal('1 minute behind live');
  });

  it('include seek, which is at its maximum at the live edge', async () => {
    const player = await mount({ ...liveState, live: { ...liveState.live, atEdge: true } });
    expect(part(player, 'seek', '[role=slider]').ariaValueNow).to.equal('300');
  });

  it('include speed only when it is not normal', async () => {
    const player = await mount(playingState);
    expect(hasPart(player, 'speed')).to.equal(false);
    player.fake.set({ playback: { rate: 1.5 } });
    await waitForRender(player);
    expect([part(player, 'speed').textContent, part(player, 'speed').ariaLabel]).to.deep.equal(['1.5×', 'Speed 1.5×']);
  });

  it('include volume, which is zero when the player is muted', async () => {
    const player = await mount({ volume: { level: 0.7, muted: true } });
    expect(part(player, 'volume', '[role=slider]').ariaValueNow).to.equal('0');
    expect(part(player, 'volume', '[role=slider]').ariaValueText).to.equal('Muted');
  });

  it('include volume, which continues from the muted level when a key raises it', async () => {
    const player = await mount({ volume: { level: 0.7, muted: true } });
    pressKey(part(player, 'volume', '[role=slider]'), 'ArrowDown');
    pressKey(part(player, 'volume', '[role=slider]'), 'ArrowUp');
    expect(player.fake.calls).to.deep.equal([['volume.setLevel', 0.75]]);
  });

  it('include privacy, which counts the blocked hosts and opens the privacy panel', async () => {
    const blocked = [{ origin: 'https://tracker.example', kind: 'beacon', rule: 'not-listed', count: 3 } as const];
    const player = await mount({ privacy: { blocked } });
    player.fake.report = {
      ...player.fake.report,
      blocked,
      contacted: [{ origin: 'https://media.example', requests: 2, bytes: 2_000_000 }]
    };
    expect(part(player, 'privacy').ariaLabel).to.equal('Privacy: 1 host blocked');
    part(player, 'privacy').click();
    await player.updateComplete;
    const text = part(player, 'panel').textContent!.replace(/\s+/g, ' ');
    expect(text)
      .to.contain('media.example 2 requests · 2 MB')
      .and.to.contain('tracker.example viewing report · 3 times · not an allowed host');
    expect(text)
      .to.match(/Stored on this device ?Nothing/)
      .and.to.match(/Casting ?Off/);
  });

  const interruptions = [
    [{ kind: 'reconnecting' }, 'Connection lost. Reconnecting…'],
    [{ kind: 'reconnecting', retryIn: 8 }, 'Connection lost. Reconnecting… · Retrying in 8 seconds'],
    [{ kind: 'unavailable', retryIn: 1 }, 'Waiting for the broadcast to begin · Retrying in 1 second']
  ] as const;
  for (const [interruption, status] of interruptions) {
    it(`include loading, which shows "${status}"`, async () => {
      const player = await mount({
        ...playingState,
        source: { interruption: { ...interruption, error: new PlayerError('network/timeout', 'x') } }
      });
      expect(part(player, 'status').textContent).to.equal(status);
      expect(hasPart(player, 'error')).to.equal(false);
      player.fake.set({ source: { interruption: null } });
      await waitForRender(player);
      expect(hasPart(player, 'loading')).to.equal(false);
    });
  }

  for (const [download, expected] of [
    ['/film.mp4', `${location.origin}/film.mp4`],
    ['https://files.example/film.mp4', 'https://files.example/film.mp4'],
    ['javascript:alert(1)', undefined],
    ['', undefined]
  ] as const) {
    it(`${expected ? `include download, which links to ${expected},` : 'do not include download'} when its attribute is "${download}"`, async () => {
      const player = await mount(playingState, { download });
      expect(hasPart(player, 'download')).to.equal(expected !== undefined);
      if (!expected) return;
      const link = part<HTMLAnchorElement>(player, 'download');
      expect([link.href, link.referrerPolicy, link.rel, link.ariaLabel]).to.deep.equal([
        expected,
        'no-referrer',
        'noopener noreferrer',
        'Download'
      ]);
    });
  }

  const slots = ['poster', 'watermark', 'top', 'center', 'bottom-start', 'bottom-end', 'start', 'end'];
  for (const slot of slots) {
    it(`have the slot ${slot}, which renders content of the page`, async () => {
      const player = await mount({});
      const child = Object.assign(document.createElement('button'), { slot, textContent: slot });
      player.append(child);
      expect(child.assignedSlot?.name).to.equal(slot);
      expect(child.getBoundingClientRect().width).to.be.greaterThan(0);
    });
  }

  it('have the slot error, whose content replaces the error message of the player', async () => {
    const player = await mount({ source: { status: 'failed', error: new PlayerError('network/http', 'x') } });
    const replacement = Object.assign(document.createElement('p'), { slot: 'error', textContent: 'Call us.' });
    player.append(replacement);
    expect(replacement.getBoundingClientRect().width).to.be.greaterThan(0);
    expect(part(player, 'retry').getBoundingClientRect().width).to.equal(0);
  });

  it('include title, which renders markup as text', async () => {
    const player = await mount({}, { 'title-text': '<img src=x onerror=alert(1)>' });
    expect(part(player, 'title').childElementCount).to.equal(0);
    expect(part(player, 'title').textContent).to.equal('<img src=x onerror=alert(1)>');
  });

  it('are all absent when nocontrols is set', async () => {
    const player = await mount(playingState, { nocontrols: '' });
    expect(hasPart(player, 'bar')).to.equal(false);
    expect(hasPart(player, 'video')).to.equal(true);
    expect(player.controls).to.equal(false);
  });
});
