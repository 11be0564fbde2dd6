import { z } from 'zod';
import { define } from './define.ts';
import { instant, line, nothing } from './shapes.ts';

/** What an answer with suggestions owes to learning and to a language model. */
export const advice = z.strictObject({
  /** The version of the learnt model that was applied; null when learning is off or nothing is learnt. */
  learnt: z.number().int().nullable(),
  languageModel: z.strictObject({
    /** `fell-back`: it was asked, its answer was not used, and the engine's own order stands. */
    state: z.enum(['off', 'not-asked', 'ordered', 'fell-back']),
    reason: z.string().nullable(),
  }),
});
export type Advice = z.output<typeof advice>;

const rememberedPhrase = z.strictObject({
  phrase: z.string(),
  code: z.string(),
  title: z.string(),
  /** Visits. */
  accepted: z.number().int(),
  rejected: z.number().int(),
  /** Whether it brings its code to the suggestions, and not only to their order. */
  offered: z.boolean(),
});
export type RememberedPhraseView = z.output<typeof rememberedPhrase>;

const learntWeight = z.strictObject({
  feature: z.string(),
  meaning: z.string(),
  /** Added to the log odds that such a suggestion is accepted. */
  weight: z.number(),
  accepted: z.number().int(),
  rejected: z.number().int(),
});
export type LearntWeightView = z.output<typeof learntWeight>;

export const learning = z.strictObject({
  on: z.boolean(),
  languageModel: z.strictObject({
    on: z.boolean(),
    /** As the server's operator set it; null while none is set. */
    name: z.string().nullable(),
  }),
  /** Null until something was learnt, and after everything was forgotten. */
  model: z
    .strictObject({
      version: z.number().int(),
      learntAt: instant,
      learntBy: z.string(),
      visits: z.number().int(),
      accepted: z.number().int(),
      rejected: z.number().int(),
      phrases: z.array(rememberedPhrase),
      weights: z.array(learntWeight),
    })
    .nullable(),
  /** Decisions that count and came after the model was learnt. */
  newDecisions: z.number().int(),
});
export type Learning = z.output<typeof learning>;

export const learningRoutes = {
  readLearning: define({
    method: 'GET',
    path: '/api/coding/learning',
    access: { staff: 'learning.read' },
    summary: 'What was learnt from coding decisions: phrases and weights, each with the decisions behind it.',
    response: learning,
  }),
  setLearning: define({
    method: 'PUT',
    path: '/api/coding/learning',
    access: { staff: 'learning.write' },
    summary: 'Turns learning, or asking a language model, on or off for the practice.',
    body: z.strictObject({ on: z.boolean(), languageModel: z.boolean() }),
    response: nothing,
  }),
  learnNow: define({
    method: 'POST',
    path: '/api/coding/learning/learn',
    access: { staff: 'learning.write' },
    summary: 'Learns anew from the decisions on the latest visits.',
    response: z.strictObject({ version: z.number().int() }),
  }),
  forgetPhrase: define({
    method: 'POST',
    path: '/api/coding/learning/forget-phrase',
    access: { staff: 'learning.write' },
    summary: 'Forgets one phrase: decisions so far no longer count for it.',
    body: z.strictObject({ phrase: z.string().regex(/^[a-z][a-z ]{0,59}$/), code: line(10) }),
    response: nothing,
  }),
  forgetAll: define({
    method: 'POST',
    path: '/api/coding/learning/forget-all',
    access: { staff: 'learning.write' },
    summary: 'Forgets everything that was learnt: decisions so far no longer count.',
    response: nothing,
  }),
};
