import style from './bill.module.css';
import { useSpoken } from './spoken.ts';

/** The shapes of a bill, as large as what will stand there. */
export function BillBones() {
  const { words } = useSpoken();
  return (
    <div role="status" className={style.bill}>
      <div className={style.summary}>
        <h1 className="sb-hidden">{words.loading}</h1>
        <div className={`${style.bone} ${style.boneLine}`} />
        <div className={`${style.bone} ${style.boneDue}`} />
        <div className={`${style.bone} ${style.bonePay}`} />
      </div>
      <div className={style.details}>
        <div className={`${style.bone} ${style.boneLine}`} />
        <div className={`${style.bone} ${style.boneService}`} />
        <div className={`${style.bone} ${style.boneService}`} />
      </div>
    </div>
  );
}
