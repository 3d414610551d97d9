import { videoTag } from '../short-video.js';

/** A page that leaves one trace of each kind, in the page, in a frame of another site and in a worker. */
export const tracesPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Traces</title><meta name="referrer" content="unsafe-url"></head><body>
<div id="host"></div>${videoTag}<iframe src="https://frame.test/"></iframe>
<script>
  document.cookie = 'by-script=123456; max-age=3600';
  localStorage.setItem('kept', 'value'); localStorage.setItem('probe', '1'); localStorage.removeItem('probe');
  sessionStorage.setItem('visit', 'value');
  indexedDB.open('database'); caches.open('cache'); navigator.serviceWorker.register('/service-worker.js');
  fetch('https://pixel.test/p?viewer=3f2504e0-4f89-41d3-9a0c-0305e82c3301&page=' + encodeURIComponent(location.href));
  fetch('/segment.m4s?CMCD=' + encodeURIComponent('sid="viewer-42"'));
  fetch('https://stopped.test/', { mode: 'no-cors', integrity: '' });

  const canvas = document.createElement('canvas');
  canvas.getContext('2d').getImageData(0, 0, 1, 1); canvas.toDataURL(); canvas.toBlob(() => 0);
  const gl = document.createElement('canvas').getContext('webgl'); if (gl) gl.getParameter(0x9246);
  new OfflineAudioContext(1, 44100, 44100); new AudioContext(); new RTCPeerConnection();
  navigator.userAgentData.getHighEntropyValues(['architecture', 'model']);
  navigator.requestMediaKeySystemAccess('org.w3.clearkey', [{ initDataTypes: ['cenc'], videoCapabilities: [{ contentType: 'video/mp4;codecs="avc1.42E01E"' }] }]).catch(() => 0);
  navigator.mediaCapabilities.decodingInfo({ type: 'file', video: { contentType: 'video/mp4;codecs="avc1.42E01E"', width: 1, height: 1, bitrate: 1, framerate: 1 } });
  navigator.mediaDevices.enumerateDevices();
  new Worker('/worker.js');
</script></body></html>`;

/** The responses of the hosts, by host and path: content type, body and further headers. */
export const traceResponses: Readonly<Record<string, readonly [type: string, body: string, headers?: Readonly<Record<string, string>>]>> = {
  'traces.test/': [
    'text/html',
    tracesPage,
    {
      'set-cookie': 'by-server=1234567890; HttpOnly; Secure',
      'content-security-policy': "connect-src 'self' https://pixel.test"
    }
  ],
  'traces.test/worker.js': [
    'text/javascript',
    `new OffscreenCanvas(1, 1).convertToBlob().catch(() => 0); new OffscreenCanvas(2, 2).getContext('2d').getImageData(0, 0, 1, 1);`
  ],
  'traces.test/service-worker.js': ['text/javascript', ''],
  'frame.test/': [
    'text/html',
    `<script>document.createElement('canvas').toDataURL();</script>`,
    { 'set-cookie': 'framed=1; SameSite=None; Secure' }
  ]
};
