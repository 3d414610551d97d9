import { describe, expect, it } from 'vitest';
import { changeStyle, defaultCaptionStyle } from '../../src/media/caption-style.js';

describe('changeStyle()', () => {
  it('applies the valid values and ignores the invalid ones', () => {
    const style = changeStyle(defaultCaptionStyle, { size: 2, color: '#12ab9F', edge: 'raised', opacity: 0, position: 'nowhere' });
    expect(style).toEqual({ ...defaultCaptionStyle, size: 2, color: '#12ab9F', edge: 'raised', opacity: 0 });
    expect(Object.isFrozen(style)).toBe(true);
  });

  it.each([
    null,
    undefined,
    1,
    'size',
    [],
    { size: '2' },
    { color: '#fff' },
    { background: 'url(x)' },
    { opacity: 1.1 },
    { toString: 1 },
    JSON.parse('{"__proto__": {"size": 2}}')
  ])('ignores the invalid change %j', (patch) => expect(changeStyle(defaultCaptionStyle, patch)).toEqual(defaultCaptionStyle));
});
