import { afterEach, describe, expect, it, vi } from 'vitest';
import { Consent } from '../../src/media/consent.js';

const withPrivacyControl = () => vi.stubGlobal('navigator', { globalPrivacyControl: true });
afterEach(() => void vi.unstubAllGlobals());

/** Resolves to `pending` after every promise that is settled already. */
const pendingLater = () => new Promise((resolve) => queueMicrotask(() => resolve('pending')));
/** Resolves to the answer, or to `pending` when there is none yet. */
const answerOrPending = (answer: Promise<boolean>) => Promise.race([answer, pendingLater().then(pendingLater)]);

describe('Consent', () => {
  it('allows storage, and refuses Cast and remote playback, until the viewer or the page decides', () => {
    expect(new Consent().current).toEqual({ storage: true, cast: false, remote: false });
  });

  it('dispatches one request event, which names the recipient and the data, and waits for the answer', async () => {
    const consent = new Consent();
    let requests = 0;
    consent.addEventListener('request', () => (requests += 1));
    const answer = consent.ask('cast');
    expect(await answerOrPending(answer)).toBe('pending');
    expect(consent.pending).toMatchObject({
      recipient: 'Google',
      hosts: ['www.gstatic.com'],
      data: ['ip-address', 'browser', 'media-url'],
      once: false
    });
    expect(await consent.ask('remote')).toBe(false);
    consent.answer(true);
    expect(await answer).toBe(true);
    expect(await consent.ask('cast')).toBe(true);
    expect([requests, consent.pending]).toEqual([1, null]);
  });

  it('asks again after the viewer refused', async () => {
    const consent = new Consent();
    const answer = consent.ask('cast');
    consent.answer(false);
    expect(await answer).toBe(false);
    const secondAnswer = consent.ask('cast');
    expect(await answerOrPending(secondAnswer)).toBe('pending');
  });

  it('uses the decision of the page for the pending request and for later ones', async () => {
    const consent = new Consent();
    const answer = consent.ask('cast');
    consent.decide({ cast: true });
    expect(await answer).toBe(true);
    consent.decide({ cast: false });
    expect(consent.refused('cast')).toBe(true);
    expect(await consent.ask('cast')).toBe(false);
  });

  it('asks again after consent was withdrawn', async () => {
    const consent = new Consent();
    consent.decide({ cast: true });
    consent.withdraw('cast');
    expect(consent.has('cast')).toBe(false);
    expect(await answerOrPending(consent.ask('cast'))).toBe('pending');
  });

  it('has no consent to storage by default, and ignores consent that was given in advance, with Global Privacy Control', async () => {
    withPrivacyControl();
    const consent = new Consent();
    consent.decide({ storage: true, cast: true, remote: true });
    expect(consent.current).toEqual({ storage: false, cast: false, remote: false });
    consent.grant('storage');
    expect(consent.has('storage')).toBe(true);
    const answer = consent.ask('cast');
    expect(consent.pending?.once).toBe(true);
    consent.answer(true);
    expect(await answer).toBe(true);
    // The consent is valid for one use. The next use asks again.
    expect(consent.has('cast')).toBe(true);
    expect(await answerOrPending(consent.ask('cast'))).toBe('pending');
  });

  it('loses consent when its use ends, with Global Privacy Control', () => {
    withPrivacyControl();
    const consent = new Consent();
    void consent.ask('cast');
    consent.answer(true);
    consent.spend('cast');
    expect(consent.has('cast')).toBe(false);
  });
});
