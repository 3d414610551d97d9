import { inSlices, sliceLength, type Slices } from './slices.js';
import { limitNesting } from './cue-nesting.js';
import { isJsonChapters, jsonChaptersToWebVtt } from './json-chapters.js';
import { limitSimultaneousCues } from './simultaneous-cues.js';

const srtTiming = /^(\d{1,3}:\d{1,2}:\d{1,2})[,.](\d{1,3})([ \t]+-->[ \t]+)(\d{1,3}:\d{1,2}:\d{1,2})[,.](\d{1,3})/;

/** SubRip writes `1:2:3,4` where WebVTT requires `01:02:03.004`. */
const clock = (time: string, fraction: string): string =>
  `${time
    .split(':')
    .map((part) => part.padStart(2, '0'))
    .join(':')}.${fraction.padEnd(3, '0')}`;

/** Removes text between `{\` and the next `}`: instructions for other players. Text without a closing `}` stays. */
function withoutInstructions(line: string): string {
  const pieces = line.split('}');
  const lastPiece = pieces.pop()!;
  const cleanPieces = pieces.map((piece) => {
    const start = piece.indexOf('{\\');
    return start < 0 ? `${piece}}` : piece.slice(0, start);
  });
  return cleanPieces.join('') + lastPiece;
}

/** The most characters of a caption line; a longer one is no text for a viewer, and is cut here. */
const maxLineLength = 10_000;

const withShortLines = (block: string): string =>
  block
    .split('\n')
    .map((line) => line.slice(0, maxLineLength))
    .join('\n');

/** SubRip shares these tags with WebVTT; every other tag, and every `<` outside a tag, would be lost or would swallow text. */
const withKnownTags = (line: string): string =>
  withoutInstructions(line.slice(0, maxLineLength))
    .replace(/<\/?font\b[^<>]*>/gi, '')
    .replace(/&(?!#?\w{1,12};)/g, '&amp;')
    .replace(/<(?!\/?[biu]>)/gi, '&lt;')
    .replace(/<\/?[BIU]>/g, (tag) => tag.toLowerCase());

/** Whether a file's text is SubRip: a number, and then a time with an arrow. */
export const isSubRip = (text: string): boolean => /^\uFEFF?\s*\d+[ \t]*\r?\n\d{1,3}:\d{1,2}:\d{1,2}[,.]\d/.test(text);

function* fromSubRip(text: string, isRendered: boolean): Slices<string> {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const outputLines: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (at % sliceLength === 0) yield;
    const timing = srtTiming.exec(line);
    if (timing) outputLines.push(`${clock(timing[1]!, timing[2]!)} --> ${clock(timing[4]!, timing[5]!)}`);
    // WebVTT makes the name of a cue from the text before the first timing, and from the number before each one.
    else outputLines.push(srtTiming.test(lines[at + 1] ?? '') ? '' : isRendered ? withKnownTags(line) : line);
  }
  return `WEBVTT\n\n${outputLines.join('\n')}`;
}

/** Whether a block is a style sheet: its first line has `STYLE` and white space, a form feed included (WebVTT, 6.1, "collect a block"). */
const isStyle = (block: string): boolean => block.startsWith('STYLE') && block.split('\n', 1)[0]!.trimEnd() === 'STYLE';

/** Removes style sheets, which could only override the viewer's own caption style and could name URLs, and tags too deep to render. */
function* withoutStyles(text: string, isRendered: boolean): Slices<string> {
  const keptBlocks: string[] = [];
  for (const [at, block] of text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .entries()) {
    if (at % sliceLength === 0) yield;
    if (isStyle(block)) continue;
    keptBlocks.push(isRendered ? limitNesting(block.length > maxLineLength ? withShortLines(block) : block) : block);
  }
  return keptBlocks.join('\n\n');
}

interface ConversionOptions {
  /** Whether browsers render the text of the cues. They do not for metadata, whose text is kept unchanged, whatever its length. */
  readonly isRendered?: boolean;
  /** The URL of a file of chapters, which may be JSON. */
  readonly chaptersUrl?: string | undefined;
}

/**
 * Converts the text of a caption file, SubRip or WebVTT, to WebVTT without style sheets, without tags that are too deep, and without more
 * cues for one time than a viewer can read.
 */
export function* toWebVtt(text: string, { isRendered = true, chaptersUrl }: ConversionOptions = {}): Slices<string> {
  if (chaptersUrl !== undefined && isJsonChapters(text)) return jsonChaptersToWebVtt(text, chaptersUrl);
  const webVtt = isSubRip(text) ? yield* fromSubRip(text.replace(/^\uFEFF/, ''), isRendered) : text;
  return yield* limitSimultaneousCues(yield* withoutStyles(webVtt, isRendered));
}

export const toWebVttInSlices = (text: string, options?: ConversionOptions): Promise<string> => inSlices(toWebVtt(text, options));
