/** As registered for claims: X12 knows female, male and unknown. */
export const sexNames = { F: 'Female', M: 'Male', U: 'Not recorded' } as const;

export const sexChoices = Object.entries(sexNames).map(([value, label]) => ({ value, label }));
