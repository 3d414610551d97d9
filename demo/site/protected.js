const player = document.querySelector('jet-player');
const choices = [...document.querySelectorAll('button[data-src]')];
const asked = document.querySelector('#asked');
const state = document.querySelector('#state');

let token = '';

/** Logs each request to the licence server, and adds the token to it. */
function hook({ kind, url, headers }) {
  if (kind !== 'license') return;
  if (token) headers.set('X-Token', token);
  const line = document.createElement('li');
  line.append(
    Object.assign(document.createElement('code'), { textContent: new URL(url).pathname }),
    token ? ' with a token' : ' without a token'
  );
  asked.append(line);
}

function choose(button) {
  for (const choice of choices) choice.setAttribute('aria-pressed', String(choice === button));
  asked.replaceChildren();
  state.textContent = 'Loading the video.';
  token = 'token' in button.dataset ? 'a-viewer-who-has-paid' : '';
  player.requestHook = hook;
  player.drm = 'drm' in button.dataset ? { 'org.w3.clearkey': { licenseUrl: '/protected/license' } } : undefined;
  player.removeAttribute('src');
  player.src = button.dataset.src;
  void player.play().catch(() => undefined);
}

function show({ source: { error }, playback, time }) {
  if (error) state.textContent = `It does not play: ${error.code}.`;
  else if (playback.started && time.current > 0) state.textContent = 'It plays: the licence was granted.';
}

for (const choice of choices) choice.addEventListener('click', () => choose(choice));
await customElements.whenDefined('jet-player');
player.player.state.subscribe(show);
