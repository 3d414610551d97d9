/** Cues with the same anchor: a column over the whole video, filled from one of its ends. */
interface Column {
  readonly vertical: '' | 'rl' | 'lr';
  readonly from: 'start' | 'end' | 'center';
  /** The distance from that end, in percent of the video. */
  readonly distance: number;
  readonly cues: VTTCue[];
}

/** Caption rows of the video, as in CEA-608; WebVTT line numbers are about the same. */
const rows = 15;
/** Cues that begin further from the upper edge, in percent of the video, may meet the big play button. */
const topRoom = 15;
/** Maximum length of a cue in characters; longer text is cut off. */
const maxLength = 2000;

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Returns the anchor that a cue's line setting specifies (https://www.w3.org/TR/webvtt1/#webvtt-line-cue-setting). */
function columnOf({ line, snapToLines, lineAlign = 'start', vertical }: VTTCue): Omit<Column, 'cues'> {
  const away = (from: Column['from'], distance: number) => ({ vertical, from, distance: clamp(distance, 0, 100) });
  if (typeof line !== 'number' || !Number.isFinite(line)) return away('end', 0);
  if (!snapToLines) {
    if (lineAlign === 'end') return away('end', 100 - line);
    return away(lineAlign, line);
  }
  // Cues in the lower half stack upwards from the lowest line, so that they do not overlap at a larger size.
  if (line < 0) return away('end', ((-line - 1) * 100) / rows);
  return line < rows / 2 ? away('start', (line * 100) / rows) : away('end', ((rows - 1 - Math.min(line, rows - 1)) * 100) / rows);
}

type Anchor = 'start' | 'center' | 'end';

const byPosition: Readonly<Record<string, Anchor>> = {
  'line-left': 'start',
  left: 'start',
  'line-right': 'end',
  right: 'end',
  center: 'center'
};

/** Matches a text whose first letter is from a right-to-left script, such as Hebrew or Arabic. */
const rightToLeft = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Returns the text alignment of a cue; `start` depends on the direction of its text. */
function sideOf({ align, text }: VTTCue): 'left' | 'center' | 'right' {
  if (align !== 'start' && align !== 'end') return align;
  const isRtl = rightToLeft.test(text.slice(0, 200).replace(/<[^<>]*>/g, ''));
  return (align === 'start') === isRtl ? 'right' : 'left';
}

/**
 * Creates the box of a cue and sets it on the other axis: its size, position and alignment
 * (https://www.w3.org/TR/webvtt1/#processing-cue-settings).
 */
function boxOf(cue: VTTCue): HTMLElement {
  const { position, size } = cue;
  const side = sideOf(cue);
  const anchor = byPosition[cue.positionAlign ?? 'auto'] ?? byPosition[side]!;
  const at = typeof position === 'number' ? clamp(position, 0, 100) : { start: 0, end: 100, center: 50 }[anchor];
  const room = { start: 100 - at, end: at, center: 2 * Math.min(at, 100 - at) }[anchor];
  const width = clamp(Math.min(size, room), 10, 100);
  const left = clamp({ start: at, end: at - width, center: at - width / 2 }[anchor], 0, 100 - width);
  const box = document.createElement('div');
  box.className = 'cue';
  box.part.add('cue');
  box.style.setProperty('--_left', `${left}%`);
  box.style.setProperty('--_width', `${width}%`);
  box.style.textAlign = side;
  const text = document.createElement('span');
  // `getCueAsHTML()` is the browser's own parser: it drops tags unknown to WebVTT and creates no active elements.
  if (cue.text.length > maxLength) text.textContent = `${cue.text.slice(0, maxLength)}…`;
  else text.append(cue.getCueAsHTML());
  box.append(text);
  return box;
}

/** Renders cues as columns of boxes, to place over the video. With `edge`, all of them are placed there, regardless of their settings. */
export function placeCues(cues: readonly VTTCue[], edge?: 'top' | 'bottom'): HTMLElement[] {
  const columns = new Map<string, Column>();
  for (const cue of cues) {
    const target = edge ? ({ vertical: '', from: edge === 'top' ? 'start' : 'end', distance: 0 } as const) : columnOf(cue);
    // Cues with line numbers in one half share a column that starts at the line nearest to its edge; each percentage has its own column.
    const key = [target.vertical, target.from, cue.snapToLines || edge ? '' : target.distance].join();
    const known = columns.get(key);
    const nearest = Math.min(known?.distance ?? Infinity, target.distance);
    columns.set(key, { ...target, distance: nearest, cues: [...(known?.cues ?? []), cue] });
  }
  return [...columns.values()].map(({ vertical, from, distance, cues: inside }) => {
    const column = document.createElement('div');
    const low = !vertical && (from !== 'start' || distance > topRoom);
    column.className = `column ${from} ${vertical} ${low ? 'low' : ''}`;
    column.style.setProperty('--_distance', `${distance}%`);
    column.append(...[...inside].sort(byLine).map(boxOf));
    return column;
  });
}

/** Sorts cues by line number from the top down; the others keep their order. */
const byLine = (a: VTTCue, b: VTTCue): number =>
  typeof a.line === 'number' && typeof b.line === 'number' && a.snapToLines && b.snapToLines ? lineOf(a.line) - lineOf(b.line) : 0;

const lineOf = (line: number): number => (line < 0 ? rows + line : line);
