import { inspect } from '/dist/policy.js';

const player = document.querySelector('jet-player');
const frame = document.querySelector('iframe');
const choices = [...document.querySelectorAll('button[data-manifest]')];
const part = (id) => document.getElementById(id);

/** Interval at which the third party's log is fetched, in milliseconds. */
const interval = 1000;

/** The third party's paths that are requested, by the construct that names them. */
const parts = {
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

let attempt = '';
let manifest = 'master.m3u8';
let findings = [];
let asking = 0;
let playing = false;

const line = (tag, ...texts) => {
  const element = document.createElement(tag);
  element.append(...texts);
  return element;
};
const code = (text) => line('code', text);

const urlOf = (side, file = manifest) => `/hostile/${attempt}/${side}/${file}`;

function show(heard) {
  for (const side of ['guarded', 'unguarded']) {
    const count = heard.filter((each) => each.side === side).length;
    part(`${side}-count`).textContent = String(count);
    if (playing) part(`${side}-count`).dataset.heard = String(count > 0);
    else delete part(`${side}-count`).dataset.heard;
  }
  const received = (construct, side) => heard.filter((each) => each.side === side && parts[construct]?.test(each.path)).length;
  part('findings').replaceChildren(
    ...findings.map(({ construct, explanation }) =>
      line(
        'tr',
        line('td', code(construct)),
        line('td', explanation),
        line('td', `${received(construct, 'guarded')}`),
        line('td', `${received(construct, 'unguarded')}`)
      )
    )
  );
  const lines = heard.map(({ side, path }) =>
    line('li', code(path), ` from ${side === 'guarded' ? 'jet-player' : 'the engine without a guard'}`)
  );
  part('heard').replaceChildren(...(lines.length ? lines : [line('li', 'Nothing yet.')]));
}

/** Reads the findings of the manifest and of the playlist that it names, each construct once. */
async function read() {
  const files = manifest === 'master.m3u8' ? ['master.m3u8', 'video-240.m3u8'] : [manifest];
  const found = await Promise.all(
    files.map(async (file) => {
      const url = new URL(urlOf('guarded', file), location.href);
      const response = await fetch(url);
      if (!response.ok) throw new Error('The simulated third party needs the demo’s own server, opened as localhost: npm start.');
      return inspect(await response.text(), url).findings;
    })
  );
  findings = found
    .flat()
    .filter(({ url }, index, all) => url && all.findIndex(({ construct }) => construct === all[index].construct) === index);
}

const listen = async () => show(await (await fetch(`/hostile/${attempt}/requests.json`)).json());

/** Starts a new attempt. It has a new path, so requests of the last attempt are not counted. */
async function choose(button) {
  clearInterval(asking);
  playing = false;
  manifest = button.dataset.manifest;
  attempt = crypto.randomUUID();
  for (const choice of choices) choice.setAttribute('aria-pressed', String(choice === button));
  part('blocked').replaceChildren(line('li', 'Nothing yet.'));
  part('report').textContent = '';
  player.removeAttribute('src');
  frame.removeAttribute('src');
  frame.hidden = true;
  try {
    await read();
    show([]);
    part('state').textContent = '';
  } catch ({ message }) {
    part('state').textContent = message;
  }
}

async function start() {
  playing = true;
  player.src = urlOf('guarded');
  frame.hidden = false;
  frame.src = `/hostile/unguarded.html?src=${urlOf('unguarded')}`;
  part('state').textContent = 'Both are playing. Let them run for some seconds.';
  clearInterval(asking);
  asking = setInterval(listen, interval);
  await player.play().catch(() => undefined);
}

player.addEventListener('jet-blocked', ({ detail: { url, kind, rule } }) => {
  const list = part('blocked');
  if (list.firstElementChild?.textContent === 'Nothing yet.') list.replaceChildren();
  list.append(line('li', code(new URL(url).pathname.replace(/^.*\/third-party\//, '')), ` ${kind}, refused by the rule `, code(rule)));
});
player.addEventListener('jet-privacy-change', ({ detail: { blocked, guardLevel } }) => {
  const times = blocked.reduce((sum, { count }) => sum + count, 0);
  part('report').textContent = times ? `privacyReport(): ${times} refused, protection “${guardLevel}”.` : '';
});

for (const choice of choices) choice.addEventListener('click', () => void choose(choice));
part('start').addEventListener('click', () => void start());
part('stranger').textContent = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
void choose(choices[0]);
