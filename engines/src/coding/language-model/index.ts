export type { Disclosure } from './de-identify.ts';
export type { LanguageModel, NotUsed, Prompt, Reply } from './port.ts';
export { promptOf } from './prompt.ts';
export { type Question, questionOf } from './question.ts';
export { readAnswer } from './read-answer.ts';
export { takeOrder } from './take-order.ts';
