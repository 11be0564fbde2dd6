/** How a patient stands in a list: `Rivera, Ana`; one whose record is open to few stands without a name. */
export function personName({
  firstName,
  lastName,
  restricted,
}: {
  firstName: string;
  lastName: string;
  restricted?: true | undefined;
}): string {
  if (restricted) return 'Restricted record';
  return `${lastName}, ${firstName}`;
}
