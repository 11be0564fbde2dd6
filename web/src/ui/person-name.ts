/** How a patient stands in a list: `Rivera, Ana`. */
export function personName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${lastName}, ${firstName}`;
}
