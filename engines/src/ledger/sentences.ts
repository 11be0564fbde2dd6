import { type Cents, formatDate, formatMoney, type IsoDate, parseIsoDate } from '../model/index.ts';

/** The amount of a service that an insurer left to the patient, before anything the patient paid. */
interface Share {
  share: Cents;
}

type Nothing = Record<never, never>;

/** Every reason a bill can give, and what it needs to say it. This set is closed: a bill says nothing else. */
export interface SentenceParams {
  deductible: Share;
  coinsurance: Share;
  copay: Share;
  'deductible-and-coinsurance': { deductible: Cents; coinsurance: Cents };
  'deductible-and-copay': { deductible: Cents; copay: Cents };
  'copay-and-coinsurance': { copay: Cents; coinsurance: Cents };
  'several-shares': Share;
  'not-preventive': Share;
  'not-covered': Share;
  'not-covered-no-charge': Nothing;
  'authorization-missing': Nothing;
  'authorization-missing-patient': Share;
  'timely-filing': Nothing;
  'coverage-not-active': Share;
  'coverage-being-checked': Nothing;
  'member-not-found': Nothing;
  'limit-reached': Share;
  'limit-being-checked': Nothing;
  'not-needed': Share;
  'not-needed-being-checked': Nothing;
  'outside-network': Share;
  'paid-to-patient': Share;
  duplicate: Nothing;
  'part-of-another-service': Nothing;
  'details-from-office': Nothing;
  'details-from-patient': Nothing;
  'other-insurer': Nothing;
  'being-checked': Nothing;
  'not-sent-yet': Nothing;
  'waiting-for-insurer': { payer: string; sent: IsoDate };
  'insurer-paid-all': { paid: Cents };
  'contract-discount': { paid: Cents; discount: Cents };
  'self-pay': Share;
  'self-pay-discount': { price: Cents; discount: Cents };
  'paid-in-full': Nothing;
  'taken-off': Nothing;
  credit: { credit: Cents };
}

export type SentenceId = keyof SentenceParams;

/** The sentences that explain an amount left to the patient, and those that need no amount. */
export type ShareSentenceId = {
  [Id in SentenceId]: SentenceParams[Id] extends Share ? Id : never;
}[SentenceId];
export type PlainSentenceId = {
  [Id in SentenceId]: keyof SentenceParams[Id] extends never ? Id : never;
}[SentenceId];
type OtherSentenceId = Exclude<SentenceId, ShareSentenceId | PlainSentenceId>;

/** One reason with its amounts, before it is put into words. */
export type Sentence =
  | { id: ShareSentenceId; params: Share }
  | { id: PlainSentenceId; params: Nothing }
  | { [Id in OtherSentenceId]: { id: Id; params: SentenceParams[Id] } }[OtherSentenceId];

export type Language = 'en' | 'es';

/** `{name}` is filled from the parameter of that name. */
export const sentences: Record<SentenceId, Record<Language, string>> = {
  deductible: {
    en: 'You owe {share} because your plan does not start to pay until you meet your deductible for the year.',
    es: 'Usted debe {share} porque su plan no empieza a pagar hasta que usted cubra su deducible del año.',
  },
  coinsurance: {
    en: 'Your plan pays most of the cost, and your part (coinsurance) is {share}.',
    es: 'Su plan paga la mayor parte del costo y la parte que le toca a usted (coseguro) es de {share}.',
  },
  copay: {
    en: 'Your plan asks you to pay a set fee (copay) of {share} for this visit.',
    es: 'Su plan le pide pagar una tarifa fija (copago) de {share} por esta consulta.',
  },
  'deductible-and-coinsurance': {
    en: 'You pay {deductible} to meet your deductible for the year, and {coinsurance} is your part of the rest (coinsurance).',
    es: 'Usted paga {deductible} para cubrir su deducible del año, y {coinsurance} es su parte del resto (coseguro).',
  },
  'deductible-and-copay': {
    en: 'You pay {deductible} to meet your deductible for the year, and a set fee (copay) of {copay}.',
    es: 'Usted paga {deductible} para cubrir su deducible del año, y una tarifa fija (copago) de {copay}.',
  },
  'copay-and-coinsurance': {
    en: 'Your plan asks you to pay a set fee (copay) of {copay}, and {coinsurance} is your part of the rest (coinsurance).',
    es: 'Su plan le pide pagar una tarifa fija (copago) de {copay}, y {coinsurance} es su parte del resto (coseguro).',
  },
  'several-shares': {
    en: 'Your plan leaves {share} for you to pay, for more than one reason.',
    es: 'Su plan deja {share} a su cargo, por más de un motivo.',
  },
  'not-preventive': {
    en: 'Preventive care is free for you, but this part of the visit was for a health problem, so you owe {share}.',
    es: 'La atención preventiva es gratis para usted, pero esta parte de la consulta fue por un problema de salud, así que usted debe {share}.',
  },
  'not-covered': {
    en: 'Your plan does not cover this service, so you owe {share}.',
    es: 'Su plan no cubre este servicio, así que usted debe {share}.',
  },
  'not-covered-no-charge': {
    en: 'Your plan does not cover this service, and you do not need to pay for it now.',
    es: 'Su plan no cubre este servicio, y usted no tiene que pagarlo por ahora.',
  },
  'authorization-missing': {
    en: 'Your insurer wanted us to ask before this service; we are working on it, and you do not need to pay now.',
    es: 'Su seguro quería que pidiéramos permiso antes de este servicio; lo estamos resolviendo y usted no tiene que pagar por ahora.',
  },
  'authorization-missing-patient': {
    en: 'Your plan needed to approve this service first and did not, so you owe {share}.',
    es: 'Su plan tenía que aprobar este servicio antes y no lo hizo, así que usted debe {share}.',
  },
  'timely-filing': {
    en: 'You owe nothing; our office sent this to your insurer too late.',
    es: 'Usted no debe nada; nuestra oficina lo envió a su seguro demasiado tarde.',
  },
  'coverage-not-active': {
    en: 'Your plan was not active on the day of your visit, so you owe {share}; tell us if you had another plan.',
    es: 'Su plan no estaba activo el día de su consulta, así que usted debe {share}; avísenos si tenía otro plan.',
  },
  'coverage-being-checked': {
    en: 'Your insurer says your plan was not active that day; we are checking, and you do not need to pay now.',
    es: 'Su seguro dice que su plan no estaba activo ese día; lo estamos revisando y usted no tiene que pagar por ahora.',
  },
  'member-not-found': {
    en: 'Your insurer could not find you; please show us your insurance card, and do not pay now.',
    es: 'Su seguro no pudo encontrarlo en sus registros; por favor muéstrenos su tarjeta del seguro y no pague por ahora.',
  },
  'limit-reached': {
    en: 'You have used all that your plan pays for this kind of care, so you owe {share}.',
    es: 'Usted ya usó todo lo que su plan paga por este tipo de atención, así que debe {share}.',
  },
  'limit-being-checked': {
    en: 'Your insurer says this is more care than your plan pays for; we are checking, and you do not need to pay now.',
    es: 'Su seguro dice que esto es más atención de la que paga su plan; lo estamos revisando y usted no tiene que pagar por ahora.',
  },
  'not-needed': {
    en: 'Your insurer decided that you did not need this care, so you owe {share}; you may ask it to look again.',
    es: 'Su seguro decidió que usted no necesitaba esta atención, así que debe {share}; usted puede pedirle que lo revise de nuevo.',
  },
  'not-needed-being-checked': {
    en: 'Your insurer does not think you needed this care; we are checking, and you do not need to pay now.',
    es: 'Su seguro cree que usted no necesitaba esta atención; lo estamos revisando y usted no tiene que pagar por ahora.',
  },
  'outside-network': {
    en: 'Your plan pays less because we are not one of its offices, so you owe {share}.',
    es: 'Su plan paga menos porque nuestra oficina no es de su red, así que usted debe {share}.',
  },
  'paid-to-patient': {
    en: 'Your insurer sent you the money for this service, so please pay us {share}.',
    es: 'Su seguro le envió a usted el dinero de este servicio, así que por favor páguenos {share}.',
  },
  duplicate: {
    en: 'We sent this to your insurer twice; only one counts, and you owe nothing for the second.',
    es: 'Enviamos esto dos veces a su seguro; solo cuenta una, y usted no debe nada por la segunda.',
  },
  'part-of-another-service': {
    en: 'Your insurer counts this as part of another service you had, and you do not need to pay for it now.',
    es: 'Su seguro considera esto parte de otro servicio que usted recibió, y usted no tiene que pagarlo por ahora.',
  },
  'details-from-office': {
    en: 'Your insurer needs more facts from our office; you do not need to pay now.',
    es: 'Su seguro necesita más datos de nuestra oficina; usted no tiene que pagar por ahora.',
  },
  'details-from-patient': {
    en: 'Your insurer needs to hear from you; please call the number on your card, and do not pay now.',
    es: 'Su seguro necesita hablar con usted; por favor llame al número de su tarjeta y no pague por ahora.',
  },
  'other-insurer': {
    en: 'Your insurer says that another one should pay; we are checking, and you do not need to pay now.',
    es: 'Su seguro dice que otro seguro debe pagar; lo estamos revisando y usted no tiene que pagar por ahora.',
  },
  'being-checked': {
    en: 'Your insurer did not pay this for a reason we are still checking; you do not need to pay it now.',
    es: 'Su seguro no pagó esto por un motivo que todavía estamos revisando; usted no tiene que pagarlo por ahora.',
  },
  'not-sent-yet': {
    en: 'We have not sent this to your insurer yet; you do not need to pay now.',
    es: 'Todavía no hemos enviado esto a su seguro; usted no tiene que pagar por ahora.',
  },
  'waiting-for-insurer': {
    en: 'We sent this to {payer} on {sent} and wait for an answer; you do not need to pay now.',
    es: 'Enviamos esto a {payer} el {sent} y esperamos su respuesta; usted no tiene que pagar por ahora.',
  },
  'insurer-paid-all': {
    en: 'Your insurer paid {paid}, which is the full price; you owe nothing.',
    es: 'Su seguro pagó {paid}, que es el precio completo; usted no debe nada.',
  },
  'contract-discount': {
    en: 'Your insurer paid {paid} and our contract with it takes off {discount}; you owe nothing.',
    es: 'Su seguro pagó {paid} y nuestro contrato con él descuenta {discount}; usted no debe nada.',
  },
  'self-pay': {
    en: 'We have no insurance for you on this visit, so you owe the price of {share}.',
    es: 'No tenemos un seguro suyo para esta consulta, así que usted debe el precio de {share}.',
  },
  'self-pay-discount': {
    en: 'You pay without insurance, so we took {discount} off the price of {price}.',
    es: 'Usted paga sin seguro, así que descontamos {discount} del precio de {price}.',
  },
  'paid-in-full': {
    en: 'You have paid your part in full. Thank you.',
    es: 'Usted ya pagó toda su parte. Gracias.',
  },
  'taken-off': {
    en: 'We took this off your bill; you owe nothing.',
    es: 'Quitamos esto de su cuenta; usted no debe nada.',
  },
  credit: {
    en: 'You paid {credit} more than you owe, and that money is yours.',
    es: 'Usted pagó {credit} más de lo que debe, y ese dinero es suyo.',
  },
};

/** Puts a reason into words: one plain sentence, with money and dates as people write them. */
export function say(sentence: Sentence, language: Language): string {
  const params: Record<string, Cents | IsoDate | string> = { ...sentence.params };
  return sentences[sentence.id][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`sentence ${sentence.id} lacks ${name}`);
    if (typeof value === 'number') return formatMoney(value);
    const date = parseIsoDate(value);
    return date ? longDate(date, language) : value;
  });
}

const spanishMonths = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio'],
  ...['julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
];

/** `Mar 1, 2027`, `1 de marzo de 2027`. */
export function longDate(date: IsoDate, language: Language): string {
  if (language === 'en') return formatDate(date);
  return `${Number(date.slice(8))} de ${spanishMonths[Number(date.slice(5, 7)) - 1]} de ${date.slice(0, 4)}`;
}
