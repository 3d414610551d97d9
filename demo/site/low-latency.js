const player = document.querySelector('jet-player');
const choices = [...document.querySelectorAll('button[data-src]')];
const part = (id) => document.getElementById(id);
const seconds = (value) => (Number.isFinite(value) ? `${value.toFixed(1)} s` : '–');

/** Seconds that are buffered ahead of the playback position. */
function ready({ buffered, currentTime }) {
  const last = buffered.length - 1;
  return last < 0 ? NaN : Math.max(0, buffered.end(last) - currentTime);
}

function show({ live, playback }) {
  part('latency').textContent = seconds(live.latency);
  part('speed').textContent = live.streamType === 'live' ? `${player.playbackRate.toFixed(2)}×` : '–';
  part('buffer').textContent = playback.started ? seconds(ready(player)) : '–';
  part('engine').textContent = player.engine ?? '–';
}

function choose(button) {
  for (const choice of choices) choice.setAttribute('aria-pressed', String(choice === button));
  player.src = button.dataset.src;
  void player.play().catch(() => undefined);
}

for (const choice of choices) choice.addEventListener('click', () => choose(choice));
part('edge').addEventListener('click', () => player.player.live.seekToEdge());

await customElements.whenDefined('jet-player');
player.controls = ['title', 'big-play', 'seek', 'play', 'mute', 'volume', 'live', 'latency', 'settings', 'pip', 'fullscreen'];
player.player.state.subscribe(show);
