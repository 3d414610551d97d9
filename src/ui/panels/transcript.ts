import { html } from 'lit';
import { lazily } from '../lazily.js';
import type { Panel } from './index.js';

const load = lazily('jet-transcript', () => import('../transcript/jet-transcript.js').then(({ JetTranscript }) => JetTranscript));

/** The text of the captions that are shown, to be read, searched and gone by. */
export const transcript: Panel = {
  name: 'transcript',
  beside: true,
  title: (t) => t.transcript,
  render({ player, state, t }) {
    load();
    return html`<jet-transcript
      .lines=${state.transcript.lines}
      .current=${state.transcript.current}
      .off=${state.captions.choice === null}
      .t=${t}
      .player=${player}
    ></jet-transcript>`;
  }
};
