import { counted, ratio } from './table.mjs';

const [width, row, left, right] = [720, 26, 270, 70];
const escape = (/** @type {string} */ text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Returns the time to the first frame compared with the bare engine as an SVG. @param {readonly import('./table.mjs').Result[]} results */
export function chart(results) {
  const selected = results.filter(({ profile }) => profile === 'line');
  const bars = selected.map((result) => {
    const bare = selected.find(({ name, format }) => name.startsWith('bare') && format === result.format);
    return {
      label: `${counted(result)}, ${result.format.toUpperCase()}`,
      value: bare ? ratio(result, bare, 'first') : NaN,
      own: result.name.startsWith('jet-player')
    };
  });
  const largest = Math.max(1, ...bars.map(({ value }) => value).filter(Number.isFinite));
  const x = (/** @type {number} */ value) => left + ((width - left - right) * value) / largest;
  const lines = bars.map(({ label, value, own }, index) => {
    const y = 44 + index * row;
    const end = Number.isFinite(value) ? x(value) : left;
    return `<text x="${left - 10}" y="${y + 13}" text-anchor="end">${escape(label)}</text>
  <rect x="${left}" y="${y}" width="${(end - left).toFixed(1)}" height="18" rx="3" fill="${own ? '#0a7f5a' : '#8a94a3'}"/>
  <text x="${(end + 8).toFixed(1)}" y="${y + 13}">${Number.isFinite(value) ? `${value.toFixed(2)}x` : 'did not start'}</text>`;
  });
  const height = 60 + bars.length * row;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" role="img">
  <title>Time to the first frame against the bare engine, 10 Mbit/s and 20 ms; shorter is better</title>
  <rect width="${width}" height="${height}" fill="#fff"/>
  <text x="12" y="24" font-size="14" font-weight="600">Time to the first frame against the bare engine (10 Mbit/s, 20 ms; shorter is better)</text>
  <line x1="${x(1).toFixed(1)}" x2="${x(1).toFixed(1)}" y1="38" y2="${height - 12}" stroke="#444" stroke-dasharray="3 3"/>
  ${lines.join('\n  ')}
</svg>
`;
}
