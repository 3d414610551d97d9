import { describe, expect, it, vi } from 'vitest';
import { actionForKey } from '../../../src/ui/elements/menu-key.js';

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) => {
  const stop = vi.fn();
  const event = { ...modifiers, key, target: null, stopPropagation: stop };
  const result = actionForKey(event as unknown as KeyboardEvent, { items: [], rtl: false, inSubmenu: false });
  return { result, stops: stop.mock.calls.length };
};

describe('actionForKey()', () => {
  it('stops every key, so that no shortcut of the player runs in a menu', () => {
    expect(press('k').stops).toBe(1);
    expect(press('ArrowRight', { ctrlKey: true })).toEqual({ result: undefined, stops: 1 });
  });

  it('does nothing for a key with a modifier', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const) expect(press('Escape', { [modifier]: true }).result).toBe(undefined);
    expect(press('Escape').result).toBe('close');
  });
});
