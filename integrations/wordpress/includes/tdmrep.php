<?php
/**
 * Answers `/.well-known/tdmrep.json`, which reserves the uploaded media from text and data mining. Their own responses come from the web
 * server, without this plugin, so headers of the plugin cannot reserve them.
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

/** Returns the rules: one, for the folder of uploads. */
function tdm_rules( string $folder, string $policy ): array {
	return array(
		array_filter(
			array(
				'location'        => trailingslashit( $folder ) . '*',
				'tdm-reservation' => 1,
				'tdm-policy'      => $policy,
			)
		),
	);
}

/** Answers the request if it is for the file. It arrives here only if WordPress is at the root of its host and has permalinks. */
function answer_tdmrep(): void {
	// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- it is only compared.
	$path = wp_parse_url( $_SERVER['REQUEST_URI'] ?? '', PHP_URL_PATH );
	if ( '/.well-known/tdmrep.json' !== $path || ! settings()['reservation'] ) {
		return;
	}
	$folder = wp_parse_url( wp_get_upload_dir()['baseurl'], PHP_URL_PATH );
	wp_send_json( tdm_rules( $folder, tdm_policy() ), 200, JSON_UNESCAPED_SLASHES );
}
add_action( 'parse_request', __NAMESPACE__ . '\answer_tdmrep' );
