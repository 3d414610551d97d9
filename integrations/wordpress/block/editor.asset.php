<?php
/**
 * The scripts of WordPress that `editor.js` uses.
 *
 * @package jet-player
 */

return array(
	'dependencies' => array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
	'version'      => '@VERSION@',
);
