import { expect } from 'chai';
import { defineElements } from '../../../src/ui/define.js';
import type { JetSlider } from '../../../src/ui/elements/jet-slider.js';
import { pressKey } from '../mount.js';

defineElements();

/** Creates a slider from 0 to 100 at 50; `inner` is its element with the role, and `events` records its events and positions. */
async function createSlider(
  properties: Partial<JetSlider> = {},
  direction = 'ltr'
): Promise<{ slider: JetSlider; inner: HTMLElement; events: string[] }> {
  document.body.replaceChildren();
  const slider = Object.assign(document.createElement('jet-slider'), {
    min: 0,
    max: 100,
    value: 50,
    step: 5,
    label: 'Seek',
    ...properties
  });
  slider.dir = direction;
  slider.style.inlineSize = '200px';
  const events: string[] = [];
  for (const type of ['input', 'change']) slider.addEventListener(type, () => events.push(`${type} ${slider.position}`));
  document.body.append(slider);
  await slider.updateComplete;
  return { slider, events, inner: slider.shadowRoot!.querySelector<HTMLElement>('[role=slider]')! };
}

/** Fires a pointer event at a fraction of the slider's width. */
function firePointer(inner: HTMLElement, type: string, fraction: number, init: PointerEventInit = {}): void {
  const { left, width } = inner.getBoundingClientRect();
  inner.setPointerCapture = () => undefined;
  inner.dispatchEvent(
    new PointerEvent(type, { clientX: left + width * fraction, pointerId: 1, pointerType: 'mouse', bubbles: true, composed: true, ...init })
  );
}

describe('jet-slider', () => {
  const keyCases: readonly [string, number, direction?: string][] = [
    ['ArrowRight', 55],
    ['ArrowUp', 55],
    ['ArrowLeft', 45],
    ['ArrowDown', 45],
    ['PageUp', 100],
    ['PageDown', 0],
    ['Home', 0],
    ['End', 100],
    ['ArrowRight', 45, 'rtl'],
    ['ArrowLeft', 55, 'rtl'],
    ['ArrowUp', 55, 'rtl']
  ];
  for (const [key, position, direction] of keyCases) {
    it(`moves from 50 to ${position} when ${key} is pressed in ${direction ?? 'ltr'} text`, async () => {
      const { inner, events } = await createSlider({}, direction);
      expect(pressKey(inner, key).defaultPrevented).to.equal(true);
      expect(events).to.deep.equal([`change ${position}`]);
    });
  }

  it('ignores other keys, and keys with modifiers', async () => {
    const { inner, events } = await createSlider();
    expect(pressKey(inner, 'm').defaultPrevented).to.equal(false);
    expect(pressKey(inner, 'ArrowRight', { altKey: true }).defaultPrevented).to.equal(false);
    expect(events).to.deep.equal([]);
  });

  it('accumulates key presses that are faster than the value updates', async () => {
    const { inner, slider } = await createSlider();
    pressKey(inner, 'ArrowRight');
    pressKey(inner, 'ArrowRight');
    expect(slider.position).to.equal(60);
  });

  it('fires input during a drag and change once at its end, and does not change its own value', async () => {
    const { slider, inner, events } = await createSlider();
    firePointer(inner, 'pointerdown', 0.1);
    firePointer(inner, 'pointermove', 0.25);
    slider.value = 51;
    await slider.updateComplete;
    expect(slider.position, 'a new value during the drag is not applied yet').to.equal(25);
    firePointer(inner, 'pointerup', 0.25);
    expect(events).to.deep.equal(['input 10', 'input 25', 'change 25']);
    expect(slider.value).to.equal(51);
  });

  it('stays at the released position until the value has updated', async () => {
    const { slider, inner } = await createSlider();
    firePointer(inner, 'pointerdown', 0.8);
    firePointer(inner, 'pointerup', 0.8);
    expect(slider.position).to.equal(80);
    slider.value = 81;
    await slider.updateComplete;
    expect(slider.position).to.equal(81);
  });

  it('discards a cancelled drag', async () => {
    const { slider, inner, events } = await createSlider();
    firePointer(inner, 'pointerdown', 0.8);
    firePointer(inner, 'pointercancel', 0.8);
    expect(slider.position).to.equal(50);
    expect(events).to.deep.equal(['input 80']);
  });

  it('measures a pointer position from the right in right-to-left text', async () => {
    const { inner, events } = await createSlider({}, 'rtl');
    firePointer(inner, 'pointerdown', 0.1);
    expect(events).to.deep.equal(['input 90']);
  });

  it('shows the value under the pointer', async () => {
    const { slider, inner } = await createSlider({ tip: (value) => `at ${value}` });
    firePointer(inner, 'pointermove', 0.5);
    await slider.updateComplete;
    expect(slider.shadowRoot!.querySelector('[part=tip]')!.textContent).to.equal('at 50');
    firePointer(inner, 'pointerleave', 0.5);
    await slider.updateComplete;
    expect(slider.shadowRoot!.querySelector('[part=tip]')).to.equal(null);
  });

  it('supports a range that does not start at zero', async () => {
    const { inner, events } = await createSlider({ min: 100, max: 300, value: 200 });
    expect(inner.ariaValueMin).to.equal('100');
    firePointer(inner, 'pointerdown', 0.5);
    expect(events).to.deep.equal(['input 200']);
  });

  it('does nothing and is not focusable while disabled', async () => {
    const { inner, events } = await createSlider({ disabled: true });
    pressKey(inner, 'ArrowRight');
    firePointer(inner, 'pointerdown', 0.1);
    expect(events).to.deep.equal([]);
    expect(inner.tabIndex).to.equal(-1);
    expect(inner.ariaDisabled).to.equal('true');
  });

  it('renders its ranges', async () => {
    const { inner } = await createSlider({ ranges: [{ start: 10, end: 40 }] });
    expect(inner.style.getPropertyValue('--ranges')).to.contain('10.00% 40.00%');
  });
});
