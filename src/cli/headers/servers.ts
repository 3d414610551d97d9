import { apacheFiles } from './apache.js';
import { caddyFiles } from './caddy.js';
import { nginxFiles } from './nginx.js';
import type { ReservationPlan } from './plan.js';
import { staticHostFiles } from './static-host.js';

/** Writes the configuration of each server: the text of its files by their names. */
export const servers: Readonly<Record<string, (plan: ReservationPlan) => Readonly<Record<string, string>>>> = {
  nginx: nginxFiles,
  apache: apacheFiles,
  caddy: caddyFiles,
  _headers: staticHostFiles
};
