/** How close to the edge of what scrolls something may stand and still count as in sight, in pixels. */
const margin = 24;

/** Brings an element into sight, in the middle of what scrolls; does nothing when it is in sight already. */
export function reveal(element: Element): void {
  const frame = scrollerOf(element)?.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  const above = (frame?.top ?? 0) + margin;
  const below = (frame?.bottom ?? window.innerHeight) - margin;
  if (top >= above && bottom <= below) return;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
}

function scrollerOf(element: Element): Element | undefined {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(at).overflowY);
    if (scrolls && at.scrollHeight > at.clientHeight) return at;
  }
  return undefined;
}
