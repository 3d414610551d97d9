/**
 * A page of a browser.
 * @typedef {object} Tab
 * @property {(url: string) => Promise<void>} goto resolves when the document is there
 * @property {<Given extends unknown[], Result>(run: (...given: Given) => Result | Promise<Result>, ...given: Given) => Promise<Result>} evaluate
 *   runs a function in the page; it, what it is given and what it returns go there and back as text
 * @property {() => Promise<void>} close
 */

/**
 * A browser that is no Chromium, seen by tests that run in all of them.
 * @typedef {object} Driver
 * @property {'firefox' | 'webkit'} name
 * @property {string} version
 * @property {() => Promise<Tab>} open
 * @property {() => Promise<void>} close
 */

export {};
