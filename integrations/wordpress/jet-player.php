<?php
/**
 * Plugin Name:       jet-player
 * Description:       A block and a shortcode for a video player that contacts only the hosts you allow. All of its files are on your server.
 * Version:           @VERSION@
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       jet-player
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

const VERSION = '@VERSION@';
const PLUGIN_FILE = __FILE__;

require __DIR__ . '/includes/origins.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/urls.php';
require __DIR__ . '/includes/attributes.php';
require __DIR__ . '/includes/markup.php';
require __DIR__ . '/includes/script.php';
require __DIR__ . '/includes/player.php';
require __DIR__ . '/includes/header-values.php';
require __DIR__ . '/includes/send-headers.php';
require __DIR__ . '/includes/tdmrep.php';
require __DIR__ . '/includes/emoji.php';

if ( is_admin() ) {
	require __DIR__ . '/includes/settings-page.php';
}
