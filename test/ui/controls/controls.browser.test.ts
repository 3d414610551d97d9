import { expect } from 'chai';
import { render } from 'lit';
import { PlayerError } from '../../../src/media/index.js';
import { controls } from '../../../src/ui/controls/index.js';
import type { Control } from '../../../src/ui/view.js';
import type { Call, StatePatch } from '../../support/fake-player.js';
import { drawn, live, mount, part, has, playing, press, view } from '../mount.js';

interface Row {
  readonly control: string;
  readonly state: StatePatch;
  readonly label: string;
  /** The commands of a click. */
  readonly call: Call;
  readonly autoMuted?: boolean;
}

const rows: readonly Row[] = [
  { control: 'play', state: { playback: { paused: true } }, label: 'Play', call: ['playback.toggle'] },
  { control: 'play', state: { playback: { paused: false } }, label: 'Pause', call: ['playback.toggle'] },
  { control: 'play', state: { playback: { ended: true, paused: true } }, label: 'Play again', call: ['playback.toggle'] },
  { control: 'big-play', state: { playback: { paused: true } }, label: 'Play', call: ['playback.toggle'] },
  { control: 'skip-back', state: playing, label: 'Back 10 seconds', call: ['time.skip', -10] },
  { control: 'skip-forward', state: playing, label: 'Forward 10 seconds', call: ['time.skip', 10] },
  { control: 'mute', state: { volume: { muted: false, level: 1 } }, label: 'Mute', call: ['volume.toggleMuted'] },
  { control: 'mute', state: { volume: { muted: true, level: 1 } }, label: 'Unmute', call: ['volume.toggleMuted'] },
  { control: 'mute', state: { volume: { muted: false, level: 0 } }, label: 'Unmute', call: ['volume.toggleMuted'] },
  { control: 'live', state: live, label: 'Go to live', call: ['live.seekToEdge'] },
  { control: 'live', state: { live: { streamType: 'live', atEdge: true } }, label: 'Live, at the live edge', call: ['live.seekToEdge'] },
  { control: 'captions', state: playing, label: 'Captions', call: ['captions.toggle'] },
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

const all: readonly Control[] = Object.values(controls).flat();
const named = (name: string): Control => all.find((control) => control.name === name)!;

describe('controls', () => {
  it('have unique names, which are their parts', async () => {
    const names = all.map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
    for (const control of all.filter(({ name }) => name !== 'error')) {
      const box = document.createElement('div');
      render(control.render(view(live)), box);
      expect(box.firstElementChild?.getAttribute('part'), control.name).to.equal(control.name);
    }
  });

  for (const { control, state, label, call, autoMuted = false } of rows) {
    it(`${control}: "${label}" gives ${call.join(' ')}`, () => {
      const now = view(state, { autoMuted });
      const box = document.createElement('div');
      expect(named(control).shown?.(now) ?? true).to.equal(true);
      render(named(control).render(now), box);
      const button = box.querySelector('button')!;
      expect(button.getAttribute('aria-label') ?? button.textContent!.trim()).to.equal(label);
      button.click();
      expect(now.player.calls).to.deep.equal([call]);
    });
  }

  const hidden: readonly [string, StatePatch][] = [
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
    ['skip-forward', { ...playing, time: { seekable: { start: 0, end: 0 } } }],
    ['big-play', { source: { interruption: { kind: 'reconnecting', error: new PlayerError('network/timeout', 'x') } } }]
  ];
  for (const [name, state] of hidden) {
    it(`${name} is hidden when it does not apply`, () => expect(named(name).shown?.(view(state))).to.equal(false));
  }

  it('captions exposes whether captions are on', async () => {
    const player = await mount({ ...playing, captions: { ...playing.captions, choice: 'c' } });
    expect(part(player, 'captions').ariaPressed).to.equal('true');
  });

  it('time shows position and duration', async () => {
    const player = await mount(playing);
    expect(part(player, 'time').textContent).to.equal('1:00 / 5:00');
  });

  it('time shows how far playback is behind live', async () => {
    const player = await mount(live);
    expect(part(player, 'time').textContent).to.equal('−1:00');
  });

  it('seek has the seekable range, and its value as text', async () => {
    const player = await mount(playing);
    const slider = part(player, 'seek', '[role=slider]');
    expect([slider.ariaValueMin, slider.ariaValueNow, slider.ariaValueMax]).to.deep.equal(['0', '60', '300']);
    expect(slider.ariaValueText).to.equal('1 minute of 5 minutes');
  });

  it('seek has the distance to live as text when the stream is live', async () => {
    const player = await mount(live);
    expect(part(player, 'seek', '[role=slider]').ariaValueText).to.equal('1 minute behind live');
  });

  it('seek is full at the live edge', async () => {
    const player = await mount({ ...live, live: { ...live.live, atEdge: true } });
    expect(part(player, 'seek', '[role=slider]').ariaValueNow).to.equal('300');
  });

  it('speed is shown when it is not normal', async () => {
    const player = await mount(playing);
    expect(has(player, 'speed')).to.equal(false);
    player.fake.set({ playback: { rate: 1.5 } });
    await drawn(player);
    expect([part(player, 'speed').textContent, part(player, 'speed').ariaLabel]).to.deep.equal(['1.5×', 'Speed 1.5×']);
  });

  it('volume is zero when muted', async () => {
    const player = await mount({ volume: { level: 0.7, muted: true } });
    expect(part(player, 'volume', '[role=slider]').ariaValueNow).to.equal('0');
    expect(part(player, 'volume', '[role=slider]').ariaValueText).to.equal('Muted');
  });

  it('volume continues from the level that was muted when a key raises it', async () => {
    const player = await mount({ volume: { level: 0.7, muted: true } });
    press(part(player, 'volume', '[role=slider]'), 'ArrowDown');
    press(part(player, 'volume', '[role=slider]'), 'ArrowUp');
    expect(player.fake.calls).to.deep.equal([['volume.setLevel', 0.75]]);
  });

  it('privacy counts the blocked hosts and opens the panel', async () => {
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
  for (const [interruption, words] of interruptions) {
    it(`loading shows "${words}"`, async () => {
      const player = await mount({
        ...playing,
        source: { interruption: { ...interruption, error: new PlayerError('network/timeout', 'x') } }
      });
      expect(part(player, 'status').textContent).to.equal(words);
      expect(has(player, 'error')).to.equal(false);
      player.fake.set({ source: { interruption: null } });
      await drawn(player);
      expect(has(player, 'loading')).to.equal(false);
    });
  }

  for (const [download, expected] of [
    ['/film.mp4', `${location.origin}/film.mp4`],
    ['https://files.example/film.mp4', 'https://files.example/film.mp4'],
    ['javascript:alert(1)', undefined],
    ['', undefined]
  ] as const) {
    it(`download offers ${expected ?? 'nothing'} when the attribute is "${download}"`, async () => {
      const player = await mount(playing, { download });
      expect(has(player, 'download')).to.equal(expected !== undefined);
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
    it(`the slot ${slot} renders the page’s content`, async () => {
      const player = await mount({});
      const child = Object.assign(document.createElement('button'), { slot, textContent: slot });
      player.append(child);
      expect(child.assignedSlot?.name).to.equal(slot);
      expect(child.getBoundingClientRect().width).to.be.greaterThan(0);
    });
  }

  it('the slot error replaces the player’s error message', async () => {
    const player = await mount({ source: { status: 'failed', error: new PlayerError('network/http', 'x') } });
    const own = Object.assign(document.createElement('p'), { slot: 'error', textContent: 'Call us.' });
    player.append(own);
    expect(own.getBoundingClientRect().width).to.be.greaterThan(0);
    expect(part(player, 'retry').getBoundingClientRect().width).to.equal(0);
  });

  it('title is rendered as text when it contains markup', async () => {
    const player = await mount({}, { 'title-text': '<img src=x onerror=alert(1)>' });
    expect(part(player, 'title').childElementCount).to.equal(0);
    expect(part(player, 'title').textContent).to.equal('<img src=x onerror=alert(1)>');
  });

  it('are all absent when nocontrols is set', async () => {
    const player = await mount(playing, { nocontrols: '' });
    expect(has(player, 'bar')).to.equal(false);
    expect(has(player, 'video')).to.equal(true);
    expect(player.controls).to.equal(false);
  });
});
