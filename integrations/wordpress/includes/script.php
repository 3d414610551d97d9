<?php
/**
 * The script of the player, as a module from the plugin's own folder, on pages with a player only.
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

const SCRIPT = 'jet-player';

/**
 * Returns the URL of the module. The folder has the version in its name, so that no cache mixes two releases. A query would not do: the
 * chunks import the module without one, and the browser would run it twice.
 */
function script_url(): string {
	return plugins_url( 'player/' . VERSION . '/jet-player.js', PLUGIN_FILE );
}

/** Adds the script and the style to the page that is rendered. */
function enqueue_player(): void {
	// The folder is the version, so there is no query with another one.
	wp_enqueue_script( SCRIPT, script_url(), array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
	wp_enqueue_style( SCRIPT, plugins_url( 'block/style.css', PLUGIN_FILE ), array(), VERSION );
}

/** Returns the tag of the script as a module, which WordPress can do by itself only from version 6.5 on. */
function module_tag( string $tag, string $handle, string $src ): string {
	if ( SCRIPT !== $handle ) {
		return $tag;
	}
	// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript -- it is enqueued; this is its tag.
	return sprintf( "<script type=\"module\" src=\"%s\" id=\"jet-player-js\"></script>\n", esc_url( $src ) );
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\module_tag', 10, 3 );
