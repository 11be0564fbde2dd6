import { type ReactNode, useEffect, useMemo } from 'react';
import { type Language, languages } from './formats.ts';
import style from './frame.module.css';
import { SpokenContext } from './spoken.ts';
import { languageNames, words } from './words.ts';

interface FrameProps {
  language: Language;
  onChoose: (language: Language) => void;
  /** Known once the bill is open. */
  practice?: string | undefined;
  children: ReactNode;
}

/** What stands around every state of the bill: the practice's name, the language, the title of the window. */
export function Frame({ language, onChoose, practice, children }: FrameProps) {
  const spoken = useMemo(() => ({ language, words: words[language] }), [language]);
  const title = practice === undefined ? spoken.words.openTitle : spoken.words.billTitle(practice);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    document.documentElement.lang = language;
    return () => {
      document.documentElement.lang = 'en';
    };
  }, [language]);

  return (
    <SpokenContext value={spoken}>
      <div className={style.page}>
        <header className={style.head}>
          <p className={style.practice}>{practice}</p>
          <fieldset className={style.languages}>
            <legend className="sb-hidden">{spoken.words.language}</legend>
            {languages.map((each) => (
              <button
                key={each}
                type="button"
                lang={each}
                aria-pressed={each === language}
                className={style.language}
                onClick={() => onChoose(each)}
              >
                {languageNames[each]}
              </button>
            ))}
          </fieldset>
        </header>
        <main className={style.main}>{children}</main>
      </div>
    </SpokenContext>
  );
}
