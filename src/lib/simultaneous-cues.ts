/** A timing line of a WebVTT cue, as tolerant as the parser of browsers (WebVTT, 6.3). */
const timing = /^\s*(?:(\d{1,9}):)?(\d\d):(\d\d)\.(\d{3})\s*-->\s*(?:(\d{1,9}):)?(\d\d):(\d\d)\.(\d{3})/;

/** Maximum number of cues that are active at one time. Browsers compare all active cues with each other at every start and end of a cue. */
const most = 500;

/** Returns seconds for hours, minutes, seconds and thousandths. */
const seconds = ([hours = '0', minutes, whole, thousandths]: readonly (string | undefined)[]): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;

/**
 * Returns the text of a WebVTT file without the cues beyond the 500 that are already active at their start. Their timing lines lose the arrow,
 * so that no browser reads them as cues. The cues are distributed over as many rows; in a row, each cue starts after the one before has ended.
 */
export function limitSimultaneousCues(text: string): string {
  const lines = text.split('\n');
  const cues = lines
    .flatMap((line, at) => {
      const [, ...parts] = (line.includes('-->') && timing.exec(line)) || [];
      return parts.length > 0 ? [{ at, start: seconds(parts.slice(0, 4)), end: seconds(parts.slice(4)) }] : [];
    })
    .sort((one, other) => one.start - other.start);
  if (cues.length <= most) return text;
  const ends = new Float64Array(most);
  let row = 0;
  for (const { at, start, end } of cues) {
    let tried = 0;
    for (; tried < most && ends[row]! > start; tried++) row = (row + 1) % most;
    if (tried === most) lines[at] = lines[at]!.replaceAll('-->', '');
    else ends[row] = end;
  }
  return lines.join('\n');
}
