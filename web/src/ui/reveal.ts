/** How close to the edge of what scrolls something may stand and still count as in sight, in pixels. */
const margin = 24;

/**
 * Brings an element into sight, in the middle of what scrolls; does nothing when it is in sight already.
 * Only the nearest scrolling box moves, never the page around it.
 */
export function reveal(element: Element): void {
  const scroller = scrollerOf(element);
  if (!scroller) return;
  const frame = scroller.getBoundingClientRect();
  const { top, bottom, height } = element.getBoundingClientRect();
  if (top >= frame.top + margin && bottom <= frame.bottom - margin) return;
  const middle = frame.top + (frame.height - Math.min(height, frame.height)) / 2;
  scroller.scrollTop += top - middle;
}

function scrollerOf(element: Element): Element | undefined {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(at).overflowY);
    if (scrolls && at.scrollHeight > at.clientHeight) return at;
  }
  return undefined;
}
