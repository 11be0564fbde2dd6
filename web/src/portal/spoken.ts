import { createContext, useContext, useState } from 'react';
import { type Language, languages } from './formats.ts';
import { preferredLanguage, type Words } from './words.ts';

interface Spoken {
  language: Language;
  words: Words;
}

export const SpokenContext = createContext<Spoken | undefined>(undefined);

/** The language of the page and its words. Only below the portal's frame. */
export function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error('useSpoken outside of the portal');
  return spoken;
}

/** Only what the patient chose in this window; a reload keeps it. */
const storageKey = 'superbill-bill-language';

/** The language the patient chose, if any: the bill else comes in the one the practice has on record. */
export function useChosenLanguage(): [Language | undefined, (language: Language) => void] {
  const [chosen, setChosen] = useState(stored);
  const choose = (language: Language) => {
    setChosen(language);
    try {
      sessionStorage.setItem(storageKey, language);
    } catch {
      // Storage may be switched off; then the choice lasts until the page is loaded again.
    }
  };
  return [chosen, choose];
}

/** What to speak before the bill and its language are known. */
export function browserLanguage(): Language {
  return preferredLanguage(navigator.languages);
}

function stored(): Language | undefined {
  try {
    const value = sessionStorage.getItem(storageKey);
    return languages.find((language) => language === value);
  } catch {
    return undefined;
  }
}
