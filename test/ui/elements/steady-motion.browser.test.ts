import { expect } from 'chai';
import type { JetSlider } from '../../../src/ui/elements/jet-slider.js';
import '../mount.js';

const frame = () => new Promise(requestAnimationFrame);

async function make(properties: Partial<JetSlider> = {}, direction = 'ltr'): Promise<JetSlider> {
  document.body.replaceChildren();
  const slider = Object.assign(document.createElement('jet-slider'), { min: 0, max: 100, value: 50, label: 'Seek', ...properties });
  slider.dir = direction;
  slider.style.inlineSize = '200px';
  document.body.append(slider);
  await slider.updateComplete;
  return slider;
}

const set = async (slider: JetSlider, properties: Partial<JetSlider>) => {
  Object.assign(slider, properties);
  await slider.updateComplete;
};

const motions = (slider: JetSlider): Animation[] =>
  slider.shadowRoot!.getAnimations().filter((animation) => !(animation instanceof CSSTransition) && animation.playState === 'running');

/** Returns the value at which an element is shown. */
function shown(slider: JetSlider, selector: '.fill' | '.carrier' = '.carrier'): number {
  const { left, right, width } = slider.shadowRoot!.querySelector('.slider')!.getBoundingClientRect();
  const box = slider.shadowRoot!.querySelector(selector)!.getBoundingClientRect();
  const fraction = slider.matches(':dir(rtl)') ? (right - box.left) / width : (box.right - left) / width;
  return slider.min + fraction * (slider.max - slider.min);
}

/** Moves the animations to a time in seconds after their start, and pauses them there. */
function at(slider: JetSlider, seconds: number): void {
  for (const animation of motions(slider)) {
    animation.pause();
    animation.currentTime = seconds * 1000;
  }
}

describe('the steady motion of a slider', () => {
  for (const direction of ['ltr', 'rtl']) {
    it(`shows the value without a motion, ${direction}`, async () => {
      const slider = await make({ min: 100, max: 300, value: 150 }, direction);
      expect(motions(slider)).to.deep.equal([]);
      expect(shown(slider)).to.be.closeTo(150, 0.1);
      expect(shown(slider, '.fill')).to.be.closeTo(150, 0.1);
      const { left, right } = slider.shadowRoot!.querySelector('.thumb')!.getBoundingClientRect();
      const slot = slider.getBoundingClientRect();
      expect((left + right) / 2).to.be.closeTo(slot.left + slot.width * (direction === 'rtl' ? 0.75 : 0.25), 0.6);
    });

    it(`moves the played part and the thumb between two values, ${direction}`, async () => {
      const slider = await make({ value: 50, rate: 10 }, direction);
      expect(motions(slider).length).to.equal(2);
      at(slider, 2);
      expect(shown(slider)).to.be.closeTo(70, 0.1);
      expect(shown(slider, '.fill')).to.be.closeTo(70, 0.1);
    });
  }

  it('animates nothing but the transform', async () => {
    const slider = await make({ rate: 1 });
    for (const { effect } of motions(slider)) {
      const names = (effect as KeyframeEffect).getKeyframes().flatMap((keyframe) => Object.keys(keyframe));
      expect([...new Set(names)].sort()).to.deep.equal(['composite', 'computedOffset', 'easing', 'offset', 'transform']);
    }
  });

  it('is at a new place in every frame', async () => {
    const slider = await make({ value: 0, rate: 20 });
    const places = new Set<number>();
    for (let count = 0; count < 10; count++) {
      await frame();
      places.add(shown(slider));
    }
    expect(places.size).to.be.at.least(9);
  });

  it('keeps its animations when the value is the expected one, and when only the pointer moves', async () => {
    const slider = await make({ value: 0, rate: 0.001 });
    const before = motions(slider);
    await set(slider, { value: 0.00001 });
    await set(slider, { label: 'Other' });
    expect(motions(slider)).to.deep.equal(before);
    expect(before.map(({ playbackRate }) => playbackRate)).to.deep.equal([1, 1]);
  });

  it('jumps to a seek', async () => {
    const slider = await make({ rate: 1 });
    await set(slider, { value: 80 });
    expect(shown(slider)).to.be.closeTo(80, 0.5);
    await set(slider, { value: 20 });
    expect(shown(slider)).to.be.closeTo(20, 0.5);
    expect(motions(slider).length).to.equal(2);
  });

  it('catches up with a small difference by its speed, without a jump', async () => {
    const slider = await make({ value: 50, rate: 10 });
    at(slider, 1);
    await set(slider, { value: 63 });
    expect(shown(slider)).to.be.closeTo(60, 0.5);
    expect(slider.shadowRoot!.getAnimations()[0]!.playbackRate).to.be.closeTo(1.3, 0.05);
    at(slider, 1.5);
    await set(slider, { value: 65 });
    expect(slider.shadowRoot!.getAnimations()[0]!.playbackRate).to.be.closeTo(1, 0.05);
  });

  it('goes on from the shown place at another speed', async () => {
    const slider = await make({ value: 50, rate: 10 });
    at(slider, 1);
    await set(slider, { rate: 20 });
    expect(shown(slider)).to.be.closeTo(60, 0.5);
    at(slider, 1);
    expect(shown(slider)).to.be.closeTo(80, 0.5);
  });

  it('follows a window that moves', async () => {
    const slider = await make({ min: 100, max: 200, value: 150, rate: 1 });
    await set(slider, { min: 104, max: 204, value: 150 });
    expect(shown(slider)).to.be.closeTo(150, 0.5);
    await set(slider, { value: 204 });
    expect(motions(slider), 'at the live edge').to.deep.equal([]);
    expect(shown(slider)).to.be.closeTo(204, 0.1);
  });

  it('ends at the maximum, and after a few seconds without a value', async () => {
    const end = (slider: JetSlider) => Number(motions(slider)[0]!.effect!.getComputedTiming().endTime) / 1000;
    expect(end(await make({ value: 95, rate: 5 }))).to.be.closeTo(1, 0.01);
    expect(end(await make({ value: 0, rate: 1 }))).to.equal(4);
  });

  const stops: readonly [string, (slider: JetSlider) => unknown][] = [
    ['the rate is 0', (slider) => (slider.rate = 0)],
    ['it is disabled', (slider) => (slider.disabled = true)],
    ['it is removed', (slider) => slider.remove()],
    ['the viewer drags the thumb', (slider) => drag(slider)]
  ];
  for (const [title, stop] of stops) {
    it(`runs no animation when ${title}`, async () => {
      const slider = await make({ rate: 1 });
      expect(motions(slider).length, 'canary').to.equal(2);
      stop(slider);
      await slider.updateComplete;
      expect(motions(slider)).to.deep.equal([]);
    });
  }

  it('makes nothing outside the slider that a page could scroll to', async () => {
    const slider = await make({ value: 5 });
    slider.style.inlineSize = '100%';
    await frame();
    expect(document.documentElement.scrollWidth).to.equal(document.documentElement.clientWidth);
    slider.dir = 'rtl';
    expect(document.documentElement.scrollWidth).to.equal(document.documentElement.clientWidth);
  });
});

function drag(slider: JetSlider): void {
  const inner = slider.shadowRoot!.querySelector<HTMLElement>('.slider')!;
  inner.setPointerCapture = () => undefined;
  inner.dispatchEvent(new PointerEvent('pointerdown', { clientX: 20, pointerId: 1, pointerType: 'mouse' }));
}
