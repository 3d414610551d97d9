import { JetEmbed } from '/dist/embed/client.js';
import { embedUrl, permissions, sandboxes, snippetOf } from '/dist/embed/snippet.js';

const form = document.querySelector('#form');
const holder = document.querySelector('#frame');
const snippet = document.querySelector('#snippet');
const note = document.querySelector('#note');
const state = document.querySelector('#state');
const help = document.querySelector('#title-help');
const copied = document.querySelector('#copied');
const copy = document.querySelector('#copy');

const url = new URL('/dist/embed/', location.href).href;
const helpText = help.textContent;
let embed;
let shown = '';

/** The form's values as URL parameters of the iframe; empty values and unchecked boxes are left out. */
function read() {
  const data = new FormData(form);
  const title = String(data.get('title')).trim();
  const parameters = { src: String(data.get('src')).trim(), 'title-text': title };
  for (const name of ['poster', 'lang', 'captions', 'start']) {
    const value = String(data.get(name)).trim();
    if (value) parameters[name] = value;
  }
  for (const name of ['muted', 'loop', 'autoplay']) if (data.has(name)) parameters[name] = '';
  return { url, title, tier: String(data.get('tier')), parameters };
}

/** The URL of the embed page in the snippet: the publisher's own, or this demo's while the field is empty. */
const publishedAt = () => form.elements.address.value.trim() || url;

const seconds = (value) => (Number.isFinite(value) ? value.toFixed(1) : '–');

function showState() {
  const { paused, currentTime, duration, error } = embed;
  state.textContent = error ? `Stopped: ${error}` : `${paused ? 'Paused' : 'Playing'} at ${seconds(currentTime)} of ${seconds(duration)} s`;
}

/** Replaces the iframe by one with these options. It is always strict, because it shares its host with this page. */
function show(options) {
  embed?.destroy();
  const iframe = document.createElement('iframe');
  iframe.title = options.title;
  iframe.referrerPolicy = 'no-referrer';
  iframe.sandbox.add(...sandboxes.strict.split(' '));
  iframe.allow = permissions.strict;
  iframe.allowFullscreen = true;
  iframe.src = embedUrl(options);
  holder.replaceChildren(iframe);
  embed = new JetEmbed(iframe);
  state.textContent = 'Connecting…';
  const mine = embed;
  for (const type of ['play', 'playing', 'pause', 'timeupdate', 'ended', 'error', 'durationchange'])
    embed.addEventListener(type, showState);
  embed.ready.then(showState, ({ code }) => {
    if (mine === embed) state.textContent = `Refused: ${code}`;
  });
}

function update() {
  const options = read();
  const { title } = form.elements;
  const missing = options.title === '';
  title.setAttribute('aria-invalid', String(missing));
  help.textContent = missing ? 'An iframe needs a title: screen readers announce nothing else about it.' : helpText;
  copy.disabled = missing;
  copied.textContent = '';
  note.textContent =
    options.tier === 'standard'
      ? 'Shown in the strict tier: a standard iframe needs a separate host, and refuses to run on the page’s own host.'
      : '';
  if (missing) {
    snippet.textContent = '';
    return;
  }
  snippet.textContent = snippetOf({ ...options, url: publishedAt() });
  const key = JSON.stringify([options.title, options.parameters]);
  if (key === shown) return;
  shown = key;
  show(options);
}

const actions = { play: () => embed.play(), pause: () => embed.pause(), start: () => embed.seek(0) };

form.addEventListener('submit', (event) => event.preventDefault());
// `change`, not `input`, so that no iframe loads an incomplete URL; only the title is checked on every keystroke.
form.addEventListener('change', update);
form.elements.title.addEventListener('input', () => (form.elements.title.value.trim() === '' || copy.disabled) && update());
copy.addEventListener('click', () => {
  navigator.clipboard.writeText(snippet.textContent).then(
    () => (copied.textContent = 'Copied.'),
    () => (copied.textContent = 'Select the text and copy it by hand.')
  );
});
for (const button of document.querySelectorAll('button[data-do]')) {
  button.addEventListener('click', () => {
    actions[button.dataset.do]().catch(({ code }) => (state.textContent = `Not done: ${code}`));
  });
}
update();
