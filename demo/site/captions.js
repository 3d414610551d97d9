const player = document.querySelector('jet-player');
const choices = [...document.querySelectorAll('button[data-language]')];

await customElements.whenDefined('jet-player');
const { captions, state } = player.player;

/** The view that the player passes to its controls; its `show` opens a panel. */
let view;
const transcript = {
  name: 'text',
  label: 'Transcript',
  icon: 'M5 6h14M5 12h14M5 18h9',
  shown(now) {
    view = now;
    return true;
  },
  run: ({ show }) => show('transcript')
};
player.controls = ['title', 'big-play', 'seek', 'play', 'mute', 'volume', 'time', 'captions', transcript, 'settings', 'pip', 'fullscreen'];

/** Turns captions on in a language, and off with none. */
function choose(language) {
  captions.choose(state.current.captions.tracks.find((track) => track.language === language)?.id ?? null);
}

for (const choice of choices)
  choice.addEventListener('click', () => {
    choose(choice.dataset.language);
    void player.play().catch(() => undefined);
  });
for (const button of document.querySelectorAll('button[data-panel]'))
  button.addEventListener('click', () => {
    if (state.current.captions.choice === null) choose('en');
    view?.show(button.dataset.panel);
  });

state.subscribe(({ captions: { tracks, choice } }) => {
  const language = tracks.find(({ id }) => id === choice)?.language ?? '';
  for (const button of choices) button.setAttribute('aria-pressed', String(button.dataset.language === language));
});
