import type { ReactNode } from 'react';
import { StatusBadge, type Tone } from '../../ui/index.ts';
import style from './finding-notes.module.css';

export interface FoundByEdit {
  rule: string;
  severity: 'error' | 'warning' | 'info';
  at: string;
  message: string;
  source: string;
}

const severityNames: Record<FoundByEdit['severity'], readonly [Tone, string]> = {
  error: ['bad', 'Blocks'],
  warning: ['warn', 'Warns'],
  info: ['info', 'Informs'],
};

interface Props {
  /** What they are about: `Findings on charge 1`. */
  label: string;
  findings: readonly FoundByEdit[];
  /** The button that leads to the next step, where there is one. */
  step?: (finding: FoundByEdit) => ReactNode;
}

/** What the edits found, at the place it is about: what to do, how much it matters, who says so. */
export function FindingNotes({ label, findings, step }: Props) {
  if (findings.length === 0) return null;
  return (
    <ul className={style.notes} aria-label={label}>
      {findings.map((finding) => (
        <li key={finding.rule + finding.at} className={style[finding.severity]}>
          <SeverityBadge severity={finding.severity} />
          <span className={style.words}>
            <span className={style.message}>{finding.message}</span>{' '}
            <span className={style.source}>Source: {finding.source}</span>
          </span>
          {step?.(finding)}
        </li>
      ))}
    </ul>
  );
}

function SeverityBadge({ severity }: { severity: FoundByEdit['severity'] }) {
  const [tone, name] = severityNames[severity];
  return <StatusBadge tone={tone}>{name}</StatusBadge>;
}
