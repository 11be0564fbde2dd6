import { heartAndLungs } from './heart-and-lungs.ts';
import { metabolismAndGrowth } from './metabolism-and-growth.ts';
import { mindAndNerves } from './mind-and-nerves.ts';
import type { OpenAxis } from './open-axis.ts';

/** What the tree alone does not tell in words a physician uses; the rest is read from the tree. */
export const openAxes: readonly OpenAxis[] = [...heartAndLungs, ...mindAndNerves, ...metabolismAndGrowth];
