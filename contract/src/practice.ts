import { z } from 'zod';
import { define } from './define.ts';
import { id } from './shapes.ts';

export const practice = z.strictObject({
  organization: z.strictObject({ id, name: z.string(), npi: z.string(), phone: z.string() }),
  locations: z.array(z.strictObject({ id, name: z.string(), placeOfService: z.string() })),
  practitioners: z.array(
    z.strictObject({
      id,
      name: z.string(),
      credential: z.string().nullable(),
      npi: z.string(),
      specialty: z.string().nullable(),
    }),
  ),
  payers: z.array(
    z.strictObject({
      id,
      name: z.string(),
      electronicId: z.string(),
      phone: z.string().nullable(),
      authorizationRequired: z.array(z.string()),
    }),
  ),
});
export type Practice = z.output<typeof practice>;

export const practiceRoutes = {
  readPractice: define({
    method: 'GET',
    path: '/api/practice',
    access: { staff: 'practice.read' },
    summary: 'Locations, practitioners and payers, for choosing from.',
    response: practice,
  }),
};
