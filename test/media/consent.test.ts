import { afterEach, describe, expect, it, vi } from 'vitest';
import { Consent } from '../../src/media/consent.js';

const withPrivacyControl = () => vi.stubGlobal('navigator', { globalPrivacyControl: true });
afterEach(() => void vi.unstubAllGlobals());

const later = () => new Promise((resolve) => queueMicrotask(() => resolve('open')));
const settled = (answer: Promise<boolean>) => Promise.race([answer, later().then(later)]);

describe('consent', () => {
  it('another device needs a yes; what the publisher opted in to is remembered unless somebody says no', () => {
    expect(new Consent().current).toEqual({ storage: true, cast: false, remote: false });
  });

  it('a question waits, names Google and what it gets, and is told once', async () => {
    const consent = new Consent();
    let told = 0;
    consent.addEventListener('request', () => (told += 1));
    const answer = consent.ask('cast');
    expect(await settled(answer)).toBe('open');
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
    expect([told, consent.pending]).toEqual([1, null]);
  });

  it('a no is no decision for the next time', async () => {
    const consent = new Consent();
    const answer = consent.ask('cast');
    consent.answer(false);
    expect(await answer).toBe(false);
    const again = consent.ask('cast');
    expect(await settled(again)).toBe('open');
  });

  it('a decision of the page answers the question that waits, and the ones to come', async () => {
    const consent = new Consent();
    const answer = consent.ask('cast');
    consent.decide({ cast: true });
    expect(await answer).toBe(true);
    consent.decide({ cast: false });
    expect(consent.refused('cast')).toBe(true);
    expect(await consent.ask('cast')).toBe(false);
  });

  it('withdrawn, it is asked for again', async () => {
    const consent = new Consent();
    consent.decide({ cast: true });
    consent.withdraw('cast');
    expect(consent.has('cast')).toBe(false);
    expect(await settled(consent.ask('cast'))).toBe('open');
  });

  it('with Global Privacy Control nothing is remembered without a yes, and a yes beforehand is none', async () => {
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
    // While the first use lasts, the yes holds; another use is another question.
    expect(consent.has('cast')).toBe(true);
    expect(await settled(consent.ask('cast'))).toBe('open');
  });

  it('with Global Privacy Control a yes is over with its use', () => {
    withPrivacyControl();
    const consent = new Consent();
    void consent.ask('cast');
    consent.answer(true);
    consent.spend('cast');
    expect(consent.has('cast')).toBe(false);
  });
});
