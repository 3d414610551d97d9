const player = document.querySelector('#player');
const sample = document.querySelector('#sample');
const contacted = document.querySelector('#contacted');
const verdict = document.querySelector('#verdict');
const buttons = [...document.querySelectorAll('button[data-src]')];

/** Sets the source of the page's player with attributes, as a publisher would. */
function choose(button) {
  const { src, type = '', title = '' } = button.dataset;
  for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
  if (type) player.setAttribute('type', type);
  else player.removeAttribute('type');
  player.setAttribute('title-text', title);
  // Chapters and thumbnails belong to the demo video and not to the live channel.
  for (const name of ['chapters', 'thumbnails'])
    if (src.startsWith('/media/')) player.setAttribute(name, `/media/${name}.vtt`);
    else player.removeAttribute(name);
  player.setAttribute('src', src);
  sample.textContent = `<jet-player src="${src}"${type && ` type="${type}"`}></jet-player>`;
  player.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  void player.play().catch(() => undefined);
}

for (const button of buttons) button.addEventListener('click', () => choose(button));

const bytes = new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });

function row({ origin, requests, bytes: received }) {
  const line = document.createElement('tr');
  for (const text of [origin, String(requests), bytes.format(received / 1e6)])
    line.append(Object.assign(document.createElement('td'), { textContent: text }));
  return line;
}

function report() {
  const { contacted: contacts, blocked, storage, cast } = player.privacyReport();
  if (contacts.length > 0) contacted.replaceChildren(...contacts.map(row));
  const refused = blocked.length === 0 ? '' : ` Refused: ${blocked.map(({ origin, kind }) => `${origin} (${kind})`).join(', ')}.`;
  verdict.textContent = `Stored on this device: ${storage === 'none' ? 'nothing' : storage}. Cast: ${cast}.${refused}`;
}

for (const type of ['progress', 'pause', 'loadedmetadata', 'jet-blocked', 'jet-error']) player.addEventListener(type, report);
