<?php
/**
 * The block and the shortcode, which render the same player.
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

/**
 * Returns a player. If it has a problem, people who can edit see a sentence in its place, and visitors see nothing. A feed has a link,
 * because no reader of feeds runs the script.
 *
 * @param array|string $given attributes of the block or of the shortcode.
 * @param string       $more  further attributes of the tag as markup.
 */
function render_player( $given, string $more = '' ): string {
	$attributes = read_attributes( $given );
	$problem    = attributes_problem( $attributes );
	if ( '' !== $problem ) {
		return current_user_can( 'edit_posts' ) ? '<p class="jet-player-problem">' . esc_html( $problem ) . '</p>' : '';
	}
	if ( is_feed() ) {
		$text = '' === $attributes['title'] ? $attributes['src'] : $attributes['title'];
		return sprintf( '<p><a href="%s">%s</a></p>', esc_url( $attributes['src'] ), esc_html( $text ) );
	}
	enqueue_player();
	return player_markup( $attributes, $more );
}

/** Renders the block; the editor's alignment and classes are on the tag itself. */
function render_block_player( array $attributes ): string {
	return render_player( $attributes, get_block_wrapper_attributes() );
}

/** Renders `[jet_player src="…"]`. */
function render_shortcode( $attributes ): string {
	return render_player( $attributes );
}

/** Registers both. */
function register_player(): void {
	register_block_type( dirname( PLUGIN_FILE ) . '/block', array( 'render_callback' => __NAMESPACE__ . '\render_block_player' ) );
	add_shortcode( 'jet_player', __NAMESPACE__ . '\render_shortcode' );
}
add_action( 'init', __NAMESPACE__ . '\register_player' );
