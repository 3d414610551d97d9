import { expect } from 'chai';
import { defineElements } from '../../../src/ui/define.js';
import type { JetSlider } from '../../../src/ui/elements/jet-slider.js';
import { press } from '../mount.js';

defineElements();

async function make(
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

function point(inner: HTMLElement, type: string, fraction: number, init: PointerEventInit = {}): void {
  const { left, width } = inner.getBoundingClientRect();
  inner.setPointerCapture = () => undefined;
  inner.dispatchEvent(
    new PointerEvent(type, { clientX: left + width * fraction, pointerId: 1, pointerType: 'mouse', bubbles: true, composed: true, ...init })
  );
}

describe('jet-slider', () => {
  const keys: readonly [string, number, direction?: string][] = [
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
  for (const [key, position, direction] of keys) {
    it(`${key} ${direction ?? ''} goes from 50 to ${position}`, async () => {
      const { inner, events } = await make({}, direction);
      expect(press(inner, key).defaultPrevented).to.equal(true);
      expect(events).to.deep.equal([`change ${position}`]);
    });
  }

  it('ignores other keys, and keys with modifiers', async () => {
    const { inner, events } = await make();
    expect(press(inner, 'm').defaultPrevented).to.equal(false);
    expect(press(inner, 'ArrowRight', { altKey: true }).defaultPrevented).to.equal(false);
    expect(events).to.deep.equal([]);
  });

  it('accumulates key presses that are faster than the value updates', async () => {
    const { inner, slider } = await make();
    press(inner, 'ArrowRight');
    press(inner, 'ArrowRight');
    expect(slider.position).to.equal(60);
  });

  it('fires events during a drag and once at its end, and never changes its own value', async () => {
    const { slider, inner, events } = await make();
    point(inner, 'pointerdown', 0.1);
    point(inner, 'pointermove', 0.25);
    slider.value = 51;
    await slider.updateComplete;
    expect(slider.position, 'a new value during the drag is not applied yet').to.equal(25);
    point(inner, 'pointerup', 0.25);
    expect(events).to.deep.equal(['input 10', 'input 25', 'change 25']);
    expect(slider.value).to.equal(51);
  });

  it('stays at the released position until the value has updated', async () => {
    const { slider, inner } = await make();
    point(inner, 'pointerdown', 0.8);
    point(inner, 'pointerup', 0.8);
    expect(slider.position).to.equal(80);
    slider.value = 81;
    await slider.updateComplete;
    expect(slider.position).to.equal(81);
  });

  it('discards a cancelled drag', async () => {
    const { slider, inner, events } = await make();
    point(inner, 'pointerdown', 0.8);
    point(inner, 'pointercancel', 0.8);
    expect(slider.position).to.equal(50);
    expect(events).to.deep.equal(['input 80']);
  });

  it('counts from the right in right-to-left text', async () => {
    const { inner, events } = await make({}, 'rtl');
    point(inner, 'pointerdown', 0.1);
    expect(events).to.deep.equal(['input 90']);
  });

  it('shows the value under the pointer', async () => {
    const { slider, inner } = await make({ tip: (value) => `at ${value}` });
    point(inner, 'pointermove', 0.5);
    await slider.updateComplete;
    expect(slider.shadowRoot!.querySelector('[part=tip]')!.textContent).to.equal('at 50');
    point(inner, 'pointerleave', 0.5);
    await slider.updateComplete;
    expect(slider.shadowRoot!.querySelector('[part=tip]')).to.equal(null);
  });

  it('supports a range that does not start at zero', async () => {
    const { inner, events } = await make({ min: 100, max: 300, value: 200 });
    expect(inner.ariaValueMin).to.equal('100');
    point(inner, 'pointerdown', 0.5);
    expect(events).to.deep.equal(['input 200']);
  });

  it('does nothing and is not focusable while disabled', async () => {
    const { inner, events } = await make({ disabled: true });
    press(inner, 'ArrowRight');
    point(inner, 'pointerdown', 0.1);
    expect(events).to.deep.equal([]);
    expect(inner.tabIndex).to.equal(-1);
    expect(inner.ariaDisabled).to.equal('true');
  });

  it('draws its ranges', async () => {
    const { inner } = await make({ ranges: [{ start: 10, end: 40 }] });
    expect(inner.style.getPropertyValue('--ranges')).to.contain('10.00% 40.00%');
  });
});
