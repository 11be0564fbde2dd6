import style from './bill.module.css';
import controls from './controls.module.css';
import { telephone } from './formats.ts';
import { useSpoken } from './spoken.ts';

/** Told as it is: by telephone, and not on this page yet. */
export function HowToPay({ phone, number }: { phone: string; number: string }) {
  const { words } = useSpoken();
  return (
    <section aria-labelledby="how-to-pay" className={style.pay}>
      <h2 id="how-to-pay" className={style.heading}>
        {words.howToPay}
      </h2>
      <p>
        {words.payByPhone} <strong className={style.phone}>{phone}</strong>
      </p>
      <a className={controls.main} href={telephone(phone)}>
        {words.call(phone)}
      </a>
      <p>
        {words.haveNumber(number)} <span className={style.onScreen}>{words.notOnline}</span>
      </p>
      <p>{words.hardToPay}</p>
    </section>
  );
}
