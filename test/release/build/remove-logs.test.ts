import { describe, expect, it } from 'vitest';
import { removeLogs } from '../../../build/remove-logs.mjs';

describe('removeLogs()', () => {
  it.each([
    ['a statement', 'a.debug("text");', '0;'],
    ['a template with values', 'a.warn(`text ${b.c}`, d);', '0;'],
    ['a text that is put together', 'a.info("text " + b, c);', '0;'],
    ['an optional call', 'a?.b.log("text", c);', '0;'],
    ['a sequence', 'b(), a.error("text"), c();', 'b(), 0, c();'],
    ['the right side of a condition', 'b && a.log("text");', 'b && 0;'],
    ['both branches of a condition', 'b ? a.log("text") : a.warn("text");', 'b ? 0 : 0;'],
    ['the operand of void', 'function f() { return void a.debug("text"); }', 'function f() { return void 0; }'],
    ['two calls', 'a.log("one"); b(); a.log("two");', '0; b(); 0;']
  ])('removes a call that logs a text: %s', (_, code, expected) => expect(removeLogs(code)).toBe(expected));

  it.each([
    ['a call', 'a.log("text", b());', '("text", b());'],
    ['an assignment in a template', 'a.log(`text ${b++}`);', '(`text ${b++}`);'],
    ['the deletion of a property', 'a.log("text", delete b.c);', '("text", delete b.c);']
  ])('keeps arguments that have an effect: %s', (_, code, expected) => expect(removeLogs(code)).toBe(expected));

  it.each([
    ['uses its result', 'b = a.log("text");'],
    ['uses the result of a condition', 'b = c && a.log("text");'],
    ['is the last of a sequence that is used', 'b((c(), a.log("text")));'],
    ['is the result of a function', 'b(() => a.log("text"));'],
    ['logs no text', 'a.error(b);'],
    ['calls no method', 'log("text");'],
    ['has another name', 'a.logAll("text");'],
    ['is optional, and an argument has an effect', 'a?.log("text", b());'],
    ['has a list of arguments of unknown length', 'a.log("text", ...b());']
  ])('leaves code that %s', (_, code) => expect(removeLogs(code)).toBe(code));
});
