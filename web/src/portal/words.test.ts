import { describe, expect, test } from 'vitest';
import { preferredLanguage, words } from './words.ts';

/** Every sentence with its place; a sentence that takes parameters is said with `[1]`, `[2]`. */
function said(catalog: object, place = ''): [place: string, text: string][] {
  return Object.entries(catalog).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const at = place === '' ? name : `${place}.${name}`;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'function') return [[at, String(value('[1]', '[2]'))]];
    return said(value as object, at);
  });
}

const english = new Map(said(words.en));
const spanish = new Map(said(words.es));

describe('the words of the page', () => {
  test('stand at the same places in both languages', () => {
    expect([...spanish.keys()]).toEqual([...english.keys()]);
  });

  test('are never empty and never have stray spaces', () => {
    for (const text of [...english.values(), ...spanish.values()]) {
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/^$|\s\s|undefined/);
    }
  });

  test('are translated', () => {
    const same = [...english].filter(([at, text]) => spanish.get(at) === text).map(([at]) => at);
    expect(same).toEqual([]);
  });

  test('use each parameter once in either language', () => {
    for (const [at, text] of english) {
      const parameters = text.match(/\[\d\]/g)?.sort() ?? [];
      expect(new Set(parameters).size).toBe(parameters.length);
      expect(
        spanish
          .get(at)
          ?.match(/\[\d\]/g)
          ?.sort() ?? [],
        at,
      ).toEqual(parameters);
    }
  });

  test('ask and exclaim in Spanish with both signs', () => {
    for (const text of spanish.values()) {
      expect(text.split('¿').length, text).toBe(text.split('?').length);
      expect(text.split('¡').length, text).toBe(text.split('!').length);
    }
  });

  test('speak to the patient as usted', () => {
    for (const text of spanish.values()) expect(text).not.toMatch(/(^|\s)(tú|tu|tus|te|ti)(\s|[.,?]|$)/i);
  });
});

test.each([
  { wanted: ['es-MX', 'en-US'], language: 'es' },
  { wanted: ['fr-FR', 'es'], language: 'es' },
  { wanted: ['en-GB', 'es'], language: 'en' },
  { wanted: ['vi'], language: 'en' },
  { wanted: [], language: 'en' },
])('a browser that wants $wanted is spoken to in $language', ({ wanted, language }) => {
  expect(preferredLanguage(wanted)).toBe(language);
});
