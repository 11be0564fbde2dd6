import type { CodeEntryView } from '@superbill/contract';
import style from './detail.module.css';
import { NoteText } from './note-text.tsx';

type Notes = CodeEntryView['notes'][number];

/** The lists of the tabular list, in the order a coder must heed them. */
const lists = [
  ['excludes1', 'Excludes1: never together'],
  ['codeFirst', 'Code first'],
  ['useAdditional', 'Use additional code'],
  ['codeAlso', 'Code also'],
  ['excludes2', 'Excludes2: not included here, may go together'],
  ['includes', 'Includes'],
  ['inclusionTerms', 'Terms of this code'],
  ['notes', 'Note'],
] as const satisfies readonly (readonly [keyof Notes, string])[];

interface Props {
  notes: readonly Notes[];
  edition: string;
  onCode: (code: string) => void;
}

/** Every note that applies to a code, its own first, each group under where it stands. */
export function CodeNotes({ notes, edition, onCode }: Props) {
  if (notes.length === 0) {
    // The starter set has no tabular list: silence there is no permission.
    const starter = edition.startsWith('starter');
    return (
      <p className={style.quiet}>
        {starter
          ? 'The starter set holds no tabular notes. Import the full code set to see them.'
          : 'The tabular list has no note at this code.'}
      </p>
    );
  }
  return notes.map((group) => (
    <section key={group.at} className={style.group} aria-label={`Notes at ${group.at}`}>
      <h3>At {group.at}</h3>
      {lists.map(([name, heading]) => {
        const lines = group[name];
        return (
          lines && (
            <div key={name} className={name === 'excludes1' ? style.never : undefined}>
              <h4>{heading}</h4>
              <ul>
                {lines.map((text) => (
                  <li key={text}>
                    <NoteText text={text} onCode={onCode} />
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
      {group.seventhCharacter && (
        <div>
          <h4>7th character</h4>
          <dl className={style.seventh}>
            {Object.entries(group.seventhCharacter).map(([character, meaning]) => (
              <div key={character}>
                <dt>{character}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </section>
  ));
}
