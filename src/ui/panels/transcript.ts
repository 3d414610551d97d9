import { html } from 'lit';
import { formatTime } from '../../lib/format.js';
import { defineLazily } from '../lit/define-lazily.js';
import { copyLink, isShareable } from '../sharing/copy-link.js';
import { shownTime } from '../shown-time.js';
import type { Panel } from './panel.js';

const load = defineLazily('jet-transcript', () => import('../transcript/jet-transcript.js').then(({ JetTranscript }) => JetTranscript));

/** The transcript of the selected captions, to read, search and navigate by. */
export const transcript: Panel = {
  name: 'transcript',
  beside: true,
  title: (t) => t.transcript,
  render(view) {
    const { player, state, t } = view;
    load();
    return html`<jet-transcript
      .lines=${state.transcript.lines}
      .current=${state.transcript.current}
      .captionsOff=${state.captions.choice === null}
      .t=${t}
      .formatStart=${(start: number) => formatTime(shownTime(view, start))}
      .player=${player}
      .fileName=${view.options.transcriptExport ? view.options.title || t.transcript : undefined}
      .copyLink=${isShareable(view) ? (start: number) => copyLink(view, { start }) : undefined}
    ></jet-transcript>`;
  }
};
