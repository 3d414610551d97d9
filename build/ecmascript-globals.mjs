/**
 * The global names that ECMAScript defines. The objects behind them compute, and have no access to the network, storage or the page.
 * `Function` and `eval` are not included, because they compile text in the page's own scope.
 */
export const ecmaScriptGlobals = new Set(
  `Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array Float64Array
  Infinity Int16Array Int32Array Int8Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect
  RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap
  WeakRef WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape isFinite isNaN parseFloat parseInt
  undefined unescape`.split(/\s+/)
);
