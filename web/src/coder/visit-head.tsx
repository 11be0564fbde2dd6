import type { Encounter } from '@superbill/contract';
import { ageOn } from '@superbill/engines/model';
import { DateText, QueueBadge } from '../ui/index.ts';
import style from './workspace.module.css';

/** Who, when, with whom and for which payer, in one line. */
export function VisitHead({ encounter }: { encounter: Encounter }) {
  const { patient, serviceDate, practitionerName, locationName, placeOfService, setting, queue, coverages } =
    encounter;
  const payer = coverages[0]?.payerName;
  return (
    <div className={style.headline}>
      <span>
        {ageOn(patient.birthDate, serviceDate)} {patient.sex}, born <DateText date={patient.birthDate} />
      </span>
      <span>{patient.recordNumber}</span>
      <span>
        <strong>
          <DateText date={serviceDate} />
        </strong>
        , {practitionerName}
      </span>
      <span className={style.roomy}>
        {locationName} ({placeOfService}
        {setting === 'inpatient' && ', inpatient'})
      </span>
      <span>{payer ?? 'No coverage'}</span>
      <QueueBadge queue={queue} />
    </div>
  );
}
