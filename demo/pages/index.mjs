/**
 * @typedef {object} Page
 * @property {string} name its file in this folder, and its URL
 * @property {string} link its name in the contents
 * @property {string} title
 * @property {string} about one sentence
 * @property {readonly string[]} [scripts] modules, after the player's own
 * @property {string} [player] the script of its player; the module when absent, none when empty
 * @property {string} [policy] further directives of its Content Security Policy
 */

/**
 * The demo's pages by group, in the order of the contents and of reading. A new page needs one file in this folder and one entry
 * here.
 * @type {Readonly<Record<string, readonly Page[]>>}
 */
export const pageGroups = {
  'Put it on a page': [
    {
      name: 'tag',
      link: 'The tag',
      title: 'One tag',
      about: 'The attributes, children, properties and events of <video>, to try out.',
      scripts: ['/site/tag.js']
    },
    {
      name: 'script',
      link: 'One script',
      title: 'One script, no build step',
      about: 'A single file with the element and both engines.',
      player: '/dist/jet-player.bundle.js'
    },
    {
      name: 'embed',
      link: 'An iframe',
      title: 'Embed a video',
      about: 'Fill in a form, see the embedded player, copy the snippet.',
      scripts: ['/site/embed.js'],
      player: '',
      policy: "frame-src 'self'"
    },
    {
      name: 'npm',
      link: 'npm',
      title: 'From npm, with or without an interface',
      about: 'The element for your build, or only the headless player with your own controls.',
      scripts: ['/site/npm.js']
    },
    {
      name: 'frameworks',
      link: 'React, Vue, Svelte',
      title: 'In React, Vue and Svelte',
      about: 'A custom element with types: what to write in each framework, and common mistakes.'
    }
  ],
  'See it work': [
    {
      name: 'live',
      link: 'Live',
      title: 'Live and latency',
      about: 'A live channel over HLS and DASH, with a DVR window and the distance to the live edge.',
      scripts: ['/site/live.js']
    },
    {
      name: 'low-latency',
      link: 'Low latency',
      title: 'Low latency',
      about: 'The channel in parts of half a second, with a display of the latency.',
      scripts: ['/site/low-latency.js']
    },
    {
      name: 'captions',
      link: 'Captions',
      title: 'Captions and transcript',
      about: 'Captions in two languages, in the viewer’s own style, and a transcript to search and navigate.',
      scripts: ['/site/captions.js']
    },
    {
      name: 'playlist',
      link: 'Playlist',
      title: 'Playlist',
      about: 'Several videos in one player: a list of links, which remain links without JavaScript.'
    },
    {
      name: 'protected',
      link: 'Protected media',
      title: 'Protected media',
      about: 'An encrypted video with its licence server, which the player contacts only if the page sets it.',
      scripts: ['/site/protected.js']
    },
    {
      name: 'hostile',
      link: 'A hostile manifest',
      title: 'A hostile manifest, twice',
      about: 'The same manifest in jet-player and in an engine without a guard, and which requests a third party receives.',
      scripts: ['/site/hostile.js'],
      policy: "frame-src 'self'"
    },
    {
      name: 'theming',
      link: 'Theming',
      title: 'Your colours',
      about: 'Custom properties, parts and slots: set them here, copy the style sheet.',
      scripts: ['/site/theming.js']
    },
    {
      name: 'casting',
      link: 'Casting',
      title: 'Casting',
      about: 'Off by default; Google receives no request before the publisher enables it and the viewer consents.',
      scripts: ['/site/casting.js']
    },
    {
      name: 'memory',
      link: 'Storage',
      title: 'What is stored',
      about: 'Nothing, unless the publisher enables it; then one entry, which the viewer can read and erase.',
      scripts: ['/site/memory.js']
    }
  ],
  'Trust it': [
    {
      name: 'privacy',
      link: 'Privacy',
      title: 'Privacy',
      about: 'What the player promises, which test proves it, what it does not promise, and how to check your own page.',
      scripts: ['/site/privacy.js']
    },
    {
      name: 'accessibility',
      link: 'Keyboard and accessibility',
      title: 'Keyboard and accessibility',
      about: 'Every keyboard shortcut, what is announced, and what was tested.'
    },
    {
      name: 'performance',
      link: 'Performance',
      title: 'Bytes and speed',
      about: 'The size of each file, and the last results of the benchmark.',
      player: ''
    }
  ],
  'Look it up': [
    {
      name: 'api',
      link: 'API',
      title: 'API reference',
      about: 'Every attribute, property, method, event, slot, part and custom property.',
      player: ''
    },
    {
      name: 'docs/',
      link: 'Guides',
      title: 'Guides',
      about: 'Migration, signed URLs, DRM, consent, Content Security Policy, your own server, error messages.'
    }
  ]
};

/** The first page; it is in no group. @type {Page} */
export const homePage = {
  name: 'index',
  link: 'Home',
  title: 'Video without third-party requests',
  about: 'A web component for HLS, DASH and MP4 that contacts only the origins you allow.',
  scripts: ['/site/home.js']
};
