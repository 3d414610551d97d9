/**
 * Runs a function in a page; it, what it is given and what it returns go there and back as text.
 * @typedef {<Given extends unknown[], Result>(run: (...given: Given) => Result | Promise<Result>, ...given: Given) => Promise<Result>} Evaluate
 */

/**
 * A page of a browser.
 * @typedef {object} Tab
 * @property {(url: string) => Promise<void>} goto resolves when the document is there
 * @property {Evaluate} evaluate
 * @property {Evaluate} inFrame the same in the first frame of the page
 * @property {(x: number, y: number) => Promise<void>} click presses there as a viewer does, in pixels of the page
 * @property {() => Promise<void>} close
 */

/**
 * A browser, seen by tests that run in all of them.
 * @typedef {object} Driver
 * @property {'chromium' | 'firefox' | 'webkit'} name
 * @property {string} version
 * @property {() => Promise<Tab>} open
 * @property {() => Promise<void>} close
 */

export {};
