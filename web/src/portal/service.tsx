import type { Bill, StatementLineView } from '@superbill/contract';
import { cents, formatMoney } from '@superbill/engines/model';
import { useId, useState } from 'react';
import controls from './controls.module.css';
import { dayText, lessText } from './formats.ts';
import { Questions } from './questions.tsx';
import style from './service.module.css';
import { useSpoken } from './spoken.ts';

interface ServiceProps {
  line: StatementLineView;
  questions: Bill['questions'];
  phone: string;
}

/** One service: what was done, what became of its price, and why. */
export function Service({ line, questions, phone }: ServiceProps) {
  const { language, words } = useSpoken();
  const [reason, ...further] = line.reasons;
  const heading = useId();
  return (
    <article className={style.service} aria-labelledby={heading}>
      <h3 id={heading} className={style.what}>
        {line.wording}
      </h3>
      <p className={style.who}>
        <span>{words.servedBy(line.practitioner)}</span>{' '}
        <span>{words.servedOn(dayText(line.serviceDate, language))}</span>
      </p>
      <Amounts line={line} />
      {reason !== undefined && (
        <p className={style.why}>
          <span className="sb-hidden">{words.why}: </span>
          {reason}
        </p>
      )}
      {further.length > 0 && <Further reasons={further} about={line.wording} />}
      <Questions line={{ id: line.id, wording: line.wording }} questions={questions} phone={phone} />
    </article>
  );
}

/** The sum as one would write it: the price, what was taken off, what is left. */
function Amounts({ line }: { line: StatementLineView }) {
  const { words } = useSpoken();
  const { owedCents: owed } = line;
  const less = [
    { name: words.discount, amount: line.discountCents, always: false },
    // Nothing paid is an answer too: it is what many people want to know.
    { name: words.insurancePaid, amount: line.insurancePaidCents, always: true },
    { name: words.insurancePending, amount: line.insurancePendingCents, always: false },
    { name: words.youPaid, amount: line.patientPaidCents, always: false },
  ].filter(({ amount, always }) => always || amount !== 0);
  return (
    <dl className={style.amounts}>
      <div>
        <dt>{words.price}</dt>
        <dd className="sb-number">{formatMoney(line.priceCents)}</dd>
      </div>
      {less.map(({ name, amount }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="sb-number">{lessText(amount)}</dd>
        </div>
      ))}
      <div className={style.owed}>
        <dt>{owed < 0 ? words.paidTooMuch : words.youOwe}</dt>
        <dd className="sb-number">{formatMoney(cents(Math.abs(owed)))}</dd>
      </div>
    </dl>
  );
}

function Further({ reasons, about }: { reasons: readonly string[]; about: string }) {
  const { words } = useSpoken();
  const [open, setOpen] = useState(false);
  const list = useId();
  return (
    <div>
      <button
        type="button"
        className={controls.plain}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        {words.more}
        <span className="sb-hidden">: {about}</span>
      </button>
      {/* Paper cannot be opened: in print the list is always there. */}
      <ul id={list} className={open ? style.further : `${style.further} ${style.shut}`}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
