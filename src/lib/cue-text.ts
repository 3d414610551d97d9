/** What the identifier of a chapter's cue begins with when the rest of it is the URL of the chapter's image. */
export const imagePrefix = 'image:';

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', quot: '"' };

/**
 * Returns the text of a WebVTT cue in one line: without tags, with character references decoded (https://www.w3.org/TR/webvtt1/#cue-text).
 */
export const plainText = (cueText: string): string =>
  cueText
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm|quot);/g, (_, name: string) => characters[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
