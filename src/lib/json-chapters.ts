import { imagePrefix } from './cue-text.js';

/** One chapter of the JSON format, as far as the player uses it. Every member is text from a server, of any type. */
interface JsonChapter {
  readonly startTime?: unknown;
  readonly endTime?: unknown;
  readonly title?: unknown;
  readonly img?: unknown;
  readonly toc?: unknown;
}

/** Maximum number of chapters and of characters in a title; a file may contain more. */
const maxChapters = 500;
const maxTitle = 500;
/** The end of the last chapter when the file names none: later than any media, in seconds. */
const maxTime = 359_999;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const clock = (seconds: number): string => {
  const thousandths = Math.round(seconds * 1000);
  const [hours, minutes, remainingThousandths] = [
    Math.floor(thousandths / 3_600_000),
    Math.floor(thousandths / 60_000) % 60,
    thousandths % 60_000
  ];
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${twoDigits(hours)}:${twoDigits(minutes)}:${(remainingThousandths / 1000).toFixed(3).padStart(6, '0')}`;
};

const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < maxTime;

/** Returns the URL of an image, resolved; undefined unless it is an HTTP URL. */
function imageUrl(img: unknown, base: string): string | undefined {
  if (typeof img !== 'string' || img === '' || img.length > 2048 || !URL.canParse(img, base)) return undefined;
  const { href, protocol } = new URL(img, base);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** Whether the text of a chapters file is JSON. */
export const isJsonChapters = (text: string): boolean => /^\uFEFF?\s*\{/.test(text);

/**
 * Converts chapters of the podcast namespace
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md) to WebVTT. The image of a
 * chapter is in the identifier of its cue; `base` is the URL of the file. Chapters with `toc: false` are left out, because they are not for
 * the list. A file that cannot be read has no chapters.
 */
export function jsonChaptersToWebVtt(text: string, base: string): string {
  let chapters: unknown;
  try {
    ({ chapters } = JSON.parse(text.replace(/^\uFEFF/, '')) as { chapters?: unknown });
  } catch {
    return 'WEBVTT\n';
  }
  const list = (Array.isArray(chapters) ? (chapters as (JsonChapter | null)[]) : [])
    .filter((chapter): chapter is JsonChapter & { startTime: number } => isTime(chapter?.startTime) && chapter?.toc !== false)
    .slice(0, maxChapters)
    .sort((a, b) => a.startTime - b.startTime);
  const blocks = list.map(({ startTime, endTime, title, img }, index) => {
    const nextStart = list[index + 1]?.startTime ?? maxTime;
    const end = isTime(endTime) && endTime > startTime ? Math.min(endTime, nextStart) : nextStart;
    const titleText = (typeof title === 'string' ? title.slice(0, maxTitle) : '')
      .replace(/\s+/g, ' ')
      .replace(/[&<>]/g, (sign) => entities[sign]!);
    const image = imageUrl(img, base);
    return `${image ? `${imagePrefix}${image}\n` : ''}${clock(startTime)} --> ${clock(end)}\n${titleText}`;
  });
  return `WEBVTT\n\n${blocks.join('\n\n')}\n`;
}
