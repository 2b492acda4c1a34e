/** Does each in turn. One that fails keeps no other from being done; the first failure is thrown at the end. */
export async function oneByOne<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await run(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
