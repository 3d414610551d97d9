<?php
/**
 * The page Settings > jet-player. WordPress itself checks the nonce and the capability `manage_options` when the form is sent.
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/settings-fields.php';

const SETTINGS_GROUP = 'jet-player';

/** Registers the option with the function that cleans what the form sends. */
function register_settings(): void {
	register_setting(
		SETTINGS_GROUP,
		OPTION,
		array(
			'type'              => 'array',
			'sanitize_callback' => __NAMESPACE__ . '\sanitize_settings',
			'show_in_rest'      => false,
		)
	);
}
add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );

/** Adds the page to the menu. */
function add_settings_page(): void {
	add_options_page( 'jet-player', 'jet-player', 'manage_options', 'jet-player', __NAMESPACE__ . '\render_settings_page' );
}
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );

/** Adds a link to the page in the list of plugins. */
function add_settings_link( array $links ): array {
	$url = admin_url( 'options-general.php?page=jet-player' );
	array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( $url ), esc_html__( 'Settings', 'jet-player' ) ) );
	return $links;
}
add_filter( 'plugin_action_links_' . plugin_basename( PLUGIN_FILE ), __NAMESPACE__ . '\add_settings_link' );

/** Returns a sentence for each value that is wrong. */
function settings_problems(): array {
	$problems = array();
	foreach ( wrong_host_lines() as $line ) {
		/* translators: %s: a line that the administrator wrote. */
		$problems[] = sprintf( __( '"%s" is not a host: write it like https://media.example.eu, without a path. This line has no effect until you correct it; everything else is saved.', 'jet-player' ), $line );
	}
	$policy = settings()['tdm_policy'];
	if ( '' !== $policy && ! is_policy_url( $policy ) ) {
		/* translators: %s: what the administrator wrote. */
		$problems[] = sprintf( __( '"%s" is not the address of a page: write it like https://www.example.eu/tdm. It is not sent until you correct it; everything else is saved.', 'jet-player' ), $policy );
	}
	return $problems;
}

/** Prints the page. */
function render_settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>jet-player</h1>';
	foreach ( settings_problems() as $problem ) {
		printf( '<div class="notice notice-error"><p>%s</p></div>', esc_html( $problem ) );
	}
	echo '<form method="post" action="options.php">';
	settings_fields( SETTINGS_GROUP );
	print_settings_fields( settings() );
	submit_button();
	echo '</form></div>';
}
