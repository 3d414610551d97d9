const player = document.querySelector('jet-player');
const form = document.querySelector('#form');
const sample = document.querySelector('#sample');
const mark = document.querySelector('#mark');
const fields = [...form.elements].filter(({ name }) => name?.startsWith('--'));
const usual = new Map(fields.map(({ name, value }) => [name, value]));

/** Sets and shows only the properties that differ from the player's defaults. */
function update() {
  const chosen = fields
    .filter(({ name, value }) => value !== usual.get(name))
    .map(({ name, value, dataset }) => [name, `${value}${dataset.unit ?? ''}`]);
  for (const { name } of fields) player.style.removeProperty(name);
  for (const [name, value] of chosen) player.style.setProperty(name, value);
  sample.textContent = `jet-player {${chosen.map(([name, value]) => `\n  ${name}: ${value};`).join('') || '\n  /* defaults */'}\n}`;
}

function apply(theme) {
  for (const field of fields) field.value = theme[field.name] ?? usual.get(field.name);
  update();
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', update);
document.querySelector('#watermark').addEventListener('change', ({ target }) => (mark.hidden = !target.checked));
for (const button of document.querySelectorAll('button[data-theme]'))
  button.addEventListener('click', () => apply(JSON.parse(button.dataset.theme)));
update();
