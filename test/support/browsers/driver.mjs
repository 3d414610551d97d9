/**
 * Runs a function in a page; the function, its arguments and its result are serialised as text.
 * @typedef {<Given extends unknown[], Result>(run: (...given: Given) => Result | Promise<Result>, ...given: Given) => Promise<Result>}
 * Evaluate
 */

/**
 * A page of a browser.
 * @typedef {object} Tab
 * @property {(url: string) => Promise<void>} goto resolves when the document is loaded
 * @property {Evaluate} evaluate
 * @property {Evaluate} inFrame the same in the first frame of the page
 * @property {(x: number, y: number) => Promise<void>} click presses at a position of the page, in pixels, with a user gesture
 * @property {() => Promise<void>} close
 */

/**
 * A browser, as the tests that run in all browsers use it.
 * @typedef {object} Driver
 * @property {'chromium' | 'firefox' | 'webkit'} name
 * @property {string} version
 * @property {() => Promise<Tab>} open
 * @property {() => Promise<void>} close
 */

export {};
