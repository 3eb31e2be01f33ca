/** Gives the list that it gave before as long as the new one holds the same. */
export function keepWhileEqual(): (list: string[]) => string[] {
  let kept = reactive([]);
  return (list) => {
    const isEqual = list.length === kept.length && list.every((item, at) => item === kept[at]);
    if (!isEqual) kept = reactive(list);
    return kept;
  };
}

/** `$bindable` would make a new list of any other each time, which would never be the same. */
function reactive(list: string[]): string[] {
  const made = $state(list);
  return made;
}
