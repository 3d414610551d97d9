import { html, nothing, type TemplateResult } from 'lit';
import { spokenTime } from '../../i18n/format.js';
import { seekTarget } from '../../lib/time-ranges.js';
import { button } from '../button.js';
import { captions as captionsButton } from '../controls/captions.js';
import { mute } from '../controls/mute.js';
import { pip } from '../controls/pip.js';
import { play } from '../controls/play.js';
import { skipSeconds } from '../controls/skip.js';
import { time } from '../controls/time.js';
import { icons } from '../icons/icons.js';
import { mediaTime, shownRange, shownTime } from '../shown-time.js';
import type { Control, View } from '../view.js';

const skip = (name: 'back10' | 'forward10', seconds: number): Control => ({
  name,
  render: ({ player, t }) =>
    button({
      name,
      label: t.shortcut[name],
      icon: seconds < 0 ? icons.replay : icons.onward,
      run: () => player.time.skip(seconds)
    })
});

const buttons: readonly Control[] = [play, skip('back10', -skipSeconds), skip('forward10', skipSeconds), mute, time, captionsButton, pip];

function renderSeek(view: View): TemplateResult {
  const { state, player, t } = view;
  const { time, withdrawals } = state;
  const { start, end } = shownRange(view, time.seekable);
  const current = shownTime(view, time.current);
  const onChange = ({ currentTarget }: Event) => {
    const target = mediaTime(view, Number((currentTarget as HTMLInputElement).value));
    player.time.seek(seekTarget(withdrawals.passages, time.current, target));
  };
  return html`<input
    type="range"
    part="seek"
    aria-label=${t.seek}
    aria-valuetext=${t.position(spokenTime(current, t.lang), spokenTime(end, t.lang))}
    min=${start}
    max=${end}
    step="any"
    dir="ltr"
    ?disabled=${end <= start}
    .value=${String(current)}
    @change=${onChange}
  />`;
}

/** Renders what lies over the video in the window: the captions, a press surface, the bar, and the live regions. */
export function renderPip(view: View, video: HTMLVideoElement, notice: string): TemplateResult {
  const { player, state, t } = view;
  const { shown, speakCaptions, style } = state.captions;
  const captions = html`<jet-pip-captions
    aria-live=${speakCaptions ? 'polite' : nothing}
    .video=${video}
    .edge=${style.position === 'author' ? undefined : style.position}
    .withdrawn=${state.withdrawals.passages}
  ></jet-pip-captions>`;
  return html`
    <div class="surface" @click=${() => player.playback.toggle()}></div>
    ${shown ? captions : nothing}
    <div class="bar" role="group" aria-label=${t.controls}>
      ${renderSeek(view)}
      <div class="row">${buttons.map((control) => (control.shown?.(view) === false ? undefined : control.render(view)))}</div>
    </div>
    <div class="hidden" role="status">${notice}</div>
    <div class="hidden" aria-live="assertive">${state.descriptions.text}</div>
  `;
}
