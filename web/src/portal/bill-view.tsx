import type { Bill } from '@superbill/contract';
import { AccessLog } from './access-log.tsx';
import { AmountDue } from './amount-due.tsx';
import style from './bill.module.css';
import { CloseBill } from './close-bill.tsx';
import { Heading } from './heading.tsx';
import { HowToPay } from './how-to-pay.tsx';
import { Questions } from './questions.tsx';
import { Service } from './service.tsx';
import { useSpoken } from './spoken.ts';

interface BillViewProps {
  bill: Bill;
  /** The last look for answers failed. */
  stale: boolean;
  onClosed: () => void;
}

/** The bill: what is owed at once, then each service with its reason, then questions. */
export function BillView({ bill, stale, onClosed }: BillViewProps) {
  const { words } = useSpoken();
  const { practice, lines, questions } = bill;
  const about = (lineId: string | null) => questions.filter((each) => each.statementLineId === lineId);
  return (
    <div className={style.bill}>
      <div className={style.summary}>
        <Heading className={style.greeting}>{words.greeting(bill.patientFirstName)}</Heading>
        <AmountDue bill={bill} />
        {bill.balanceCents > 0 && <HowToPay phone={practice.phone} number={bill.number} />}
      </div>
      <div className={style.details}>
        <section aria-labelledby="services">
          <h2 id="services" className={style.heading}>
            {words.services}
          </h2>
          <ul className={style.services}>
            {lines.map((line) => (
              <li key={line.id}>
                <Service line={line} questions={about(line.id)} phone={practice.phone} />
              </li>
            ))}
          </ul>
        </section>
        <section
          aria-labelledby="questions"
          className={about(null).length > 0 ? style.whole : `${style.whole} ${style.onScreen}`}
        >
          <h2 id="questions" className={style.heading}>
            {words.questions}
          </h2>
          <p className={style.hint}>{words.questionsHint}</p>
          <Questions questions={about(null)} phone={practice.phone} />
        </section>
        <AccessLog />
        {/* Always there, so that a screen reader hears when it fills. */}
        <p role="status" className={style.stale}>
          {stale && words.stale}
        </p>
        <CloseBill onClosed={onClosed} />
      </div>
    </div>
  );
}
