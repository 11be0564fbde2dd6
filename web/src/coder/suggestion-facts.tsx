import type { RuleFiringView, SuggestionView } from '@superbill/contract';
import { KeyHint } from '../ui/index.ts';
import style from './detail.module.css';
import { firingsBehind } from './rule-lines.ts';
import { sectionName } from './section-names.ts';

interface Props {
  suggestion: SuggestionView;
  /** Those that are not on the visit already, as the keys count them. */
  alternatives: SuggestionView['alternatives'];
  firings: readonly RuleFiringView[];
  /** Absent where nothing may be decided. */
  onChoose: ((alternative: SuggestionView['alternatives'][number]) => void) | undefined;
}

const admission = {
  Y: 'yes',
  N: 'no',
  U: 'not documented',
  W: 'cannot be told',
  exempt: 'exempt',
} as const;

/** What the engine knows of a suggestion: where it stands, what it might be instead, which rules made it. */
export function SuggestionFacts({ suggestion, alternatives, firings, onChoose }: Props) {
  const { code, section, riskCategories, presentOnAdmission } = suggestion;
  const rules = firingsBehind(code, firings);
  return (
    <>
      <p className={style.facts}>
        <span>Read in: {sectionName(section)}</span>
        {riskCategories.map(({ model, category }) => (
          <span key={model} className={style.chip} title="Category of risk adjustment">
            {model.startsWith('RxHCC') ? `${model} ${category}` : `HCC ${category} (${model})`}
          </span>
        ))}
      </p>
      {presentOnAdmission && (
        <p>
          Present on admission: <strong>{presentOnAdmission.indicator}</strong>
          {presentOnAdmission.indicator !== 'exempt' && ` (${admission[presentOnAdmission.indicator]})`}
          {'. '}
          <span className={style.quietly}>
            {presentOnAdmission.reason}
            {presentOnAdmission.evidence[0] && ` “${presentOnAdmission.evidence[0].quote}”`}
          </span>
        </p>
      )}
      {alternatives.length > 0 && (
        <section className={style.choices} aria-label={`Instead of ${code}`}>
          <h3>Instead, if the record states</h3>
          <ol>
            {alternatives.map((alternative, place) => (
              <li key={alternative.code} className={style.choice}>
                {onChoose && <KeyHint keys={String(place + 1)} />}
                <span>
                  {alternative.needs.join(', ')}:{' '}
                  {onChoose ? (
                    <button type="button" className={style.reference} onClick={() => onChoose(alternative)}>
                      {alternative.code} {alternative.title}
                    </button>
                  ) : (
                    `${alternative.code} ${alternative.title}`
                  )}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {rules.length > 0 && (
        <section className={style.rules} aria-label={`Rules behind ${code}`}>
          <h3>Rules</h3>
          <ul>
            {rules.map(({ rule, did, from, why, source }) => (
              <li key={`${rule} ${did} ${from}`}>
                {why} <span className={style.quietly}>{source}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
