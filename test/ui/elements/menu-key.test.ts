import { describe, expect, it } from 'vitest';
import { actionForKey } from '../../../src/ui/elements/menu-key.js';

const actionOf = (key: string, modifiers: Partial<KeyboardEvent> = {}) =>
  actionForKey({ ...modifiers, key, target: null } as unknown as KeyboardEvent, { items: [], rtl: false, inSubmenu: false });

describe('actionForKey()', () => {
  it('returns nothing for a key with a modifier', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const) expect(actionOf('Escape', { [modifier]: true })).toBe(undefined);
    expect(actionOf('Escape')).toBe('close');
  });
});
