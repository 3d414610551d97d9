/**
 * What a check of Content Credentials (C2PA) found. `trusted` and `untrusted`: the manifest is valid and the file is unchanged, and the
 * signer's certificate leads, or does not lead, to the publisher's trust list. `altered`: the file or its manifest was changed after
 * signing. `invalid`: the manifest is not valid for another reason, such as an expired certificate. `missing`: the file has no manifest.
 * `failed`: the check could not be made; `failure` says why.
 */
export type CredentialsStatus = 'unchecked' | 'checking' | 'trusted' | 'untrusted' | 'altered' | 'invalid' | 'missing' | 'failed';

/**
 * Why there is no result: the source is a `stream`; the `media` or the `trust-list` could not be fetched; the file is `too-large`; the
 * `code` of the reader could not be loaded or run; the reader did not accept the `manifest`, or did not finish in time; the manifest is
 * `remote`, on another server, which the player never asks.
 */
export type CredentialsFailure = 'stream' | 'media' | 'trust-list' | 'too-large' | 'code' | 'manifest' | 'remote';

/** One thing that was done with the media, as its manifest states it. */
export interface CredentialsAction {
  /** Such as `c2pa.created` or `c2pa.edited`. */
  readonly action: string;
  /** The software; empty when the manifest names none. */
  readonly software: string;
}

/** The Content Credentials of the media, as plain data. All texts come from the file, and can contain anything. */
export interface Credentials {
  readonly status: CredentialsStatus;
  readonly failure: CredentialsFailure | null;
  /** Who signed: the name in the certificate; empty when there is none. */
  readonly signer: string;
  /** The organization in the certificate. */
  readonly organization: string;
  /** When it was signed, from a time stamp (RFC 3339); empty without one. */
  readonly time: string;
  readonly actions: readonly CredentialsAction[];
  /** How many other media it was made from. */
  readonly ingredients: number;
  /** Whether a valid manifest says that artificial intelligence made or changed the media. */
  readonly aiLabel: 'generated' | 'modified' | null;
  /** The bytes of the file that have been fetched for the check. */
  readonly loaded: number;
  /** The size of the file in bytes; 0 when the server does not say. */
  readonly total: number;
}

/** The result before a check. */
export const unchecked: Credentials = Object.freeze({
  status: 'unchecked',
  failure: null,
  signer: '',
  organization: '',
  time: '',
  actions: [],
  ingredients: 0,
  aiLabel: null,
  loaded: 0,
  total: 0
});

/** Ends a check without a result. */
export class CredentialsError extends Error {
  readonly failure: CredentialsFailure;

  constructor(failure: CredentialsFailure, cause?: unknown) {
    super(`The Content Credentials could not be checked: ${failure}.`, { cause });
    this.failure = failure;
  }
}
