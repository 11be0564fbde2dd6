/** Whether an answer says nothing until words are added to it: `another cause (please name it)`, `Other`. */
export function wantsWords(option: string): boolean {
  return /\b(name|specify|describe|state) (it|which|what|the)\b|\bplease (name|specify|describe|state)\b|^other\b/i.test(
    option,
  );
}
