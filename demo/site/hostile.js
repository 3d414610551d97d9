import { inspect } from '/dist/policy.js';

const player = document.querySelector('jet-player');
const frame = document.querySelector('iframe');
const choices = [...document.querySelectorAll('button[data-manifest]')];
const byId = (id) => document.getElementById(id);

/** Interval at which the third party's log is fetched, in milliseconds. */
const interval = 1000;

/** The third party's paths that are requested, by the construct that names them. */
const pathsByConstruct = {
  'hls-steering': /^steering/,
  'hls-variant': /^video\/video/,
  'hls-track': /^video\/text/,
  'hls-interstitial': /^ad-list/,
  'dash-steering': /^steering/,
  'dash-base-url': /^captions\//,
  'dash-metrics': /^report/,
  'dash-callback': /^callback/,
  'dash-clock': /^clock/
};

let tryId = '';
let manifest = 'master.m3u8';
let findings = [];
let pollTimer = 0;
let playing = false;

const createElement = (tag, ...texts) => {
  const element = document.createElement(tag);
  element.append(...texts);
  return element;
};
const code = (text) => createElement('code', text);

const urlOf = (side, file = manifest) => `/hostile/${tryId}/${side}/${file}`;

function showRequests(receivedRequests) {
  for (const side of ['guarded', 'unguarded']) {
    const count = receivedRequests.filter((each) => each.side === side).length;
    byId(`${side}-count`).textContent = String(count);
    if (playing) byId(`${side}-count`).dataset.received = String(count > 0);
    else delete byId(`${side}-count`).dataset.received;
  }
  const countOf = (construct, side) =>
    receivedRequests.filter((each) => each.side === side && pathsByConstruct[construct]?.test(each.path)).length;
  byId('findings').replaceChildren(
    ...findings.map(({ construct, explanation }) =>
      createElement(
        'tr',
        createElement('td', code(construct)),
        createElement('td', explanation),
        createElement('td', `${countOf(construct, 'guarded')}`),
        createElement('td', `${countOf(construct, 'unguarded')}`)
      )
    )
  );
  const items = receivedRequests.map(({ side, path }) =>
    createElement('li', code(path), ` from ${side === 'guarded' ? 'jet-player' : 'the engine without a guard'}`)
  );
  byId('received').replaceChildren(...(items.length ? items : [createElement('li', 'Nothing yet.')]));
}

/** Reads the findings of the manifest and of the playlist that it names, each construct once. */
async function readFindings() {
  const files = manifest === 'master.m3u8' ? ['master.m3u8', 'video-240.m3u8'] : [manifest];
  const found = await Promise.all(
    files.map(async (file) => {
      const url = new URL(urlOf('guarded', file), location.href);
      const response = await fetch(url);
      if (!response.ok) throw new Error('The simulated third party needs the demo’s own server, opened as localhost: npm start.');
      return inspect(await response.text(), url).findings;
    })
  );
  // The first finding of each construct, and only if it has a URL: without one, nothing is requested.
  findings = found
    .flat()
    .filter(({ url }, index, all) => url && all.findIndex(({ construct }) => construct === all[index].construct) === index);
}

const pollRequests = async () => showRequests(await (await fetch(`/hostile/${tryId}/requests.json`)).json());

/** Starts a new try. It has a new path, so requests of the last try are not counted. */
async function choose(button) {
  clearInterval(pollTimer);
  playing = false;
  manifest = button.dataset.manifest;
  tryId = crypto.randomUUID();
  for (const choice of choices) choice.setAttribute('aria-pressed', String(choice === button));
  byId('blocked').replaceChildren(createElement('li', 'Nothing yet.'));
  byId('report').textContent = '';
  player.removeAttribute('src');
  frame.removeAttribute('src');
  frame.hidden = true;
  try {
    await readFindings();
    showRequests([]);
    byId('state').textContent = '';
  } catch ({ message }) {
    byId('state').textContent = message;
  }
}

async function start() {
  playing = true;
  player.src = urlOf('guarded');
  frame.hidden = false;
  frame.src = `/hostile/unguarded.html?src=${urlOf('unguarded')}`;
  byId('state').textContent = 'Both are playing. Let them run for some seconds.';
  clearInterval(pollTimer);
  pollTimer = setInterval(pollRequests, interval);
  await player.play().catch(() => undefined);
}

player.addEventListener('jet-blocked', ({ detail: { url, kind, rule } }) => {
  const list = byId('blocked');
  if (list.firstElementChild?.textContent === 'Nothing yet.') list.replaceChildren();
  const path = new URL(url).pathname.replace(/^.*\/third-party\//, '');
  list.append(createElement('li', code(path), ` ${kind}, refused by the rule `, code(rule)));
});
player.addEventListener('jet-privacy-change', ({ detail: { blocked, guardLevel } }) => {
  const times = blocked.reduce((sum, { count }) => sum + count, 0);
  byId('report').textContent = times ? `privacyReport(): ${times} refused, protection “${guardLevel}”.` : '';
});

for (const choice of choices) choice.addEventListener('click', () => void choose(choice));
byId('start').addEventListener('click', () => void start());
byId('third-party').textContent = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
void choose(choices[0]);
