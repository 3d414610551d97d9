<?php
/**
 * Creates the database and installs WordPress with an administrator and permalinks. What would contact other hosts is off: avatars, which
 * gravatar.com would send, comments, about whose form Chromium asks Google, and the editor's welcome guide, whose images are on s.w.org.
 */

$database = new mysqli( 'localhost', 'root', '', '', 0, getenv( 'JET_SOCKET' ) );
$database->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = parse_url( getenv( 'JET_SITE' ), PHP_URL_HOST );
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Town', 'admin', 'admin@example.org', true, '', getenv( 'JET_PASSWORD' ) );
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'show_avatars', 0 );
update_option( 'default_comment_status', 'closed' );
update_user_meta( 1, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) ) );
