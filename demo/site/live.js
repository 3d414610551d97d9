const player = document.querySelector('jet-player');
const choices = [...document.querySelectorAll('button[data-src]')];
const part = (id) => document.getElementById(id);
const seconds = (value) => (Number.isFinite(value) ? `${value.toFixed(1)} s` : '–');

function show({ live, time }) {
  const { start, end } = time.seekable;
  const known = live.streamType === 'live';
  part('type').textContent = live.streamType === 'unknown' ? 'not known yet' : live.streamType;
  part('behind').textContent = known ? seconds(end - time.current) : '–';
  part('target').textContent = known ? seconds(live.targetLatency) : '–';
  part('window').textContent = known ? (live.dvr ? seconds(end - start) : 'no') : '–';
}

function choose(button) {
  for (const choice of choices) choice.setAttribute('aria-pressed', String(choice === button));
  player.src = button.dataset.src;
  void player.play().catch(() => undefined);
}

for (const choice of choices) choice.addEventListener('click', () => choose(choice));
part('back').addEventListener('click', () => player.player.time.skip(-30));
part('edge').addEventListener('click', () => player.player.live.seekToEdge());

await customElements.whenDefined('jet-player');
player.player.state.subscribe(show);
