<?php
/**
 * The headers of pages with a player. Their values are those of `npx jet-player embed` and `npx jet-player headers`.
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

/** Features that neither the page nor a frame in it can use. */
const DENIED_FEATURES = array(
	'accelerometer',
	'camera',
	'clipboard-read',
	'display-capture',
	'encrypted-media',
	'geolocation',
	'gyroscope',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'publickey-credentials-get',
	'screen-wake-lock',
	'usb',
	'xr-spatial-tracking',
	'browsing-topics',
	'ch-ua-arch',
	'ch-ua-bitness',
	'ch-ua-full-version-list',
	'ch-ua-model',
	'ch-ua-platform-version',
);

/**
 * Returns a Content Security Policy with which the browser itself contacts no host but this site and the allowed ones. Themes and WordPress
 * print scripts and styles into the page, so these remain allowed; the embed page, which has none, has a stricter policy.
 */
function content_security_policy( array $origins ): string {
	$media      = implode( ' ', $origins );
	$directives = array(
		'default-src' => "'self'",
		'script-src'  => "'self' 'unsafe-inline'",
		'style-src'   => "'self' 'unsafe-inline'",
		'font-src'    => "'self' data:",
		'connect-src' => "'self' $media",
		'media-src'   => "'self' blob: data: $media",
		'img-src'     => "'self' blob: data:",
		'object-src'  => "'none'",
		'base-uri'    => "'self'",
		'form-action' => "'self'",
	);
	$policy     = array();
	foreach ( $directives as $name => $value ) {
		$policy[] = trim( "$name $value" );
	}
	return implode( '; ', $policy );
}

/** Returns the headers that reserve the rights of text and data mining. */
function reservation_headers( string $policy ): array {
	return array_filter(
		array(
			'tdm-reservation' => '1',
			'tdm-policy'      => $policy,
			'X-Robots-Tag'    => 'noai, noimageai',
		)
	);
}

/** Returns the headers that the settings ask for: values by name. */
function page_headers( array $settings, array $origins, string $tdm_policy ): array {
	$permissions = implode(
		', ',
		array_map(
			static function ( string $feature ): string {
				return "$feature=()";
			},
			DENIED_FEATURES
		)
	);
	return array_merge(
		$settings['csp'] ? array( 'Content-Security-Policy' => content_security_policy( $origins ) ) : array(),
		$settings['permissions_policy'] ? array( 'Permissions-Policy' => $permissions ) : array(),
		$settings['referrer_policy'] ? array( 'Referrer-Policy' => 'no-referrer' ) : array(),
		$settings['reservation'] ? reservation_headers( $tdm_policy ) : array()
	);
}
