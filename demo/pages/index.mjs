/**
 * @typedef {object} Page
 * @property {string} name its file beside this one, and its address
 * @property {string} link what it is called in the contents
 * @property {string} title
 * @property {string} about one sentence
 * @property {readonly string[]} [scripts] modules, after the player's own
 * @property {string} [player] where its player comes from; the module when absent, none when empty
 * @property {string} [policy] what its security policy allows beside the usual
 */

/**
 * The pages of the demo by their group, in the order of the contents and of reading. A new page is one file beside this one, and one
 * line here.
 * @type {Readonly<Record<string, readonly Page[]>>}
 */
export const groups = {
  'Put it on a page': [
    {
      name: 'tag',
      link: 'The tag',
      title: 'One tag',
      about: 'Shaped like <video>: its attributes, children, properties and events, tried out.',
      scripts: ['/site/tag.js']
    },
    {
      name: 'script',
      link: 'One script',
      title: 'One script, no build step',
      about: 'A single file beside your page brings the element and both engines.',
      player: '/dist/jet-player.bundle.js'
    },
    {
      name: 'embed',
      link: 'A frame',
      title: 'Embed a video',
      about: 'Fill in a form, see the embedded player, copy the snippet.',
      scripts: ['/site/embed.js'],
      player: '',
      policy: "frame-src 'self'"
    },
    {
      name: 'npm',
      link: 'npm',
      title: 'From npm, with or without a face',
      about: 'The element for your build, or only the player behind it under buttons of your own.',
      scripts: ['/site/npm.js']
    },
    {
      name: 'frameworks',
      link: 'React, Vue, Svelte',
      title: 'In React, Vue and Svelte',
      about: 'A custom element with types: what to write in each, and what to look out for.'
    }
  ],
  'See it at work': [
    {
      name: 'live',
      link: 'Live',
      title: 'Live, and how late',
      about: 'A live channel over HLS and DASH, with a window to go back in and the distance to the live edge.',
      scripts: ['/site/live.js']
    },
    {
      name: 'low-latency',
      link: 'Low latency',
      title: 'Low latency',
      about: 'The channel in pieces of half a second, with a read-out of how late the picture is.',
      scripts: ['/site/low-latency.js']
    },
    {
      name: 'captions',
      link: 'Captions',
      title: 'Captions and transcript',
      about: 'Captions in two languages, drawn as the viewer wishes, and what is said as text to search and go by.',
      scripts: ['/site/captions.js']
    },
    {
      name: 'playlist',
      link: 'Playlist',
      title: 'One after the other',
      about: 'Several films behind one player: a list of links, which stay links without a script.'
    },
    {
      name: 'protected',
      link: 'Protected media',
      title: 'Behind a licence',
      about: 'An encrypted film and its own licence server, asked with a token and only when the page says so.',
      scripts: ['/site/protected.js']
    },
    {
      name: 'hostile',
      link: 'A hostile manifest',
      title: 'A hostile manifest, twice',
      about: 'The same manifest in jet-player and in an engine without a guard; and what a stranger heard of each.',
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
      title: 'To the television',
      about: 'Off by default; what the publisher and the viewer have to say before Google hears of anything.',
      scripts: ['/site/casting.js']
    },
    {
      name: 'memory',
      link: 'Memory',
      title: 'What is remembered',
      about: 'Nothing, unless the publisher offers it; then in one place, which the viewer can read and erase.',
      scripts: ['/site/memory.js']
    }
  ],
  'Trust it': [
    {
      name: 'privacy',
      link: 'Privacy',
      title: 'Privacy, for who has to sign',
      about: 'What the player promises, which test proves it, what it does not promise, and how to check a page of yours.',
      scripts: ['/site/privacy.js']
    },
    {
      name: 'accessibility',
      link: 'Keyboard and accessibility',
      title: 'For every hand, eye and ear',
      about: 'Every key, what is announced, and what was checked.'
    },
    {
      name: 'performance',
      link: 'Performance',
      title: 'Bytes and speed',
      about: 'What the player weighs, and what the benchmark last measured.',
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
      about: 'Migrating, signed addresses, DRM, consent, security policies, your own server, trouble.'
    }
  ]
};

/** The first page; it is in no group. @type {Page} */
export const home = {
  name: 'index',
  link: 'Home',
  title: 'Video that tells nobody else',
  about: 'A web component for HLS, DASH and MP4 that contacts no origin but those you allow.',
  scripts: ['/site/home.js']
};
