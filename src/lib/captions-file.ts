const srtTiming = /^(\d{1,3}:\d{1,2}:\d{1,2})[,.](\d{1,3})([ \t]+-->[ \t]+)(\d{1,3}:\d{1,2}:\d{1,2})[,.](\d{1,3})/;

/** SubRip writes `1:2:3,4` where WebVTT wants `01:02:03.004`. */
const clock = (time: string, fraction: string): string =>
  `${time
    .split(':')
    .map((part) => part.padStart(2, '0'))
    .join(':')}.${fraction.padEnd(3, '0')}`;

/** SubRip has these tags in common with WebVTT; every other one, and every `<` that is none, would be lost or would swallow text. */
const withKnownTags = (line: string): string =>
  line
    .replace(/\{\\[^}]*\}/g, '')
    .replace(/<\/?font\b[^<>]*>/gi, '')
    .replace(/&(?!#?\w{1,12};)/g, '&amp;')
    .replace(/<(?!\/?[biu]>)/gi, '&lt;')
    .replace(/<\/?[BIU]>/g, (tag) => tag.toLowerCase());

/** Whether a file's text is SubRip: a number, and then a time with an arrow. */
export const isSubRip = (text: string): boolean => /^\uFEFF?\s*\d+[ \t]*\r?\n\d{1,3}:\d{1,2}:\d{1,2}[,.]\d/.test(text);

function fromSubRip(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const written = lines.map((line, at) => {
    const timing = srtTiming.exec(line);
    if (timing) return `${clock(timing[1]!, timing[2]!)} --> ${clock(timing[4]!, timing[5]!)}`;
    // Of the text before the first timing, and of the number before each, WebVTT makes a cue's name.
    return srtTiming.test(lines[at + 1] ?? '') ? '' : withKnownTags(line);
  });
  return `WEBVTT\n\n${written.join('\n')}`;
}

/** A style sheet in a file of captions could only get in the way of the viewer's own wishes; what it might fetch is not tried out. */
const withoutStyles = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((block) => !/^STYLE[ \t]*(?:\n|$)/.test(block))
    .join('\n\n');

/** The text of a file of captions, SubRip or WebVTT, as WebVTT without style sheets. */
export const toWebVtt = (text: string): string => (isSubRip(text) ? fromSubRip(text.replace(/^\uFEFF/, '')) : withoutStyles(text));
