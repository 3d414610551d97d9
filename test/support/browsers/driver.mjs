/**
 * Runs a function in a page; the function, its arguments and its result are serialised as text.
 * @typedef {<Args extends unknown[], Result>(run: (...args: Args) => Result | Promise<Result>, ...args: Args) => Promise<Result>} Evaluate
 */

/**
 * A page of a browser.
 * @typedef {object} Tab
 * @property {(url: string) => Promise<void>} goto resolves when the document is loaded
 * @property {Evaluate} evaluate
 * @property {Evaluate} inFrame runs a function in the first frame of the page
 * @property {(x: number, y: number) => Promise<void>} click presses at a position of the page, in pixels, with a user gesture
 * @property {() => Promise<void>} close
 */

/**
 * The functions of a browser that the tests which run in all browsers use.
 * @typedef {object} Driver
 * @property {'chromium' | 'firefox' | 'webkit'} name
 * @property {string} version
 * @property {() => Promise<Tab>} open
 * @property {() => Promise<void>} close
 */

export {};
