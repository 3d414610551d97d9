const player = document.querySelector('jet-player');
const form = document.querySelector('#form');
const sample = document.querySelector('#sample');

/** The attributes that the form sets, in the order of the form; null for one that is off. */
const wanted = () =>
  [...form.elements]
    .filter(({ name }) => name)
    .map(({ name, type, value, checked }) => {
      if (type !== 'checkbox') return [name, value.trim() || null];
      return [name, checked ? (value === 'on' ? '' : value) : null];
    });

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const written = ([name, value]) => (value === '' ? `\n  ${name}` : `\n  ${name}="${escape(value)}"`);

function update() {
  const attributes = wanted();
  for (const [name, value] of attributes) {
    if (value === null) player.removeAttribute(name);
    else if (player.getAttribute(name) !== value) player.setAttribute(name, value);
  }
  sample.textContent = `<jet-player${attributes
    .filter(([, value]) => value !== null)
    .map(written)
    .join('')}\n></jet-player>`;
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', update);
update();
