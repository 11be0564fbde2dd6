import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';

/** A part of the page's path: of `/coding/$encounterId`, `usePathPart('encounterId')`. */
export function usePathPart(name: string): string {
  const parts: Record<string, unknown> = useParams({ strict: false });
  const value = parts[name];
  if (typeof value !== 'string') throw new RangeError(`this page's path has no ${name}`);
  return value;
}

/** Goes to an address of the application: `const go = useGo(); go(places.claim(id))`. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate();
  return useCallback((to: string) => void navigate({ to }), [navigate]);
}

/**
 * A value kept in the address (`?queue=coding`), so that reload and Back bring it again. Setting undefined
 * takes it out; setting does not add a step to Back.
 */
export function useSearchPart(name: string): [string | undefined, (value: string | undefined) => void] {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const value: unknown = Object.entries(search).find(([key]) => key === name)?.[1];
  const set = useCallback(
    (next: string | undefined) => {
      const all: Record<string, unknown> = { ...search, [name]: next === '' ? undefined : next };
      void navigate({ to: pathname, search: () => all as never, replace: true });
    },
    [navigate, pathname, search, name],
  );
  return [typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined, set];
}
