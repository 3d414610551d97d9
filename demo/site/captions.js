const player = document.querySelector('jet-player');
const choices = [...document.querySelectorAll('button[data-language]')];
const lines = document.querySelector('#lines');
const state = document.querySelector('#state');
const minutes = (time) => `${Math.floor(time / 60)}:${String(Math.floor(time % 60)).padStart(2, '0')}`;

await customElements.whenDefined('jet-player');
const { captions, state: media } = player.player;

/** The text track that is shown, if one is. */
const showing = () => [...player.textTracks].find(({ mode, kind }) => mode === 'showing' && kind !== 'metadata');

/** One press and the film is there. */
function lineOf({ startTime, text }) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text.replace(/<[^>]+>/g, '') });
  button.dataset.time = minutes(startTime);
  button.addEventListener('click', () => player.player.time.seek(startTime));
  const item = document.createElement('li');
  item.dataset.start = String(startTime);
  item.append(button);
  return item;
}

function write() {
  const track = showing();
  const cues = [...(track?.cues ?? [])];
  if (cues.length !== lines.children.length || lines.lang !== (track?.language ?? '')) {
    lines.lang = track?.language ?? '';
    lines.replaceChildren(...cues.map(lineOf));
  }
  state.textContent = track
    ? `${track.label}: ${cues.length} lines. Press one to go there.`
    : 'Turn captions on, and press a line to go there.';
  const now = cues.findLast(({ startTime, endTime }) => startTime <= player.currentTime && player.currentTime < endTime);
  for (const item of lines.children) item.firstElementChild.toggleAttribute('aria-current', item.dataset.start === String(now?.startTime));
}

function press(language) {
  for (const choice of choices) choice.setAttribute('aria-pressed', String(choice.dataset.language === language));
}

for (const choice of choices)
  choice.addEventListener('click', () => {
    const { language } = choice.dataset;
    captions.choose(media.current.captions.tracks.find((track) => track.language === language)?.id ?? null);
    void player.play().catch(() => undefined);
  });

media.subscribe(({ captions: { tracks, choice } }) => {
  press(tracks.find(({ id }) => id === choice)?.language ?? '');
  write();
});
