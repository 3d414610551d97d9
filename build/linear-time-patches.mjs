/**
 * Replacements that make the engines read text in linear time: [text that occurs once in the engine, its replacement].
 *
 * The server decides how long a manifest or a caption file is. If the time to read it grew with the square of its length, a file of one
 * megabyte would block the page for minutes. `test/promises/linear` measures each replacement with its worst input.
 */

/**
 * Reads an attribute list (RFC 8216, 4.2) in one pass, with the results of the pattern of hls.js. `exec` also continues from `lastIndex`.
 */
const attributeList = `{
  lastIndex: 0,
  unclosed: false,
  exec(input) {
    const from = this.lastIndex;
    if (from === 0) this.unclosed = false;
    const equals = input.indexOf('=', from + 1);
    this.lastIndex = 0;
    if (equals < 0) return null;
    const begin = equals + 1;
    let end = -1;
    if (input[begin] === '"' && !this.unclosed) {
      end = input.indexOf('",', begin + 1);
      if (end < 0 && input.endsWith('"') && input.length - 1 > begin) end = input.length - 1;
      // If this quote is not closed, later quotes are not closed either.
      this.unclosed = end < 0;
      if (end >= 0) end += 1;
    }
    if (end < 0) end = input.indexOf(',', begin);
    if (end < 0) end = input.length;
    this.lastIndex = end + 1;
    return [input.slice(from, end), input.slice(from, equals), input.slice(begin, end)];
  }
}`;

/** Normalises a path like url-toolkit, in one pass over its segments: removes `.`, and `..` together with the segment before it. */
const pathNormalization = `return (function (path) {
        const kept = [];
        const segments = path.split('/');
        segments.forEach(function (segment, at) {
          const last = at === segments.length - 1;
          if (segment === '.' && at > 0) {
            if (last) kept.push('');
          } else if (segment === '..' && kept.length > 1 && kept[kept.length - 1] !== '..') {
            kept.pop();
            if (last) kept.push('');
          } else kept.push(segment);
        });
        return kept.join('/');
      })(path);
      path = path`;

/** Returns the cues of a text track by ID, because `getCueById` searches all cues, and hls.js calls it twice for each cue that it adds. */
const cuesByName = `((addCueToTrack.cues ??= new WeakMap()).get(track) ?? addCueToTrack.cues.set(track, new Map()).get(track))`;

/**
 * Returns for each class the date ranges that can be the next one after another range: from the end of the list, each that starts later
 * than all those after it. They are in order of start date, and hls.js selects the first one that starts later than a range.
 */
const latestByClass = `ids.reduceRight((found, id) => {
        const range = dateRanges[id];
        const list = found.get(range.class) ?? [];
        if (!list.length || range.startDate > list.at(-1).startDate) list.push(range);
        return found.set(range.class, list);
      }, new Map())`;

/**
 * Returns the children of an element that are active at a time, in document order, like the filter of imsc.js; linear for ascending times.
 */
const activeAt = `function activeAt(element, offset) {
            var sweeps = tt.sweeps || (tt.sweeps = new Map());
            var sweep = sweeps.get(element);
            if (!sweep || offset < sweep.offset) {
                var begin = element.contents.map(function (el) { return el.begin > 0 ? el.begin : 0; });
                var order = begin.map(function (_, at) { return at; }).sort(function (a, b) { return begin[a] - begin[b] || a - b; });
                sweep = { begin: begin, order: order, next: 0, active: [] };
                sweeps.set(element, sweep);
            }
            sweep.offset = offset;
            while (sweep.next < sweep.order.length && !(offset < sweep.begin[sweep.order[sweep.next]])) sweep.active.push(sweep.order[sweep.next++]);
            sweep.active = sweep.active.filter(function (at) { return !(offset >= element.contents[at].end); }).sort(function (a, b) { return a - b; });
            return sweep.active.map(function (at) { return element.contents[at]; });
        }

        function filter(offset, element) {`;

const throwTooSlow = (what) => `throw new Error('${what} takes too long to read.')`;

/** The replacements by engine. */
export const linearTimePatches = {
  'hls.js': [
    ['/(.+?)=(".*?"|.*?)(?:,|$)/g', attributeList],
    // A match cannot begin in the middle of a run of spaces.
    ['/(?!#) *(\\S[^\\r\\n]*)/.source', '/(?!#)(?:(?<! ) +)?(\\S[^\\r\\n]*)/.source'],
    ['/^[ \\t\\r\\n\\f]+|[ \\t\\r\\n\\f]+$/g', '/^[ \\t\\r\\n\\f]+|(?<![ \\t\\r\\n\\f])[ \\t\\r\\n\\f]+$/g'],
    ["path = path.split('').reverse().join('').replace(SLASH_DOT_REGEX, '')", pathNormalization],
    // Line breaks are replaced in each received chunk, not in all the remaining text at every line.
    ['_this.decoder.decode(data, { stream: true })', 'fixLineBreaks(_this.decoder.decode(data, { stream: true }))'],
    ['buffer = fixLineBreaks(buffer)', ''],
    ['/ +$/', '/(?<! ) +$/'],
    ['/^.+codecs=["\']?([^"\']+).*$/', '/^[^]*?codecs=["\']?([^"\']+)[^]*$/'],
    ['/(\\d+)-(\\d+)\\/(\\d+)/', '/(?<!\\d)(\\d+)-(\\d+)\\/(\\d+)/'],
    // Returns the first group with an ID, from a map.
    [
      'static findGroup(',
      `static findGroup(groups, id) {
        if (!groups.byId) {
          groups.byId = new Map();
          for (const group of groups) if (!groups.byId.has(group.id)) groups.byId.set(group.id, group);
        }
        return groups.byId.get(id);
      }
      static findGroupInList(`
    ],
    // Tags that occur once in a playlist. For each repetition, hls.js would iterate over all segments, or copy everything that it has read.
    [
      'level.startCC = discontinuityCounter = parseInt(value1)',
      'if (level.hasDiscontinuitySequence) break; level.hasDiscontinuitySequence = true; level.startCC = discontinuityCounter = parseInt(value1)'
    ],
    [
      'const skipAttrs = new AttrList(value1, level)',
      'if (level.hasSkip) break; level.hasSkip = true; const skipAttrs = new AttrList(value1, level)'
    ],
    // The number of comparisons between date ranges and dates of segments is limited. A day of programmes needs fewer.
    [
      'const lastProgramDateTime = programDateTimes[programDateTimeCount - 1]',
      'let comparisons = 5e6; const lastProgramDateTime = programDateTimes[programDateTimeCount - 1]'
    ],
    ['let j = programDateTimeCount; j--;', 'let j = programDateTimeCount; j-- && comparisons-- > 0;'],
    // A date range that has more than 40 attributes is not merged with its earlier attributes when it is updated, because a merge copies
    // them.
    [
      'const previousAttr = dateRangeWithSameId.attr',
      'const previousAttr = Object.keys(dateRangeWithSameId.attr).length > 40 ? {} : dateRangeWithSameId.attr'
    ],
    // Between two dates in a playlist the dates of the segments ascend, so a binary search finds the segment of a date range.
    [
      'for (let i = endIndex; i > startIndex; i--)',
      `let [low, high] = [startIndex + 1, endIndex];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (fragments[middle].programDateTime <= startDateTime) low = middle;
        else high = middle - 1;
      }
      // The loop of the engine runs for one index only: the one that was found.
      for (let i = low; i === low && i <= endIndex; i--)`
    ],
    ['const ids = Object.keys(dateRanges)', 'let latestByClass; const ids = Object.keys(dateRanges)'],
    [
      'const nextDateRangeWithSameClass = ids.reduce(',
      `latestByClass ??= ${latestByClass};
        const later = latestByClass.get(dateRange.class) ?? [];
        let [low, high] = [0, later.length];
        while (low < high) {
          const middle = (low + high) >> 1;
          if (later[middle].startDate > dateRange.startDate) high = middle;
          else low = middle + 1;
        }
        // Without a later date range, the callback of the engine reduces an empty list to its initial value.
        const nextDateRangeWithSameClass = later[low] ?? [].reduce(`
    ],
    ['ids.indexOf(id) === -1', '!Object.hasOwn(dateRanges, id)'],
    [
      'codecs = codecs.filter((codec) => filtered.indexOf(codec) === -1)',
      'const known = new Set(filtered); codecs = codecs.filter((codec) => !known.has(codec))'
    ],
    // Where a reloaded playlist differs from the previous one, hls.js corrects the discontinuity numbers of all later segments. After a
    // hundred corrections, segments keep the numbers of the new playlist.
    ['let PTSFrag', 'let corrections = 0; let PTSFrag'],
    ['const ccOffset = oldFrag.cc - newFrag.cc;', 'if (corrections++ > 100) return; const ccOffset = oldFrag.cc - newFrag.cc;'],
    ['for (let i = newDetails.skippedSegments; i--; )', 'newFragments.splice(0, newDetails.skippedSegments - 1); for (let i = 1; i--; )'],
    ['track.cues && !track.cues.getCueById(cue.id)', `track.cues && ${cuesByName}.get(cue.id)?.track !== track`],
    ['if (!track.cues.getCueById(cue.id))', `if (cue.track === track) ${cuesByName}.set(cue.id, cue); else`],
    ['!track?.cues?.getCueById(id)', `!(track?.cues && ${cuesByName}.get(id)?.track === track)`],
    // A cue without an end receives one when a later cue is added, so only the latest cues can have no end.
    ['const cues = this.id3Track?.track.cues', 'const cues = [].slice.call(this.id3Track?.track.cues ?? [], -100)'],
    // Elements with times can be nested, and the text of each contains the text of all elements inside it.
    [
      'const cueText = getTextContent(cueElement, trim)',
      `rateInfo.left = (rateInfo.left ?? 4 * ttml.length) - cueElement.textContent.length - cueElement.querySelectorAll('*').length;
      if (rateInfo.left < 0) return null;
      const cueText = getTextContent(cueElement, trim)`
    ]
  ],
  'eme.js': [['/ +$/', '/(?<! ) +$/']],
  'dash.js': [
    ['/^(?:\\w+\\:\\/\\/)?([^\\/]+)(.*)$/', '/^(?:\\w+\\:\\/\\/)?([^\\/]+)(.*)$/s'],
    ['/^[-+]?[0-9]+[.]?[0-9]*([eE][-+]?[0-9]+)?$/', '/^[-+]?[0-9]+(?:[.][0-9]*)?([eE][-+]?[0-9]+)?$/'],
    ['/(^[\\s]+|[\\s]+$)/g', '/(^[\\s]+|(?<!\\s)[\\s]+$)/g'],
    ['/\\s+$/g', '/(?<!\\s)\\s+$/g'],
    // dash.js copies everything that a representation inherits into it. A day of programmes in a hundred periods needs a tenth of this
    // budget.
    [
      'function vn(e){function t(e,t,n,r,i){',
      `function vn(e){let left=0;function spend(){if(--left<0)${throwTooSlow('The manifest')}}function t(e,t,n,r,i){spend();`
    ],
    ['for(let n in e)t.hasOwnProperty(n)||(t[n]=e[n])', 'for(let n in e)spend(),t.hasOwnProperty(n)||(t[n]=e[n])'],
    ['if(t.Period&&"period"in e)', 'left=2e6;if(t.Period&&"period"in e)'],
    ['t&&i.some((e=>t.match(e)))', 't&&i.some((e=>t.slice(0,200).match(e)))'],
    // The search for the text of a cue ends at the next line with a time, not at the end of the file.
    ['for(;""!==e[r]&&r<e.length;)r++;', 'for(;""!==e[r]&&r<e.length;){if(i.test(e[r]))return"";r++}']
  ],
  'imsc.js': [
    ['CELL_RESOLUTION_RE = /(\\d+) (\\d+)/', 'CELL_RESOLUTION_RE = /(?<!\\d)(\\d+) (\\d+)/'],
    ['FRAME_RATE_MULT_RE = /(\\d+) (\\d+)/', 'FRAME_RATE_MULT_RE = /(?<!\\d)(\\d+) (\\d+)/'],
    ['/(\\d+)\\s+(\\d+)/', '/(?<!\\d)(\\d+)\\s+(\\d+)/'],
    ['/([^\\(,\\)]|\\([^\\)]+\\))+/g', '/([^\\(,\\)]|\\([^\\(\\)]+\\))+/g'],
    ['p.onopentag = function (node) {', `p.onopentag = function (node) { if (estack.length > 256) ${throwTooSlow('The TTML')};`],
    // The search never finds anything: it looks for a name in a list of pairs.
    ['parser.attribList.indexOf(parser.attribName) !== -1 ||', ''],
    ['function filter(offset, element) {', activeAt],
    ['element.contents.filter(offsetFilter).forEach(function (el) {', 'activeAt(element, offset).forEach(function (el) {'],
    // For each time and each region, imsc.js creates a new tree of the active elements. This is the budget of elements for one document; a
    // document whose texts follow each other needs a quarter of it.
    ['doc = new TT();', 'doc = new TT(); doc.left = xmlstring.length / 4 + 20000;'],
    [
      'var isd = new ISD(tt);',
      `var isd = new ISD(tt); if ((tt.left -= Object.keys(tt.head.layout.regions).length / 16) < 0) ${throwTooSlow('The TTML')};`
    ],
    [
      'if (offset < elem.begin || offset >= elem.end) {',
      `if ((doc.left -= 1) < 0) ${throwTooSlow('The TTML')}; if (offset < elem.begin || offset >= elem.end) {`
    ],
    ['for (var i = 0; i < elem.sets.length; i++) {', 'doc.left -= elem.sets.length / 8; for (var i = 0; i < elem.sets.length; i++) {']
  ]
};
