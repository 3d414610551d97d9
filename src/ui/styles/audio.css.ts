import { css } from 'lit';

/** The compact bar of the audio player: artwork, title and one row of controls in the colours of a panel. */
export const audioStyles = css`
  .frame[data-audio] {
    --jet-text-quiet: var(--_panel-quiet);
    --jet-focus: var(--_panel-ring);
    --jet-track: var(--_panel-line);
    --jet-buffered: var(--_panel-line);
    --jet-volume: currentColor;
    --jet-thumb: currentColor;
    --_accent-on-video: var(--_accent-text);
    position: relative;
    inset: auto;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    padding: var(--_gap) calc(var(--_gap) + 2px);
    container-type: inline-size;
    overflow: visible;
    border: 1px solid var(--_panel-line);
    border-radius: calc(var(--jet-radius, 10px) + 4px);
    background: var(--_panel-solid);
    color: var(--_panel-text);
  }
  .frame[data-audio] > :is(.surface, .notice, .watermark, slot) {
    display: none;
  }
  .frame[data-audio] > :is(video, .artwork) {
    position: static;
    grid-area: 1 / 1 / span 3;
    inline-size: calc(var(--_control) + 1.8em);
    block-size: calc(var(--_control) + 1.8em);
    margin-inline-end: 0.8em;
    border-radius: calc(var(--jet-radius, 10px) - 2px);
    object-fit: cover;
  }
  .frame[data-audio] > .artwork {
    z-index: 1;
  }
  /* The remaining time of the sleep timer is shown even where the playback position has no space. */
  button[part='sleep'] > .time {
    display: block;
    padding-inline: 0.4em 0;
  }
  button[part='chapter'] > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .frame[data-audio] > video:not([poster]) {
    display: none;
  }
  .frame[data-audio] :is(.top, .center, .bar) {
    position: static;
    grid-column: 2;
    padding: 0;
    background: none;
  }
  .frame[data-audio] .top .title {
    padding-inline: 0.4em;
    -webkit-line-clamp: 1;
    text-shadow: none;
  }
  .frame[data-audio] .bar {
    position: relative;
    opacity: 1;
    pointer-events: auto;
  }
  /* In a narrow player the seek bar is above the buttons, and follows the first of them in Tab order. */
  .frame[data-audio] .row {
    flex-wrap: wrap;
  }
  .frame[data-audio] .timeline {
    flex: 1;
    min-inline-size: 6em;
    padding-inline: 0.6em;
  }
  .frame[data-audio] .timeline jet-slider {
    margin-block: 0;
  }
  .frame[data-audio] .loading {
    display: flex;
    justify-content: start;
    padding-inline: 0.4em;
  }
  .frame[data-audio] .spinner {
    inline-size: 1.1em;
    border-width: 2px;
    border-color: var(--_panel-line);
    border-block-start-color: var(--_accent-text);
    filter: none;
  }
  .frame[data-audio] .reason {
    padding: 0;
    background: none;
  }
  .frame[data-audio] .center {
    justify-items: start;
  }
  .frame[data-audio] .prompt {
    margin: 0.3em 0;
  }
  .frame[data-audio] .error {
    position: static;
    align-items: flex-start;
    padding: 0.2em 0.4em;
    background: none;
    text-align: start;
  }
  .frame[data-audio] .error > .icon {
    display: none;
  }
  @container (width < 640px) {
    button.button[part='chapter'] {
      display: none;
    }
  }
  @container (width < 520px) {
    .frame[data-audio] .timeline {
      flex-basis: 100%;
      order: -1;
    }
    .frame[data-audio] .end {
      margin-inline-start: auto;
    }
  }
`;
