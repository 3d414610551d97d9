/** Cues that are stacked from the same edge: a column over the whole video, filled from one of its ends. */
interface Column {
  readonly vertical: '' | 'rl' | 'lr';
  readonly from: 'start' | 'end' | 'center';
  /** The distance from that end, in percent of the video. */
  readonly distance: number;
  readonly cues: VTTCue[];
}

/** Number of caption rows of the video, as in CEA-608; WebVTT line numbers are about the same. */
const rowCount = 15;
/** Maximum distance from the upper edge, in percent of the video, at which a cue cannot reach the big play button. */
const maxDistanceAbovePlayButton = 15;
/** Maximum length of a cue in characters; longer text is cut off. */
const maxCueLength = 2000;

const clamp = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max);

/** Returns the column that a cue's line setting specifies (https://www.w3.org/TR/webvtt1/#webvtt-line-cue-setting). */
function columnOf({ line, snapToLines, lineAlign = 'start', vertical }: VTTCue): Omit<Column, 'cues'> {
  const columnAt = (from: Column['from'], distance: number) => ({ vertical, from, distance: clamp(distance, 0, 100) });
  if (typeof line !== 'number' || !Number.isFinite(line)) return columnAt('end', 0);
  if (!snapToLines) {
    if (lineAlign === 'end') return columnAt('end', 100 - line);
    return columnAt(lineAlign, line);
  }
  // Cues in the lower half stack upwards from the lowest line, so that they do not overlap at a larger size.
  if (line < 0) return columnAt('end', ((-line - 1) * 100) / rowCount);
  return line < rowCount / 2
    ? columnAt('start', (line * 100) / rowCount)
    : columnAt('end', ((rowCount - 1 - Math.min(line, rowCount - 1)) * 100) / rowCount);
}

/** The point of a cue's box, on the axis along the line of text, that lies at the cue's `position`. */
type LineAnchor = 'start' | 'center' | 'end';

const lineAnchors: Readonly<Record<string, LineAnchor>> = {
  'line-left': 'start',
  left: 'start',
  'line-right': 'end',
  right: 'end',
  center: 'center'
};

/** Matches a text whose first letter is from a right-to-left script, such as Hebrew or Arabic. */
const rightToLeft = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Returns the text alignment of a cue; `start` depends on the direction of its text. */
function alignmentOf({ align, text }: VTTCue): 'left' | 'center' | 'right' {
  if (align !== 'start' && align !== 'end') return align;
  const isRtl = rightToLeft.test(text.slice(0, 200).replace(/<[^<>]*>/g, ''));
  return (align === 'start') === isRtl ? 'right' : 'left';
}

/**
 * Creates the box of a cue with its size, position and alignment on the axis along the line of text; on the other axis, its column places
 * it (https://www.w3.org/TR/webvtt1/#processing-cue-settings).
 */
function createBox(cue: VTTCue): HTMLElement {
  const { position, size } = cue;
  const alignment = alignmentOf(cue);
  const anchor = lineAnchors[cue.positionAlign ?? 'auto'] ?? lineAnchors[alignment]!;
  const anchorPosition = typeof position === 'number' ? clamp(position, 0, 100) : { start: 0, end: 100, center: 50 }[anchor];
  const maxWidth = { start: 100 - anchorPosition, end: anchorPosition, center: 2 * Math.min(anchorPosition, 100 - anchorPosition) }[anchor];
  const width = clamp(Math.min(size, maxWidth), 10, 100);
  const left = clamp({ start: anchorPosition, end: anchorPosition - width, center: anchorPosition - width / 2 }[anchor], 0, 100 - width);
  const box = document.createElement('div');
  box.className = 'cue';
  box.part.add('cue');
  box.style.setProperty('--_left', `${left}%`);
  box.style.setProperty('--_width', `${width}%`);
  box.style.textAlign = alignment;
  const text = document.createElement('span');
  // `getCueAsHTML()` is the browser's own parser: it drops tags unknown to WebVTT and creates no active elements.
  if (cue.text.length > maxCueLength) text.textContent = `${cue.text.slice(0, maxCueLength)}…`;
  else text.append(cue.getCueAsHTML());
  box.append(text);
  return box;
}

/** Creates columns of boxes for cues, to place over the video. With `edge`, all cues are placed there, regardless of their settings. */
export function createCueColumns(cues: readonly VTTCue[], edge?: 'top' | 'bottom'): HTMLElement[] {
  const columns = new Map<string, Column>();
  for (const cue of cues) {
    const placement = edge ? ({ vertical: '', from: edge === 'top' ? 'start' : 'end', distance: 0 } as const) : columnOf(cue);
    // Cues with line numbers in one half share a column that starts at the line nearest to its edge; each percentage has its own column.
    const key = [placement.vertical, placement.from, cue.snapToLines || edge ? '' : placement.distance].join();
    const existingColumn = columns.get(key);
    const distance = Math.min(existingColumn?.distance ?? Infinity, placement.distance);
    columns.set(key, { ...placement, distance, cues: [...(existingColumn?.cues ?? []), cue] });
  }
  return [...columns.values()].map(({ vertical, from, distance, cues: columnCues }) => {
    const element = document.createElement('div');
    const isLow = !vertical && (from !== 'start' || distance > maxDistanceAbovePlayButton);
    element.className = `column ${from} ${vertical} ${isLow ? 'low' : ''}`;
    element.style.setProperty('--_distance', `${distance}%`);
    element.append(...[...columnCues].sort(byLine).map(createBox));
    return element;
  });
}

/** Sorts cues by line number from the top down; the others keep their order. */
const byLine = (a: VTTCue, b: VTTCue): number =>
  typeof a.line === 'number' && typeof b.line === 'number' && a.snapToLines && b.snapToLines ? rowOf(a.line) - rowOf(b.line) : 0;

const rowOf = (line: number): number => (line < 0 ? rowCount + line : line);
