/** Every source that the demo offers, by the label on its button. */
export const demoSources = [
  { label: 'HLS CMAF', engine: 'hls.js' },
  { label: 'HLS TS', engine: 'hls.js' },
  { label: 'DASH', engine: 'dash.js' },
  { label: 'MP4', engine: 'file' },
  { label: 'Live HLS', engine: 'hls.js' },
  { label: 'Live DASH', engine: 'dash.js' }
];
