<?php
/**
 * The markup of a player.
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

/** Returns attributes as markup: text with its value, unless it is empty, and `true` without one. URLs are in `src` and others by name. */
function attribute_markup( array $attributes ): string {
	$markup = '';
	foreach ( $attributes as $name => $value ) {
		if ( true === $value ) {
			$markup .= ' ' . esc_attr( $name );
		} elseif ( is_string( $value ) && '' !== $value ) {
			$is_url  = in_array( $name, array( 'src', 'poster', 'chapters' ), true );
			$markup .= sprintf( ' %s="%s"', esc_attr( $name ), $is_url ? esc_url( $value, array( 'http', 'https' ) ) : esc_attr( $value ) );
		}
	}
	return $markup;
}

/**
 * Returns the tag of a player with its captions. The attributes have no problem.
 *
 * @param string $more further attributes as markup, such as the class of the block.
 */
function player_markup( array $attributes, string $more = '' ): string {
	$captions = array_intersect_key( $attributes, array_flip( array( 'captions', 'srclang', 'label' ) ) );
	$player   = array_merge(
		array(
			'src'           => $attributes['src'],
			'title-text'    => $attributes['title'],
			'allow-origins' => implode( ' ', allowed_origins() ),
		),
		array_diff_key( $attributes, $captions, array_flip( array( 'src', 'title' ) ) )
	);
	$track    = '' === $captions['captions'] ? '' : '<track kind="captions"' . attribute_markup(
		array(
			'src'     => $captions['captions'],
			'srclang' => $captions['srclang'],
			'label'   => '' === $captions['label'] ? $captions['srclang'] : $captions['label'],
		)
	) . '>';
	return '<jet-player' . attribute_markup( $player ) . ( '' === $more ? '' : " $more" ) . ">$track</jet-player>";
}
