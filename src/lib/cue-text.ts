const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', quot: '"' };

/** The words of a WebVTT cue in one line, without its tags and character references (https://www.w3.org/TR/webvtt1/#cue-text). */
export const plainText = (cueText: string): string =>
  cueText
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm|quot);/g, (_, name: string) => characters[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
