const player = document.querySelector('jet-player');
const part = (id) => document.getElementById(id);

const log = part('log');

function write(text) {
  if (log.firstElementChild?.textContent === 'Nothing yet.') log.replaceChildren();
  log.append(Object.assign(document.createElement('li'), { textContent: text }));
}

function update() {
  const offered = part('chromecast').checked;
  player.toggleAttribute('chromecast', offered);
  part('sample').textContent = `<jet-player src="video.m3u8"${offered ? ' chromecast' : ''}></jet-player>`;
}

let problem = null;

function show({ cast, privacy }) {
  part('offer').textContent = cast.offered
    ? 'The bar has a Cast button. No host has been contacted for it.'
    : 'The bar has no Cast button.';
  if (cast.problem && cast.problem !== problem) write(`Nothing came of it: ${cast.problem}. Casting is ${privacy.cast}.`);
  problem = cast.problem;
}

part('chromecast').addEventListener('change', update);
part('refuse').addEventListener('click', () => (player.consent = { cast: false }));
player.addEventListener('jet-consent-request', ({ detail: { purpose, recipient, hosts, data } }) =>
  write(`The viewer is asked about ${purpose}: ${recipient}, ${hosts.join(', ')}, would learn ${data.join(', ')}.`)
);
player.addEventListener('jet-consent-change', () => write(`Consent is now: ${JSON.stringify(player.consent)}`));

await customElements.whenDefined('jet-player');
player.player.state.subscribe(show);
update();
