import type { BirthDateProblem } from './birth-date.ts';
import { type Language, languages } from './formats.ts';

/** Every word of the patient's pages that is not part of the bill itself. Amounts and dates come in as text. */
const en = {
  language: 'Language',
  openTitle: 'Open your bill',
  billTitle: (practice: string) => `Your bill · ${practice}`,

  openHeading: 'Open your bill',
  openWhy: 'Your bill is private. Please enter the birth date of the patient, and we will show it to you.',
  birthDate: 'Birth date of the patient',
  birthDateHint:
    'For example: 3 27 1980. Is the bill for your child? Then enter the birth date of your child.',
  month: 'Month',
  day: 'Day',
  year: 'Year',
  show: 'Show my bill',
  opening: 'Opening your bill',
  birthDateProblem: {
    month: 'Enter the month as a number from 1 to 12.',
    day: 'Enter the day as a number from 1 to 31.',
    year: 'Enter the year with four digits, like 1980.',
    'no-such-day': 'This month does not have that day. Please check the day and the month.',
    future: 'This date has not come yet. Please check the year.',
  } satisfies Record<BirthDateProblem, string>,

  refused: 'We could not open your bill',
  refusedBirthDate: 'Please check the birth date first. It must be that of the patient.',
  refusedLink:
    'If it is right, your link was used before or is too old. A link works one time only. Please call us at the number in our message, and we will send you a new one.',
  openAlready: 'A bill is already open on this device.',
  showOpen: 'Show the open bill',
  locked: 'This link does not work anymore',
  lockedWhy: 'We closed the link to protect your privacy. Your bill is safe, and nothing else has changed.',
  lockedNext: 'Please call us at the number in our message, and we will send you a new link.',
  notOpen: 'Your bill is not open',
  notOpenWhy: 'To protect your privacy, a bill closes one hour after you open it.',
  notOpenLink: 'If we sent you a link that you have not used yet, please open that link now.',
  notOpenNext: 'To see your bill again, please call us at the number in our message and ask for a new link.',
  notOpenCall: (phone: string) =>
    `To see your bill again, please call us at ${phone} and ask for a new link.`,
  closed: 'Your bill is closed',
  closedWhy: 'Nobody can see it on this device now. You may close this window.',
  noAnswer: 'We cannot be reached at the moment',
  noAnswerNext: 'Please check your internet connection and try again. Nothing is lost.',
  failed: 'Something went wrong on our side',
  failedNext: 'Please try again in a few minutes. Nothing is lost.',
  tryAgain: 'Try again',
  loading: 'Your bill is loading',

  greeting: (name: string) => `Hello, ${name}`,
  youOwe: 'You owe',
  payBy: (date: string) => `Please pay by ${date}.`,
  wasDue: (date: string) => `This was due on ${date}. If you have paid already, thank you.`,
  alsoPending: (amount: string) =>
    `Another ${amount} is still being settled with your insurance. You do not need to pay that now.`,
  onlyPending: (amount: string) =>
    `${amount} is still being settled with your insurance. You do not need to pay it now. If a part is left for you, we will send you a new bill.`,
  owesNothing: 'You owe nothing',
  thankYou: 'Thank you. There is nothing for you to do.',
  credit: 'We owe you',
  creditNext: 'You paid more than you owe, and this money is yours. Call us to ask for it back.',
  asOf: (date: string) => `This bill shows what we knew on ${date}. Payments after that day are not on it.`,
  howToPay: 'How to pay',
  payByPhone: 'Call us and pay by phone:',
  haveNumber: (number: string) => `Have your bill number ready: ${number}.`,
  notOnline: 'You cannot pay on this page yet.',
  hardToPay: 'Is it too much to pay at once? Call us, and we will talk about it with you.',
  call: (phone: string) => `Call ${phone}`,

  services: 'What this bill is for',
  servedBy: (practitioner: string) => `With ${practitioner}`,
  servedOn: (date: string) => `on ${date}`,
  price: 'Price',
  discount: 'Discount',
  insurancePaid: 'Your insurance paid',
  insurancePending: 'Still with your insurance',
  youPaid: 'You paid',
  paidTooMuch: 'You paid too much',
  why: 'Why',
  more: 'More about this',

  askAboutLine: 'Ask about this',
  questions: 'Questions about the whole bill',
  questionsHint: 'Is something not clear, or do you think it is wrong? Ask us. It is free.',
  askAboutBill: 'Ask about the whole bill',
  yourQuestion: 'Your question',
  aboutLine: (service: string) => `Your question about “${service}”`,
  characters: (used: string, most: string) => `${used} of ${most} characters`,
  tooLong: 'Your question is too long. Please make it shorter.',
  empty: 'Please write your question first.',
  send: 'Send question',
  sending: 'Sending',
  cancel: 'Cancel',
  sent: 'We have your question. The answer will appear here.',
  notSent: 'Your question was not sent.',
  notTaken: (phone: string) => `Please call us at ${phone}. We are glad to help you by phone.`,
  youAsked: 'You asked',
  weAnswered: 'Our answer',
  notAnswered: (phone: string) =>
    `Not answered yet. If your bill closes before the answer is here, call us at ${phone} and ask for a new link.`,

  stale: 'We cannot be reached at the moment. New answers may be missing.',
  print: 'Print',
  close: 'Close my bill',
  closing: 'Closing',
  closeHint: 'Your bill closes by itself one hour after you open it.',
  closeFailed: 'Your bill is still open, because we cannot be reached. Please try again.',
  billNumber: (number: string) => `Bill number ${number}`,
};

export type Words = typeof en;

const es: Words = {
  language: 'Idioma',
  openTitle: 'Abra su factura',
  billTitle: (practice) => `Su factura · ${practice}`,

  openHeading: 'Abra su factura',
  openWhy:
    'Su factura es privada. Por favor escriba la fecha de nacimiento del paciente y se la mostraremos.',
  birthDate: 'Fecha de nacimiento del paciente',
  birthDateHint:
    'Por ejemplo: 27 3 1980. ¿La factura es de su hijo o hija? Entonces escriba la fecha de él o de ella.',
  month: 'Mes',
  day: 'Día',
  year: 'Año',
  show: 'Ver mi factura',
  opening: 'Abriendo su factura',
  birthDateProblem: {
    month: 'Escriba el mes con un número del 1 al 12.',
    day: 'Escriba el día con un número del 1 al 31.',
    year: 'Escriba el año con cuatro cifras, por ejemplo 1980.',
    'no-such-day': 'Ese mes no tiene ese día. Por favor revise el día y el mes.',
    future: 'Esa fecha todavía no ha llegado. Por favor revise el año.',
  },

  refused: 'No pudimos abrir su factura',
  refusedBirthDate: 'Por favor revise primero la fecha de nacimiento. Tiene que ser la del paciente.',
  refusedLink:
    'Si la fecha es correcta, su enlace ya se usó o es demasiado antiguo. Cada enlace funciona una sola vez. Por favor llámenos al número que aparece en nuestro mensaje y le enviaremos uno nuevo.',
  openAlready: 'Ya hay una factura abierta en este dispositivo.',
  showOpen: 'Ver la factura abierta',
  locked: 'Este enlace ya no funciona',
  lockedWhy: 'Cerramos el enlace para proteger su privacidad. Su factura está segura y nada más ha cambiado.',
  lockedNext: 'Por favor llámenos al número que aparece en nuestro mensaje y le enviaremos un enlace nuevo.',
  notOpen: 'Su factura no está abierta',
  notOpenWhy: 'Para proteger su privacidad, la factura se cierra una hora después de abrirla.',
  notOpenLink: 'Si le enviamos un enlace que todavía no ha usado, por favor ábralo ahora.',
  notOpenNext:
    'Para ver su factura otra vez, por favor llámenos al número que aparece en nuestro mensaje y pida un enlace nuevo.',
  notOpenCall: (phone) =>
    `Para ver su factura otra vez, por favor llámenos al ${phone} y pida un enlace nuevo.`,
  closed: 'Su factura está cerrada',
  closedWhy: 'Ahora nadie puede verla en este dispositivo. Ya puede cerrar esta ventana.',
  noAnswer: 'En este momento no hay conexión con nosotros',
  noAnswerNext: 'Por favor revise su conexión a internet e intente de nuevo. No se ha perdido nada.',
  failed: 'Algo falló de nuestro lado',
  failedNext: 'Por favor intente de nuevo en unos minutos. No se ha perdido nada.',
  tryAgain: 'Intentar de nuevo',
  loading: 'Su factura se está cargando',

  greeting: (name) => `Hola, ${name}`,
  youOwe: 'Usted debe',
  payBy: (date) => `Por favor pague a más tardar el ${date}.`,
  wasDue: (date) => `La fecha para pagar era el ${date}. Si ya pagó, muchas gracias.`,
  alsoPending: (amount) =>
    `Otros ${amount} todavía están en trámite con su seguro. Esa parte no tiene que pagarla por ahora.`,
  onlyPending: (amount) =>
    `${amount} todavía están en trámite con su seguro. No tiene que pagarlos por ahora. Si le toca pagar una parte, le enviaremos una factura nueva.`,
  owesNothing: 'Usted no debe nada',
  thankYou: 'Muchas gracias. No tiene que hacer nada más.',
  credit: 'Le debemos',
  creditNext:
    'Usted pagó más de lo que debe, y este dinero es suyo. Llámenos para pedir que se lo devolvamos.',
  asOf: (date) =>
    `Esta factura muestra lo que sabíamos el ${date}. Los pagos posteriores a ese día no aparecen en ella.`,
  howToPay: 'Cómo pagar',
  payByPhone: 'Llámenos y pague por teléfono:',
  haveNumber: (number) => `Tenga a mano el número de su factura: ${number}.`,
  notOnline: 'Todavía no es posible pagar en esta página.',
  hardToPay: '¿Es demasiado para pagarlo de una vez? Llámenos y lo hablamos con usted.',
  call: (phone) => `Llamar al ${phone}`,

  services: 'Qué incluye esta factura',
  servedBy: (practitioner) => `Con ${practitioner}`,
  servedOn: (date) => `el ${date}`,
  price: 'Precio',
  discount: 'Descuento',
  insurancePaid: 'Su seguro pagó',
  insurancePending: 'En trámite con su seguro',
  youPaid: 'Usted pagó',
  paidTooMuch: 'Usted pagó de más',
  why: 'Por qué',
  more: 'Más información',

  askAboutLine: 'Preguntar sobre esto',
  questions: 'Preguntas sobre toda la factura',
  questionsHint: '¿Hay algo que no está claro o que le parece equivocado? Pregúntenos. No cuesta nada.',
  askAboutBill: 'Preguntar sobre toda la factura',
  yourQuestion: 'Su pregunta',
  aboutLine: (service) => `Su pregunta sobre «${service}»`,
  characters: (used, most) => `${used} de ${most} caracteres`,
  tooLong: 'Su pregunta es demasiado larga. Por favor acórtela.',
  empty: 'Por favor escriba primero su pregunta.',
  send: 'Enviar pregunta',
  sending: 'Enviando',
  cancel: 'Cancelar',
  sent: 'Recibimos su pregunta. La respuesta aparecerá aquí.',
  notSent: 'Su pregunta no se envió.',
  notTaken: (phone) => `Por favor llámenos al ${phone}. Con gusto le ayudamos por teléfono.`,
  youAsked: 'Usted preguntó',
  weAnswered: 'Nuestra respuesta',
  notAnswered: (phone) =>
    `Todavía sin respuesta. Si su factura se cierra antes de que llegue, llámenos al ${phone} y pida un enlace nuevo.`,

  stale: 'En este momento no hay conexión con nosotros. Puede que falten respuestas nuevas.',
  print: 'Imprimir',
  close: 'Cerrar mi factura',
  closing: 'Cerrando',
  closeHint: 'Su factura se cierra sola una hora después de abrirla.',
  closeFailed: 'Su factura sigue abierta, porque no hay conexión con nosotros. Por favor intente de nuevo.',
  billNumber: (number) => `Factura número ${number}`,
};

export const words: Record<Language, Words> = { en, es };

/** How each language calls itself. */
export const languageNames: Record<Language, string> = { en: 'English', es: 'Español' };

/** The first language of the browser that a bill is written in. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}
