<?php
/**
 * Which URLs a player of this site may use: those of the site itself and of the allowed hosts.
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

/** Returns the origin of an absolute URL; null if it is not one of the web, or contains a name or a password. */
function url_origin( string $url ): ?string {
	$parts = wp_parse_url( $url );
	if ( ! is_array( $parts ) || empty( $parts['host'] ) || isset( $parts['user'] ) || isset( $parts['pass'] ) ) {
		return null;
	}
	$scheme = strtolower( $parts['scheme'] ?? '' );
	return isset( DEFAULT_PORTS[ $scheme ] ) ? origin_of( $scheme, $parts['host'], (string) ( $parts['port'] ?? '' ) ) : null;
}

/** Whether a URL is a path from the root of the site. Two slashes would begin with a host, and browsers take a backslash for a slash. */
function is_site_path( string $url ): bool {
	return (bool) preg_match( '~^/(?![/\\\\])~', $url );
}

/**
 * Returns a sentence that says why a player may not use a URL; empty if it may. `$what` begins the sentence: "The address of the video".
 */
function url_problem( string $url, string $what ): string {
	// Browsers remove line breaks and tabs from a URL, so a check of the rest would not be a check of what they request.
	if ( preg_match( '~[\s\x00-\x1f]~', $url ) ) {
		/* translators: %s: "The address of the video" or another one. */
		return sprintf( __( '%s contains a space or a line break.', 'jet-player' ), $what );
	}
	if ( is_site_path( $url ) ) {
		return '';
	}
	$origin = url_origin( $url );
	if ( null === $origin || false !== strpos( $url, '\\' ) ) {
		/* translators: %s: "The address of the video" or another one. */
		return sprintf( __( '%s must begin with https:// and a host, or with / for a file of this site.', 'jet-player' ), $what );
	}
	if ( url_origin( home_url() ) === $origin ) {
		return '';
	}
	if ( 'https' === wp_parse_url( home_url(), PHP_URL_SCHEME ) && 0 !== strpos( $origin, 'https:' ) ) {
		/* translators: %s: "The address of the video" or another one. */
		return sprintf( __( '%s must begin with https://, because this site does.', 'jet-player' ), $what );
	}
	if ( ! is_in_origins( $origin, allowed_origins() ) ) {
		/* translators: 1: "The address of the video" or another one. 2: an origin such as https://media.example.eu. */
		return sprintf( __( '%1$s is on %2$s, which is not an allowed host. An administrator can add it in Settings > jet-player.', 'jet-player' ), $what, $origin );
	}
	return '';
}
