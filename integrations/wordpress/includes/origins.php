<?php
/**
 * Origins of media: how the settings page writes them, and whether one matches a URL. The rules are those of `npx jet-player`.
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

/** The hosts of this computer, which need no encryption. */
const LOOPBACK_HOSTS = array( 'localhost', '127.0.0.1', '[::1]' );

/** The port that a browser leaves out of an origin, by scheme. */
const DEFAULT_PORTS = array(
	'http'  => '80',
	'https' => '443',
);

/** Returns an origin as browsers write it: in lower case, without the port of its scheme. */
function origin_of( string $scheme, string $host, string $port ): string {
	$scheme = strtolower( $scheme );
	$port   = '' === $port || DEFAULT_PORTS[ $scheme ] === $port ? '' : ":$port";
	return "$scheme://" . strtolower( $host ) . $port;
}

/**
 * Returns the origin that a line names, whose host may begin with `*.`; null if it names none, names every host, or has no encryption.
 * A name with letters outside of ASCII has to be in its `xn--` form, because not every PHP can convert it.
 */
function parse_origin( string $line ): ?string {
	$pattern = '~^(https?)://(\*\.)?([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?/?$~iD';
	if ( ! preg_match( $pattern, trim( $line ), $parts ) ) {
		return null;
	}
	list( , $scheme, $wildcard, $host ) = $parts;
	$port       = isset( $parts[4] ) ? (string) (int) $parts[4] : '';
	$has_labels = '.' !== $host[0] && false === strpos( $host, '..' );
	$is_secure  = 'https' === strtolower( $scheme ) || in_array( strtolower( $host ), LOOPBACK_HOSTS, true );
	$is_narrow  = '' === $wildcard || false !== strpos( $host, '.' );
	if ( ! $has_labels || ! $is_secure || ! $is_narrow || (int) $port > 65535 ) {
		return null;
	}
	return origin_of( $scheme, $wildcard . $host, $port );
}

/** Whether an origin is one of a list; `*.` stands for one or more labels, as in a Content Security Policy. */
function is_in_origins( string $origin, array $allowed_origins ): bool {
	foreach ( $allowed_origins as $allowed ) {
		// A host has no asterisk, so the quoted pattern has one only where a wildcard is.
		$pattern = str_replace( '\*', '[a-z0-9-]+(?:\.[a-z0-9-]+)*', preg_quote( $allowed, '~' ) );
		if ( preg_match( "~^$pattern$~D", $origin ) ) {
			return true;
		}
	}
	return false;
}
