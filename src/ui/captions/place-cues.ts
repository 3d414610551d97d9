/** Cues that stand together: a column over the whole picture, filled from one of its ends. */
interface Column {
  readonly vertical: '' | 'rl' | 'lr';
  readonly from: 'start' | 'end' | 'center';
  /** How far from that end, in percent of the picture. */
  readonly distance: number;
  readonly cues: VTTCue[];
}

/** Lines of a picture, as CEA-608 has them and WebVTT's own line numbers about count. */
const rows = 15;
/** More text than anybody reads in one cue; what comes after it is cut off. */
const longest = 2000;

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Where a cue's line setting puts it (https://www.w3.org/TR/webvtt1/#webvtt-line-cue-setting). */
function placeOf({ line, snapToLines, lineAlign = 'start', vertical }: VTTCue): Omit<Column, 'cues'> {
  const away = (from: Column['from'], distance: number) => ({ vertical, from, distance: clamp(distance, 0, 100) });
  if (typeof line !== 'number' || !Number.isFinite(line)) return away('end', 0);
  if (!snapToLines) {
    if (lineAlign === 'end') return away('end', 100 - line);
    return away(lineAlign, line);
  }
  // Lines of the lower half stand on the lowest of them, so that a larger size lets them grow together and not over each other.
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

/** Begins with a letter that is written from the right: Hebrew, Arabic and their like. */
const fromTheRight = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Where the lines of a cue begin; `start` is the side from which its own text is written. */
function sideOf({ align, text }: VTTCue): 'left' | 'center' | 'right' {
  if (align !== 'start' && align !== 'end') return align;
  const turned = fromTheRight.test(text.slice(0, 200).replace(/<[^>]*>/g, ''));
  return (align === 'start') === turned ? 'right' : 'left';
}

/** The box of one cue on the other axis: its size, position and alignment (https://www.w3.org/TR/webvtt1/#processing-cue-settings). */
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
  // The browser's own parser of cue text: tags that WebVTT does not know are dropped, and no element it makes can act.
  if (cue.text.length > longest) text.textContent = `${cue.text.slice(0, longest)}…`;
  else text.append(cue.getCueAsHTML());
  box.append(text);
  return box;
}

/** Draws cues as columns of boxes, to be put over the picture. With `edge`, all of them go there, whatever their settings say. */
export function placeCues(cues: readonly VTTCue[], edge?: 'top' | 'bottom'): HTMLElement[] {
  const columns = new Map<string, Column>();
  for (const cue of cues) {
    const place = edge ? ({ vertical: '', from: edge === 'top' ? 'start' : 'end', distance: 0 } as const) : placeOf(cue);
    // Line numbers of one half grow from the one that is nearest to its edge; a percentage is a place of its own.
    const key = [place.vertical, place.from, cue.snapToLines || edge ? '' : place.distance].join();
    const known = columns.get(key);
    const nearest = Math.min(known?.distance ?? Infinity, place.distance);
    columns.set(key, { ...place, distance: nearest, cues: [...(known?.cues ?? []), cue] });
  }
  return [...columns.values()].map(({ vertical, from, distance, cues: inside }) => {
    const column = document.createElement('div');
    column.className = `column ${from} ${vertical}`;
    column.style.setProperty('--_distance', `${distance}%`);
    column.append(...[...inside].sort(byLine).map(boxOf));
    return column;
  });
}

/** Lines from the top down, as they are numbered; the rest as they began. */
const byLine = (a: VTTCue, b: VTTCue): number =>
  typeof a.line === 'number' && typeof b.line === 'number' && a.snapToLines && b.snapToLines ? lineOf(a.line) - lineOf(b.line) : 0;

const lineOf = (line: number): number => (line < 0 ? rows + line : line);
