/** A part of the media to link to, in seconds. */
export interface SharedPart {
  readonly start: number;
  /** Undefined links to a moment. */
  readonly end?: number | undefined;
}

/** Rounds to a tenth of a second, in the direction of `round`, so that a link contains its whole part of the media. */
const toTenth = (seconds: number, round: (value: number) => number): number => round(Number((seconds * 10).toFixed(3))) / 10;

/**
 * Returns a URL with the media fragment of a part: `#t=12` or `#t=12,34.5` (Media Fragments URI 1.0). Other parts of the URL's own fragment
 * stay.
 */
export function linkAt(url: string, { start, end }: SharedPart): string {
  const [page = '', ...fragmentParts] = url.split('#');
  const otherParts = fragmentParts
    .join('#')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('t='));
  const endSuffix = end === undefined ? '' : `,${toTenth(end, Math.ceil)}`;
  return `${page}#${[...otherParts, `t=${toTenth(start, Math.floor)}${endSuffix}`].join('&')}`;
}
