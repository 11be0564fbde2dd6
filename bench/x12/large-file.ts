/** A remittance or claim file of any size, made piece by piece so that it need not fit into memory. Everybody in it is invented. */
export interface LargeFile {
  bytes: number;
  /** Segments, ISA and IEA included. */
  segments: number;
  claims: number;
  chunks(): Generator<Uint8Array>;
}

const encoder = new TextEncoder();
const digits = (n: number, width: number) => String(n).padStart(width, '0');

interface Plan {
  head: string[];
  /** The segments of the claim with that number. */
  claim(n: number): string[];
  /** Between the last claim and SE. */
  tail: string[];
  functionalId: string;
  guide: string;
  set: string;
}

/** An 835 (005010X221A1) of about so many bytes, which balances to the cent. */
export function large835(bytes: number): LargeFile {
  const perClaim = encoder.encode(remitClaim(100_000_000).join('~')).length + 1;
  const claims = Math.max(1, Math.round(bytes / perClaim));
  return build(
    {
      functionalId: 'HP',
      guide: '005010X221A1',
      set: '835',
      head: [
        `BPR*I*${(claims * 17_050) / 100}*C*ACH*CCP*01*111000025*DA*1000001*1999000009**01*111000038*DA*2000002*20270315`,
        'TRN*1*T0001*1999000009',
        'REF*EV*PRACTICE1',
        'DTM*405*20270315',
        'N1*PR*IMAGINARY HEALTH PLAN',
        'N3*3 FICTION AVENUE',
        'N4*SAMPLETON*OH*44099',
        'PER*BL*HELP DESK*TE*5555550103',
        'N1*PE*INVENTED FAMILY PRACTICE*XX*1999000015',
        'LX*1',
      ],
      claim: remitClaim,
      tail: [],
    },
    claims,
  );
}

function remitClaim(n: number): string[] {
  const id = digits(n, 9);
  return [
    `CLP*C${id}*1*250.5*170.5*30*12*P${id}*11*1`,
    'NM1*QC*1*PATIENTSON*TESTA*M***MI*M0000001',
    'NM1*82*1*DOCTOR*IMOGEN****XX*1999000023',
    'MOA***MA01',
    'REF*EA*9000001',
    'DTM*232*20270301',
    'DTM*233*20270301',
    'DTM*050*20270303',
    'SVC*HC:99214:25*200*150**1',
    'DTM*472*20270301',
    'CAS*CO*45*30',
    'CAS*PR*3*20',
    `REF*6R*C${id}-1`,
    'AMT*B6*170',
    'LQ*HE*N130',
    'SVC*HC:36415*50.5*20.5**1',
    'DTM*472*20270301',
    'CAS*CO*45*20',
    'CAS*PR*2*10',
    `REF*6R*C${id}-2`,
    'AMT*B6*30.5',
  ];
}

/** An 837P (005010X222A1) of about so many bytes: a subscriber level and a claim of two lines each. */
export function large837P(bytes: number): LargeFile {
  const perClaim = encoder.encode(billedClaim(100_000_000).join('~')).length + 1;
  const claims = Math.max(1, Math.round(bytes / perClaim));
  return build(
    {
      functionalId: 'HC',
      guide: '005010X222A1',
      set: '837',
      head: [
        'BHT*0019*00*B0001*20270315*1015*CH',
        'NM1*41*2*INVENTED FAMILY PRACTICE*****46*PRACTICE1',
        'PER*IC*OFFICE*TE*5555550101',
        'NM1*40*2*IMAGINARY HEALTH PLAN*****46*INV01',
        'HL*1**20*1',
        'PRV*BI*PXC*207Q00000X',
        'NM1*85*2*INVENTED FAMILY PRACTICE*****XX*1999000015',
        'N3*1 NOWHERE STREET',
        'N4*SAMPLETON*OH*440999998',
        'REF*EI*999000001',
      ],
      claim: billedClaim,
      tail: [],
    },
    claims,
  );
}

function billedClaim(n: number): string[] {
  const id = digits(n, 9);
  return [
    `HL*${n + 1}*1*22*0`,
    'SBR*P*18*GROUP1******CI',
    'NM1*IL*1*PATIENTSON*TESTA*M***MI*M0000001',
    'N3*2 EXAMPLE ROAD',
    'N4*SAMPLETON*OH*44099',
    'DMG*D8*19800517*F',
    'NM1*PR*2*IMAGINARY HEALTH PLAN*****PI*INV01',
    `CLM*C${id}*250.5***11:B:1*Y*A*Y*Y`,
    'DTP*431*D8*20270220',
    'REF*G1*AUTH0001',
    'HI*ABK:E1122*ABF:N1831*ABF:I10',
    'NM1*82*1*DOCTOR*IMOGEN****XX*1999000023',
    'PRV*PE*PXC*207Q00000X',
    'LX*1',
    'SV1*HC:99214:25*200*UN*1***1:2',
    'DTP*472*D8*20270301',
    `REF*6R*C${id}-1`,
    'LX*2',
    'SV1*HC:36415*50.5*UN*1***3',
    'DTP*472*D8*20270301',
    `REF*6R*C${id}-2`,
  ];
}

function build(plan: Plan, claims: number): LargeFile {
  const { set, guide, functionalId, head, tail } = plan;
  const inSet = head.length + tail.length + claims * plan.claim(1).length + 2;
  const isa = `ISA*00*          *00*          *ZZ*${'INV01'.padEnd(15)}*ZZ*${'PRACTICE1'.padEnd(15)}*270315*1015*^*00501*000000001*0*T*:`;
  const start = [
    isa,
    `GS*${functionalId}*INV01*PRACTICE1*20270315*1015*1*X*${guide}`,
    set === '835' ? `ST*${set}*0001` : `ST*${set}*0001*${guide}`,
    ...head,
  ];
  const end = [...tail, `SE*${inSet}*0001`, 'GE*1*1', 'IEA*1*000000001', ''];
  const bytesOf = (segments: string[]) => encoder.encode(segments.join('~')).length;
  return {
    claims,
    segments: inSet + 4,
    bytes: bytesOf(start) + 1 + bytesOf(end) + sizes(plan, claims, bytesOf),
    *chunks() {
      let text = `${start.join('~')}~`;
      for (let n = 1; n <= claims; n++) {
        text += `${plan.claim(n).join('~')}~`;
        if (text.length < 65_536) continue;
        yield encoder.encode(text);
        text = '';
      }
      yield encoder.encode(text + end.join('~'));
    },
  };
}

/** Claims whose number has as many digits are of one length. */
function sizes(plan: Plan, claims: number, bytesOf: (segments: string[]) => number): number {
  let total = 0;
  for (let from = 1; from <= claims; from = from * 10) {
    for (const [first, last] of [
      [from, Math.min(claims, from * 10 - 2)],
      [from * 10 - 1, from * 10 - 1],
    ] as const) {
      if (first <= last && last <= claims) total += (last - first + 1) * (bytesOf(plan.claim(first)) + 1);
    }
  }
  return total;
}
