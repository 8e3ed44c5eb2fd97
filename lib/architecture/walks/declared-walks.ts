import type { Walk } from './verify-walk'

/** The walks of CONTRIBUTING.md. The command `walks` checks them against the sources and draws them there. */
export const declaredWalks: Walk[] = []
