const player = document.querySelector('jet-player');
const part = (id) => document.getElementById(id);

// The choice is in the URL, because this page stores nothing either.
const asked = new URLSearchParams(location.search).get('storage');
const storage = ['session', 'local'].includes(asked) ? asked : 'none';
const places = {
  none: 'Nothing is stored, and no storage has been accessed.',
  session: 'Kept by the browser until this tab is closed.',
  local: 'Kept by the browser on this device.'
};

for (const link of document.querySelectorAll('a.choice'))
  if (link.href === location.href || (storage === 'none' && link.search === '')) link.ariaCurrent = 'true';

if (storage !== 'none') {
  player.setAttribute('storage', storage);
  player.setAttribute('resume', '');
}
part('sample').textContent = `<jet-player src="video.m3u8"${storage === 'none' ? '' : ` storage="${storage}" resume`}></jet-player>`;

function show({ preferences: { kind, consentPending, record } }) {
  part('state').textContent = consentPending
    ? 'Offered. This browser sends Global Privacy Control, so the player waits for your consent.'
    : (places[kind] ?? kind);
  part('record').textContent = record ? JSON.stringify(record, null, 2) : 'nothing';
  part('allow').hidden = !consentPending;
  part('erase').hidden = !record;
}

await customElements.whenDefined('jet-player');
const { preferences, state } = player.player;
part('allow').addEventListener('click', () => preferences.allow());
part('erase').addEventListener('click', () => preferences.erase());
state.subscribe(show);
show(state.current);
