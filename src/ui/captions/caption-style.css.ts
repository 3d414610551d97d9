import { css } from 'lit';

/** The style sheet of `jet-caption-style`. */
export const captionStyleStyles = css`
  :host {
    display: block;
  }
  .sample {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: grid;
    place-items: center;
    box-sizing: border-box;
    min-block-size: 5em;
    margin-block: 0.7em 0.4em;
    padding: 0.6em;
    overflow: hidden;
    border-radius: calc(var(--jet-radius, 10px) - 2px);
    /* Bright and dark areas, as in a video. */
    background: linear-gradient(115deg, #6fb7e9 0 30%, #e9f3f8 45%, #5d8f4a 62%, #1d2b22);
    color: var(--_cue-text, var(--jet-cue-text, #fff));
    text-align: center;
  }
  .sample > span {
    padding: 0.06em 0.4em 0.1em;
    border-radius: 0.2em;
    background: var(--_cue-background, var(--jet-cue-background, rgb(0 0 0 / 0.75)));
    font-size: min(calc(var(--_cue-size, 1) * 1.1em), 2.4em);
    line-height: 1.4;
    text-shadow: var(--_cue-edge, none);
  }
  /* In a player of small height, the options need the space. */
  @container (height < 300px) {
    .sample {
      position: static;
      min-block-size: 0;
    }
    .sample > span {
      font-size: min(calc(var(--_cue-size, 1) * 1.1em), 1.3em);
    }
  }
  fieldset {
    min-inline-size: 0;
    margin: 0.8em 0 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 0.35em;
    font-weight: 600;
  }
  .choices,
  .swatches {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  label {
    position: relative;
    display: grid;
    cursor: pointer;
  }
  input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choice {
    display: grid;
    place-items: center;
    min-block-size: 2.2em;
    padding-inline: 0.8em;
    border: 1px solid var(--_panel-line);
    border-radius: calc(var(--jet-radius, 10px) - 4px);
    background: var(--_panel-hover);
    line-height: 1.2;
  }
  :checked + .choice {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .swatch {
    box-sizing: border-box;
    inline-size: 2.1em;
    block-size: 2.1em;
    border: 2px solid var(--_panel-quiet);
    border-radius: 50%;
    background: var(--_swatch);
    forced-color-adjust: none;
  }
  :checked + .swatch {
    border: 3px solid var(--_panel-solid, #12161c);
    box-shadow: 0 0 0 2px var(--_accent-text);
  }
  :focus-visible + span {
    outline: 2px solid var(--_panel-ring, #fff);
    outline-offset: 3px;
  }
  button {
    min-block-size: 2.6em;
    margin-block-start: 1.2em;
    padding-inline: 1.2em;
    border: 1px solid var(--_panel-quiet);
    border-radius: 99px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button:focus-visible {
    outline: 2px solid var(--_panel-ring, #fff);
    outline-offset: 2px;
  }
  @media (hover: hover) {
    label:hover :not(:checked) + .choice,
    button:hover {
      background: var(--_panel-focus);
    }
  }
  @media (pointer: coarse) {
    .choice,
    button {
      min-block-size: 44px;
    }
    .swatch {
      inline-size: 44px;
      block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    :checked + .choice {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    :checked + .swatch {
      outline: 3px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
