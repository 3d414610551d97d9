<?php
/**
 * Deletes the only thing that the plugin stores.
 *
 * @package jet-player
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'jet_player' );
