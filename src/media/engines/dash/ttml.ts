import type { MediaPlayerClass } from 'dashjs';

/** As much of an "intermediate synchronic document" of imsc.js as is read: what is on the screen at one time. */
export interface Content {
  readonly kind?: string;
  readonly text?: string;
  readonly contents?: readonly Content[];
}

/** What dash.js's reader of TTML makes of it. */
interface HtmlCue {
  readonly start: number;
  readonly end: number;
  readonly isd?: Content;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What a document says at one time, as the text of a WebVTT cue. */
export function textOf({ kind, text, contents = [] }: Content): string {
  if (kind === 'br') return '\n';
  if (text !== undefined) return escape(text);
  return contents.map(textOf).join(kind === 'body' || kind === 'div' || kind === undefined ? '\n' : '');
}

/**
 * Turns TTML and IMSC into cues of text like all others, so that the viewer's own size, colours and place hold for them too.
 *
 * dash.js would draw them as elements over the video, out of the player's sight and out of every other picture-in-picture.
 */
export function readTtmlAsText(player: MediaPlayerClass): void {
  const reader = function (this: { parent: { parse(...given: unknown[]): readonly HtmlCue[] } }) {
    // dash.js puts what is returned in the place of what is here.
    const { parse } = this.parent;
    return {
      parse: (...given: unknown[]) =>
        parse(...given).map(({ start, end, isd }) => ({ start, end, data: isd ? textOf(isd).trim() : '', styles: {} }))
    };
  };
  player.extend('TTMLParser', reader, true);
}
