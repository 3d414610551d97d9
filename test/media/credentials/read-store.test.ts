import { describe, expect, it } from 'vitest';
import { readStore } from '../../../src/media/credentials/read-store.js';

const sourceTypes = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** Returns a manifest store as JSON, with these actions, failures and ingredients. */
const storeOf = (state: string, { actions = [] as object[], codes = [] as string[], ingredients = [] as object[] } = {}): string =>
  JSON.stringify({
    active_manifest: 'a',
    validation_state: state,
    validation_results: { activeManifest: { failure: codes.map((code) => ({ code })) } },
    manifests: {
      a: {
        assertions: [{ label: 'c2pa.actions.v2', data: { actions } }],
        ingredients,
        signature_info: { common_name: 'Name', issuer: 'Organization', time: '2026-12-01T10:00:00+00:00' }
      },
      other: { assertions: [], signature_info: { common_name: 'Ingredient' } }
    }
  });
const aiLabelOf = (state: string, action: string, type: string) =>
  readStore(storeOf(state, { actions: [{ action, digitalSourceType: sourceTypes + type }] })).aiLabel;

describe('readStore', () => {
  it('reads the signer, the time, the actions and the number of ingredients of the active manifest', () => {
    const actions = [
      { action: 'c2pa.created', softwareAgent: 'Old' },
      { action: 'c2pa.edited', softwareAgent: { name: 'New' } }
    ];
    expect(readStore(storeOf('Trusted', { actions, ingredients: [{}, {}] }))).toMatchObject({
      status: 'trusted',
      signer: 'Name',
      organization: 'Organization',
      time: '2026-12-01T10:00:00+00:00',
      actions: [
        { action: 'c2pa.created', software: 'Old' },
        { action: 'c2pa.edited', software: 'New' }
      ],
      ingredients: 2
    });
  });

  it.each([
    ['Valid', [], 'untrusted'],
    ['Invalid', ['assertion.bmffHash.mismatch'], 'altered'],
    ['Invalid', ['assertion.hashedURI.mismatch'], 'altered'],
    ['Invalid', ['claimSignature.mismatch'], 'altered'],
    ['Invalid', ['signingCredential.expired'], 'invalid'],
    ['Unknown', [], 'invalid']
  ])('state %s with the failures %j is %s', (state, codes, status) => {
    expect(readStore(storeOf(state, { codes })).status).toBe(status);
  });

  it.each([
    ['Trusted', 'c2pa.created', 'trainedAlgorithmicMedia', 'generated'],
    ['Valid', 'c2pa.created', 'trainedAlgorithmicMedia', 'generated'],
    ['Trusted', 'c2pa.edited', 'trainedAlgorithmicMedia', 'modified'],
    ['Trusted', 'c2pa.created', 'compositeWithTrainedAlgorithmicMedia', 'modified'],
    ['Trusted', 'c2pa.created', 'digitalCapture', null],
    ['Invalid', 'c2pa.created', 'trainedAlgorithmicMedia', null]
  ])('state %s, %s and %s mean the AI label %s', (state, action, type, label) => {
    expect(aiLabelOf(state, action, type)).toBe(label);
  });

  it('limits texts and lists', () => {
    const actions = Array.from({ length: 1000 }, () => ({ action: 'x'.repeat(1000) }));
    const { actions: read } = readStore(storeOf('Trusted', { actions }));
    expect([read.length, read[0]!.action.length]).toEqual([50, 200]);
  });

  it.each(['null', '[]', '{}', '{"manifests":[],"active_manifest":7}', '{"active_manifest":"__proto__","manifests":{}}'])(
    'reads no claim from %s',
    (json) => {
      if (json === 'null') expect(() => readStore(json)).toThrow(SyntaxError);
      else expect(readStore(json)).toMatchObject({ status: 'invalid', signer: '', actions: [], aiLabel: null });
    }
  );
});
