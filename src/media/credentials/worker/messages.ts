/** What the worker reads: a file, with the WebAssembly of the reader and its settings as JSON. */
export interface ReadRequest {
  readonly wasm: ArrayBuffer;
  readonly media: Blob;
  readonly settings: string;
}

/**
 * The worker's only reply: the manifest store as JSON, or why there is none. `code`: the browser, or a policy, did not run the
 * WebAssembly; `manifest`: the reader did not accept the file; its `text` says why.
 */
export type ReadReply = { readonly store: string } | { readonly problem: 'code' | 'manifest'; readonly text: string };
