import type { WorkNotice } from '@superbill/contract';
import style from './workload.module.css';

/** Alarms as sentences. Nothing at all while there is none. */
export function NoticeList({ notices }: { notices: readonly WorkNotice[] }) {
  if (notices.length === 0) return null;
  return (
    <ul className={style.notices} aria-label="Alarms">
      {notices.map(({ kind, message }) => (
        <li key={`${kind} ${message}`}>{message}</li>
      ))}
    </ul>
  );
}
