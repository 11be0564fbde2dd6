import type { Rule } from '../rule.ts';

/** Every claim edit, in the order in which a biller would fix them. */
export const rules: readonly Rule[] = [];
