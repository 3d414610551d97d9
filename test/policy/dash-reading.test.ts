import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../src/policy/index.js';
import { loadDashReaders, type DashReaders } from '../promises/linear/engines.js';

const base = 'https://own.test/a/m.mpd';
let dash = {} as DashReaders;
beforeAll(async () => {
  dash = await loadDashReaders([]);
});

interface Node {
  readonly tagName: string;
  readonly __text?: string;
  readonly __children?: readonly Node[];
  readonly [attribute: string]: unknown;
}

/** The members of a parsed MPD from which dash.js takes URLs, by element. */
const urlMembers: Readonly<Record<string, string>> = {
  Location: '__text',
  BaseURL: '__text',
  SegmentTemplate: 'media',
  Period: 'xlink:href'
};

function urlsOf(node: Node): string[] {
  const url = node[urlMembers[node.tagName] ?? ''];
  return [...(typeof url === 'string' ? [url] : []), ...(node.__children ?? []).flatMap(urlsOf)];
}

/** The origins of the URLs that dash.js reads from a text; none when dash.js refuses the text. */
function originsReadByDashJs(text: string): string[] {
  try {
    return urlsOf(dash.mpd.parse(text) as unknown as Node)
      .filter((url) => /^https?:/i.test(url) && URL.canParse(url))
      .map((url) => new URL(url).origin);
  } catch {
    return [];
  }
}
/** The origins that dash.js reads from a text and inspect() does not name. */
const missedOrigins = (text: string) => {
  const found = new Set(inspect(text, base).hosts.map(({ origin }) => origin));
  return originsReadByDashJs(text).filter((origin) => !found.has(origin));
};

const evil = 'https://evil.test/';

describe('inspect() names a host that dash.js reads', () => {
  it.each([
    ['after a comment', `<MPD><Location>/a<!-- x -->${evil}</Location></MPD>`],
    ['after a child', `<MPD><Location>/a<x/>${evil}</Location></MPD>`],
    ['in a value without an equals sign', `<MPD><SegmentTemplate media "${evil}"/></MPD>`],
    ['in a value after other text', `<MPD><SegmentTemplate media= x"${evil}"/></MPD>`],
    ['in an attribute after an underscore', `<MPD><SegmentTemplate _media="${evil}"/></MPD>`],
    ['after an instruction with a greater-than sign', `<MPD><?x > <Location>${evil}</Location> ?></MPD>`],
    ['after an opened comment', `<MPD><!-><x a='--><Location>${evil}</Location><y a=''/></MPD>`],
    ['after a declaration with brackets', `<MPD><!x [><x a=' ]><Location>${evil}</Location><y a=''/></MPD>`],
    ['in numeric references', `<MPD><Location>&#104a;ttps://evil.test/</Location></MPD>`]
  ])('%s', (_, text) => {
    expect(originsReadByDashJs(text)).toContain('https://evil.test');
    expect(missedOrigins(text)).toEqual([]);
  });

  it('in any of 30,000 random texts', { timeout: 120_000 }, () => {
    let count = 0;
    const url = () => `https://h${(count += 1)}.test/`;
    const piece = fc.constantFrom(
      ...[
        '<Location>URL</Location>',
        '<BaseURL>',
        'URL',
        'URL',
        '</BaseURL>',
        '<SegmentTemplate media="URL"/>',
        '<SegmentTemplate ',
        '<Period>'
      ],
      ...[
        'media=',
        'media="URL"',
        "media='URL'",
        '"',
        "'",
        '=',
        '>',
        '/',
        '/>',
        '<',
        '</x>',
        ' ',
        '\n',
        '\f',
        ':',
        '_',
        'a',
        '&#',
        '&amp;'
      ],
      ...[
        '<Period xlink:href="URL" ',
        '</Period>',
        '<!--',
        '-->',
        '<!-',
        '<!',
        '[',
        ']',
        '<?',
        '?>',
        '<![CDATA[',
        ']]>',
        '<dash:Location>',
        '</'
      ]
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 16 }), (pieces) => {
        // The last characters close any open construct, which dash.js would otherwise search to the end of the text.
        const text = `<MPD>${pieces.map((part) => part.replace('URL', url)).join('')}</MPD>-->]]>"'"'>`;
        expect({ text, missed: missedOrigins(text) }).toEqual({ text, missed: [] });
      }),
      { numRuns: 30_000 }
    );
  });
});
