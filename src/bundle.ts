// The entry of the single-script build: `<script src="jet-player.bundle.js" defer></script>` and a `<jet-player>` tag are enough.
export * from './index.js';
