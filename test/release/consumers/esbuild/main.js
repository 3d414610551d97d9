import 'jet-player';

addEventListener('jet-ready', ({ detail }) => (document.body.dataset.engine = detail.engine));
