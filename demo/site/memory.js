const player = document.querySelector('jet-player');
const part = (id) => document.getElementById(id);

// The choice stands in the address: this page stores nothing either.
const asked = new URLSearchParams(location.search).get('storage');
const storage = ['session', 'local'].includes(asked) ? asked : 'none';
const places = {
  none: 'Nothing is stored, and no store has been looked at.',
  session: 'Kept by the browser until this tab is closed.',
  local: 'Kept by the browser on this device.'
};

for (const link of document.querySelectorAll('a.choice'))
  if (link.href === location.href || (storage === 'none' && link.search === '')) link.ariaCurrent = 'true';

if (storage !== 'none') {
  player.setAttribute('storage', storage);
  player.setAttribute('resume', '');
}
part('sample').textContent = `<jet-player src="film.m3u8"${storage === 'none' ? '' : ` storage="${storage}" resume`}></jet-player>`;

function show({ memory: { kind, waiting, record } }) {
  part('state').textContent = waiting ? 'Offered. This browser asks for privacy, so it waits for your yes.' : (places[kind] ?? kind);
  part('record').textContent = record ? JSON.stringify(record, null, 2) : 'nothing';
  part('allow').hidden = !waiting;
  part('erase').hidden = !record;
}

await customElements.whenDefined('jet-player');
const { memory, state } = player.player;
part('allow').addEventListener('click', () => memory.allow());
part('erase').addEventListener('click', () => memory.erase());
state.subscribe(show);
show(state.current);
