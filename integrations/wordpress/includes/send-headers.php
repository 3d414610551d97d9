<?php
/**
 * Sends the headers with pages that contain a player, wherever it is: in the content, in a widget, or in a part of the theme.
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

/** Collects the page, because only the complete page shows whether it contains a player, and headers precede it. */
function collect_page(): void {
	if ( page_headers( settings(), allowed_origins(), tdm_policy() ) ) {
		ob_start( __NAMESPACE__ . '\send_page_headers' );
	}
}
add_action( 'template_redirect', __NAMESPACE__ . '\collect_page', 0 );

/** Sends the headers if the page has a player, and returns the page unchanged. */
function send_page_headers( string $page ): string {
	if ( false !== strpos( $page, '<jet-player ' ) && ! headers_sent() ) {
		foreach ( page_headers( settings(), allowed_origins(), tdm_policy() ) as $name => $value ) {
			// A header of another plugin is kept: two policies both apply, so neither makes the other weaker.
			header( "$name: $value", false );
		}
	}
	return $page;
}
