/** The field in which a form says which draft it ends: the version that its page opened with, and the hand that wrote. */
export const endingField = "draft";
export const endingText = (opened: number, hand?: string): string => (hand ? `${opened}.${hand}` : String(opened));

/** The same with its place, for forms whose actions know nothing of drafts: the door ends it with what they do. */
export const keptField = "$kept";
export const keptText = (place: string, ending: string): string => `${place} ${ending}`;
