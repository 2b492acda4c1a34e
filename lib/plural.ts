/** The word for one, or the word for any other number. */
export const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** "1 day", "3 days". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${plural(count, one, many)}`;
