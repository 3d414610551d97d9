import type { Command } from '../command.js';
import { audit } from './audit.js';
import { embed } from './embed.js';
import { headers } from './headers.js';
import { lint } from './lint.js';
import { record } from './record.js';
import { snippet } from './snippet.js';
import { verify } from './verify.js';

/** Every command, in the order in which `--help` lists them. */
export const commands: readonly Command[] = [audit, lint, snippet, embed, headers, record, verify];
