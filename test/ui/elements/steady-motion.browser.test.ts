import { expect } from 'chai';
import type { JetSlider } from '../../../src/ui/elements/jet-slider.js';
import '../mount.js';

const nextFrame = () => new Promise(requestAnimationFrame);

/** Adds a slider from 0 to 100 at 50, 200 pixels wide, to the page. */
async function createSlider(properties: Partial<JetSlider> = {}, direction = 'ltr'): Promise<JetSlider> {
  document.body.replaceChildren();
  const slider = Object.assign(document.createElement('jet-slider'), { min: 0, max: 100, value: 50, label: 'Seek', ...properties });
  slider.dir = direction;
  slider.style.inlineSize = '200px';
  document.body.append(slider);
  await slider.updateComplete;
  return slider;
}

/** Sets properties of the slider, and waits until it has rendered them. */
const setProperties = async (slider: JetSlider, properties: Partial<JetSlider>) => {
  Object.assign(slider, properties);
  await slider.updateComplete;
};

const runningAnimations = (slider: JetSlider): Animation[] =>
  slider.shadowRoot!.getAnimations().filter((animation) => !(animation instanceof CSSTransition) && animation.playState === 'running');

/** Returns the value at which the fill or the carrier of the thumb is shown. */
function shownValue(slider: JetSlider, selector: '.fill' | '.carrier' = '.carrier'): number {
  const { left, right, width } = slider.shadowRoot!.querySelector('.slider')!.getBoundingClientRect();
  const rect = slider.shadowRoot!.querySelector(selector)!.getBoundingClientRect();
  const fraction = slider.matches(':dir(rtl)') ? (right - rect.left) / width : (rect.right - left) / width;
  return slider.min + fraction * (slider.max - slider.min);
}

/** Moves the animations to a time in seconds after their start, and pauses them there. */
function pauseAnimationsAt(slider: JetSlider, seconds: number): void {
  for (const animation of runningAnimations(slider)) {
    animation.pause();
    animation.currentTime = seconds * 1000;
  }
}

describe('the animation of jet-slider', () => {
  for (const direction of ['ltr', 'rtl']) {
    it(`does not run when rate is not set, and the fill and the thumb are at the value: ${direction}`, async () => {
      const slider = await createSlider({ min: 100, max: 300, value: 150 }, direction);
      expect(runningAnimations(slider)).to.deep.equal([]);
      expect(shownValue(slider)).to.be.closeTo(150, 0.1);
      expect(shownValue(slider, '.fill')).to.be.closeTo(150, 0.1);
      const { left, right } = slider.shadowRoot!.querySelector('.thumb')!.getBoundingClientRect();
      const sliderRect = slider.getBoundingClientRect();
      expect((left + right) / 2).to.be.closeTo(sliderRect.left + sliderRect.width * (direction === 'rtl' ? 0.75 : 0.25), 0.6);
    });

    it(`moves the fill and the thumb at the rate: ${direction}`, async () => {
      const slider = await createSlider({ value: 50, rate: 10 }, direction);
      expect(runningAnimations(slider).length).to.equal(2);
      pauseAnimationsAt(slider, 2);
      expect(shownValue(slider)).to.be.closeTo(70, 0.1);
      expect(shownValue(slider, '.fill')).to.be.closeTo(70, 0.1);
    });
  }

  it('changes only the transform', async () => {
    const slider = await createSlider({ rate: 1 });
    for (const { effect } of runningAnimations(slider)) {
      const names = (effect as KeyframeEffect).getKeyframes().flatMap((keyframe) => Object.keys(keyframe));
      expect([...new Set(names)].sort()).to.deep.equal(['composite', 'computedOffset', 'easing', 'offset', 'transform']);
    }
  });

  it('moves the thumb in at least nine of ten frames', async () => {
    const slider = await createSlider({ value: 0, rate: 20 });
    const values = new Set<number>();
    for (let count = 0; count < 10; count++) {
      await nextFrame();
      values.add(shownValue(slider));
    }
    expect(values.size).to.be.at.least(9);
  });

  it('continues unchanged when the new value is the expected one, and when only the label changes', async () => {
    const slider = await createSlider({ value: 0, rate: 0.001 });
    const initialAnimations = runningAnimations(slider);
    await setProperties(slider, { value: 0.00001 });
    await setProperties(slider, { label: 'Other' });
    expect(runningAnimations(slider)).to.deep.equal(initialAnimations);
    expect(initialAnimations.map(({ playbackRate }) => playbackRate)).to.deep.equal([1, 1]);
  });

  it('continues at the new value after a seek', async () => {
    const slider = await createSlider({ rate: 1 });
    await setProperties(slider, { value: 80 });
    expect(shownValue(slider)).to.be.closeTo(80, 0.5);
    await setProperties(slider, { value: 20 });
    expect(shownValue(slider)).to.be.closeTo(20, 0.5);
    expect(runningAnimations(slider).length).to.equal(2);
  });

  it('changes its speed to compensate a small difference, without a jump', async () => {
    const slider = await createSlider({ value: 50, rate: 10 });
    pauseAnimationsAt(slider, 1);
    await setProperties(slider, { value: 63 });
    expect(shownValue(slider)).to.be.closeTo(60, 0.5);
    expect(slider.shadowRoot!.getAnimations()[0]!.playbackRate).to.be.closeTo(1.3, 0.05);
    pauseAnimationsAt(slider, 1.5);
    await setProperties(slider, { value: 65 });
    expect(slider.shadowRoot!.getAnimations()[0]!.playbackRate).to.be.closeTo(1, 0.05);
  });

  it('continues from the shown value when the rate changes', async () => {
    const slider = await createSlider({ value: 50, rate: 10 });
    pauseAnimationsAt(slider, 1);
    await setProperties(slider, { rate: 20 });
    expect(shownValue(slider)).to.be.closeTo(60, 0.5);
    pauseAnimationsAt(slider, 1);
    expect(shownValue(slider)).to.be.closeTo(80, 0.5);
  });

  it('keeps the shown value when min and max move, and stops at the maximum', async () => {
    const slider = await createSlider({ min: 100, max: 200, value: 150, rate: 1 });
    await setProperties(slider, { min: 104, max: 204, value: 150 });
    expect(shownValue(slider)).to.be.closeTo(150, 0.5);
    await setProperties(slider, { value: 204 });
    expect(runningAnimations(slider), 'at the live edge').to.deep.equal([]);
    expect(shownValue(slider)).to.be.closeTo(204, 0.1);
  });

  it('ends at the maximum, and after four seconds without a new value', async () => {
    const endSeconds = (slider: JetSlider) => Number(runningAnimations(slider)[0]!.effect!.getComputedTiming().endTime) / 1000;
    expect(endSeconds(await createSlider({ value: 95, rate: 5 }))).to.be.closeTo(1, 0.01);
    expect(endSeconds(await createSlider({ value: 0, rate: 1 }))).to.equal(4);
  });

  const stopCases: readonly [string, (slider: JetSlider) => unknown][] = [
    ['the rate is 0', (slider) => (slider.rate = 0)],
    ['it is disabled', (slider) => (slider.disabled = true)],
    ['it is removed', (slider) => slider.remove()],
    ['the viewer drags the thumb', (slider) => startDrag(slider)]
  ];
  for (const [title, stop] of stopCases) {
    it(`does not run when ${title}`, async () => {
      const slider = await createSlider({ rate: 1 });
      expect(runningAnimations(slider).length, 'canary').to.equal(2);
      stop(slider);
      await slider.updateComplete;
      expect(runningAnimations(slider)).to.deep.equal([]);
    });
  }

  it('does not make the page scrollable', async () => {
    const slider = await createSlider({ value: 5 });
    slider.style.inlineSize = '100%';
    await nextFrame();
    expect(document.documentElement.scrollWidth).to.equal(document.documentElement.clientWidth);
    slider.dir = 'rtl';
    expect(document.documentElement.scrollWidth).to.equal(document.documentElement.clientWidth);
  });
});

function startDrag(slider: JetSlider): void {
  const innerSlider = slider.shadowRoot!.querySelector<HTMLElement>('.slider')!;
  innerSlider.setPointerCapture = () => undefined;
  innerSlider.dispatchEvent(new PointerEvent('pointerdown', { clientX: 20, pointerId: 1, pointerType: 'mouse' }));
}
