// The entry of the single script: `<script src="jet-player.bundle.js" defer></script>` and a tag is all.
export * from './index.js';
