import { readdirSync, readFileSync } from 'node:fs';
import { isOpenTo, type Permission, type Role, rolePermissions, roles } from '@superbill/contract';
import type { Target } from './target.ts';

/** A page of the screens, as its work area declares it. */
export interface DeclaredPage {
  /** `/coding/$encounterId` */
  path: string;
  /** Whoever may open it; the patient's bill is no role's. */
  openTo: (Role | 'patient' | 'nobody')[];
}

const screens = new URL('../../web/src/', import.meta.url);

/** Every page there is. */
export function declaredPages(): DeclaredPage[] {
  const files = readdirSync(screens, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|\/)pages\.tsx$/.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(new URL(file, screens), 'utf8');
    const declared = [...text.matchAll(/path: '([^']+)'[\s\S]*?access: (?:\{ staff: '([^']+)'|'([^']+)')/g)];
    return declared.map(([, path = '', permission, word]) => ({ path, openTo: openTo(permission, word) }));
  });
}

function openTo(permission: string | undefined, word: string | undefined): DeclaredPage['openTo'] {
  if (word === 'patient') return ['patient'];
  if (word === 'public') return ['nobody'];
  const access = permission === undefined ? 'signed-in' : { staff: permission as Permission };
  return roles.filter((role) => isOpenTo(access, rolePermissions[role]));
}

/** The address of a page about these subjects, seen from somebody's desk. Throws when a part of it is not known. */
export function addressOf({ path }: DeclaredPage, subjects: Target['sides']['home']['subjects']): string {
  const { billEncounterId } = subjects;
  const known: Record<string, unknown> = path.startsWith('/billing/')
    ? { ...subjects, encounterId: billEncounterId }
    : subjects;
  return path.replace(/\$(\w+)/g, (_, part: string) => {
    if (typeof known[part] !== 'string') throw new Error(`nothing is known to open ${path} with`);
    return known[part];
  });
}
