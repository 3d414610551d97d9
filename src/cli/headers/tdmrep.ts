import type { ReservationPlan } from './plan.js';

/** One rule of `tdmrep.json`. */
export interface TdmRule {
  /** A pattern of paths, as in robots.txt. */
  readonly location: string;
  readonly 'tdm-reservation': 0 | 1;
  /** The URL of the licence terms. */
  readonly 'tdm-policy'?: string;
}

/** Returns a rule that reserves everything below a folder. */
export const reservedFolder = (folder: string, policy = ''): TdmRule => ({
  location: `${folder}*`,
  'tdm-reservation': 1,
  ...(policy && { 'tdm-policy': policy })
});

/**
 * Returns the rules for `/.well-known/tdmrep.json` of the host of the media (TDM Reservation Protocol, "TDM File on the Origin Server").
 */
export const tdmRules = ({ folders, policy }: Pick<ReservationPlan, 'folders' | 'policy'>): readonly TdmRule[] =>
  folders.map((folder) => reservedFolder(folder, policy));
