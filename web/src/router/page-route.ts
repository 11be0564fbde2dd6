import type { Access, Role } from '@superbill/contract';
import type { ComponentType } from 'react';

/** One page of a work area. An area's `pages.tsx` exports a list of these; the router mounts them all. */
export interface PageRoute {
  /** `/coding/$encounterId`; read the part with `usePathPart('encounterId')`. */
  path: string;
  /** The words of the page in the palette and the navigation. */
  title: string;
  /**
   * The permission of the route the page reads first. `public` and `patient` pages stand alone, without the
   * staff's frame and without asking who is signed in.
   */
  access: Access;
  /** The hats in whose navigation the page stands; left out for pages that need an id. */
  navigation?: readonly Role[];
  /** Fetched when the page is first opened. */
  load: () => Promise<{ default: ComponentType }>;
}

/** Whether somebody with these permissions may open the page. */
export function mayOpen({ access }: PageRoute, permissions: readonly string[]): boolean {
  return typeof access === 'string' || permissions.includes(access.staff);
}
