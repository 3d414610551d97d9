<?php
/**
 * The attributes of the block and of the shortcode, which have the same names.
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

/** Every attribute with its default. `block.json` declares the same names. */
const DEFAULT_ATTRIBUTES = array(
	'src'      => '',
	'title'    => '',
	'poster'   => '',
	'captions' => '',
	'srclang'  => '',
	'label'    => '',
	'chapters' => '',
	'load'     => '',
	'preload'  => '',
	'ai-label' => '',
	'autoplay' => false,
	'muted'    => false,
	'loop'     => false,
);

/** The values of attributes that have only some; empty is the default of the player. */
const ATTRIBUTE_VALUES = array(
	'load'     => array( '', 'visible', 'play' ),
	'preload'  => array( '', 'none', 'metadata', 'auto' ),
	'ai-label' => array( '', 'generated', 'modified' ),
);

/**
 * Returns all attributes as text or booleans. In a shortcode, `loop` alone and `loop="true"` are the same; `loop="false"` is not set.
 *
 * @param array|string $given attributes of a block, or of a shortcode, where WordPress passes '' if there are none.
 */
function read_attributes( $given ): array {
	$given      = is_array( $given ) ? $given : array();
	$attributes = array();
	foreach ( DEFAULT_ATTRIBUTES as $name => $default ) {
		$value = $given[ $name ] ?? $default;
		if ( is_bool( $default ) ) {
			$is_word             = in_array( $name, array_filter( $given, 'is_int', ARRAY_FILTER_USE_KEY ), true );
			$attributes[ $name ] = $is_word || wp_validate_boolean( $value );
		} else {
			$attributes[ $name ] = is_scalar( $value ) ? trim( (string) $value ) : '';
		}
	}
	return $attributes;
}

/** Returns a sentence that says why a player cannot have these attributes; empty if it can. */
function attributes_problem( array $attributes ): string {
	if ( '' === $attributes['src'] ) {
		return __( 'The player has no video yet: enter its address.', 'jet-player' );
	}
	$urls = array(
		'src'      => __( 'The address of the video', 'jet-player' ),
		'poster'   => __( 'The address of the poster', 'jet-player' ),
		'captions' => __( 'The address of the captions', 'jet-player' ),
		'chapters' => __( 'The address of the chapters', 'jet-player' ),
	);
	foreach ( $urls as $name => $what ) {
		$problem = '' === $attributes[ $name ] ? '' : url_problem( $attributes[ $name ], $what );
		if ( '' !== $problem ) {
			return $problem;
		}
	}
	foreach ( ATTRIBUTE_VALUES as $name => $values ) {
		if ( ! in_array( $attributes[ $name ], $values, true ) ) {
			/* translators: 1: the name of an attribute. 2: its values. 3: what was written. */
			return sprintf( __( 'The attribute %1$s is one of %2$s, not "%3$s".', 'jet-player' ), $name, implode( ', ', array_filter( $values ) ), $attributes[ $name ] );
		}
	}
	if ( ! preg_match( '~^[a-z]{2,3}(-[a-z0-9]{2,8})*$~iD', $attributes['srclang'] ) && '' !== $attributes['captions'] ) {
		return __( 'The captions need a language: a code such as en or de-AT.', 'jet-player' );
	}
	return '';
}
