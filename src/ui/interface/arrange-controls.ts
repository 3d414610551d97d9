import { button } from '../button.js';
import type { Control, View } from '../view.js';
import { controls, statusControls, optionalControls, type Arrangement, type Place } from '../controls/index.js';
import { iconOf } from '../icons/render-icon.js';

/** A page's own button. */
export interface OwnButton {
  /** Also its `::part`. */
  readonly name: string;
  /** The slot of the bar; `end` when absent. */
  readonly place?: Place;
  /** The accessible name, in the page's language. */
  readonly label: string;
  /** The `d` of one SVG path in a view box of 24 by 24, which is stroked; without it, the button shows the label. */
  readonly icon?: string;
  /** Whether a toggle button is pressed. */
  pressed?(view: View): boolean;
  shown?(view: View): boolean;
  run(view: View): void;
}

/** A page's own control, which renders a Lit template, a node or a text. */
export interface OwnControl extends Control {
  readonly place?: Place;
}

/** One of the player's controls in another slot. */
export interface MovedControl {
  readonly name: ControlName;
  readonly place: Place;
}

export type ControlName = (typeof controls)[Place][number]['name'];
export type ControlInput = ControlName | (string & {}) | MovedControl | OwnButton | OwnControl;

const places = Object.keys(controls) as Place[];
const arrangements: readonly Partial<Arrangement>[] = [controls, optionalControls];
const entriesByName = new Map(
  arrangements.flatMap((list) =>
    places.flatMap((place) => (list[place] ?? []).map((control) => [control.name, { place, control }] as const))
  )
);

const toControl = ({ name, label, icon, pressed, shown, run }: OwnButton): Control => ({
  name,
  ...(shown && { shown }),
  render: (view) =>
    button({ name, label, icon: icon ? iconOf(icon) : undefined, ...(pressed && { pressed: pressed(view) }), run: () => run(view) })
});

function entryOf(input: ControlInput): { place: Place; control: Control } | undefined {
  if (typeof input === 'string') return entriesByName.get(input);
  if ('render' in input) return { place: input.place ?? 'end', control: input };
  if ('run' in input) return { place: input.place ?? 'end', control: toControl(input) };
  const entry = entriesByName.get(input.name);
  return entry && { ...entry, place: input.place };
}

/**
 * Arranges the controls in the page's order, each in its slot. Unknown names are ignored. The controls that report the player's status
 * are always included.
 */
export function arrangeControls(inputs: readonly ControlInput[]): Arrangement {
  const entries = inputs.map(entryOf).filter((entry) => entry !== undefined);
  const missingControls = statusControls.filter((control) => !entries.some((entry) => entry.control === control));
  const controlsIn = (place: Place) => entries.filter((entry) => entry.place === place).map(({ control }) => control);
  return {
    top: controlsIn('top'),
    center: [...controlsIn('center'), ...missingControls],
    timeline: controlsIn('timeline'),
    start: controlsIn('start'),
    end: controlsIn('end')
  };
}
