import { unchecked, type Credentials, type CredentialsAction, type CredentialsStatus } from './credentials.js';

/** At most this many characters of a text, and actions, are read from a manifest. */
const maxText = 200;
const maxActions = 50;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const objectAt = (value: Json, key: string): Json => (isObject(value[key]) ? value[key] : {});
const listAt = (value: Json, key: string): readonly Json[] => (Array.isArray(value[key]) ? value[key].filter(isObject) : []);
const textAt = (value: Json, key: string): string => (typeof value[key] === 'string' ? value[key].slice(0, maxText) : '');

/** Validation codes (C2PA 2.2, 15.2) that say that the file or its manifest is no longer what was signed. */
const alterationPattern = /^(?:assertion\.(?:bmffHash|dataHash|boxesHash|hashedURI)|claimSignature|ingredient\.hashedURI)\.mismatch$/;

function statusOf(store: Json): CredentialsStatus {
  if (store.validation_state === 'Trusted') return 'trusted';
  if (store.validation_state === 'Valid') return 'untrusted';
  const failures = listAt(objectAt(objectAt(store, 'validation_results'), 'activeManifest'), 'failure');
  return failures.some((failure) => alterationPattern.test(textAt(failure, 'code'))) ? 'altered' : 'invalid';
}

const softwareOf = (action: Json): string => textAt(action, 'softwareAgent') || textAt(objectAt(action, 'softwareAgent'), 'name');

/** Returns what the types of the digital source (IPTC) say about artificial intelligence. */
function aiLabelOf(actions: readonly Json[]): Credentials['aiLabel'] {
  const types = actions.map((action) => [textAt(action, 'action'), textAt(action, 'digitalSourceType').split('/').at(-1)]);
  if (types.some(([action, type]) => type === 'trainedAlgorithmicMedia' && action === 'c2pa.created')) return 'generated';
  const isAi = (type: string | undefined) => type === 'trainedAlgorithmicMedia' || type === 'compositeWithTrainedAlgorithmicMedia';
  return types.some(([, type]) => isAi(type)) ? 'modified' : null;
}

/**
 * Reads the manifest store that the library returns as JSON (`ManifestStore`). Only the active manifest counts. What it says about
 * artificial intelligence counts only if it is valid.
 * @throws SyntaxError when the text is not JSON
 */
export function readStore(json: string): Credentials {
  const store: unknown = JSON.parse(json);
  if (!isObject(store)) throw new SyntaxError('The manifest store is not an object.');
  const manifest = objectAt(objectAt(store, 'manifests'), textAt(store, 'active_manifest'));
  const signature = objectAt(manifest, 'signature_info');
  const assertions = listAt(manifest, 'assertions').filter((assertion) => /^c2pa\.actions(?:\.v2)?$/.test(textAt(assertion, 'label')));
  const actions = assertions.flatMap((assertion) => listAt(objectAt(assertion, 'data'), 'actions')).slice(0, maxActions);
  const status = statusOf(store);
  return {
    ...unchecked,
    status,
    signer: textAt(signature, 'common_name'),
    organization: textAt(signature, 'issuer'),
    time: textAt(signature, 'time'),
    actions: actions.map((action): CredentialsAction => ({ action: textAt(action, 'action'), software: softwareOf(action) })),
    ingredients: listAt(manifest, 'ingredients').length,
    aiLabel: status === 'trusted' || status === 'untrusted' ? aiLabelOf(actions) : null
  };
}
