import { expect } from 'chai';
import { shareUrlOf } from '../../../src/ui/host/share-url.js';

const baseURI = 'https://page.example/videos/';

describe('the URL to share', () => {
  for (const [shareUrl, url] of [
    ['https://a.example/watch?v=1', 'https://a.example/watch?v=1'],
    ['../watch/1', 'https://page.example/watch/1'],
    ['javascript:alert(1)', ''],
    ['data:text/html,x', ''],
    ['https://user:secret@a.example/', ''],
    ['https://[', '']
  ] as const)
    it(`is ${url || 'none'} when the publisher writes ${shareUrl}`, () => expect(shareUrlOf({ shareUrl, baseURI })).to.equal(url));

  it('is none in a frame, which has the URL of the embed, unless the publisher writes one', () => {
    expect(shareUrlOf({ shareUrl: '', baseURI }, true)).to.equal('');
    expect(shareUrlOf({ shareUrl: '/watch/1', baseURI }, true)).to.equal('https://page.example/watch/1');
  });

  it('is the URL of the page without its query and fragment, which may contain a token', () => {
    const initialUrl = location.href;
    history.replaceState(null, '', `${initialUrl}${initialUrl.includes('?') ? '&' : '?'}token=secret#access=secret`);
    try {
      expect(location.href, 'canary').to.contain('secret');
      expect(shareUrlOf({ shareUrl: '', baseURI: document.baseURI })).to.equal(location.origin + location.pathname);
    } finally {
      history.replaceState(null, '', initialUrl);
    }
  });
});
