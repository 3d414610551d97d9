import { button } from './button.js';
import type { Control, View } from './control.js';
import { controls, lasting, onRequest, type Arrangement, type Place } from './controls/index.js';
import { iconOf } from './icons.js';

/** A button of the page's own, in one small object. */
export interface OwnButton {
  /** Also its `::part`. */
  readonly name: string;
  /** `end`, when absent. */
  readonly place?: Place;
  /** What it does, in the words of the page. */
  readonly label: string;
  /** The `d` of one SVG path on a field of 24 by 24, drawn as a line; without it, the label is shown. */
  readonly icon?: string;
  /** Stays pressed. */
  pressed?(view: View): boolean;
  shown?(view: View): boolean;
  run(view: View): void;
}

/** A control of the page's own that draws itself: a Lit template, a node or a text. */
export interface OwnControl extends Control {
  readonly place?: Place;
}

/** One of the player's controls at another place. */
export interface MovedControl {
  readonly name: ControlName;
  readonly place: Place;
}

export type ControlName = (typeof controls)[Place][number]['name'];
export type ControlInput = ControlName | (string & {}) | MovedControl | OwnButton | OwnControl;

const places = Object.keys(controls) as Place[];
const listed: readonly Partial<Arrangement>[] = [controls, onRequest];
const known = new Map(
  listed.flatMap((list) => places.flatMap((place) => (list[place] ?? []).map((control) => [control.name, { place, control }] as const)))
);

const draw = ({ name, label, icon, pressed, shown, run }: OwnButton): Control => ({
  name,
  ...(shown && { shown }),
  render: (view) =>
    button({ name, label, icon: icon ? iconOf(icon) : undefined, ...(pressed && { pressed: pressed(view) }), run: () => run(view) })
});

function resolve(input: ControlInput): { place: Place; control: Control } | undefined {
  if (typeof input === 'string') return known.get(input);
  if ('render' in input) return { place: input.place ?? 'end', control: input };
  if ('run' in input) return { place: input.place ?? 'end', control: draw(input) };
  const own = known.get(input.name);
  return own && { ...own, place: input.place };
}

/**
 * The controls in a page's own order, each at its place. A name that is not known is left out, and what tells the viewer how it is
 * (the wait, the prompt, the error) is always there.
 */
export function arrange(inputs: readonly ControlInput[]): Arrangement {
  const wanted = inputs.map(resolve).filter((entry) => entry !== undefined);
  const missing = lasting.filter((control) => !wanted.some((entry) => entry.control === control));
  const here = (place: Place) => wanted.filter((entry) => entry.place === place).map(({ control }) => control);
  return {
    top: here('top'),
    centre: [...here('centre'), ...missing],
    timeline: here('timeline'),
    start: here('start'),
    end: here('end')
  };
}
