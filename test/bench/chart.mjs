import { nameWithStarts, medianRatio } from './table.mjs';

const [width, rowHeight, labelWidth, valueWidth] = [720, 26, 270, 70];
const escape = (/** @type {string} */ text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Returns a bar chart, as SVG, of the time to the first frame divided by that of the bare engine.
 * @param {readonly import('./table.mjs').Result[]} results
 */
export function renderChart(results) {
  const selected = results.filter(({ profile }) => profile === 'line');
  const bars = selected.map((result) => {
    const bare = selected.find(({ name, format }) => name.startsWith('bare') && format === result.format);
    return {
      label: `${nameWithStarts(result)}, ${result.format.toUpperCase()}`,
      value: bare ? medianRatio(result, bare, 'first') : NaN,
      isJetPlayer: result.name.startsWith('jet-player')
    };
  });
  const largest = Math.max(1, ...bars.map(({ value }) => value).filter(Number.isFinite));
  const xOf = (/** @type {number} */ value) => labelWidth + ((width - labelWidth - valueWidth) * value) / largest;
  const lines = bars.map(({ label, value, isJetPlayer }, index) => {
    const y = 44 + index * rowHeight;
    const end = Number.isFinite(value) ? xOf(value) : labelWidth;
    return `<text x="${labelWidth - 10}" y="${y + 13}" text-anchor="end">${escape(label)}</text>
  <rect x="${labelWidth}" y="${y}" width="${(end - labelWidth).toFixed(1)}" height="18" rx="3" fill="${isJetPlayer ? '#0a7f5a' : '#8a94a3'}"/>
  <text x="${(end + 8).toFixed(1)}" y="${y + 13}">${Number.isFinite(value) ? `${value.toFixed(2)}x` : 'did not start'}</text>`;
  });
  const height = 60 + bars.length * rowHeight;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" role="img">
  <title>Time to the first frame against the bare engine, 10 Mbit/s and 20 ms; shorter is better</title>
  <rect width="${width}" height="${height}" fill="#fff"/>
  <text x="12" y="24" font-size="14" font-weight="600">Time to the first frame against the bare engine (10 Mbit/s, 20 ms; shorter is better)</text>
  <line x1="${xOf(1).toFixed(1)}" x2="${xOf(1).toFixed(1)}" y1="38" y2="${height - 12}" stroke="#444" stroke-dasharray="3 3"/>
  ${lines.join('\n  ')}
</svg>
`;
}
