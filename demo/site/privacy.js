const player = document.querySelector('jet-player');
const report = document.querySelector('#report');

const show = () => (report.textContent = JSON.stringify(player.privacyReport(), null, 2));

await customElements.whenDefined('jet-player');
for (const type of ['play', 'progress', 'pause', 'loadedmetadata', 'jet-privacy-change']) player.addEventListener(type, show);
show();
