<?php
/**
 * The settings, in one option. What the administrator typed is stored as it is; a line that is wrong has no effect.
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

/** The name of the option; `uninstall.php` deletes it. */
const OPTION = 'jet_player';

/** Every setting with its value in a new installation, in which the plugin sends no header and changes nothing else. */
const DEFAULT_SETTINGS = array(
	'hosts'              => '',
	'csp'                => false,
	'referrer_policy'    => false,
	'permissions_policy' => false,
	'reservation'        => false,
	'tdm_policy'         => '',
	'no_emoji'           => false,
);

/** Returns all settings. */
function settings(): array {
	return array_merge( DEFAULT_SETTINGS, (array) get_option( OPTION, array() ) );
}

/** Returns what a form has sent as settings: without control characters, but with wrong lines, so that they can be corrected. */
function sanitize_settings( $input ): array {
	$input    = is_array( $input ) ? $input : array();
	$settings = array();
	foreach ( DEFAULT_SETTINGS as $name => $default ) {
		$value             = $input[ $name ] ?? '';
		$settings[ $name ] = is_bool( $default ) ? ! empty( $value ) : plain_text( is_string( $value ) ? $value : '' );
	}
	return $settings;
}

/** Returns valid UTF-8 with one kind of line break and without other control characters. */
function plain_text( string $text ): string {
	$text = str_replace( array( "\r\n", "\r" ), "\n", wp_check_invalid_utf8( $text ) );
	return trim( preg_replace( '~[^\P{C}\n]~u', '', $text ) );
}

/** Returns the lines of the list of hosts that are not empty. */
function host_lines(): array {
	return array_values( array_filter( array_map( 'trim', explode( "\n", settings()['hosts'] ) ), 'strlen' ) );
}

/** Returns the origins that the players of this site may contact besides the site itself. */
function allowed_origins(): array {
	return array_values( array_unique( array_filter( array_map( __NAMESPACE__ . '\parse_origin', host_lines() ) ) ) );
}

/** Returns the lines of the list of hosts that name no origin. */
function wrong_host_lines(): array {
	return array_values(
		array_filter(
			host_lines(),
			static function ( string $line ): bool {
				return null === parse_origin( $line );
			}
		)
	);
}

/** Whether a text can be the URL of licence terms in a header; `npx jet-player headers --policy` has the same rule. */
function is_policy_url( string $text ): bool {
	$parts = preg_match( '~["\'\\\\{}$;\s]~', $text ) ? false : wp_parse_url( $text );
	return is_array( $parts ) && in_array( $parts['scheme'] ?? '', array( 'http', 'https' ), true ) && ! empty( $parts['host'] )
		&& ! isset( $parts['user'] ) && ! isset( $parts['pass'] );
}

/** Returns the URL of the licence terms; empty without one, or while it is wrong. */
function tdm_policy(): string {
	$url = settings()['tdm_policy'];
	return is_policy_url( $url ) ? $url : '';
}
