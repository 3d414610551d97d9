import type { MediaPlayerClass } from 'dashjs';

/** The part of an "intermediate synchronic document" of imsc.js that is read here: the screen content at one time. */
export interface Content {
  readonly kind?: string;
  readonly text?: string;
  readonly contents?: readonly Content[];
}

/** A cue as dash.js's TTML parser returns it. */
interface HtmlCue {
  readonly start: number;
  readonly end: number;
  readonly isd?: Content;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Returns the text of a document as the text of a WebVTT cue. */
export function textOf({ kind, text, contents = [] }: Content): string {
  if (kind === 'br') return '\n';
  if (text !== undefined) return escape(text);
  return contents.map(textOf).join(kind === 'body' || kind === 'div' || kind === undefined ? '\n' : '');
}

/**
 * Converts TTML and IMSC into text cues like all others, so that the viewer's caption size, colours and position apply to them too.
 *
 * dash.js itself renders them as elements over the video, outside the player's control and missing from picture-in-picture.
 */
export function readTtmlAsText(player: MediaPlayerClass): void {
  const parser = function (this: { parent: { parse(...args: unknown[]): readonly HtmlCue[] } }) {
    // dash.js replaces the members of this object by those that are returned, so the original `parse` is read first.
    const { parse } = this.parent;
    return {
      parse: (...args: unknown[]) =>
        parse(...args).map(({ start, end, isd }) => ({ start, end, data: isd ? textOf(isd).trim() : '', styles: {} }))
    };
  };
  player.extend('TTMLParser', parser, true);
}
