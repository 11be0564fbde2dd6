/** The longest remark in parentheses. */
const longest = 80;

/** A text with a blank for each remark in parentheses: from each `(` to the next `)`. */
export function withoutParentheses(text: string): string {
  let left = '';
  let at = 0;
  for (let open = text.indexOf('('); open !== -1; open = text.indexOf('(', at)) {
    const close = text.indexOf(')', open);
    if (close === -1) break;
    const isRemark = close - open - 1 <= longest;
    left += isRemark ? `${text.slice(at, open)} ` : text.slice(at, open + 1);
    at = isRemark ? close + 1 : open + 1;
  }
  return left + text.slice(at);
}
