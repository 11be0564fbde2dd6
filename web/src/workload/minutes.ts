/** Minutes as people say them: `45 min`, `6 h`, `2 h 05 min`. */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')} min`;
}

export const itemsText = (items: number) => (items === 1 ? '1 item' : `${items} items`);
