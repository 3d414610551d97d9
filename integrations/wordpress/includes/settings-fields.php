<?php
/**
 * The fields of the settings page.
 *
 * @package jet-player
 */

namespace JetPlayer;

defined( 'ABSPATH' ) || exit;

/** Prints all fields with their values. */
function print_settings_fields( array $settings ): void {
	echo '<table class="form-table" role="presentation">';
	print_hosts_field( $settings['hosts'] );
	echo '</table>';
	print_heading(
		__( 'Headers of pages with a player', 'jet-player' ),
		__( 'None is sent unless you turn it on here. A cache that stores pages has to store their headers too.', 'jet-player' )
	);
	print_checkbox(
		'csp',
		__( 'Content-Security-Policy', 'jet-player' ),
		__( 'The browser itself then contacts only this site and the allowed hosts. Everything else on these pages that comes from other hosts stops working: fonts, maps, videos of other services, statistics. Try it on a copy of your site, or look at every page with a player after you turned it on.', 'jet-player' ),
		content_security_policy( allowed_origins() )
	);
	print_checkbox(
		'referrer_policy',
		__( 'Referrer-Policy', 'jet-player' ),
		__( 'No link and no request of these pages says which page it comes from, not even those that the browser makes without the player.', 'jet-player' ),
		'no-referrer'
	);
	print_checkbox(
		'permissions_policy',
		__( 'Permissions-Policy', 'jet-player' ),
		__( 'Neither these pages nor frames in them can use the camera, the microphone, the location and other features that a player does not need.', 'jet-player' ),
		implode( ', ', DENIED_FEATURES )
	);
	print_checkbox(
		'reservation',
		__( 'Reservation of text and data mining', 'jet-player' ),
		__( 'Reserves these pages by headers, and your uploads by /.well-known/tdmrep.json. It is a statement: only programs that respect it are kept away.', 'jet-player' ),
		'tdm-reservation: 1; X-Robots-Tag: noai, noimageai'
	);
	print_policy_field( $settings['tdm_policy'] );
	echo '</table>';
	print_heading(
		__( 'WordPress itself', 'jet-player' ),
		__( 'The player contacts no host that you have not allowed. Your theme, other plugins and WordPress itself may.', 'jet-player' )
	);
	print_checkbox(
		'no_emoji',
		__( 'Emoji script', 'jet-player' ),
		__( 'Removes WordPress’s emoji script from the whole site. It draws on a canvas to test the browser, and makes the browser look up s.w.org. Every current browser shows emoji without it.', 'jet-player' ),
		''
	);
	echo '</table>';
}

/** Prints a heading with a sentence, and begins the table of its fields. */
function print_heading( string $heading, string $sentence ): void {
	printf( '<h2>%s</h2><p>%s</p><table class="form-table" role="presentation">', esc_html( $heading ), esc_html( $sentence ) );
}

/** Prints the list of hosts as it was typed. */
function print_hosts_field( string $hosts ): void {
	printf(
		'<tr><th scope="row"><label for="jet-player-hosts">%1$s</label></th><td><textarea id="jet-player-hosts" name="%2$s[hosts]" rows="5" class="large-text code" spellcheck="false" aria-describedby="jet-player-hosts-help">%3$s</textarea><p class="description" id="jet-player-hosts-help">%4$s</p></td></tr>',
		esc_html__( 'Allowed hosts', 'jet-player' ),
		esc_attr( OPTION ),
		esc_textarea( $hosts ),
		esc_html__( 'The hosts of your videos, one a line, such as https://media.example.eu or https://*.example.eu. Players use files of this site and of these hosts, and contact no others. The hosts see who watches what.', 'jet-player' )
	);
}

/** Prints one setting that is on or off, with what it does and the value that it sends. */
function print_checkbox( string $name, string $label, string $help, string $value ): void {
	$id = "jet-player-$name";
	printf(
		'<tr><th scope="row">%1$s</th><td><label for="%2$s"><input type="checkbox" id="%2$s" name="%3$s[%4$s]" value="1"%5$s> %6$s</label>%7$s</td></tr>',
		esc_html( $label ),
		esc_attr( $id ),
		esc_attr( OPTION ),
		esc_attr( $name ),
		checked( settings()[ $name ], true, false ),
		esc_html( $help ),
		'' === $value ? '' : '<p class="description"><code>' . esc_html( $value ) . '</code></p>'
	);
}

/** Prints the URL of the licence terms as it was typed. */
function print_policy_field( string $policy ): void {
	printf(
		'<tr><th scope="row"><label for="jet-player-tdm-policy">%1$s</label></th><td><input id="jet-player-tdm-policy" name="%2$s[tdm_policy]" value="%3$s" class="regular-text code" aria-describedby="jet-player-tdm-policy-help"><p class="description" id="jet-player-tdm-policy-help">%4$s</p></td></tr>',
		esc_html__( 'Terms of text and data mining', 'jet-player' ),
		esc_attr( OPTION ),
		esc_attr( $policy ),
		esc_html__( 'The address of a page with your terms. It can be empty.', 'jet-player' )
	);
}
