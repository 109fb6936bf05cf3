/**
 * Creates a function that computes the value of each key once. It keeps all values, so there must be few keys, such as the languages of a
 * site.
 */
export function oncePerKey<Value>(compute: (key: string) => Value): (key: string) => Value {
  const values = new Map<string, { readonly value: Value }>();
  return (key) => {
    const known = values.get(key) ?? { value: compute(key) };
    values.set(key, known);
    return known.value;
  };
}
