const [toggle, skip, quality, state] = ['#toggle', '#skip', '#quality', '#state'].map((id) => document.querySelector(id));

export function wire(player) {
  toggle.onclick = () => player.playback.toggle();
  skip.onclick = () => player.time.skip(10);
  quality.onchange = () => player.quality.choose(quality.value);

  player.state.subscribe(({ playback, time, quality: { renditions, playing } }) => {
    toggle.textContent = playback.paused ? 'Play' : 'Pause';
    state.textContent = `${time.current.toFixed()} of ${time.duration.toFixed()} s, ${renditions.find(({ id }) => id === playing)?.height ?? '–'} lines`;
    for (const { id, height } of renditions)
      if (!quality.namedItem(id)) quality.append(Object.assign(new Option(`${height} lines`, id), { id }));
  });
}
